// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.model;

import io.github.livedesk.camel.model.failure.FieldError;
import io.github.livedesk.camel.model.failure.Names;
import io.github.livedesk.camel.model.failure.UnreadableValueException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The one place where values of classes that are not this component's are read. Their code throws
 * what it likes, says another thing when it is asked twice, and goes on without end: each is read
 * once, into a value of the JDK's own.
 */
public final class UntrustedValues {

  /** Members of a map or items of a list, and values in all: more is no message any more. */
  public static final int MOST_VALUES = 100_000;

  /**
   * Characters of one text: a whole file that was taken for a text ends here. LiveDesk itself takes
   * far fewer, but does not say how many.
   */
  public static final int MOST_CHARACTERS = 10_000_000;

  /** What is taken in place of a longer text. */
  public static final String TEXT = "a text of at most " + MOST_CHARACTERS + " characters";

  /** Lists and maps within each other. The documented JSON has five. */
  public static final int MOST_LEVELS = 100;

  private UntrustedValues() {}

  /**
   * The text of a value.
   *
   * @param field the option, header or body field
   * @return never null
   * @throws UnreadableValueException where it has none
   */
  public static String text(String field, Object value) {
    String text = read(field, value::toString);
    if (text == null) {
      throw new UnreadableValueException(
          new FieldError(
              field,
              Names.typeName(value) + " whose text is null",
              UnreadableValueException.TAKES));
    }
    return text;
  }

  /**
   * A copy of a map; its values are the same.
   *
   * @param field the option, header or body field
   * @return empty where a key is no text
   * @throws UnreadableValueException where it can't be read, or has no end
   */
  public static Optional<Map<String, Object>> object(String field, Map<?, ?> map) {
    return read(field, () -> copy(field, map));
  }

  private static Optional<Map<String, Object>> copy(String field, Map<?, ?> map) {
    var copy = new LinkedHashMap<String, Object>();
    int count = 0;
    for (Map.Entry<?, ?> member : map.entrySet()) {
      check(field, ++count, 0);
      if (!(member.getKey() instanceof String name)) {
        return Optional.empty();
      }
      copy.put(name, member.getValue());
    }
    return Optional.of(copy);
  }

  /**
   * A copy of a list; its items are the same.
   *
   * @param field the option, header or body field
   * @throws UnreadableValueException where it can't be read, or has no end
   */
  public static List<Object> list(String field, Collection<?> items) {
    return read(
        field,
        () -> {
          var copy = new ArrayList<>();
          for (Object item : items) {
            check(field, copy.size() + 1, 0);
            copy.add(item);
          }
          return copy;
        });
  }

  /**
   * That there are not too many values, as in lists that stand in each other again and again, and
   * that they don't stand in each other without end.
   *
   * @param count of the values, this one included
   * @param level how many lists and maps this one stands in
   * @throws UnreadableValueException where there are
   */
  public static void check(String field, int count, int level) {
    if (count > MOST_VALUES) {
      throw new UnreadableValueException(
          new FieldError(field, "more than " + MOST_VALUES + " values", "up to that"));
    }
    if (level > MOST_LEVELS) {
      throw new UnreadableValueException(
          new FieldError(
              field,
              "more than " + MOST_LEVELS + " levels, or one that contains itself",
              "lists and maps within each other up to that"));
    }
  }

  /**
   * Runs code that reads a value. Groovy and Kotlin throw checked exceptions unchecked.
   *
   * @param field the option, header or body field
   * @throws UnreadableValueException for whatever is thrown
   */
  public static <T> T read(String field, Supplier<T> reading) {
    try {
      return reading.get();
    } catch (Throwable thrown) {
      throw UnreadableValueException.of(field, thrown);
    }
  }
}
