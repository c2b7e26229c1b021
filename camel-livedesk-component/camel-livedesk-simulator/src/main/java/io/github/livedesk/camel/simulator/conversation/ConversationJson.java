// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.simulator.conversation;

import io.github.livedesk.camel.simulator.contact.ContactJson;
import io.github.livedesk.camel.simulator.desk.Contact;
import io.github.livedesk.camel.simulator.desk.DeskConversation;
import io.github.livedesk.camel.simulator.desk.DeskConversation.Origin;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A conversation in answers. */
final class ConversationJson {

  private static final DateTimeFormatter ISO =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSX").withZone(ZoneOffset.UTC);

  private ConversationJson() {}

  /**
   * One that was made.
   *
   * @param contact null where it is not kept any more
   */
  static Map<String, Object> of(DeskConversation conversation, Contact contact) {
    Origin origin = conversation.origin();
    long createdAt = conversation.createdAt().getEpochSecond();
    var json = new LinkedHashMap<String, Object>();
    json.put("meta", meta(contact));
    json.put("id", numberOrText(conversation.id()));
    json.put("messages", List.of());
    json.put("account_id", 14);
    json.put("uuid", conversation.uuid().toString());
    json.put("additional_attributes", origin.additionalAttributes());
    json.put("agent_last_seen_at", 0);
    json.put("assignee_last_seen_at", 0);
    json.put("can_reply", true);
    json.put("contact_last_seen_at", 0);
    json.put("custom_attributes", origin.customAttributes());
    json.put("inbox_id", origin.inboxId());
    json.put("labels", List.of());
    json.put("muted", false);
    json.put("snoozed_until", isoText(conversation.snoozedUntil()));
    json.put("status", conversation.status().toString());
    json.put("created_at", createdAt);
    json.put("updated_at", conversation.updatedAt().toEpochMilli() / 1000.0);
    json.put("timestamp", createdAt);
    json.put("first_reply_created_at", 0);
    json.put("unread_count", 0);
    json.put("last_non_activity_message", null);
    json.put("last_activity_at", createdAt);
    json.put("priority", null);
    json.put("waiting_since", createdAt);
    json.put("conversation_category", "chat");
    json.put("chat_mode", "private_chat");
    json.put("ticket_info", null);
    return json;
  }

  /** The answer to another status. */
  static Map<String, Object> changed(DeskConversation conversation) {
    var payload = new LinkedHashMap<String, Object>();
    payload.put("success", true);
    payload.put("conversation_id", numberOrText(conversation.id()));
    payload.put("current_status", conversation.status().toString());
    payload.put("snoozed_until", isoText(conversation.snoozedUntil()));
    var json = new LinkedHashMap<String, Object>();
    json.put("meta", Map.of());
    json.put("payload", payload);
    return json;
  }

  private static Map<String, Object> meta(Contact contact) {
    var meta = new LinkedHashMap<String, Object>();
    meta.put("sender", contact == null ? null : ContactJson.of(contact));
    meta.put("channel", "Channel::Api");
    meta.put("hmac_verified", false);
    return meta;
  }

  private static String isoText(Instant time) {
    return time == null ? null : ISO.format(time);
  }

  private static Object numberOrText(String id) {
    return id.matches("[0-9]{1,18}") ? (Object) Long.valueOf(id) : id;
  }
}
