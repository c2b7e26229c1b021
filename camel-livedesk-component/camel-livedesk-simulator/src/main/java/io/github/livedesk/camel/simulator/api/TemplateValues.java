// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.simulator.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.livedesk.camel.simulator.call.Warnings;
import io.github.livedesk.camel.simulator.http.ShownName;
import java.util.ArrayList;
import java.util.List;

/** Values of a template that LiveDesk stores, and WhatsApp refuses when it gets them. */
final class TemplateValues {

  private static final String TOO_MANY_BLANKS = " ".repeat(5);

  private TemplateValues() {}

  /**
   * @param params {@code template_params}, which are as documented
   */
  static void warn(JsonNode params, Warnings warnings) {
    warnOfMembers("processed_params", params.path("processed_params"), warnings);
    for (String part : List.of("header_params", "footer_params")) {
      warnOfMembers(part + ".text_variables", params.path(part).path("text_variables"), warnings);
    }
    JsonNode buttons = params.path("button_params");
    for (int i = 0; i < buttons.size(); i++) {
      for (String field : List.of("text", "payload")) {
        String name = "button_params[" + i + "]." + field;
        warnOf(name, buttons.get(i).path(field).asText(), warnings);
      }
    }
  }

  private static void warnOfMembers(String name, JsonNode values, Warnings warnings) {
    for (var value : values.properties()) {
      String field = name + "." + ShownName.of(value.getKey());
      warnOf(field, value.getValue().asText(), warnings);
    }
  }

  private static void warnOf(String field, String value, Warnings warnings) {
    var found = new ArrayList<String>();
    if (value.indexOf('\n') >= 0 || value.indexOf('\r') >= 0) {
      found.add("a line break");
    }
    if (value.indexOf('\t') >= 0) {
      found.add("a tab");
    }
    if (value.contains(TOO_MANY_BLANKS)) {
      found.add("more than four blanks in a row");
    }
    if (!found.isEmpty()) {
      warnings.add(
          field
              + " has "
              + String.join(" and ", found)
              + "; WhatsApp refuses the message later, with error 132018.");
    }
  }
}
