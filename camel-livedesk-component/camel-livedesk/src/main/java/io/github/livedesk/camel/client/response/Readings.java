// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.client.response;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a text may say to whoever undoes the escapes in it. */
final class Readings {

  /** So often may one escape stand within another. */
  private static final int DEEPEST = 4;

  private static final Pattern HTML =
      Pattern.compile("&(?:#(\\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([a-zA-Z]{2,6}));");

  private static final Pattern UNICODE =
      Pattern.compile("(?<!\\\\)\\\\++u(?:\\{([0-9a-fA-F]{1,6})\\}|([0-9a-fA-F]{4}))");

  private static final Pattern BYTE = Pattern.compile("(?:%|(?<!\\\\)\\\\++x)([0-9a-fA-F]{2})");

  private static final Pattern SINGLE = Pattern.compile("\\\\([^uxUX])");

  private static final Map<String, String> ENTITIES =
      Map.of("amp", "&", "lt", "<", "gt", ">", "quot", "\"", "apos", "'", "nbsp", " ");

  private Readings() {}

  /** The text as it is, and without its escapes: those of HTML, JSON and URLs, one in another. */
  static Set<String> of(String text) {
    Set<String> readings = new LinkedHashSet<>();
    String reading = text;
    for (int depth = 0; depth <= DEEPEST && readings.add(reading); depth++) {
      reading = replace(reading, HTML, Readings::entity);
      reading = replace(reading, UNICODE, Readings::codePoint);
      reading = withoutBytes(reading);
      reading = replace(reading, SINGLE, Readings::character);
    }
    return readings;
  }

  private static String replace(
      String text, Pattern pattern, Function<MatchResult, String> replacement) {
    return pattern
        .matcher(text)
        .replaceAll(found -> Matcher.quoteReplacement(replacement.apply(found)));
  }

  private static String entity(MatchResult found) {
    if (found.group(3) != null) {
      return ENTITIES.getOrDefault(found.group(3), found.group());
    }
    return found.group(1) == null ? of(found.group(2), 16) : of(found.group(1), 10);
  }

  private static String codePoint(MatchResult found) {
    return of(found.group(1) == null ? found.group(2) : found.group(1), 16);
  }

  private static String of(String number, int radix) {
    int codePoint = Integer.parseInt(number, radix);
    return Character.isValidCodePoint(codePoint) ? Character.toString(codePoint) : " ";
  }

  /** Those of one character stand together. */
  private static String withoutBytes(String text) {
    var reading = new StringBuilder();
    var bytes = new ByteArrayOutputStream();
    Matcher found = BYTE.matcher(text);
    int from = 0;
    while (found.find()) {
      if (found.start() > from) {
        reading.append(bytes.toString(UTF_8)).append(text, from, found.start());
        bytes.reset();
      }
      bytes.write(Integer.parseInt(found.group(1), 16));
      from = found.end();
    }
    return reading.append(bytes.toString(UTF_8)).append(text, from, text.length()).toString();
  }

  private static String character(MatchResult found) {
    char c = found.group(1).charAt(0);
    return "nrtbf".indexOf(c) < 0 ? String.valueOf(c) : " ";
  }
}
