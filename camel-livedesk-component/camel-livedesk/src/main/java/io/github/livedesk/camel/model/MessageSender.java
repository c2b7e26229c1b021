// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * Who wrote a message (API document, "sender"). Every field may be null but {@code other}.
 *
 * @param id id of the agent, contact or bot
 * @param name full name
 * @param availableName the name shown to customers
 * @param avatarUrl picture, may be empty
 * @param type {@code user} for an agent; others may come
 * @param availabilityStatus such as {@code offline}
 * @param thumbnail small picture, may be empty
 * @param other what else LiveDesk sent, by its JSON name
 */
public record MessageSender(
    Long id,
    String name,
    String availableName,
    String avatarUrl,
    String type,
    String availabilityStatus,
    String thumbnail,
    Map<String, Object> other) {

  /** Reads the API's JSON object. */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public static MessageSender of(Map<String, Object> json) {
    var fields = new JsonFields(json);
    return new MessageSender(
        fields.takeLong("id"),
        fields.takeText("name"),
        fields.takeText("available_name"),
        fields.takeText("avatar_url"),
        fields.takeText("type"),
        fields.takeText("availability_status"),
        fields.takeText("thumbnail"),
        fields.rest());
  }

  /** The API's JSON object, without the fields that are null. */
  @JsonValue
  public Map<String, Object> toMap() {
    var json = new LinkedHashMap<String, Object>();
    json.put("id", id);
    json.put("name", name);
    json.put("available_name", availableName);
    json.put("avatar_url", avatarUrl);
    json.put("type", type);
    json.put("availability_status", availabilityStatus);
    json.put("thumbnail", thumbnail);
    json.putAll(other);
    json.values().removeIf(Objects::isNull);
    return json;
  }

  /** Says who by id; never by name. */
  @Override
  public String toString() {
    return "MessageSender[id=" + id + ", type=" + type + "]";
  }
}
