// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.model.contact;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.github.livedesk.camel.model.JsonFields;
import io.github.livedesk.camel.model.LiveDeskRecord;
import io.github.livedesk.camel.model.ResponseJson;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A contact as LiveDesk has it: a customer. Only the id is sure to be there; any other field may be
 * null. In Simple: {@code ${body.id}}, {@code ${body.phoneNumber}}. Its {@code toString} has no
 * personal data.
 *
 * @param id contact id, 64 bits, 1 or more
 * @param name as agents see it
 * @param email in lower case, as LiveDesk stores it
 * @param phoneNumber {@code +} and 2 to 15 digits
 * @param identifier the customer's number or name in a system of yours
 * @param availabilityStatus such as {@code offline}
 * @param blocked JSON {@code blocked}: whether LiveDesk takes nothing from them
 * @param thumbnail small picture, may be empty
 * @param customAttributes JSON {@code custom_attributes}; never null
 * @param additionalAttributes JSON {@code additional_attributes}, such as {@code city}; never null
 * @param createdAt when LiveDesk stored it
 * @param lastActivityAt when they last wrote
 * @param inboxes JSON {@code contact_inboxes}: their sessions; never null
 * @param other what else LiveDesk sent, by its JSON name; never null
 */
public record LiveDeskContact(
    long id,
    String name,
    String email,
    String phoneNumber,
    String identifier,
    String availabilityStatus,
    Boolean blocked,
    String thumbnail,
    Map<String, Object> customAttributes,
    Map<String, Object> additionalAttributes,
    Instant createdAt,
    Instant lastActivityAt,
    List<ContactInbox> inboxes,
    Map<String, Object> other)
    implements LiveDeskRecord {

  /**
   * Reads the API's JSON object. Fields that are missing, unknown or of an unexpected type do no
   * harm, but for the id.
   *
   * @throws IllegalArgumentException when there is no id: then it is no contact
   */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public static LiveDeskContact of(Map<String, Object> json) {
    var fields = new JsonFields(json);
    Long id = fields.takeInt("id");
    if (id == null || id < 1) {
      throw new IllegalArgumentException("has no contact id");
    }
    return new LiveDeskContact(
        id,
        fields.takeText("name"),
        fields.takeText("email"),
        fields.takeText("phone_number"),
        fields.takeText("identifier"),
        fields.takeText("availability_status"),
        fields.takeBoolean("blocked"),
        fields.takeText("thumbnail"),
        fields.takeObject("custom_attributes"),
        fields.takeObject("additional_attributes"),
        fields.takeInstant("created_at"),
        fields.takeInstant("last_activity_at"),
        fields.takeObjects("contact_inboxes", ContactInbox::of),
        fields.rest());
  }

  /** A copy with other sessions. */
  public LiveDeskContact withInboxes(List<ContactInbox> sessions) {
    return new LiveDeskContact(
        id,
        name,
        email,
        phoneNumber,
        identifier,
        availabilityStatus,
        blocked,
        thumbnail,
        customAttributes,
        additionalAttributes,
        createdAt,
        lastActivityAt,
        List.copyOf(sessions),
        other);
  }

  /**
   * The session in an inbox that messages go through.
   *
   * @param inboxId null where the contact's only inbox is meant
   * @return the first that LiveDesk lists; empty where there is none, or several inboxes and none
   *     is named
   */
  public Optional<ContactInbox> session(Long inboxId) {
    List<ContactInbox> sessions =
        inboxes.stream()
            .filter(inbox -> inbox.sourceId() != null && inbox.inboxId() != null)
            .filter(inbox -> inboxId == null || inbox.inboxId().equals(inboxId))
            .toList();
    long ids = sessions.stream().map(ContactInbox::inboxId).distinct().count();
    return ids == 1 ? Optional.of(sessions.get(0)) : Optional.empty();
  }

  /** The API's JSON object, without the fields that are null or empty. */
  @Override
  @JsonValue
  public Map<String, Object> toMap() {
    var json = new LinkedHashMap<String, Object>();
    json.put("id", id);
    json.put("name", name);
    json.put("email", email);
    json.put("phone_number", phoneNumber);
    json.put("identifier", identifier);
    json.put("availability_status", availabilityStatus);
    json.put("blocked", blocked);
    json.put("thumbnail", thumbnail);
    json.put("custom_attributes", emptyToNull(customAttributes));
    json.put("additional_attributes", emptyToNull(additionalAttributes));
    json.put("created_at", seconds(createdAt));
    json.put("last_activity_at", seconds(lastActivityAt));
    json.put(
        "contact_inboxes",
        inboxes.isEmpty() ? null : inboxes.stream().map(ContactInbox::toMap).toList());
    json.putAll(other);
    json.values().removeIf(Objects::isNull);
    return json;
  }

  private static Map<String, Object> emptyToNull(Map<String, Object> map) {
    return !ResponseJson.isLarge(map) && map.isEmpty() ? null : map;
  }

  private static Long seconds(Instant instant) {
    return instant == null ? null : instant.getEpochSecond();
  }

  /** Says which contact it is; nothing about the person. */
  @Override
  public String toString() {
    return "LiveDeskContact[id=" + id + "]";
  }
}
