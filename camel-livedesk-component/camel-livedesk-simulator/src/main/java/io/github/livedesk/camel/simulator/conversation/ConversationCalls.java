// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.simulator.conversation;

import io.github.livedesk.camel.simulator.behaviour.PlannedCall;
import io.github.livedesk.camel.simulator.call.Fields;
import io.github.livedesk.camel.simulator.call.Operation;
import io.github.livedesk.camel.simulator.call.Prepared;
import io.github.livedesk.camel.simulator.call.Warnings;
import io.github.livedesk.camel.simulator.desk.Contact;
import io.github.livedesk.camel.simulator.desk.Desk;
import io.github.livedesk.camel.simulator.desk.DeskConversation;
import io.github.livedesk.camel.simulator.desk.Opening;
import io.github.livedesk.camel.simulator.desk.Status;
import io.github.livedesk.camel.simulator.store.ApiError;
import io.github.livedesk.camel.simulator.store.Request;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The calls for conversations, but for their messages. */
public final class ConversationCalls {

  private static final Set<String> OF_CREATE =
      Set.of(
          "inbox_id",
          "contact_id",
          "source_id",
          "additional_attributes",
          "custom_attributes",
          "status",
          "snoozed_until");
  private static final Set<String> OF_STATUS = Set.of("status", "snoozed_until", "sender_type");

  private static final String STATUSES =
      Arrays.stream(Status.values()).map(Status::toString).collect(Collectors.joining(", "));

  /** The year 9999 is long enough. */
  private static final long LATEST = 253_402_300_799L;

  private final Desk desk;

  public ConversationCalls(Desk desk) {
    this.desk = desk;
  }

  public Operation create() {
    return new Operation(PlannedCall.CREATE_CONVERSATION.key(), this::judgeCreate);
  }

  /**
   * Another status.
   *
   * @param id as in the path
   */
  public Operation changeStatus(String id) {
    return new Operation(id, (request, warnings) -> judgeStatus(id, request, warnings));
  }

  private Prepared judgeCreate(Request request, Warnings warnings) throws ApiError, IOException {
    Fields fields = Fields.read(request, OF_CREATE, warnings);
    long inboxId = fields.requiredId("inbox_id");
    String sourceId = fields.text("source_id");
    Status status = status(fields);
    var opening =
        new Opening(
            inboxId,
            fields.id("contact_id"),
            sourceId == null || sourceId.isEmpty() ? null : sourceId,
            status == null ? Status.OPEN : status,
            snoozedUntil(fields, status, warnings),
            orEmpty(fields.object("additional_attributes")),
            orEmpty(fields.object("custom_attributes")));
    long sessionInbox = desk.place(opening).session().inboxId();
    if (sessionInbox != inboxId) {
      warnings.add(
          "source_id is that of a session in inbox %d, and inbox_id is %d; the conversation is made in inbox %d."
              .formatted(sessionInbox, inboxId, sessionInbox));
    }
    return context -> {
      DeskConversation conversation = desk.open(opening);
      Contact contact = desk.contacts().get(conversation.origin().contactId()).orElse(null);
      return ConversationJson.of(conversation, contact);
    };
  }

  private Prepared judgeStatus(String id, Request request, Warnings warnings)
      throws ApiError, IOException {
    desk.conversations().check(id);
    Fields fields = Fields.read(request, OF_STATUS, warnings);
    Status status = status(fields);
    if (status == null) {
      throw new ApiError(422, "Validation failed: status is missing");
    }
    Instant until = snoozedUntil(fields, status, warnings);
    desk.conversations().checkChange(id, status);
    return context -> ConversationJson.changed(desk.conversations().change(id, status, until));
  }

  /**
   * Null where there is none. Servers of this kind do not catch a wrong one, and answer 500; but
   * LiveDesk says that it checks the status, and a refusal is what a check ends with.
   */
  private static Status status(Fields fields) throws ApiError {
    String name = fields.text("status");
    if (name == null) {
      return null;
    }
    return Status.named(name)
        .orElseThrow(() -> new ApiError(422, "Validation failed: status is none of " + STATUSES));
  }

  private static Instant snoozedUntil(Fields fields, Status status, Warnings warnings)
      throws ApiError {
    if (status != Status.SNOOZED) {
      if (fields.has("snoozed_until")) {
        warnings.add("snoozed_until counts with status snoozed alone; the server ignores it.");
      }
      return null;
    }
    Long seconds = fields.number("snoozed_until");
    if (seconds == null) {
      return null;
    }
    if (seconds < 0 || seconds > LATEST) {
      throw new ApiError(422, "Validation failed: snoozed_until is no time in seconds since 1970");
    }
    return Instant.ofEpochSecond(seconds);
  }

  private static Map<String, Object> orEmpty(Map<String, Object> attributes) {
    return attributes == null ? Map.of() : attributes;
  }
}
