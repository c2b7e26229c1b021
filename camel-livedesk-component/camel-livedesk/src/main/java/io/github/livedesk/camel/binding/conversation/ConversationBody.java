// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.binding.conversation;

import io.github.livedesk.camel.binding.ObjectBody;
import io.github.livedesk.camel.binding.ResourceOptions;
import io.github.livedesk.camel.model.contact.LiveDeskContact;
import io.github.livedesk.camel.model.conversation.ConversationRequest;
import io.github.livedesk.camel.model.failure.Names;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * What a body says of a conversation that is to be made.
 *
 * @param fields by the API's names; may be empty
 * @param contact whose sessions are known; null where the body is no contact
 */
record ConversationBody(Map<String, Object> fields, LiveDeskContact contact) {

  /** Those that the document has, and those that servers of this family take beside them. */
  private static final Set<String> FIELDS =
      Set.of(
          "inbox_id",
          "contact_id",
          "source_id",
          "custom_attributes",
          "additional_attributes",
          "status",
          "snoozed_until",
          "assignee_id",
          "team_id",
          "priority");

  static ConversationBody of(ResourceOptions reader) {
    Object body = reader.body();
    if (body instanceof ConversationRequest request) {
      return new ConversationBody(fields(request), null);
    }
    if (body instanceof LiveDeskContact contact) {
      return new ConversationBody(Map.of("contact_id", contact.id()), contact);
    }
    Map<String, Object> json = ObjectBody.of(reader, body).orElse(Map.of());
    if (json.keySet().stream().noneMatch(FIELDS::contains)) {
      return new ConversationBody(Map.of(), null);
    }
    for (String name : json.keySet()) {
      if (!FIELDS.contains(name)) {
        throw reader.wrong(
            "body",
            "a field that no conversation has, " + Names.shown(name),
            "a ConversationRequest, a LiveDeskContact, or a Map or JsonNode with the fields"
                + " inbox_id, contact_id, source_id, custom_attributes, additional_attributes");
      }
    }
    return new ConversationBody(json, null);
  }

  private static Map<String, Object> fields(ConversationRequest request) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("inbox_id", request.inboxId());
    fields.put("contact_id", request.contactId());
    fields.put("source_id", request.sourceId());
    fields.put("custom_attributes", request.customAttributes());
    fields.put("additional_attributes", request.additionalAttributes());
    return fields;
  }

  Object get(String field) {
    return fields.get(field);
  }
}
