// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.binding.conversation;

import io.github.livedesk.camel.LiveDeskConstants;
import io.github.livedesk.camel.binding.Given;
import io.github.livedesk.camel.binding.Ids;
import io.github.livedesk.camel.binding.JsonCopy;
import io.github.livedesk.camel.binding.MessageFields;
import io.github.livedesk.camel.binding.ResourceOptions;
import io.github.livedesk.camel.client.conversation.ConversationCall;
import io.github.livedesk.camel.client.conversation.ConversationCall.Create;
import io.github.livedesk.camel.client.conversation.ConversationCall.SetStatus;
import io.github.livedesk.camel.model.contact.ContactInbox;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** An exchange as an operation on conversations. */
final class ConversationRequestMapper {

  /** The names of the operations. */
  static final List<String> OPERATIONS = List.of("create", "status");

  private final ResourceOptions reader;

  private ConversationRequestMapper(ResourceOptions reader) {
    this.reader = reader;
  }

  static ConversationCall read(ResourceOptions reader) {
    var mapper = new ConversationRequestMapper(reader);
    return reader.operation(OPERATIONS).equals("create") ? mapper.create() : mapper.status();
  }

  private Create create() {
    ConversationBody body = ConversationBody.of(reader);
    Long inbox = given(ConversationOption.INBOX_ID, body.get("inbox_id"));
    if (inbox == null) {
      inbox = inHand(LiveDeskConstants.CURRENT_INBOX_ID);
    }
    if (inbox == null) {
      throw reader.wrong(
          "inboxId",
          "nothing",
          ResourceOptions.ID_RULE + ", as option or as header " + LiveDeskConstants.INBOX_ID);
    }
    Long contact = contact(body);
    String source = source(body, contact, inbox);
    if (contact == null && source == null) {
      throw reader.wrong(
          "contactId",
          "neither a contact nor a session",
          "a contact: in hand after livedesk:contacts or as body, as option or as header "
              + LiveDeskConstants.CONTACT_ID);
    }
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("inbox_id", inbox);
    put(json, "contact_id", contact);
    put(json, "source_id", source);
    Map<String, Object> more = new LinkedHashMap<>(body.fields());
    more.keySet().removeAll(List.of("inbox_id", "contact_id", "source_id"));
    more.values().removeIf(value -> value == null || Map.of().equals(value));
    json.putAll(JsonCopy.of(reader, "body", more));
    return new Create(inbox, contact, source, json);
  }

  private static void put(Map<String, Object> json, String field, Object value) {
    if (value != null) {
      json.put(field, value);
    }
  }

  /** From header, then body, then option. */
  private Long given(ConversationOption option, Object inBody) {
    Object header = reader.header(option.header());
    if (header != null) {
      return reader.id(option.header(), header);
    }
    Object value = inBody == null ? reader.option(option.optionName()) : inBody;
    return reader.id(option.optionName(), value);
  }

  private Long inHand(String header) {
    return reader.id(header, reader.header(header));
  }

  private Long contact(ConversationBody body) {
    Long inBody = reader.id("contact_id", body.get("contact_id"));
    Long outside =
        reader.id(
            "contactId",
            reader.headerOr(
                ConversationOption.CONTACT_ID.header(),
                ConversationOption.CONTACT_ID.optionName()));
    if (inBody != null && outside != null && !inBody.equals(outside)) {
      throw reader.wrong(
          "contactId",
          "contact " + inBody + " in the body, " + outside + " outside",
          "one contact");
    }
    if (inBody != null || outside != null) {
      return inBody == null ? outside : inBody;
    }
    String session = givenSource(body);
    boolean isAnothers =
        session != null
            && !session.equals(
                Objects.toString(reader.header(LiveDeskConstants.CURRENT_SOURCE_ID), null));
    return isAnothers ? null : inHand(LiveDeskConstants.CURRENT_CONTACT_ID);
  }

  /** A session that was found counts only for the contact and the inbox that it was found for. */
  private String source(ConversationBody body, Long contact, Long inbox) {
    String given = givenSource(body);
    if (given != null) {
      return given;
    }
    if (body.contact() != null) {
      return body.contact().session(inbox).map(ContactInbox::sourceId).orElse(null);
    }
    boolean isTheSame =
        contact != null
            && contact.equals(inHand(LiveDeskConstants.CURRENT_CONTACT_ID))
            && inbox.equals(inHand(LiveDeskConstants.CURRENT_INBOX_ID));
    return isTheSame
        ? text(
            LiveDeskConstants.CURRENT_SOURCE_ID, reader.header(LiveDeskConstants.CURRENT_SOURCE_ID))
        : null;
  }

  private String givenSource(ConversationBody body) {
    Object header = reader.header(ConversationOption.SOURCE_ID.header());
    if (header != null) {
      return text(ConversationOption.SOURCE_ID.header(), header);
    }
    Object inBody = body.get("source_id");
    return text(
        "sourceId",
        inBody == null ? reader.option(ConversationOption.SOURCE_ID.optionName()) : inBody);
  }

  private String text(String field, Object value) {
    if (value == null) {
      return null;
    }
    String text = Given.text(reader, field, value, "text");
    MessageFields.checkText(reader, field, text);
    return text.isBlank() ? null : text;
  }

  private SetStatus status() {
    Object id =
        reader.headerOr(
            ConversationOption.CONVERSATION_ID.header(),
            ConversationOption.CONVERSATION_ID.optionName());
    if (id == null) {
      id = reader.header(LiveDeskConstants.CURRENT_CONVERSATION_ID);
    }
    String takes =
        Ids.PATH_ID_RULE + ", as option or as header " + LiveDeskConstants.CONVERSATION_ID;
    String conversation = Given.pathId(reader, "conversationId", id, takes);
    String status =
        text(
            "status",
            reader.headerOr(
                ConversationOption.STATUS.header(), ConversationOption.STATUS.optionName()));
    if (status == null) {
      throw reader.wrong(
          "status",
          "nothing",
          "open, resolved, pending, snoozed, closed, or what LiveDesk may add, as option or as"
              + " header "
              + LiveDeskConstants.CONVERSATION_STATUS);
    }
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("status", status);
    Object until =
        reader.headerOr(
            ConversationOption.SNOOZED_UNTIL.header(),
            ConversationOption.SNOOZED_UNTIL.optionName());
    if (until != null) {
      if (!status.equals("snoozed")) {
        throw reader.wrong("snoozedUntil", "a time with another status", "status=snoozed with it");
      }
      json.put("snoozed_until", SnoozeTime.seconds(reader, until, Instant.now()));
    }
    return new SetStatus(conversation, status, json);
  }
}
