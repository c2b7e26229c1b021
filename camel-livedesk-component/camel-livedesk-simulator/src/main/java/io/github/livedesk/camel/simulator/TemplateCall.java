package io.github.livedesk.camel.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/** Judges the template part of a request (API document, "WhatsApp template request"). */
final class TemplateCall {

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

  private TemplateCall() {}

  /** Refuses what the document does not allow. */
  static void check(JsonNode json) throws Refusal {
    require(json.path("message_type").asText().equals("outgoing"), "message_type is not outgoing");
    JsonNode params = json.path("template_params");
    require(params.isObject(), "template_params is not an object");
    for (var field : params.properties()) {
      require(FIELDS.contains(field.getKey()), "template_params." + field.getKey() + " is unknown");
    }
    require(isText(params.path("name")), "template_params.name is missing");
    require(isText(params.path("language")), "template_params.language is missing");
    values(params.path("processed_params"), "processed_params");
    header(params.path("header_params"));
    values(params.path("footer_params").path("text_variables"), "footer_params.text_variables");
    buttons(params.path("button_params"));
  }

  private static void values(JsonNode values, String name) throws Refusal {
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

  private static void header(JsonNode header) throws Refusal {
    if (header.isMissingNode()) {
      return;
    }
    String type = header.path("type").asText();
    switch (type) {
      case "text" -> {
        require(
            header.path("text_variables").isObject(), "header_params.text_variables is missing");
        values(header.path("text_variables"), "header_params.text_variables");
      }
      case "image", "video", "document" ->
          require(
              WEB_URL.matcher(header.path("media_url").asText()).matches(),
              "header_params.media_url is no URL");
      case "location" -> {
        JsonNode place = header.path("location");
        require(
            place.path("latitude").isNumber() && place.path("longitude").isNumber(),
            "header_params.location is incomplete");
      }
      default -> throw refusal("header_params.type is unknown");
    }
  }

  private static void buttons(JsonNode buttons) throws Refusal {
    require(buttons.isMissingNode() || buttons.isArray(), "button_params is not an array");
    Set<Integer> indexes = new HashSet<>();
    for (JsonNode button : buttons) {
      require(
          button.path("index").isInt() && indexes.add(button.path("index").intValue()),
          "button_params.index is missing or twice");
      String own =
          switch (button.path("sub_type").asText()) {
            case "url" -> "text";
            case "quick_reply" -> "payload";
            default -> throw refusal("button_params.sub_type is unknown");
          };
      require(isText(button.path(own)), "button_params." + own + " is missing");
    }
  }

  private static boolean isText(JsonNode value) {
    return value.isTextual() && !value.textValue().isBlank();
  }

  private static void require(boolean condition, String otherwise) throws Refusal {
    if (!condition) {
      throw refusal(otherwise);
    }
  }

  private static Refusal refusal(String what) {
    return new Refusal(422, "Validation failed: " + what);
  }
}
