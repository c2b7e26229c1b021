// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel;

import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.Expression;

/**
 * An expression of {@code toD} that is read a second time, without harm: what it evaluates to is
 * then known before Camel has cut blanks off the URI's end and replaced property placeholders.
 */
final class ReadableExpression {

  /** Nothing that calls a method, draws a number or uses up a stream. */
  private static final Pattern HARMLESS =
      Pattern.compile(
          "(in\\.)?(headers?|exchangeProperty|variables?)"
              + "([.:][\\w-]+|\\[(?<quote>['\"]?)[\\w.-]+\\k<quote>])|(in\\.)?body");

  private final Expression expression;

  private ReadableExpression(Expression expression) {
    this.expression = expression;
  }

  /**
   * The expression of a function, where that is harmless.
   *
   * @param function what stands between <code>${</code> and <code>}</code>
   * @return empty where it may not be read twice
   */
  static Optional<ReadableExpression> of(CamelContext context, String function) {
    if (!HARMLESS.matcher(function).matches()) {
      return Optional.empty();
    }
    Expression expression =
        context.resolveLanguage("simple").createExpression("${" + function + "}");
    expression.init(context);
    return Optional.of(new ReadableExpression(expression));
  }

  /**
   * The value as text.
   *
   * @return null where it is neither text, number nor flag, nor nothing
   */
  String read(Exchange exchange) {
    Object value = expression.evaluate(exchange, Object.class);
    if (value == null) {
      return "";
    }
    boolean plain =
        value instanceof CharSequence || value instanceof Number || value instanceof Boolean;
    return plain ? value.toString() : null;
  }
}
