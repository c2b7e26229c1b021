// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.simulator.desk;

/**
 * A way of a contact into an inbox.
 *
 * @param sourceId unique in the inbox
 */
public record Session(long inboxId, String sourceId) {}
