// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.binding;

import io.github.livedesk.camel.model.LiveDeskRequestException;
import io.github.livedesk.camel.model.Names;
import io.github.livedesk.camel.model.Numbers;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Content attributes, checked and copied in one walk: what is sent is what was checked, whatever
 * the route does with its own maps and lists meanwhile.
 */
final class ContentAttributes {

  static final String FIELD = "content_attributes";

  /** Lists that stand in each other again and again become more than any memory holds. */
  private static final int MOST_VALUES = 100_000;

  private final ExchangeReader reader;

  /** From the outside in: {@code .name}, {@code [index]}, or {@code , name 2}. */
  private final Deque<String> place = new ArrayDeque<>();

  private int values;

  private ContentAttributes(ExchangeReader reader) {
    this.reader = reader;
  }

  /**
   * What JSON has: text, numbers, booleans, lists and maps.
   *
   * @throws LiveDeskRequestException where anything else is among them, or too much of it
   */
  static Map<String, Object> copy(ExchangeReader reader, Map<String, Object> attributes) {
    return new ContentAttributes(reader).object(attributes);
  }

  private Map<String, Object> object(Map<?, ?> map) {
    var copy = new LinkedHashMap<String, Object>();
    reader
        .object(FIELD, map)
        .forEach(
            (name, item) -> {
              MessageFields.checkText(reader, FIELD, name);
              int number = copy.size() + 1;
              copy.put(name, value(Names.isPlain(name) ? "." + name : ", name " + number, item));
            });
    return Collections.unmodifiableMap(copy);
  }

  private List<Object> list(Collection<?> list) {
    var copy = new ArrayList<>();
    for (Object item : list) {
      copy.add(value("[" + copy.size() + "]", item));
    }
    return Collections.unmodifiableList(copy);
  }

  private Object value(String step, Object value) {
    place.addLast(step);
    if (place.size() > ExactJson.MOST_LEVELS) {
      throw reader.wrong(
          FIELD,
          "more than " + ExactJson.MOST_LEVELS + " levels, or one that contains itself",
          "lists and maps within each other up to that");
    }
    values++;
    if (values > MOST_VALUES) {
      throw reader.wrong(FIELD, "more than " + MOST_VALUES + " values", "up to that");
    }
    Object copy = copy(value);
    place.removeLast();
    return copy;
  }

  private Object copy(Object value) {
    if (value instanceof Map<?, ?> map) {
      return object(map);
    }
    if (value instanceof Collection<?> list) {
      return list(list);
    }
    if (value instanceof String text) {
      MessageFields.checkText(reader, FIELD, text);
      return text;
    }
    if (value == null || value instanceof Boolean) {
      return value;
    }
    if (value instanceof Number number) {
      return number(number);
    }
    throw wrong(
        "a value that is " + Names.typeName(value),
        "what JSON has: text, numbers, booleans, lists and maps");
  }

  /** As JSON has it; of a class that JSON's writer does not know, by its digits. */
  private Number number(Number number) {
    boolean isOfJson =
        number instanceof Integer
            || number instanceof Long
            || (number instanceof Double real && Double.isFinite(real))
            || (number instanceof Float single && Float.isFinite(single));
    return isOfJson
        ? number
        : Numbers.decimal(
            number,
            found -> {
              throw wrong(found, Numbers.TAKES);
            });
  }

  private LiveDeskRequestException wrong(String found, String takes) {
    String path = String.join("", place);
    // The first step is a name: its point or comma joins nothing.
    String shown = path.substring(path.startsWith(".") ? 1 : 2);
    return reader.wrong(FIELD, found + " at " + shown, takes);
  }
}
