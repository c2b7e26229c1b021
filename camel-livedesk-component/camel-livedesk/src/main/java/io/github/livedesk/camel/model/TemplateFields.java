// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.model;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Takes objects and texts out of a template's JSON, and notes what is wrong with them. */
final class TemplateFields {

  static final String PARAMS = "template_params";

  private final List<Fault> faults;

  TemplateFields(List<Fault> faults) {
    this.faults = faults;
  }

  void fault(String field, String found, String takes) {
    faults.add(new Fault(field, found, takes));
  }

  /** Empty where it is none. */
  @SuppressWarnings("unchecked") // all keys are text, as the condition says
  Map<String, Object> object(String field, Object value) {
    if (!(value instanceof Map<?, ?> map)) {
      fault(field, describe(value), "an object");
      return Map.of();
    }
    if (!map.keySet().stream().allMatch(String.class::isInstance)) {
      fault(field, "a name that is no text", "names that are text");
      return Map.of();
    }
    return (Map<String, Object>) map;
  }

  /** Notes each field that is none of these. */
  void known(String field, Map<String, Object> json, Set<String> names) {
    for (String name : json.keySet()) {
      if (!names.contains(name)) {
        String meant =
            Names.nearest(name, names).map(it -> " (did you mean '" + it + "'?)").orElse("");
        fault(
            field,
            "a field that is not documented there: " + Names.shown(name) + meant,
            String.join(", ", new TreeSet<>(names)));
      }
    }
  }

  /** Any text that a customer or an agent can read; null where it is none. */
  String text(String field, Object value) {
    String text = value instanceof CharSequence ? value.toString() : null;
    if (text != null && !isSendable(field, "", text)) {
      return null;
    }
    if (text == null || Unicode.isBlank(text)) {
      fault(field, describe(value), "text that is not blank");
      return null;
    }
    return text;
  }

  /** The exact value of a number; null where it has none that is short. */
  BigDecimal decimal(String field, Number number) {
    return Numbers.decimal(number, found -> fault(field, found, Numbers.TAKES));
  }

  /** A name or a code, which has to be exactly what was approved; null where it is none. */
  String code(String field, Object value) {
    String text = text(field, value);
    if (text != null && Unicode.isBlankAround(text)) {
      fault(field, "text with blanks around it", "text without blanks around it");
    }
    return text;
  }

  /**
   * Whether the server can take the text; notes what it can't.
   *
   * @param inWhat what the text is where it is not the field's value, such as {@code " in a name"}
   */
  boolean isSendable(String field, String inWhat, String text) {
    int half = Unicode.firstUnpairedSurrogate(text);
    if (half >= 0) {
      fault(field, "half a character at position " + (half + 1) + inWhat, "valid Unicode");
    }
    int nul = Unicode.firstNul(text);
    if (nul >= 0) {
      fault(field, "a NUL character at position " + (nul + 1) + inWhat, "text without NUL");
    }
    return half < 0 && nul < 0;
  }

  /** What a value is; never the value. */
  static String describe(Object value) {
    if (value instanceof CharSequence text) {
      return Unicode.isBlank(text.toString()) ? "blank text" : "other text";
    }
    return Names.typeName(value);
  }
}
