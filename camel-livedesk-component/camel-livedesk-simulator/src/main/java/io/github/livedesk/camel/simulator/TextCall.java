// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.simulator;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Judges a text or template request (API document, "Text message request" and after). */
final class TextCall {

  private static final int LONGEST_CONTENT = 150_000;

  /** In bytes. */
  private static final int SHORT = 1024 * 1024;

  private static final int MOST_VALUES = 500_000;
  private static final Set<String> FIELDS =
      Set.of("content", "private", "content_attributes", "message_type", "template_params");
  private static final ObjectReader JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build()
          .readerFor(JsonNode.class);

  private static final JsonMapper MAPS = new JsonMapper();

  private TextCall() {}

  static Draft read(RecordedRequest request, Warnings warnings) throws Refusal, IOException {
    JsonNode json = parse(request.content());
    json.properties().stream()
        .map(Map.Entry::getKey)
        .filter(field -> !FIELDS.contains(field))
        .forEach(warnings::addUnknownField);
    JsonNode content = json.path("content");
    if (!content.isTextual() || content.textValue().isBlank()) {
      throw new Refusal(422, "Validation failed: Content can't be blank");
    }
    checkContent(content.textValue());
    JsonNode privateNote = json.path("private");
    if (!privateNote.isMissingNode() && !privateNote.isBoolean()) {
      throw new Refusal(422, "Validation failed: Private is not a boolean");
    }
    JsonNode attributes = json.path("content_attributes");
    if (!attributes.isMissingNode() && !attributes.isObject()) {
      throw new Refusal(422, "Validation failed: Content attributes is not an object");
    }
    NullBytes.refuse("content_attributes", attributes);
    return new Draft(
        content.textValue(),
        privateNote.booleanValue(),
        inReplyTo(attributes.path("in_reply_to"), warnings),
        List.of(),
        templateParams(json, warnings));
  }

  private static Map<String, Object> templateParams(JsonNode json, Warnings warnings)
      throws Refusal {
    if (json.path("template_params").isMissingNode()) {
      checkMessageType(json.path("message_type"), warnings);
      return Map.of();
    }
    TemplateCall.check(json);
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

  static void checkContent(String content) throws Refusal {
    NullBytes.refuse("content", content);
    if (content.codePointCount(0, content.length()) > LONGEST_CONTENT) {
      throw new Refusal(
          422,
          "Validation failed: Content is too long (maximum is " + LONGEST_CONTENT + " characters)");
    }
  }

  static JsonNode parse(Content body) throws Refusal, IOException {
    try {
      if (body.size() > SHORT) {
        checkSize(body);
      }
      JsonNode json = JSON.readValue(body.open());
      if (json != null && json.isObject()) {
        return json;
      }
    } catch (FileNotFoundException gone) {
      throw gone;
    } catch (IOException noJson) {
      // answered below, as anything that is no object
    }
    throw Refusal.badRequest("The body is not one JSON object");
  }

  /** A tree of millions of small values takes many times the memory of its text. */
  private static void checkSize(Content body) throws Refusal, IOException {
    int values = 0;
    try (JsonParser parser = JSON.createParser(body.open())) {
      while (parser.nextToken() != null) {
        values++;
        if (values > MOST_VALUES) {
          throw new Refusal(
              413, "Payload Too Large: JSON has " + MOST_VALUES + " names and values at most");
        }
      }
    }
  }

  /**
   * Attributes that a form has as text: Rails reads what is no JSON as if it was not there.
   *
   * @return null when it is no JSON
   */
  static JsonNode parseAttributes(String text) throws Refusal {
    JsonNode json;
    try {
      json = JSON.readValue(text);
    } catch (IOException noJson) {
      return null;
    }
    if (json == null || json.isMissingNode()) {
      return null;
    }
    if (!json.isObject() && !json.isNull()) {
      throw new Refusal(422, "Validation failed: Content attributes is not an object");
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
