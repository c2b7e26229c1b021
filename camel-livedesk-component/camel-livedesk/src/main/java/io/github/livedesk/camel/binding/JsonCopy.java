// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.binding;

import io.github.livedesk.camel.model.Numbers;
import io.github.livedesk.camel.model.UntrustedValues;
import io.github.livedesk.camel.model.failure.LiveDeskRequestException;
import io.github.livedesk.camel.model.failure.Names;
import io.github.livedesk.camel.model.failure.UnreadableValueException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An object of the API's JSON, such as attributes, checked and copied in one walk: what is sent is
 * what was checked, whatever the route does with its own maps and lists meanwhile.
 */
public final class JsonCopy {

  private final Refusals reader;
  private final String field;

  /** From the outside in: {@code .name}, {@code [index]}, or {@code , name 2}. */
  private final Deque<String> place = new ArrayDeque<>();

  private int values;

  private JsonCopy(Refusals reader, String field) {
    this.reader = reader;
    this.field = field;
  }

  /**
   * What JSON has: text, numbers, booleans, lists and maps.
   *
   * @param field that it is the value of
   * @throws LiveDeskRequestException where anything else is among them, or too much of it
   */
  public static Map<String, Object> of(Refusals reader, String field, Map<String, Object> object) {
    var walk = new JsonCopy(reader, field);
    try {
      return walk.object(object);
    } catch (UnreadableValueException unreadable) {
      throw unreadable.at(walk.shownPlace());
    }
  }

  private Map<String, Object> object(Map<?, ?> map) {
    var copy = new LinkedHashMap<String, Object>();
    Given.object(reader, field, map)
        .forEach(
            (name, item) -> {
              MessageFields.checkText(reader, field, name);
              int number = copy.size() + 1;
              copy.put(name, value(Names.isPlain(name) ? "." + name : ", name " + number, item));
            });
    return Collections.unmodifiableMap(copy);
  }

  private List<Object> list(Collection<?> list) {
    var copy = new ArrayList<>();
    for (Object item : UntrustedValues.list(field, list)) {
      copy.add(value("[" + copy.size() + "]", item));
    }
    return Collections.unmodifiableList(copy);
  }

  private Object value(String step, Object value) {
    place.addLast(step);
    UntrustedValues.check(field, ++values, place.size());
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
      MessageFields.checkText(reader, field, text);
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
            field,
            number,
            found -> {
              throw wrong(found, Numbers.TAKES);
            });
  }

  private LiveDeskRequestException wrong(String found, String takes) {
    return reader.wrong(field, found + shownPlace(), takes);
  }

  private String shownPlace() {
    String path = String.join("", place);
    // The first step is a name: its point or comma joins nothing.
    return path.isEmpty() ? "" : " at " + path.substring(path.startsWith(".") ? 1 : 2);
  }
}
