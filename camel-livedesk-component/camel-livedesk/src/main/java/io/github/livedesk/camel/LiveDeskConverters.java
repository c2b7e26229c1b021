// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.livedesk.camel.model.LiveDeskMessage;
import io.github.livedesk.camel.model.LiveDeskRecord;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.Map;
import org.apache.camel.Converter;

/**
 * What LiveDesk gave back as the next step of a route may want it: JSON with the API's own names.
 */
@Converter(generateLoader = true)
public final class LiveDeskConverters {

  private static final JsonMapper JSON = new JsonMapper();

  private LiveDeskConverters() {}

  @Converter
  public static Map<String, Object> toMap(LiveDeskMessage message) {
    return message.toMap();
  }

  @Converter
  public static JsonNode toJsonNode(LiveDeskMessage message) {
    return JSON.valueToTree(message);
  }

  @Converter
  public static String toJson(LiveDeskMessage message) throws JsonProcessingException {
    return JSON.writeValueAsString(message);
  }

  @Converter
  public static InputStream toInputStream(LiveDeskMessage message) throws JsonProcessingException {
    return new ByteArrayInputStream(toBytes(message));
  }

  @Converter
  public static byte[] toBytes(LiveDeskMessage message) throws JsonProcessingException {
    return JSON.writeValueAsBytes(message);
  }

  @Converter
  public static Map<String, Object> toMap(LiveDeskRecord entry) {
    return entry.toMap();
  }

  @Converter
  public static JsonNode toJsonNode(LiveDeskRecord entry) {
    return JSON.valueToTree(entry.toMap());
  }

  @Converter
  public static String toJson(LiveDeskRecord entry) throws JsonProcessingException {
    return JSON.writeValueAsString(entry.toMap());
  }

  @Converter
  public static InputStream toInputStream(LiveDeskRecord entry) throws JsonProcessingException {
    return new ByteArrayInputStream(toBytes(entry));
  }

  @Converter
  public static byte[] toBytes(LiveDeskRecord entry) throws JsonProcessingException {
    return JSON.writeValueAsBytes(entry.toMap());
  }
}
