// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.simulator.desk;

import io.github.livedesk.camel.simulator.store.Sizes;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * With whom a conversation is, where, and how it stands. What was said is elsewhere.
 *
 * @param id as in the path of requests
 * @param origin what it was made for, or null where it was not made but exists, as any id does
 * @param snoozedUntil only where it is snoozed, and not without end
 */
public record DeskConversation(
    String id,
    Origin origin,
    Status status,
    Instant snoozedUntil,
    UUID uuid,
    Instant createdAt,
    Instant updatedAt) {

  private static final int OWN_SIZE = 500;

  /** What a conversation was made for. */
  public record Origin(
      long contactId,
      long inboxId,
      String sourceId,
      Map<String, Object> additionalAttributes,
      Map<String, Object> customAttributes) {}

  static DeskConversation begin(String id, Origin origin, Status status, Instant snoozedUntil) {
    Instant now = Instant.now();
    return new DeskConversation(id, origin, status, snoozedUntil, UUID.randomUUID(), now, now);
  }

  DeskConversation with(Status changed, Instant until) {
    return new DeskConversation(
        id,
        origin,
        changed,
        changed == Status.SNOOZED ? until : null,
        uuid,
        createdAt,
        Instant.now());
  }

  /** The same as it is now: who was snoozed until a time is open after it. */
  DeskConversation now() {
    boolean over = snoozedUntil != null && !snoozedUntil.isAfter(Instant.now());
    return over ? with(Status.OPEN, null) : this;
  }

  boolean isWith(long contactId) {
    return origin != null && origin.contactId() == contactId;
  }

  /** What it takes of the memory, roughly, in bytes. */
  long size() {
    return origin == null
        ? OWN_SIZE
        : OWN_SIZE
            + Sizes.of(origin.sourceId())
            + Sizes.of(origin.additionalAttributes())
            + Sizes.of(origin.customAttributes());
  }
}
