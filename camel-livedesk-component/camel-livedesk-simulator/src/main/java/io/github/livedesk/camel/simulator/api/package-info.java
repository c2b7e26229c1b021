// SPDX-License-Identifier: Apache-2.0
/**
 * LiveDesk's API: credentials, the validators of each kind of request, and the documented responses.
 * Imports the rooms for HTTP, the store, behaviours and content; only the root imports it.
 */
package io.github.livedesk.camel.simulator.api;
