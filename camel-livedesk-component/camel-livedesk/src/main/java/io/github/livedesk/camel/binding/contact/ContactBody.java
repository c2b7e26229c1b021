// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.binding.contact;

import io.github.livedesk.camel.binding.ObjectBody;
import io.github.livedesk.camel.binding.ResourceOptions;
import io.github.livedesk.camel.model.contact.ContactRequest;
import io.github.livedesk.camel.model.contact.LiveDeskContact;
import io.github.livedesk.camel.model.failure.Names;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * What a body says of a contact, by the API's names. A null is one that the body names.
 *
 * @param id of the contact that it is about; null where it names none
 * @param fields may be empty
 * @param isContact whether the body is one at all: an order is left aside
 */
record ContactBody(Object id, Map<String, Object> fields, boolean isContact) {

  /** What a contact can be given. */
  static final Set<String> FIELDS =
      Set.of(
          "inbox_id",
          "name",
          "email",
          "phone_number",
          "identifier",
          "avatar_url",
          "blocked",
          "custom_attributes",
          "additional_attributes");

  /** What LiveDesk alone writes: a contact that was read may be given back. */
  private static final Set<String> READ_ONLY =
      Set.of(
          "id",
          "thumbnail",
          "availability_status",
          "created_at",
          "last_activity_at",
          "contact_inboxes");

  private static final String TAKES =
      "a ContactRequest, or a Map or JsonNode with the fields inbox_id, name, email, phone_number,"
          + " identifier, avatar_url, blocked, custom_attributes, additional_attributes";

  static ContactBody of(ResourceOptions reader) {
    Object body = reader.body();
    if (body instanceof ContactRequest request) {
      return new ContactBody(null, fields(request), true);
    }
    if (body instanceof LiveDeskContact contact) {
      return new ContactBody(contact.id(), Map.of(), true);
    }
    return ObjectBody.of(reader, body)
        .filter(json -> json.keySet().stream().anyMatch(FIELDS::contains))
        .map(json -> ofJson(reader, json))
        .orElse(new ContactBody(null, Map.of(), false));
  }

  private static ContactBody ofJson(ResourceOptions reader, Map<String, Object> json) {
    Map<String, Object> fields = new LinkedHashMap<>();
    json.forEach(
        (name, value) -> {
          if (FIELDS.contains(name)) {
            fields.put(name, value);
          } else if (!READ_ONLY.contains(name)) {
            throw reader.wrong("body", "a field that no contact has, " + Names.shown(name), TAKES);
          }
        });
    return new ContactBody(json.get("id"), fields, true);
  }

  private static Map<String, Object> fields(ContactRequest request) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("inbox_id", request.inboxId());
    fields.put("name", request.name());
    fields.put("email", request.email());
    fields.put("phone_number", request.phoneNumber());
    fields.put("identifier", request.identifier());
    fields.put("avatar_url", request.avatarUrl());
    fields.put("custom_attributes", request.customAttributes());
    fields.put("additional_attributes", request.additionalAttributes());
    // What the record leaves open is not named: only a Map can empty a field.
    fields.values().removeIf(value -> value == null || Map.of().equals(value));
    return fields;
  }

  /** What a body may be, for an error. */
  static String takes() {
    return TAKES;
  }
}
