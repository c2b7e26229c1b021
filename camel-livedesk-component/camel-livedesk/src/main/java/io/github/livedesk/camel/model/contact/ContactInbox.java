// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.model.contact;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.github.livedesk.camel.model.JsonFields;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * A session of a contact in an inbox. Any field may be null but {@code other}.
 *
 * @param sourceId the session's own id. Whoever has it can open the customer's chat: keep it out of
 *     logs
 * @param inboxId the inbox
 * @param inboxName its name
 * @param channelType such as {@code Channel::Api}
 * @param other what else LiveDesk sent, by its JSON name
 */
public record ContactInbox(
    String sourceId,
    Long inboxId,
    String inboxName,
    String channelType,
    Map<String, Object> other) {

  /** Reads the API's JSON object: a session with its inbox, or with the id of it. */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public static ContactInbox of(Map<String, Object> json) {
    var fields = new JsonFields(json);
    String sourceId = fields.takeText("source_id");
    var inbox = new JsonFields(fields.takeSmallObject("inbox"));
    Long id = inbox.takeLong("id");
    String name = inbox.takeText("name");
    String channelType = inbox.takeText("channel_type");
    Long inboxId = fields.takeLong("inbox_id");
    Map<String, Object> other = new LinkedHashMap<>(fields.rest());
    if (!inbox.rest().isEmpty()) {
      other.put("inbox", inbox.rest());
    }
    return new ContactInbox(
        sourceId, id == null ? inboxId : id, name, channelType, Map.copyOf(withoutNulls(other)));
  }

  private static Map<String, Object> withoutNulls(Map<String, Object> map) {
    map.values().removeIf(Objects::isNull);
    return map;
  }

  /** The API's JSON object, without the fields that are null. */
  @JsonValue
  public Map<String, Object> toMap() {
    var inbox = new LinkedHashMap<String, Object>();
    inbox.put("id", inboxId);
    inbox.put("name", inboxName);
    inbox.put("channel_type", channelType);
    var json = new LinkedHashMap<String, Object>();
    json.put("source_id", sourceId);
    if (other.get("inbox") instanceof Map<?, ?> more) {
      more.forEach((name, value) -> inbox.put(String.valueOf(name), value));
    }
    json.put("inbox", withoutNulls(inbox));
    other.forEach(json::putIfAbsent);
    return withoutNulls(json);
  }

  /** Says which inbox; never the session's id. */
  @Override
  public String toString() {
    return "ContactInbox[inboxId=" + inboxId + "]";
  }
}
