// SPDX-License-Identifier: Apache-2.0
/**
 * What is counted, logged and remembered of sends. Imports the calls of the API alone.
 */
package io.github.livedesk.camel.client.metrics;
