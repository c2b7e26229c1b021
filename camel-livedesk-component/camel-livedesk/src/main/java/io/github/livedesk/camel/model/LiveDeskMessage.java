// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A message as LiveDesk stored it (API document, "Response parameters"). Only the id is sure to be
 * there; any other field may be null, texts and lists of a kind this component does not know
 * included. In Simple: {@code ${body.id}}, {@code ${body.private}}.
 *
 * @param id message id, 64 bits, 1 or more
 * @param content the text as LiveDesk stored it, which may differ from the text sent
 * @param inboxId the inbox of the conversation
 * @param conversationId the conversation
 * @param messageType 0 from the customer, 1 from an agent, 2 an activity, 3 automatic
 * @param contentType such as {@code text}
 * @param status {@code sent}, {@code delivered}, {@code read}, {@code failed}; others may come.
 *     {@code sent} means stored, not delivered. Null when a retry was taken without a word
 * @param contentAttributes such as {@code in_reply_to}, {@code external_error}; never null. Here
 *     and in {@code other}, what is very large is kept as text, and read when it is asked for
 * @param additionalAttributes such as {@code template_params}; never null
 * @param createdAt when LiveDesk stored it
 * @param privateNote JSON {@code private}: true for a note that only agents see
 * @param sourceId the channel's own id
 * @param sortingId position in the conversation
 * @param sender who wrote it
 * @param attachments the files; never null
 * @param other what else LiveDesk sent, by its JSON name; never null
 */
public record LiveDeskMessage(
    long id,
    String content,
    Long inboxId,
    Long conversationId,
    Integer messageType,
    String contentType,
    String status,
    Map<String, Object> contentAttributes,
    Map<String, Object> additionalAttributes,
    Instant createdAt,
    boolean privateNote,
    String sourceId,
    Long sortingId,
    MessageSender sender,
    List<MessageAttachment> attachments,
    Map<String, Object> other) {

  /**
   * Reads the API's JSON object. Fields that are missing, unknown or of an unexpected type do no
   * harm, but for the id.
   *
   * @throws IllegalArgumentException when there is no id: then it is no message
   */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public static LiveDeskMessage of(Map<String, Object> json) {
    var fields = new JsonFields(json);
    Long id = fields.takeInt("id");
    if (id == null || id < 1) {
      throw new IllegalArgumentException("A message has an id, a whole number from 1");
    }
    Map<String, Object> sender = fields.takeSmallObject("sender");
    return new LiveDeskMessage(
        id,
        fields.takeText("content"),
        fields.takeLong("inbox_id"),
        fields.takeLong("conversation_id"),
        fields.takeInteger("message_type"),
        fields.takeText("content_type"),
        fields.takeText("status"),
        fields.takeObject("content_attributes"),
        fields.takeObject("additional_attributes"),
        fields.takeInstant("created_at"),
        Boolean.TRUE.equals(fields.takeBoolean("private")),
        fields.takeText("source_id"),
        fields.takeLong("sorting_id"),
        sender.isEmpty() ? null : MessageSender.of(sender),
        fields.takeObjects("attachments", MessageAttachment::of),
        fields.rest());
  }

  /** {@link #privateNote()} under the API's name, for Simple. */
  public boolean isPrivate() {
    return privateNote;
  }

  /** Whether the channel behind the conversation would not take it. */
  public boolean isFailed() {
    return "failed".equals(status);
  }

  /** Why it failed, in the channel's own words; null when it has not, or for no reason given. */
  public String externalError() {
    return isFailed() ? ResponseJson.text(contentAttributes, "external_error") : null;
  }

  /** A copy without status and external error, for a retry accepted with an empty response. */
  public LiveDeskMessage retried() {
    Map<String, Object> attributes = new LinkedHashMap<>(contentAttributes);
    attributes.remove("external_error");
    return new LiveDeskMessage(
        id,
        content,
        inboxId,
        conversationId,
        messageType,
        contentType,
        null,
        Collections.unmodifiableMap(attributes),
        additionalAttributes,
        createdAt,
        privateNote,
        sourceId,
        sortingId,
        sender,
        attachments,
        other);
  }

  /** The API's JSON object, without the fields that are null or empty. */
  @JsonValue
  public Map<String, Object> toMap() {
    var json = new LinkedHashMap<String, Object>();
    json.put("id", id);
    json.put("content", content);
    json.put("inbox_id", inboxId);
    json.put("conversation_id", conversationId);
    json.put("message_type", messageType);
    json.put("content_type", contentType);
    json.put("status", status);
    json.put("content_attributes", contentAttributes);
    json.put("additional_attributes", emptyToNull(additionalAttributes));
    json.put("created_at", toSeconds(createdAt));
    json.put("private", privateNote);
    json.put("source_id", sourceId);
    json.put("sorting_id", sortingId);
    json.put("sender", sender == null ? null : sender.toMap());
    json.put(
        "attachments",
        attachments.isEmpty() ? null : attachments.stream().map(MessageAttachment::toMap).toList());
    json.putAll(other);
    json.values().removeIf(Objects::isNull);
    return json;
  }

  private static Map<String, Object> emptyToNull(Map<String, Object> map) {
    return !ResponseJson.isLarge(map) && map.isEmpty() ? null : map;
  }

  private static Number toSeconds(Instant instant) {
    if (instant == null) {
      return null;
    }
    return instant.getNano() == 0
        ? (Number) instant.getEpochSecond()
        : BigDecimal.valueOf(instant.toEpochMilli(), 3);
  }

  /** Says which message it is; never its text. */
  @Override
  public String toString() {
    return "LiveDeskMessage[id="
        + id
        + ", conversationId="
        + conversationId
        + ", status="
        + status
        + "]";
  }
}
