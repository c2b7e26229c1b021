// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.client.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.livedesk.camel.model.TemplateMessage;
import io.github.livedesk.camel.model.TextMessage;
import java.io.UncheckedIOException;
import java.util.Map;

/** The API's JSON, as it is sent. */
public final class Json {

  private static final JsonMapper MAPPER = new JsonMapper();
  private static final ObjectWriter TEXT_MESSAGES = MAPPER.writerFor(TextMessage.class);

  private static final ObjectWriter TEMPLATE_MESSAGES = MAPPER.writerFor(TemplateMessage.class);

  private Json() {}

  /** Writes the body of a text request. */
  public static byte[] write(TextMessage message) {
    return write(TEXT_MESSAGES, message);
  }

  /** Writes the body of a template request. */
  public static byte[] write(TemplateMessage message) {
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
  public static String write(Map<String, Object> attributes) {
    try {
      return MAPPER.writeValueAsString(attributes);
    } catch (JsonProcessingException e) {
      throw notJson(e);
    }
  }

  private static UncheckedIOException notJson(JsonProcessingException e) {
    return new UncheckedIOException("The binding lets through what JSON has, nothing else", e);
  }
}
