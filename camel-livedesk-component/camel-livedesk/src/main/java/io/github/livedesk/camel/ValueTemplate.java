// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.camel.Exchange;

/**
 * The value of an option as the route's author wrote it: text, and expressions in it. It takes an
 * evaluated value apart, so that what came of an expression is literal and only the author's text
 * is decoded.
 */
final class ValueTemplate {

  private final List<String> texts;
  private final List<String> decodedTexts;
  private final List<Optional<ReadableExpression>> expressions;

  /**
   * @param texts around the expressions, one more than these
   * @param expressions empty where one can't be read again
   * @param raw whether the texts are literal too
   */
  ValueTemplate(List<String> texts, List<Optional<ReadableExpression>> expressions, boolean raw) {
    this.texts = texts;
    this.decodedTexts = raw ? texts : texts.stream().map(UriOption::decode).toList();
    this.expressions = expressions;
  }

  /**
   * What its expressions evaluate to.
   *
   * @return null for each that can't be read again
   */
  List<String> read(Exchange exchange) {
    var values = new ArrayList<String>(expressions.size());
    for (Optional<ReadableExpression> expression : expressions) {
      values.add(expression.isPresent() ? expression.get().read(exchange) : null);
    }
    return values;
  }

  /** As Camel has it, with these values. */
  String withValues(List<String> values) {
    return join(texts, values);
  }

  /** What the option's value is, with these values as they are. */
  String literal(List<String> values) {
    return join(decodedTexts, values);
  }

  boolean endsWithExpression() {
    return texts.get(texts.size() - 1).isEmpty();
  }

  private static String join(List<String> texts, List<String> values) {
    if (values.size() == 1 && texts.get(0).isEmpty() && texts.get(1).isEmpty()) {
      return values.get(0);
    }
    var joined = new StringBuilder(texts.get(0));
    for (int i = 0; i < values.size(); i++) {
      joined.append(values.get(i)).append(texts.get(i + 1));
    }
    return joined.toString();
  }

  /**
   * What the option's value is, where Camel made this of it.
   *
   * @return empty where what came of expressions can't be told from the texts
   */
  Optional<String> literal(String evaluated) {
    String first = texts.get(0);
    String last = texts.get(texts.size() - 1);
    int end = evaluated.length() - last.length();
    if (end < first.length() || !evaluated.startsWith(first) || !evaluated.endsWith(last)) {
      return Optional.empty();
    }
    String between = evaluated.substring(first.length(), end);
    List<String> separators = texts.subList(1, texts.size() - 1);
    if (separators.equals(decodedTexts.subList(1, decodedTexts.size() - 1))) {
      return Optional.of(decodedTexts.get(0) + between + decodedTexts.get(decodedTexts.size() - 1));
    }
    List<String> fromTheLeft = cut(between, separators);
    List<String> fromTheRight = cutFromTheRight(between, separators);
    return fromTheLeft.isEmpty() || !fromTheLeft.equals(fromTheRight)
        ? Optional.empty()
        : Optional.of(literal(fromTheLeft));
  }

  /** Nothing where a separator is missing. */
  private static List<String> cut(String text, List<String> separators) {
    var parts = new ArrayList<String>();
    int start = 0;
    for (String separator : separators) {
      int at = text.indexOf(separator, start);
      if (at < 0) {
        return List.of();
      }
      parts.add(text.substring(start, at));
      start = at + separator.length();
    }
    parts.add(text.substring(start));
    return parts;
  }

  private static List<String> cutFromTheRight(String text, List<String> separators) {
    var parts = new ArrayList<String>();
    int end = text.length();
    for (int i = separators.size() - 1; i >= 0; i--) {
      String separator = separators.get(i);
      int at = text.lastIndexOf(separator, end - separator.length());
      if (at < 0 || end < separator.length()) {
        return List.of();
      }
      parts.add(0, text.substring(at + separator.length(), end));
      end = at;
    }
    parts.add(0, text.substring(0, end));
    return parts;
  }
}
