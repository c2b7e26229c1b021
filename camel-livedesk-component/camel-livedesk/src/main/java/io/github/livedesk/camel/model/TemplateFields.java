// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.model;

import io.github.livedesk.camel.model.failure.FieldError;
import io.github.livedesk.camel.model.failure.FieldErrors;
import io.github.livedesk.camel.model.failure.Names;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Takes objects and texts out of a template's JSON, and notes what is wrong with them. */
final class TemplateFields {

  static final String PARAMS = "template_params";

  private final FieldErrors faults;

  TemplateFields(FieldErrors faults) {
    this.faults = faults;
  }

  void fault(String field, String found, String takes) {
    faults.add(() -> new FieldError(field, found, takes));
  }

  /** A copy; empty where it is none. */
  Map<String, Object> object(String field, Object value) {
    if (!(value instanceof Map<?, ?> map)) {
      fault(field, describe(field, value), "an object");
      return Map.of();
    }
    Optional<Map<String, Object>> object = UntrustedValues.object(field, map);
    if (object.isEmpty()) {
      fault(field, "a name that is no text", "names that are text");
    }
    return object.orElse(Map.of());
  }

  /** Notes each field that is none of these. */
  void known(String field, Map<String, Object> json, Set<String> names) {
    for (String name : json.keySet()) {
      if (!names.contains(name)) {
        faults.add(() -> unknown(field, name, names));
      }
    }
  }

  private static FieldError unknown(String field, String name, Set<String> names) {
    String meant = Names.nearest(name, names).map(it -> " (did you mean '" + it + "'?)").orElse("");
    return new FieldError(
        field,
        "a field that is not documented there: " + Names.shown(name) + meant,
        String.join(", ", new TreeSet<>(names)));
  }

  /** Any text that a customer or an agent can read; null where it is none. */
  String text(String field, Object value) {
    String text = value instanceof CharSequence ? UntrustedValues.text(field, value) : null;
    if (text != null && !isSendable(field, "", text)) {
      return null;
    }
    if (text == null || Unicode.isBlank(text)) {
      String found = text == null ? Names.typeName(value) : "blank text";
      fault(field, found, "text that is not blank");
      return null;
    }
    return text;
  }

  /** The exact value of a number; null where it has none that is short. */
  BigDecimal decimal(String field, Number number) {
    return Numbers.decimal(field, number, found -> fault(field, found, Numbers.TAKES));
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
    boolean tooLong = text.length() > UntrustedValues.MOST_CHARACTERS;
    if (tooLong) {
      fault(field, text.length() + " characters" + inWhat, UntrustedValues.TEXT);
    }
    int half = Unicode.firstUnpairedSurrogate(text);
    if (half >= 0) {
      fault(field, "half a character at position " + (half + 1) + inWhat, "valid Unicode");
    }
    int nul = Unicode.firstNul(text);
    if (nul >= 0) {
      fault(field, "a NUL character at position " + (nul + 1) + inWhat, "text without NUL");
    }
    return !tooLong && half < 0 && nul < 0;
  }

  /** What a value is; never the value. */
  static String describe(String field, Object value) {
    if (value instanceof CharSequence) {
      return Unicode.isBlank(UntrustedValues.text(field, value)) ? "blank text" : "other text";
    }
    return Names.typeName(value);
  }
}
