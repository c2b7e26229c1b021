// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.simulator.desk;

import java.time.Instant;
import java.util.Map;

/**
 * The wish for a conversation.
 *
 * @param contactId or null
 * @param sourceId of a session, or null
 * @param status that it begins with
 * @param snoozedUntil or null
 */
public record Opening(
    long inboxId,
    Long contactId,
    String sourceId,
    Status status,
    Instant snoozedUntil,
    Map<String, Object> additionalAttributes,
    Map<String, Object> customAttributes) {

  /** An open one without anything else. */
  public static Opening of(long inboxId, long contactId, String sourceId) {
    return new Opening(inboxId, contactId, sourceId, Status.OPEN, null, Map.of(), Map.of());
  }
}
