// SPDX-License-Identifier: Apache-2.0
/**
 * The API's calls that begin a conversation or give it another status: how their requests are judged,
 * and the JSON of a conversation. Imports the rooms for calls, contacts, the desk, the store and
 * behaviours.
 */
package io.github.livedesk.camel.simulator.conversation;
