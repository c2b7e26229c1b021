package io.github.livedesk.camel.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.livedesk.camel.model.TextMessage;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/** The API's JSON, both ways. */
final class Json {

  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();
  private static final ObjectReader OBJECTS = MAPPER.readerForMapOf(Object.class);
  private static final ObjectWriter TEXT_MESSAGES = MAPPER.writerFor(TextMessage.class);

  private Json() {}

  /**
   * Writes the body of a text request.
   *
   * @throws JsonProcessingException when a content attribute is of a type that JSON does not have
   */
  static byte[] write(TextMessage message) throws JsonProcessingException {
    return TEXT_MESSAGES.writeValueAsBytes(message);
  }

  /** Reads an object; empty when the bytes are anything else. */
  static Optional<Map<String, Object>> readObject(byte[] bytes) {
    try {
      return Optional.ofNullable(OBJECTS.readValue(bytes));
    } catch (IOException noObject) {
      return Optional.empty();
    }
  }
}
