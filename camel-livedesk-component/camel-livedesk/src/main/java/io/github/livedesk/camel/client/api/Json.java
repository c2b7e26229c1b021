// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.client.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.livedesk.camel.client.api.Content.JsonContent;
import java.io.UncheckedIOException;
import java.util.Map;

/** The API's JSON, as it is sent. */
public final class Json {

  private static final JsonMapper MAPPER = new JsonMapper();

  private Json() {}

  /** The body of a request. */
  public static byte[] write(JsonContent content) {
    try {
      return MAPPER.writeValueAsBytes(content.message());
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
