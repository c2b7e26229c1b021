// SPDX-License-Identifier: Apache-2.0
/**
 * LiveDesk's API: credentials, which call a request makes, what happens to it, and the calls for
 * messages with their validators. Imports the other rooms but for the inbox; only the root imports it.
 */
package io.github.livedesk.camel.simulator.api;
