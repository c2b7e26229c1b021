// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.simulator;

import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;

/**
 * A message of a conversation, as the simulator keeps it.
 *
 * @param id unique in the simulator, from 1
 * @param conversationId the conversation, as in the path of the request
 * @param sortingId position in the conversation, from 1
 * @param content its text; null where there are only files
 * @param privateNote whether only agents see it
 * @param status {@code sent} or {@code failed}
 * @param externalError why it failed, or null
 * @param inReplyTo the message of the same conversation that it replies to, or null
 * @param createdAt when it came
 * @param attachments its files; empty when there are none
 * @param templateParams of a template message, as they came; otherwise empty
 */
public record StoredMessage(
    long id,
    String conversationId,
    long sortingId,
    String content,
    boolean privateNote,
    String status,
    String externalError,
    Long inReplyTo,
    Instant createdAt,
    List<StoredAttachment> attachments,
    Map<String, Object> templateParams) {

  private static final int OWN_SIZE = 1_000;
  private static final int VALUE_SIZE = 50;

  /** Whether LiveDesk could not deliver it. */
  public boolean isFailed() {
    return status.equals("failed");
  }

  /**
   * The file of this name.
   *
   * @throws NoSuchElementException when there is none; it names those that there are
   */
  public StoredAttachment attachment(String fileName) {
    return attachments.stream()
        .filter(file -> file.fileName().equals(fileName))
        .findFirst()
        .orElseThrow(
            () ->
                new NoSuchElementException(
                    "Message %d has no file %s; it has %s".formatted(id, fileName, attachments)));
  }

  /** The name of the template; null when it is no template message. */
  public String templateName() {
    return (String) templateParams.get("name");
  }

  /** The values of the template's body by position or name; empty when there are none. */
  public Map<String, String> templateParameters() {
    var values = new LinkedHashMap<String, String>();
    if (templateParams.get("processed_params") instanceof Map<?, ?> params) {
      params.forEach((name, value) -> values.put(name.toString(), value.toString()));
    }
    return values;
  }

  /** What the customer reads: in a template's text, values stand where they have a place. */
  String shownText() {
    String text = content;
    for (var value : templateParameters().entrySet()) {
      text = text.replace("{{" + value.getKey() + "}}", value.getValue());
    }
    return text;
  }

  /** What it takes of the memory, roughly, in bytes. */
  long size() {
    long names = attachments.stream().mapToLong(StoredAttachment::headSize).sum();
    return OWN_SIZE + size(content) + size(templateParams) + names + sizeOfFiles();
  }

  /** Several may be pieces of one file on disk, which stays as a whole. */
  private long sizeOfFiles() {
    Set<SpoolFile> files = new HashSet<>();
    long size = 0;
    for (StoredAttachment attachment : attachments) {
      SpoolFile file = attachment.content().file();
      if (file == null) {
        size += attachment.content().size();
      } else if (files.add(file)) {
        size += file.size();
      }
    }
    return size;
  }

  private static long size(Object value) {
    if (value instanceof Map<?, ?> map) {
      return map.entrySet().stream()
          .mapToLong(entry -> size(entry.getKey()) + size(entry.getValue()))
          .sum();
    }
    if (value instanceof List<?> list) {
      return list.stream().mapToLong(StoredMessage::size).sum();
    }
    return value == null ? 0 : VALUE_SIZE + 2L * value.toString().length();
  }

  /** The documented reply (API document, "Response example"). */
  Map<String, Object> toJson(String baseUrl) {
    var json = new LinkedHashMap<String, Object>();
    json.put("id", id);
    json.put("content", content);
    json.put("inbox_id", 79);
    json.put("conversation_id", numberOrText(conversationId));
    json.put("message_type", 1);
    json.put("content_type", "text");
    json.put("status", status);
    json.put("content_attributes", contentAttributes());
    json.put("created_at", createdAt.getEpochSecond());
    json.put("private", privateNote);
    json.put("source_id", null);
    json.put("sorting_id", sortingId);
    json.put("sender", sender());
    if (!templateParams.isEmpty()) {
      json.put("additional_attributes", Map.of("template_params", shortParams()));
    }
    if (!attachments.isEmpty()) {
      json.put("attachments", attachments.stream().map(file -> file.toJson(id, baseUrl)).toList());
    }
    return json;
  }

  private Map<String, Object> contentAttributes() {
    var attributes = new LinkedHashMap<String, Object>();
    if (inReplyTo != null) {
      attributes.put("in_reply_to", inReplyTo);
    }
    if (externalError != null) {
      attributes.put("external_error", externalError);
    }
    return attributes;
  }

  /** The same message, failed with an error, or sent where there is none. */
  StoredMessage withExternalError(String error) {
    return new StoredMessage(
        id,
        conversationId,
        sortingId,
        content,
        privateNote,
        error == null ? "sent" : "failed",
        error,
        inReplyTo,
        createdAt,
        attachments,
        templateParams);
  }

  /** What the documented reply says of a template. */
  private Map<String, Object> shortParams() {
    var params = new LinkedHashMap<String, Object>(templateParams);
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
