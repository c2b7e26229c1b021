// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.simulator.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.livedesk.camel.simulator.store.ApiError;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/** Judges the template part of a request (API document, "WhatsApp template request"). */
final class TemplateValidator {

  private static final Set<String> FIELDS =
      Set.of(
          "name",
          "namespace",
          "language",
          "category",
          "processed_params",
          "header_params",
          "footer_params",
          "button_params");
  private static final Pattern WEB_URL = Pattern.compile("(?i)https?://[^/\\s]+(/\\S*)?");

  private TemplateValidator() {}

  /** Refuses what the document does not allow. */
  static void check(JsonNode json) throws ApiError {
    require(json.path("message_type").asText().equals("outgoing"), "message_type is not outgoing");
    JsonNode params = json.path("template_params");
    require(params.isObject(), "template_params is not an object");
    known(params, "template_params", FIELDS);
    require(isText(params.path("name")), "template_params.name is missing");
    require(isText(params.path("language")), "template_params.language is missing");
    optionalText(params, "template_params", "namespace", "category");
    values(params.path("processed_params"), "processed_params");
    header(params.path("header_params"));
    footer(params.path("footer_params"));
    buttons(params.path("button_params"));
  }

  private static void values(JsonNode values, String name) throws ApiError {
    if (values.isMissingNode()) {
      return;
    }
    require(values.isObject(), name + " is not an object");
    int position = 1;
    for (var field : values.properties()) {
      require(isText(field.getValue()), name + "." + field.getKey() + " is no text");
      boolean numbered = field.getKey().matches("\\d+");
      require(
          !numbered || field.getKey().equals(String.valueOf(position)),
          name + "." + field.getKey() + " is out of order");
      position++;
    }
  }

  private static void footer(JsonNode footer) throws ApiError {
    if (footer.isMissingNode()) {
      return;
    }
    require(footer.isObject(), "footer_params is not an object");
    known(footer, "footer_params", Set.of("text_variables"));
    values(footer.path("text_variables"), "footer_params.text_variables");
  }

  private static void header(JsonNode header) throws ApiError {
    if (header.isMissingNode()) {
      return;
    }
    require(header.isObject(), "header_params is not an object");
    switch (header.path("type").asText()) {
      case "text" -> {
        known(header, "header_params", Set.of("type", "text_variables"));
        require(
            header.path("text_variables").isObject(), "header_params.text_variables is missing");
        values(header.path("text_variables"), "header_params.text_variables");
      }
      case "image", "video" -> media(header, Set.of("type", "media_url"));
      case "document" -> {
        media(header, Set.of("type", "media_url", "filename"));
        optionalText(header, "header_params", "filename");
      }
      case "location" -> {
        known(header, "header_params", Set.of("type", "location"));
        location(header.path("location"));
      }
      default -> throw error("header_params.type is unknown");
    }
  }

  private static void media(JsonNode header, Set<String> fields) throws ApiError {
    known(header, "header_params", fields);
    require(
        WEB_URL.matcher(header.path("media_url").asText()).matches(),
        "header_params.media_url is no URL");
  }

  private static void location(JsonNode place) throws ApiError {
    String name = "header_params.location";
    known(place, name, Set.of("latitude", "longitude", "name", "address"));
    require(isWithin(place.path("latitude"), 90), name + ".latitude is none");
    require(isWithin(place.path("longitude"), 180), name + ".longitude is none");
    optionalText(place, name, "name", "address");
  }

  private static boolean isWithin(JsonNode degrees, int most) {
    return degrees.isNumber() && Math.abs(degrees.doubleValue()) <= most;
  }

  private static void buttons(JsonNode buttons) throws ApiError {
    require(buttons.isMissingNode() || buttons.isArray(), "button_params is not an array");
    Set<Integer> indexes = new HashSet<>();
    for (JsonNode button : buttons) {
      JsonNode index = button.path("index");
      require(
          index.isInt() && index.intValue() >= 0 && indexes.add(index.intValue()),
          "button_params.index is missing, negative or twice");
      String own =
          switch (button.path("sub_type").asText()) {
            case "url" -> "text";
            case "quick_reply" -> "payload";
            default -> throw error("button_params.sub_type is unknown");
          };
      known(button, "button_params", Set.of("index", "sub_type", own));
      require(isText(button.path(own)), "button_params." + own + " is missing");
    }
  }

  private static void known(JsonNode object, String name, Set<String> fields) throws ApiError {
    for (var field : object.properties()) {
      require(fields.contains(field.getKey()), name + "." + field.getKey() + " is unknown");
    }
  }

  private static void optionalText(JsonNode object, String name, String... fields) throws ApiError {
    for (String field : fields) {
      JsonNode value = object.path(field);
      require(value.isMissingNode() || isText(value), name + "." + field + " is no text");
    }
  }

  private static boolean isText(JsonNode value) {
    return value.isTextual() && !value.textValue().isBlank();
  }

  private static void require(boolean condition, String otherwise) throws ApiError {
    if (!condition) {
      throw error(otherwise);
    }
  }

  private static ApiError error(String what) {
    return new ApiError(422, "Validation failed: " + what);
  }
}
