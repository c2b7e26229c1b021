// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel;

import io.github.livedesk.camel.model.failure.LiveDeskRequestException;
import java.util.List;
import java.util.regex.Pattern;

/**
 * An option of {@code toD} for one message.
 *
 * @param own as the route has it
 * @param found as it is in the evaluated URI; null where it is not there
 * @param values what its expressions evaluate to, null where that was not read again
 */
record EvaluatedOption(RouteOption own, UriOption found, List<String> values) {

  private static final String PLACEHOLDER = "{{";
  private static final String OPTIONAL_PLACEHOLDER = "{{?";
  private static final Pattern PERCENT = Pattern.compile("%[0-9A-Fa-f]{2}");

  /** What Camel would decode, or cut off. */
  private static final Pattern ALTERED_IN_URI = Pattern.compile("[+%]|^\\s|\\s$");

  /** Whether Camel may have put something else in place of a part of a value. */
  boolean hasPlaceholder() {
    return contains(PLACEHOLDER);
  }

  /** Whether Camel has left out the option, and its value is known all the same. */
  boolean isLeftOut() {
    return own.takenOut() && !values.contains(null) && contains(OPTIONAL_PLACEHOLDER);
  }

  private boolean contains(String text) {
    for (String value : values) {
      if (value != null && value.contains(text)) {
        return true;
      }
    }
    return false;
  }

  /**
   * The option's value, with what came of expressions as it is.
   *
   * @param placeholders whether Camel may have put something else in place of a part of the URI
   * @throws LiveDeskRequestException where that can't be told, or a value ends in what Camel drops
   */
  String literal(boolean placeholders) {
    String literal = value(placeholders);
    if (own.template().endsWithExpression() && !own.option().isRaw() && endsInControl(literal)) {
      throw DynamicRefusal.end(own.name());
    }
    return literal;
  }

  private String value(boolean placeholders) {
    ValueTemplate template = own.template();
    String text = found == null ? "" : found.without(own.lineEnd()).content();
    if (!values.contains(null)) {
      if (placeholders || isSameButForItsEnd(template.withValues(values), text)) {
        return template.literal(values);
      }
    } else if (hasPlaceholder()) {
      throw DynamicRefusal.placeholder(own.name());
    }
    String last = values.get(values.size() - 1);
    if (last != null
        && !own.option().isRaw()
        && template.endsWithExpression()
        && endsInControl(last)) {
      throw DynamicRefusal.end(own.name());
    }
    return template.literal(text).orElseThrow(() -> DynamicRefusal.unclear(own.name()));
  }

  /** Camel cuts blanks, line breaks and control characters off the end of a URI. */
  private static boolean isSameButForItsEnd(String text, String cut) {
    if (!text.startsWith(cut)) {
      return false;
    }
    for (int i = cut.length(); i < text.length(); i++) {
      if (text.charAt(i) > ' ') {
        return false;
      }
    }
    return true;
  }

  private static boolean endsInControl(String text) {
    if (text.isEmpty()) {
      return false;
    }
    char last = text.charAt(text.length() - 1);
    return Character.isISOControl(last) || last == '\u2028' || last == '\u2029';
  }

  /** The option in a URI that Camel reads as the literal value. */
  String inUri(boolean placeholders) {
    String name = own.name() + "=";
    if (!own.evaluated()) {
      return name + found.value();
    }
    String literal = literal(placeholders);
    if (hasPlaceholder() || literal.contains(PLACEHOLDER)) {
      // Camel resolves it, here or where it sets the option.
      throw DynamicRefusal.placeholder(own.name());
    }
    if (PERCENT.matcher(literal).find() || literal.chars().anyMatch(c -> c == '\n' || c == '\r')) {
      throw DynamicRefusal.percentCode(own.name());
    }
    if (own.option().isRaw()) {
      UriOption inOneLine = found.without(own.lineEnd());
      if (!inOneLine.content().equals(literal)) {
        // Camel has put something else in place of a part of it.
        throw DynamicRefusal.placeholder(own.name());
      }
      return name + inOneLine.value();
    }
    if (literal.contains("&")) {
      throw DynamicRefusal.ampersand(own.name());
    }
    return name + (ALTERED_IN_URI.matcher(literal).find() ? "RAW(" + literal + ")" : literal);
  }
}
