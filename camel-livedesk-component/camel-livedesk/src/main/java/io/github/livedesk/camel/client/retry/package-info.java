// SPDX-License-Identifier: Apache-2.0
/**
 * Whether a failed call is repeated, and when. Imports the rooms for the API, settings and metrics;
 * knows no HTTP.
 */
package io.github.livedesk.camel.client.retry;
