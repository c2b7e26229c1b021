// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.client.response;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.livedesk.camel.model.ResponseJson;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The server's own words for a failure, fit to be shown: in one line, short, and left out where
 * they may quote credentials or the message, as servers like to do.
 */
final class ErrorText {

  private static final int LONGEST = 200;
  private static final int READ = 1024;

  /** Stands for the words. */
  static final String LEFT_OUT =
      "its words are left out, for they may quote the message or the credentials";

  private static final Pattern HTML = Pattern.compile("^\\s*<");
  private static final Pattern TITLE =
      Pattern.compile("<title[^<>]*>([^<]*)</title", Pattern.CASE_INSENSITIVE);

  private ErrorText() {}

  /**
   * What a failure reply says, not yet fit to be shown: the JSON member {@code error}, {@code
   * message} or {@code errors}, else the title of a page, else the text itself.
   *
   * @param json null where it is none
   * @param text how the reply begins
   * @return empty when it says nothing
   */
  static String of(Map<String, Object> json, byte[] text) {
    return json == null ? ofText(new String(text, UTF_8)) : ofJson(json);
  }

  private static String ofJson(Map<String, Object> json) {
    for (String name : List.of("error", "message", "errors")) {
      Object value = json.get(name);
      if (value instanceof List<?> list && !ResponseJson.isLarge(list)) {
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
   * Words that are fit to be shown: the server's own, cut, or that they are left out since they may
   * quote what was sent. What {@link Quotations} finds is not taken out of them: what stands around
   * a quotation may be more of it.
   */
  static String shown(String words, Sent sent) {
    String source = words.length() > READ ? words.substring(0, READ) : words;
    return Quotations.isAnyIn(source, sent) ? LEFT_OUT : line(source);
  }

  private static String line(String words) {
    var line = new StringBuilder(words.length());
    words.chars().forEach(c -> line.append(Character.isISOControl(c) ? ' ' : (char) c));
    String trimmed = line.toString().trim();
    return trimmed.length() <= LONGEST ? trimmed : trimmed.substring(0, LONGEST - 1) + "…";
  }
}
