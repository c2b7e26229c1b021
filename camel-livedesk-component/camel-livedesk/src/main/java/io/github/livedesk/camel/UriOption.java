// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * An option as it stands in a URI, nothing decoded.
 *
 * @param name without white space around it
 * @param value as it is, with {@code RAW(...)} where that is there
 */
record UriOption(String name, String value) {

  private static final Pattern BARE_PERCENT = Pattern.compile("%(?![0-9A-Fa-f]{2})");

  /** The options of a query, cut where Camel cuts them. */
  static List<UriOption> parse(String query) {
    var options = new ArrayList<UriOption>();
    for (int start = 0; start <= query.length(); ) {
      int nameEnd = nameEnd(query, start);
      boolean hasValue = nameEnd < query.length() && query.charAt(nameEnd) == '=';
      int valueStart = hasValue ? nameEnd + 1 : nameEnd;
      int valueEnd = valueEnd(query, valueStart);
      options.add(
          new UriOption(
              query.substring(start, nameEnd).strip(), query.substring(valueStart, valueEnd)));
      start = valueEnd + 1;
    }
    return options;
  }

  private static int nameEnd(String query, int start) {
    int end = start;
    while (end < query.length() && query.charAt(end) != '=' && query.charAt(end) != '&') {
      end++;
    }
    return end;
  }

  private static int valueEnd(String query, int start) {
    if (opening(query, start).isEmpty()) {
      int and = query.indexOf('&', start);
      return and < 0 ? query.length() : and;
    }
    char end = query.charAt(start + 3) == '(' ? ')' : '}';
    for (int at = query.indexOf(end, start); at >= 0; at = query.indexOf(end, at + 1)) {
      int next = afterLineBreak(query, at + 1);
      if (next == query.length() || query.charAt(next) == '&') {
        return next;
      }
    }
    return query.length();
  }

  /** Camel joins the lines of a URI: a line's end, with the white space around it, is nothing. */
  private static int afterLineBreak(String text, int start) {
    int next = start;
    boolean lineBreak = false;
    while (next < text.length() && Character.isWhitespace(text.charAt(next))) {
      lineBreak |= isLineBreak(text.charAt(next));
      next++;
    }
    return lineBreak ? next : start;
  }

  private static boolean isLineBreak(char c) {
    return c == '\n' || c == '\r';
  }

  private static String opening(String text, int start) {
    return text.startsWith("RAW(", start) || text.startsWith("RAW{", start)
        ? text.substring(start, start + 4)
        : "";
  }

  /** {@code RAW(} or <code>RAW{</code> where the value begins so, else nothing. */
  String opening() {
    return opening(value, 0);
  }

  boolean isRaw() {
    return !opening().isEmpty();
  }

  /** What stands in {@code RAW(...)}, or the value as it is. */
  String content() {
    return isRaw() && isClosed() ? value.substring(4, value.length() - 1) : value;
  }

  /** Text of a URI as Camel gives it to an endpoint; but lines are not joined. */
  static String decode(String text) {
    String percents = BARE_PERCENT.matcher(text).replaceAll("%25");
    return URLDecoder.decode(percents, StandardCharsets.UTF_8).replace('+', ' ');
  }

  /** Without the line's end that the route's own text has after it. */
  UriOption without(String lineEnd) {
    return value.endsWith(lineEnd)
        ? new UriOption(name, value.substring(0, value.length() - lineEnd.length()))
        : this;
  }

  /** What is at its end where lines are joined; else nothing. */
  String lineEnd() {
    String tail = value.substring(value.stripTrailing().length());
    return tail.chars().anyMatch(c -> isLineBreak((char) c)) ? tail : "";
  }

  private boolean isClosed() {
    return value.length() > 4 && value.endsWith(value.charAt(3) == '(' ? ")" : "}");
  }

  /** The name alone: the value may be a message's text. */
  @Override
  public String toString() {
    return name;
  }
}
