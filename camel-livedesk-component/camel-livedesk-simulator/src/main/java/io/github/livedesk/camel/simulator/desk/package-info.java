// SPDX-License-Identifier: Apache-2.0
/**
 * Who the desk talks with: contacts with their sessions in inboxes, the conversations that were made for
 * them, and the rules for both. Imports the room for the store alone.
 */
package io.github.livedesk.camel.simulator.desk;
