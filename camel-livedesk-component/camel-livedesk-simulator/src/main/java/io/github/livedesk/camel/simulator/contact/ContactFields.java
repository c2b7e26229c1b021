// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.simulator.contact;

import io.github.livedesk.camel.simulator.call.Fields;
import io.github.livedesk.camel.simulator.call.Warnings;
import io.github.livedesk.camel.simulator.store.ApiError;
import io.github.livedesk.camel.simulator.store.Request;
import java.io.IOException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The fields of a contact in a request. */
final class ContactFields {

  private static final List<String> TEXTS =
      List.of("name", "email", "phone_number", "identifier", "avatar_url");
  private static final List<String> OBJECTS = List.of("additional_attributes", "custom_attributes");

  /** The document's example of an update has them, and the server changes none of them. */
  private static final List<String> READ_ONLY =
      List.of(
          "id",
          "availability_status",
          "thumbnail",
          "last_activity_at",
          "created_at",
          "first_name",
          "last_name");

  private static final Set<String> OF_CREATE = names(List.of("inbox_id"));
  private static final Set<String> OF_UPDATE = names(READ_ONLY);

  private ContactFields() {}

  private static Set<String> names(List<String> more) {
    var names = new HashSet<>(TEXTS);
    names.addAll(OBJECTS);
    names.add("blocked");
    names.addAll(more);
    return Set.copyOf(names);
  }

  static Fields ofCreate(Request request, Warnings warnings) throws ApiError, IOException {
    return Fields.read(request, OF_CREATE, warnings);
  }

  static Fields ofUpdate(Request request, Warnings warnings) throws ApiError, IOException {
    Fields fields = Fields.read(request, OF_UPDATE, warnings);
    READ_ONLY.stream()
        .filter(fields::has)
        .forEach(name -> warnings.add("Field '" + name + "' is read-only; the server ignores it."));
    return fields;
  }

  /** What is there, null too, by the names of the API. */
  static Map<String, Object> changes(Fields fields) throws ApiError {
    Map<String, Object> changes = new LinkedHashMap<>();
    for (String name : TEXTS) {
      if (fields.has(name)) {
        changes.put(name, fields.text(name));
      }
    }
    for (String name : OBJECTS) {
      changes.put(name, fields.object(name));
    }
    changes.put("blocked", fields.flag("blocked"));
    return changes;
  }
}
