// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.livedesk.camel.model.TemplateMessage;
import io.github.livedesk.camel.model.TextMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The API's JSON, both ways. */
final class Json {

  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();
  private static final ObjectReader OBJECTS = MAPPER.readerForMapOf(Object.class);
  private static final ObjectWriter TEXT_MESSAGES = MAPPER.writerFor(TextMessage.class);

  private static final ObjectWriter TEMPLATE_MESSAGES = MAPPER.writerFor(TemplateMessage.class);

  private static final HexFormat HEX = HexFormat.of();

  private Json() {}

  /** Writes the body of a text request. */
  static byte[] write(TextMessage message) {
    return write(TEXT_MESSAGES, message);
  }

  /** Writes the body of a template request. */
  static byte[] write(TemplateMessage message) {
    return write(TEMPLATE_MESSAGES, message);
  }

  private static byte[] write(ObjectWriter writer, Object message) {
    try {
      return writer.writeValueAsBytes(message);
    } catch (JsonProcessingException e) {
      throw notJson(e);
    }
  }

  /** Writes content attributes for a form field. */
  static String write(Map<String, Object> attributes) {
    try {
      return MAPPER.writeValueAsString(attributes);
    } catch (JsonProcessingException e) {
      throw notJson(e);
    }
  }

  /** The text, and how it looks where a server quotes the JSON it came in. */
  static List<String> quotations(String text) {
    String utf8 = new String(JsonStringEncoder.getInstance().quoteAsString(text));
    var ascii = new StringBuilder();
    utf8.chars()
        .forEach(
            c -> {
              if (c < 128) {
                ascii.append((char) c);
              } else {
                ascii.append("\\u").append(HEX.toHexDigits((char) c));
              }
            });
    return Stream.of(text, utf8, ascii.toString()).distinct().toList();
  }

  private static UncheckedIOException notJson(JsonProcessingException e) {
    return new UncheckedIOException("The binding lets through what JSON has, nothing else", e);
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
