// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What an option takes where it is set by a text. Camel's own reading takes every text for a time,
 * also where a number is meant: it makes 60000 of {@code 1m}, and 0 of {@code abc}.
 */
@FunctionalInterface
interface OptionText {

  Pattern DIGITS = Pattern.compile("[0-9]{1,19}");
  Pattern CONTROLS = Pattern.compile("\\p{Cntrl}");

  /**
   * What Camel can set.
   *
   * @param text with placeholders resolved
   * @throws InvalidOptionException when the text is of another kind
   */
  Object read(String option, String text);

  /** Any text; what it may be is checked elsewhere, or not at all. */
  static OptionText any() {
    return (option, text) -> text;
  }

  /** ASCII digits alone, for an int. */
  static OptionText count(String takes) {
    return (option, text) ->
        digits(text)
            .filter(number -> number <= Integer.MAX_VALUE)
            .<Object>map(Long::intValue)
            .orElseThrow(() -> refused(option, text, takes));
  }

  /** ASCII digits alone, for a long. */
  static OptionText id(String takes) {
    return (option, text) ->
        digits(text).<Object>map(id -> id).orElseThrow(() -> refused(option, text, takes));
  }

  private static Optional<Long> digits(String text) {
    try {
      return Optional.of(text).filter(it -> DIGITS.matcher(it).matches()).map(Long::valueOf);
    } catch (NumberFormatException tooLong) {
      return Optional.empty();
    }
  }

  static OptionText time() {
    return (option, text) ->
        TimeText.parse(text)
            .<Object>map(Duration::ofMillis)
            .orElseThrow(
                () -> refused(option, text, "a time, such as 30s, 5m, PT30S, or 1500 for 1500 ms"));
  }

  static OptionText flag() {
    return (option, text) -> {
      if (text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false")) {
        return Boolean.valueOf(text);
      }
      throw refused(option, text, "true or false");
    };
  }

  static OptionText oneOf(Enum<?>... values) {
    String names = Arrays.stream(values).map(Enum::name).collect(Collectors.joining(", "));
    return (option, text) ->
        Arrays.stream(values)
            .filter(value -> value.name().equalsIgnoreCase(text))
            .<Object>map(value -> value)
            .findAny()
            .orElseThrow(() -> refused(option, text, names));
  }

  static InvalidOptionException refused(String option, String text, String takes) {
    return new InvalidOptionException(option, quote(text), takes);
  }

  /**
   * Short and in one line, for it may be anything; up to an ampersand, for what follows may be
   * options that got in by a bracket left open, one of them a secret.
   */
  static String quote(String text) {
    int longest = 40;
    int ampersand = text.indexOf('&');
    int end = Math.min(longest, ampersand < 0 ? text.length() : ampersand);
    String start = text.length() <= end ? text : text.substring(0, end) + "…";
    return text.isEmpty() ? "nothing" : "'" + CONTROLS.matcher(start).replaceAll(" ") + "'";
  }
}
