// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.binding;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.livedesk.camel.model.UntrustedValues;
import io.github.livedesk.camel.model.failure.Names;
import java.io.IOException;
import java.io.Serial;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * JSON as maps, lists, texts and numbers, with nothing lost: numbers keep their digits, and JSON of
 * which a part would be dropped is refused.
 */
final class ExactJson {

  /** Longer ones are refused before the time is taken to make a number of them. */
  private static final int LONGEST_NUMBER = 1000;

  /** Jackson has its own limit for numbers, but its error looks like one of syntax. */
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder().maxNumberLength(Integer.MAX_VALUE).build())
          // Whose table of names gives up where many have the same hash.
          .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
          .build();

  private final JsonParser parser;
  private final boolean isText;
  private int values;

  private ExactJson(JsonParser parser, boolean isText) {
    this.parser = parser;
    this.isText = isText;
  }

  /**
   * Reads text that holds one JSON value, and nothing else but blanks.
   *
   * @throws RefusedException where it does not
   */
  static Object read(String text) throws RefusedException {
    try (JsonParser parser = JSON.createParser(text)) {
      Object value = new ExactJson(parser, true).value(parser.nextToken(), 0);
      if (!isAtEnd(parser)) {
        throw new RefusedException(
            "more after the first JSON value" + place(parser.currentLocation()),
            "one JSON value alone");
      }
      return value;
    } catch (StreamConstraintsException e) {
      throw new RefusedException(
          "JSON with " + beyondLimit(e) + place(e.getLocation()), "JSON with shorter ones");
    } catch (JsonProcessingException e) {
      // Its text quotes the body.
      throw new RefusedException("text that is no JSON" + place(e.getLocation()), "JSON");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Jackson's own limits; which one it was, only its text says. */
  private static String beyondLimit(StreamConstraintsException e) {
    StreamReadConstraints limits = JSON.streamReadConstraints();
    return e.getOriginalMessage().startsWith("Name")
        ? "a name of more than " + limits.getMaxNameLength() + " characters"
        : "a text of more than " + limits.getMaxStringLength() + " characters";
  }

  /**
   * Reads a tree.
   *
   * @throws RefusedException where it is nested too deep
   */
  static Object read(JsonNode tree) throws RefusedException {
    try (JsonParser parser = tree.traverse()) {
      return new ExactJson(parser, false).value(parser.nextToken(), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isAtEnd(JsonParser parser) throws IOException {
    try {
      return parser.nextToken() == null;
    } catch (JsonProcessingException e) {
      return false;
    }
  }

  private Object value(JsonToken token, int level) throws IOException, RefusedException {
    if (level > UntrustedValues.MOST_LEVELS) {
      throw new RefusedException(
          "JSON of more than " + UntrustedValues.MOST_LEVELS + " levels", "the documented JSON");
    }
    values++;
    if (values > UntrustedValues.MOST_VALUES) {
      throw new RefusedException(
          "JSON of more than " + UntrustedValues.MOST_VALUES + " values", "the documented JSON");
    }
    return switch (token) {
      case START_OBJECT -> object(level);
      case START_ARRAY -> array(level);
      case VALUE_STRING -> parser.getText();
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number();
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      case VALUE_EMBEDDED_OBJECT -> parser.getEmbeddedObject();
      default -> null;
    };
  }

  private Map<String, Object> object(int level) throws IOException, RefusedException {
    var object = new LinkedHashMap<String, Object>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      if (object.containsKey(name)) {
        throw new RefusedException(
            Names.shown(name) + " twice in one object" + place(parser.currentLocation()),
            "JSON that has each name once");
      }
      object.put(name, value(parser.nextToken(), level + 1));
    }
    return object;
  }

  private List<Object> array(int level) throws IOException, RefusedException {
    var array = new ArrayList<Object>();
    for (JsonToken token = parser.nextToken();
        token != JsonToken.END_ARRAY;
        token = parser.nextToken()) {
      array.add(value(token, level + 1));
    }
    return array;
  }

  /** With all its digits: as a BigDecimal where it has a point or an exponent. */
  private Number number() throws IOException, RefusedException {
    if (!isText) {
      // Not its length: the text of a huge number takes long to make.
      return parser.getNumberValue();
    }
    if (parser.getTextLength() <= LONGEST_NUMBER) {
      try {
        return parser.getNumberValueExact();
      } catch (JsonProcessingException | NumberFormatException exponentBeyondAnyNumber) {
        // refused as the long ones are
      }
    }
    throw new RefusedException(
        "a number of more than 100 digits" + place(parser.currentLocation()),
        "numbers that have at most 100 digits without exponent");
  }

  private static String place(JsonLocation location) {
    if (location == null || location.getLineNr() < 0) {
      return "";
    }
    return " at line " + location.getLineNr() + ", column " + location.getColumnNr();
  }

  /** JSON that can't be used as it is. */
  static final class RefusedException extends Exception {

    @Serial private static final long serialVersionUID = 1L;

    private final String takes;

    /**
     * @param found what was found, never the text itself
     * @param takes what is taken instead
     */
    RefusedException(String found, String takes) {
      super(found);
      this.takes = takes;
    }

    String found() {
      return getMessage();
    }

    String takes() {
      return takes;
    }
  }
}
