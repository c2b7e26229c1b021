// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.model.conversation;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.github.livedesk.camel.model.JsonFields;
import io.github.livedesk.camel.model.LiveDeskRecord;
import io.github.livedesk.camel.model.ResponseJson;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * A conversation as LiveDesk has it. Only the id is sure to be there; any other field may be null.
 * In Simple: {@code ${body.id}}, {@code ${body.status}}. Its {@code toString} has no personal data.
 *
 * @param id the conversation's number, which message calls name; 1 or more
 * @param status {@code open}, {@code pending}, {@code snoozed}, {@code resolved}, {@code closed};
 *     others may come. A conversation that LiveDesk gave back instead of a new one may have any
 * @param inboxId its inbox
 * @param contactId its contact, JSON {@code meta.sender.id}
 * @param canReply JSON {@code can_reply}: false where the channel takes templates only, as WhatsApp
 *     does 24 hours after the customer's last message
 * @param snoozedUntil JSON {@code snoozed_until}
 * @param createdAt when LiveDesk stored it
 * @param customAttributes JSON {@code custom_attributes}; never null
 * @param additionalAttributes JSON {@code additional_attributes}; never null
 * @param other what else LiveDesk sent, by its JSON name, {@code meta} with the contact included;
 *     never null
 */
public record LiveDeskConversation(
    long id,
    String status,
    Long inboxId,
    Long contactId,
    Boolean canReply,
    Instant snoozedUntil,
    Instant createdAt,
    Map<String, Object> customAttributes,
    Map<String, Object> additionalAttributes,
    Map<String, Object> other)
    implements LiveDeskRecord {

  /**
   * Reads the API's JSON object. Fields that are missing, unknown or of an unexpected type do no
   * harm, but for the id.
   *
   * @throws IllegalArgumentException when there is no id: then it is no conversation
   */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public static LiveDeskConversation of(Map<String, Object> json) {
    var fields = new JsonFields(json);
    Long id = fields.takeInt("id");
    if (id == null || id < 1) {
      throw new IllegalArgumentException("has no conversation id");
    }
    return new LiveDeskConversation(
        id,
        fields.takeText("status"),
        fields.takeLong("inbox_id"),
        contactId(json),
        fields.takeBoolean("can_reply"),
        fields.takeInstant("snoozed_until"),
        fields.takeInstant("created_at"),
        fields.takeObject("custom_attributes"),
        fields.takeObject("additional_attributes"),
        fields.rest());
  }

  /** The contact of a conversation's JSON; null where it is not told. */
  public static Long contactId(Map<String, Object> json) {
    var meta = new JsonFields(new JsonFields(json).takeSmallObject("meta"));
    return new JsonFields(meta.takeSmallObject("sender")).takeLong("id");
  }

  /** The API's JSON object, without the fields that are null or empty. */
  @Override
  @JsonValue
  public Map<String, Object> toMap() {
    var json = new LinkedHashMap<String, Object>();
    json.put("id", id);
    json.put("status", status);
    json.put("inbox_id", inboxId);
    json.put("can_reply", canReply);
    json.put("snoozed_until", snoozedUntil == null ? null : snoozedUntil.toString());
    json.put("created_at", createdAt == null ? null : createdAt.getEpochSecond());
    json.put("custom_attributes", emptyToNull(customAttributes));
    json.put("additional_attributes", emptyToNull(additionalAttributes));
    json.putAll(other);
    json.values().removeIf(Objects::isNull);
    return json;
  }

  private static Map<String, Object> emptyToNull(Map<String, Object> map) {
    return !ResponseJson.isLarge(map) && map.isEmpty() ? null : map;
  }

  /** Says which conversation it is; nothing about the person. */
  @Override
  public String toString() {
    return "LiveDeskConversation[id=" + id + ", inboxId=" + inboxId + "]";
  }
}
