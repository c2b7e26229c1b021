// SPDX-License-Identifier: Apache-2.0
/**
 * Requests and responses on the wire: connections, time-outs, I/O threads. Imports the rooms for the
 * API, bodies, sources, metrics and settings, and alone knows how HttpClient works inside.
 */
package io.github.livedesk.camel.client.http;
