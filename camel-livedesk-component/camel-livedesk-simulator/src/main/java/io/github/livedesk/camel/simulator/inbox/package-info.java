// SPDX-License-Identifier: Apache-2.0
/**
 * The web inbox, and the calls by which it looks and plans behaviours. Imports the rooms for HTTP, the
 * store, the desk, behaviours and content, not the API; only the root imports it.
 */
package io.github.livedesk.camel.simulator.inbox;
