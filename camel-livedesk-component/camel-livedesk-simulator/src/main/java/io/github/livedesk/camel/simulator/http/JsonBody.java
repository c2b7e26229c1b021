// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.simulator.http;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.livedesk.camel.simulator.content.Content;
import io.github.livedesk.camel.simulator.store.ApiError;
import java.io.FileNotFoundException;
import java.io.IOException;

/** Reads a body that is one JSON object. */
public final class JsonBody {

  /** Takes nothing after the value. */
  public static final ObjectReader READER =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build()
          .readerFor(JsonNode.class);

  /** In bytes. */
  private static final int SHORT = 1024 * 1024;

  private static final int MOST_VALUES = 500_000;

  private JsonBody() {}

  public static JsonNode parse(Content body) throws ApiError, IOException {
    try {
      if (body.size() > SHORT) {
        checkSize(body);
      }
      JsonNode json = READER.readValue(body.open());
      if (json != null && json.isObject()) {
        return json;
      }
    } catch (FileNotFoundException gone) {
      throw gone;
    } catch (IOException noJson) {
      // answered below, as anything that is no object
    }
    throw ApiError.badRequest("The body is not one JSON object");
  }

  /** A tree of millions of small values takes many times the memory of its text. */
  private static void checkSize(Content body) throws ApiError, IOException {
    int values = 0;
    try (JsonParser parser = READER.createParser(body.open())) {
      while (parser.nextToken() != null) {
        values++;
        if (values > MOST_VALUES) {
          throw new ApiError(
              413, "Payload Too Large: JSON has " + MOST_VALUES + " names and values at most");
        }
      }
    }
  }
}
