// SPDX-License-Identifier: Apache-2.0
/**
 * Requests and responses on the wire: the gate for ambiguous heads, the reader of bodies, the writer of
 * responses. Imports the rooms for the store and for content; knows no path and no credentials.
 */
package io.github.livedesk.camel.simulator.http;
