package io.github.livedesk.camel.simulator;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Judges a text or template request (API document, "Text message request" and after). */
final class TextCall {

  private static final int LONGEST_CONTENT = 150_000;
  private static final ObjectReader JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build()
          .readerFor(JsonNode.class);

  private static final JsonMapper MAPS = new JsonMapper();

  private TextCall() {}

  static Draft read(RecordedRequest request) throws Refusal {
    JsonNode json = parse(request.body());
    JsonNode content = json.path("content");
    if (!content.isTextual() || content.textValue().isBlank()) {
      throw new Refusal(422, "Validation failed: Content can't be blank");
    }
    checkLength(content.textValue());
    JsonNode privateNote = json.path("private");
    if (!privateNote.isMissingNode() && !privateNote.isBoolean()) {
      throw new Refusal(422, "Validation failed: Private is not a boolean");
    }
    JsonNode attributes = json.path("content_attributes");
    if (!attributes.isMissingNode() && !attributes.isObject()) {
      throw new Refusal(422, "Validation failed: Content attributes is not an object");
    }
    return new Draft(
        content.textValue(),
        privateNote.booleanValue(),
        inReplyTo(attributes.path("in_reply_to")),
        List.of(),
        templateParams(json));
  }

  private static Map<String, Object> templateParams(JsonNode json) throws Refusal {
    if (json.path("template_params").isMissingNode()) {
      return Map.of();
    }
    TemplateCall.check(json);
    return MAPS.convertValue(json.get("template_params"), new TypeReference<>() {});
  }

  static void checkLength(String content) throws Refusal {
    if (content.codePointCount(0, content.length()) > LONGEST_CONTENT) {
      throw new Refusal(
          422,
          "Validation failed: Content is too long (maximum is " + LONGEST_CONTENT + " characters)");
    }
  }

  static JsonNode parse(byte[] body) throws Refusal {
    try {
      JsonNode json = JSON.readValue(body);
      if (json != null && json.isObject()) {
        return json;
      }
    } catch (IOException noJson) {
      // answered below, as anything that is no object
    }
    throw new Refusal(400, "Bad Request");
  }

  static Long inReplyTo(JsonNode value) {
    boolean number = value.isIntegralNumber() && value.canConvertToLong();
    boolean digits = value.isTextual() && value.textValue().matches("\\d{1,18}");
    return number || digits ? (Long) value.asLong() : null;
  }
}
