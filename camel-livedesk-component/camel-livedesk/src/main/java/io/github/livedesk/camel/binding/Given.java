// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.binding;

import io.github.livedesk.camel.model.Numbers;
import io.github.livedesk.camel.model.UntrustedValues;
import io.github.livedesk.camel.model.failure.LiveDeskRequestException;
import io.github.livedesk.camel.model.failure.Names;
import java.math.BigInteger;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Values as a header, an option or a body gives them: of any type, for one field. Each is taken as
 * what the field has, or refused; none is guessed.
 */
public final class Given {

  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,19}");

  private Given() {}

  /**
   * A text.
   *
   * @param takes what the field takes
   * @throws LiveDeskRequestException where it is none
   */
  public static String text(Refusals reader, String field, Object value, String takes) {
    if (!(value instanceof CharSequence)) {
      throw reader.wrong(field, Names.typeName(value), takes);
    }
    return UntrustedValues.text(field, value);
  }

  /** An id that can stand in a path, or a refusal. */
  public static String pathId(Refusals reader, String field, Object value, String takes) {
    String id = textOrNumber(reader, field, value, takes);
    if (!Ids.isPathId(id)) {
      throw reader.wrong(field, Ids.describe(id), takes);
    }
    return id;
  }

  /** True or false, as such or as text; null stays null; anything else is refused. */
  public static Boolean flag(Refusals reader, String field, Object value) {
    if (value == null || value instanceof Boolean) {
      return (Boolean) value;
    }
    String takes = "true or false";
    String text = text(reader, field, value, takes);
    if (text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false")) {
      return Boolean.valueOf(text);
    }
    throw reader.wrong(field, Ids.describe(text), takes);
  }

  /** The number of a message; null stays null; anything else is refused. */
  static Long messageNumber(Refusals reader, String field, Object value) {
    return number(reader, field, value, Ids.MESSAGE_NUMBER_RULE);
  }

  /** A whole number from 1; null stays null; anything else is refused. */
  public static Long number(Refusals reader, String field, Object value, String takes) {
    if (value == null) {
      return null;
    }
    String text = textOrNumber(reader, field, value, takes);
    if (NUMBER.matcher(text).matches()) {
      var number = new BigInteger(text);
      if (number.signum() > 0 && number.bitLength() < Long.SIZE) {
        return number.longValue();
      }
    }
    throw reader.wrong(field, describe(field, value), takes);
  }

  /** A text, or the digits of a whole number. */
  public static String textOrNumber(Refusals reader, String field, Object value, String takes) {
    return isWholeNumber(value)
        ? UntrustedValues.text(field, value)
        : text(reader, field, value, takes);
  }

  /** Not a huge one: its text takes long to make. */
  private static boolean isWholeNumber(Object value) {
    return value instanceof Integer
        || value instanceof Long
        || value instanceof Short
        || (value instanceof BigInteger integer && !Numbers.isHuge(integer));
  }

  /** A copy of a map whose keys are text, or a refusal. */
  public static Map<String, Object> object(Refusals reader, String field, Object value) {
    Optional<Map<String, Object>> copy =
        value instanceof Map<?, ?> map ? UntrustedValues.object(field, map) : Optional.empty();
    return copy.orElseThrow(
        () -> reader.wrong(field, describe(field, value), "a map whose keys are text"));
  }

  /** A value's type, and its length where it is text; never the value. */
  public static String describe(String field, Object value) {
    return value instanceof CharSequence
        ? Ids.describe(UntrustedValues.text(field, value))
        : Names.typeName(value);
  }
}
