// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The server's own words for a failure, fit to be shown: in one line, short, without credentials
 * and without the text of the message, which servers like to quote.
 */
final class ErrorText {

  private static final int LONGEST = 200;
  private static final int READ = 1024;
  private static final String MASK = "***";

  private static final Pattern HTML = Pattern.compile("^\\s*<");
  private static final Pattern TITLE =
      Pattern.compile("<title[^>]*>([^<]*)</title", Pattern.CASE_INSENSITIVE);

  private ErrorText() {}

  /**
   * What a failure reply says, not yet fit to be shown: the JSON member {@code error}, {@code
   * message} or {@code errors}, else the title of a page, else the text itself.
   *
   * @return empty when it says nothing
   */
  static String of(byte[] body) {
    return Json.readObject(body)
        .map(ErrorText::ofJson)
        .orElseGet(() -> ofText(new String(body, 0, Math.min(body.length, READ), UTF_8)));
  }

  private static String ofJson(Map<String, Object> json) {
    for (String name : List.of("error", "message", "errors")) {
      Object value = json.get(name);
      if (value instanceof List<?> list) {
        return list.stream().map(Objects::toString).collect(Collectors.joining(", "));
      }
      if (value instanceof String text) {
        return text;
      }
    }
    return "";
  }

  private static String ofText(String text) {
    if (HTML.matcher(text).find()) {
      Matcher title = TITLE.matcher(text);
      return title.find() ? "a page titled '" + title.group(1).trim() + "'" : "a page";
    }
    return text;
  }

  /**
   * Takes out what must not show, and cuts.
   *
   * @param hidden credentials and message texts, also very long ones
   */
  static String mask(String text, Collection<? extends CharSequence> hidden) {
    String source = text.length() > READ ? text.substring(0, READ) : text;
    boolean[] masked = Quotations.find(source, hidden);
    var shown = new StringBuilder();
    for (int i = 0; i < source.length(); i++) {
      if (!masked[i]) {
        char c = source.charAt(i);
        shown.append(Character.isISOControl(c) ? ' ' : c);
      } else if (i == 0 || !masked[i - 1]) {
        shown.append(MASK);
      }
    }
    String line = shown.toString().trim();
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST - 1) + "…";
  }
}
