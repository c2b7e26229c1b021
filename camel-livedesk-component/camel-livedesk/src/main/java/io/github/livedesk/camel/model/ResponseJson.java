// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.model;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the JSON of a reply at a cost of about its bytes, whatever it is: as maps and lists, a text
 * of a few megabytes can take a hundred. What goes beyond the size of a usual reply is kept as text
 * until somebody asks for it.
 */
public final class ResponseJson {

  /** Bytes of a reply that is read as a whole, and of all small parts of a longer one. */
  private static final int USUAL = 64 * 1024;

  /** Bytes of an array or object that is read at once, as long as the sum allows. */
  private static final int SMALL = 16 * 1024;

  private static final int MOST_MEMBERS = 1_000;

  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();
  private static final ObjectReader OBJECTS = MAPPER.readerForMapOf(Object.class);
  private static final ObjectReader VALUES = new JsonMapper().readerFor(Object.class);

  private final byte[] json;
  private int left = USUAL;

  private ResponseJson(byte[] json) {
    this.json = json;
  }

  /**
   * Reads an object.
   *
   * @param json UTF-8
   * @return its members; empty when the bytes are anything else, or have more than 1,000 members
   *     and 64 KiB
   */
  public static Optional<Map<String, Object>> readObject(byte[] json) {
    try {
      return Optional.ofNullable(
          json.length <= USUAL ? OBJECTS.readValue(json) : new ResponseJson(json).members());
    } catch (IOException noObject) {
      return Optional.empty();
    }
  }

  /** Whether it is an array or object that is still text, which to look into may be dear. */
  public static boolean isLarge(Object value) {
    return value instanceof LargeList || value instanceof LargeMap;
  }

  /** The text that a member of an object is; null where there is none. */
  static String text(Map<String, Object> object, String name) {
    if (object instanceof LargeMap large) {
      return large.text(name);
    }
    return object.get(name) instanceof String text ? text : null;
  }

  private Map<String, Object> members() throws IOException {
    var members = new LinkedHashMap<String, Object>();
    try (JsonParser parser = MAPPER.createParser(json)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return null;
      }
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String name = parser.currentName();
        JsonToken token = parser.nextToken();
        members.put(name, token.isStructStart() ? part(parser) : scalar(parser, token));
        if (members.size() > MOST_MEMBERS) {
          return null;
        }
      }
      return parser.nextToken() == null ? members : null;
    }
  }

  private static Object scalar(JsonParser parser, JsonToken token) throws IOException {
    return token == JsonToken.VALUE_NULL ? null : VALUES.readValue(parser);
  }

  private Object part(JsonParser parser) throws IOException {
    boolean isArray = parser.currentToken() == JsonToken.START_ARRAY;
    long from = parser.currentTokenLocation().getByteOffset();
    parser.skipChildren();
    long to = parser.currentLocation().getByteOffset();
    if (from < 0 || to < from) {
      throw new IOException("Not UTF-8: the parser counts no bytes");
    }
    int size = (int) (to - from);
    if (size <= SMALL && size <= left) {
      left -= size;
      return VALUES.readValue(json, (int) from, size);
    }
    var text = new LargeText(json, (int) from, (int) to);
    return isArray ? new LargeList(text) : new LargeMap(text);
  }
}
