// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.simulator.api;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.livedesk.camel.simulator.call.NullBytes;
import io.github.livedesk.camel.simulator.call.Warnings;
import io.github.livedesk.camel.simulator.http.JsonBody;
import io.github.livedesk.camel.simulator.store.ApiError;
import io.github.livedesk.camel.simulator.store.IncomingMessage;
import io.github.livedesk.camel.simulator.store.Request;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Judges a text or template request (API document, "Text message request" and after). */
final class TextValidator {

  private static final int LONGEST_CONTENT = 150_000;

  private static final Set<String> FIELDS =
      Set.of("content", "private", "content_attributes", "message_type", "template_params");
  private static final JsonMapper MAPS = new JsonMapper();

  private TextValidator() {}

  static IncomingMessage read(Request request, Warnings warnings) throws ApiError, IOException {
    JsonNode json = JsonBody.parse(request.body());
    json.properties().stream()
        .map(Map.Entry::getKey)
        .filter(field -> !FIELDS.contains(field))
        .forEach(warnings::addUnknownField);
    JsonNode content = json.path("content");
    if (!content.isTextual() || content.textValue().isBlank()) {
      throw new ApiError(422, "Validation failed: Content can't be blank");
    }
    checkContent(content.textValue());
    JsonNode privateNote = json.path("private");
    if (!privateNote.isMissingNode() && !privateNote.isBoolean()) {
      throw new ApiError(422, "Validation failed: Private is not a boolean");
    }
    JsonNode attributes = json.path("content_attributes");
    if (!attributes.isMissingNode() && !attributes.isObject()) {
      throw new ApiError(422, "Validation failed: Content attributes is not an object");
    }
    NullBytes.refuse("content_attributes", attributes);
    return new IncomingMessage(
        content.textValue(),
        privateNote.booleanValue(),
        inReplyTo(attributes.path("in_reply_to"), warnings),
        List.of(),
        templateParams(json, warnings));
  }

  private static Map<String, Object> templateParams(JsonNode json, Warnings warnings)
      throws ApiError {
    if (json.path("template_params").isMissingNode()) {
      checkMessageType(json.path("message_type"), warnings);
      return Map.of();
    }
    TemplateValidator.check(json);
    NullBytes.refuse("template_params", json.get("template_params"));
    TemplateValues.warn(json.get("template_params"), warnings);
    return MAPS.convertValue(json.get("template_params"), new TypeReference<>() {});
  }

  static void checkMessageType(JsonNode type, Warnings warnings) {
    if (!type.isMissingNode() && !type.asText().equals("outgoing")) {
      warnings.add(
          "message_type is not outgoing, the only documented value; the message is stored as"
              + " outgoing.");
    }
  }

  static void checkContent(String content) throws ApiError {
    NullBytes.refuse("content", content);
    if (content.codePointCount(0, content.length()) > LONGEST_CONTENT) {
      throw new ApiError(
          422,
          "Validation failed: Content is too long (maximum is " + LONGEST_CONTENT + " characters)");
    }
  }

  /**
   * Attributes that a form has as text: Rails reads what is no JSON as if it was not there.
   *
   * @return null when it is no JSON
   */
  static JsonNode parseAttributes(String text) throws ApiError {
    JsonNode json;
    try {
      json = JsonBody.READER.readValue(text);
    } catch (IOException noJson) {
      return null;
    }
    if (json == null || json.isMissingNode()) {
      return null;
    }
    if (!json.isObject() && !json.isNull()) {
      throw new ApiError(422, "Validation failed: Content attributes is not an object");
    }
    return json;
  }

  /** The message replied to; null where there is none, or what is there is no whole number. */
  static Long inReplyTo(JsonNode value, Warnings warnings) {
    boolean number = value.isIntegralNumber() && value.canConvertToLong();
    boolean digits = value.isTextual() && value.textValue().matches("\\d{1,18}");
    if (number || digits) {
      return value.asLong();
    }
    if (!value.isMissingNode() && !value.isNull()) {
      warnings.add(
          "in_reply_to is %s, and takes the id of a message; the message becomes no reply."
              .formatted(kind(value)));
    }
    return null;
  }

  private static String kind(JsonNode value) {
    return switch (value.getNodeType()) {
      case STRING -> value.textValue().isBlank() ? "empty" : "a text that is no whole number";
      case NUMBER -> "a number that is no id";
      case BOOLEAN -> "true or false";
      default -> "an object or array";
    };
  }
}
