// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.simulator.api;

import io.github.livedesk.camel.simulator.store.Attachment;
import io.github.livedesk.camel.simulator.store.Message;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The documented response (API document, "Response example" and "attachments"). */
final class MessageJson {

  private MessageJson() {}

  /**
   * A message.
   *
   * @param inboxId of its conversation
   * @param baseUrl where the simulator is for who asks
   */
  static Map<String, Object> of(Message message, long inboxId, String baseUrl) {
    var json = new LinkedHashMap<String, Object>();
    json.put("id", message.id());
    json.put("content", message.content());
    json.put("inbox_id", inboxId);
    json.put("conversation_id", numberOrText(message.conversationId()));
    json.put("message_type", message.fromCustomer() ? 0 : 1);
    json.put("content_type", "text");
    json.put("status", message.status());
    json.put("content_attributes", contentAttributes(message));
    json.put("created_at", message.createdAt().getEpochSecond());
    json.put("private", message.privateNote());
    json.put("source_id", null);
    json.put("sorting_id", message.sortingId());
    json.put("sender", sender());
    if (!message.templateParams().isEmpty()) {
      json.put("additional_attributes", Map.of("template_params", shortParams(message)));
    }
    if (!message.attachments().isEmpty()) {
      json.put(
          "attachments",
          message.attachments().stream()
              .map(file -> attachment(file, message.id(), baseUrl))
              .toList());
    }
    return json;
  }

  private static Map<String, Object> contentAttributes(Message message) {
    var attributes = new LinkedHashMap<String, Object>();
    if (message.inReplyTo() != null) {
      attributes.put("in_reply_to", message.inReplyTo());
    }
    if (message.externalError() != null) {
      attributes.put("external_error", message.externalError());
    }
    return attributes;
  }

  private static Map<String, Object> attachment(Attachment file, long messageId, String baseUrl) {
    String url = baseUrl + file.path();
    var json = new LinkedHashMap<String, Object>();
    json.put("id", file.id());
    json.put("message_id", messageId);
    json.put("file_type", file.fileType());
    json.put("account_id", 14);
    json.put("extension", null);
    json.put("data_url", url);
    json.put("thumb_url", file.fileType().equals("image") ? url : "");
    json.put("file_size", file.content().size());
    json.put("width", null);
    json.put("height", null);
    return json;
  }

  /** What the documented reply says of a template. */
  private static Map<String, Object> shortParams(Message message) {
    var params = new LinkedHashMap<String, Object>(message.templateParams());
    params.keySet().retainAll(List.of("name", "language", "category"));
    return params;
  }

  private static Object numberOrText(String id) {
    return id.matches("\\d{1,18}") ? (Object) Long.valueOf(id) : id;
  }

  private static Map<String, Object> sender() {
    var sender = new LinkedHashMap<String, Object>();
    sender.put("id", 3);
    sender.put("name", "Simulated Agent");
    sender.put("available_name", "Simulated Agent");
    sender.put("avatar_url", "");
    sender.put("type", "user");
    sender.put("availability_status", "offline");
    sender.put("thumbnail", "");
    return sender;
  }
}
