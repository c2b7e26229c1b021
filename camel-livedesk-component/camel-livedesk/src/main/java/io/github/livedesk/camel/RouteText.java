// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel;

import java.util.ArrayList;
import java.util.List;

/**
 * A URI of {@code toD} in which each expression is one character, so that what an expression is
 * made of is not taken for options.
 *
 * @param masked the text
 * @param functions what stood between <code>${</code> and <code>}</code>, in that order
 */
record RouteText(String masked, List<String> functions) {

  /** Stands for an expression; no character of any text. */
  private static final char EXPRESSION = '\uFFFF';

  private static final List<String> STARTS = List.of("${", "$simple{");

  static RouteText of(String uri) {
    String text = uri.trim();
    var masked = new StringBuilder();
    var functions = new ArrayList<String>();
    for (int i = 0; i < text.length(); ) {
      int function = functionStart(text, i);
      if (function > 0) {
        int end = functionEnd(text, function);
        functions.add(text.substring(function, end));
        masked.append(EXPRESSION);
        i = end + 1;
      } else {
        i += appendEscaped(masked, text, i);
      }
    }
    return new RouteText(masked.toString(), List.copyOf(functions));
  }

  /** After the opening of a function that begins here; 0 where none does. */
  private static int functionStart(String text, int at) {
    for (String start : STARTS) {
      if (text.startsWith(start, at)) {
        return at + start.length();
      }
    }
    return 0;
  }

  /** Where its bracket closes, or the end of the text. */
  private static int functionEnd(String text, int start) {
    int depth = 1;
    for (int i = start; i < text.length(); i++) {
      if (functionStart(text, i) > 0) {
        depth++;
        i = functionStart(text, i) - 1;
      } else if (text.startsWith("\\}", i)) {
        i++;
      } else if (text.charAt(i) == '}' && --depth == 0) {
        return i;
      }
    }
    return text.length();
  }

  /** As the Simple language reads text around its functions. Returns the length that was read. */
  private static int appendEscaped(StringBuilder masked, String text, int at) {
    int escape =
        text.charAt(at) == '\\' && at + 1 < text.length()
            ? "ntr}".indexOf(text.charAt(at + 1))
            : -1;
    masked.append(escape < 0 ? text.charAt(at) : "\n\t\r}".charAt(escape));
    return escape < 0 ? 1 : 2;
  }

  static boolean hasExpression(String masked) {
    return masked.indexOf(EXPRESSION) >= 0;
  }

  static int expressions(String masked) {
    return (int) masked.chars().filter(c -> c == EXPRESSION).count();
  }

  /** What is around the expressions. */
  static List<String> texts(String masked) {
    return List.of(masked.split(String.valueOf(EXPRESSION), -1));
  }
}
