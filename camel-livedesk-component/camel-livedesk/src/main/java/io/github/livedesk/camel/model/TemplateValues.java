// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.model;

import io.github.livedesk.camel.model.failure.Names;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The values of a template's variables, by name or by position. */
final class TemplateValues {

  private static final Pattern POSITION = Pattern.compile("[0-9]+");

  /**
   * Whoever writes these means a position: {@code +1}, {@code 1.0}, digits of other scripts. With
   * more digits it may be a name, such as a phone number.
   */
  private static final Pattern MEANT_AS_POSITION =
      Pattern.compile("(?:[^\\p{L}\\p{N}]*\\p{N}){1,4}[^\\p{L}\\p{N}]*");

  /** No template has so many variables; more digits need not fit into an int either. */
  private static final int MOST_POSITION_DIGITS = 4;

  /** WhatsApp refuses other values, after the send (error 132018). */
  private static final String LINE =
      "text without line breaks, tabs and more than four blanks in a row";

  private static final int MOST_BLANKS = 4;

  private final TemplateFields fields;

  TemplateValues(TemplateFields fields) {
    this.fields = fields;
  }

  /** Values by name, or by position from 1 on: the server takes them in the order they stand in. */
  Map<String, String> read(String field, Object value) {
    var positions = new TreeMap<Integer, String>();
    var names = new LinkedHashMap<String, String>();
    int place = 0;
    for (Map.Entry<String, Object> entry : fields.object(field, value).entrySet()) {
      place++;
      String key = entry.getKey();
      String text = value(field + place(key, place), entry.getValue());
      if (!isName(field, key)) {
        continue;
      }
      if (POSITION.matcher(key).matches()) {
        add(field, positions, key, text);
      } else {
        names.put(key, text);
      }
    }
    if (!positions.isEmpty() && !names.isEmpty()) {
      fields.fault(field, "names and positions", "one or the other");
    }
    checkGaps(field, positions.keySet());
    var ordered = new LinkedHashMap<String, String>();
    positions.forEach((position, text) -> ordered.put(position.toString(), text));
    ordered.putAll(names);
    return ordered;
  }

  /** A name that may be anything is told by its place among the names, from 1. */
  private static String place(String key, int place) {
    return Names.isPlain(key) ? "." + key : ", name " + place;
  }

  private boolean isName(String field, String key) {
    if (!fields.isSendable(field, " in a name", key)) {
      return false;
    }
    if (Unicode.isBlank(key)) {
      fields.fault(field, "a blank name", "names, or positions from 1");
      return false;
    }
    if (Unicode.isBlankAround(key)) {
      fields.fault(
          field,
          Names.shown(Unicode.strip(key)) + " with blanks around it",
          "names without blanks around them");
      return false;
    }
    if (MEANT_AS_POSITION.matcher(key).matches() && !POSITION.matcher(key).matches()) {
      fields.fault(
          field, "a name of digits and signs alone", "names with a letter; positions are 1, 2, 3");
      return false;
    }
    return true;
  }

  private void add(String field, Map<Integer, String> positions, String key, String text) {
    String digits = Numbers.withoutZeros(key);
    if (digits.length() > MOST_POSITION_DIGITS) {
      fields.fault(field, "a position of " + digits.length() + " digits", "1, 2, 3, no gaps");
      return;
    }
    Integer position = Integer.valueOf(digits);
    if (positions.containsKey(position)) {
      fields.fault(field, "position " + position + " twice", "each position once");
    }
    positions.put(position, text);
  }

  private void checkGaps(String field, Iterable<Integer> ascending) {
    int expected = 1;
    for (Integer position : ascending) {
      if (position != expected) {
        fields.fault(
            field, "position " + position + " where " + expected + " is due", "1, 2, 3, no gaps");
        return;
      }
      expected++;
    }
  }

  private String value(String field, Object value) {
    if (value instanceof Number number) {
      BigDecimal decimal = fields.decimal(field, number);
      return decimal == null ? null : decimal.toPlainString();
    }
    return value instanceof Boolean ? value.toString() : line(field, value);
  }

  /** Text as WhatsApp takes it for a variable; null where it is none. */
  String line(String field, Object value) {
    String text = fields.text(field, value);
    String refused = text == null ? null : refusedIn(text);
    if (refused != null) {
      fields.fault(field, refused, LINE);
    }
    return text;
  }

  /**
   * The first thing in it that WhatsApp refuses, with its position from 1; null if there is none.
   */
  private static String refusedIn(String text) {
    int blanks = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\t') {
        return "a tab at position " + (i + 1);
      }
      if (isLineBreak(c)) {
        return "a line break at position " + (i + 1);
      }
      blanks = Character.getType(c) == Character.SPACE_SEPARATOR ? blanks + 1 : 0;
      if (blanks > MOST_BLANKS) {
        return "more than four blanks in a row at position " + (i + 1 - MOST_BLANKS);
      }
    }
    return null;
  }

  private static boolean isLineBreak(char c) {
    return (c >= '\n' && c <= '\r') || c == '\u0085' || c == '\u2028' || c == '\u2029';
  }
}
