// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A time as Camel's users write it: {@code 1500}, {@code 30s}, {@code 1h30m}, {@code PT30S}. */
final class TimeText {

  private static final Pattern MILLIS = Pattern.compile("-?[0-9]{1,19}");
  private static final Pattern UNITS =
      Pattern.compile(
          "(?i)(?=.)(?:([0-9]+)d)?(?:([0-9]+)h)?(?:([0-9]+)m)?(?:([0-9]+)s)?(?:([0-9]+)ms)?");
  private static final Pattern ISO = Pattern.compile("(?i)[+-]?P.+");

  private static final List<ChronoUnit> GROUPS =
      List.of(
          ChronoUnit.DAYS,
          ChronoUnit.HOURS,
          ChronoUnit.MINUTES,
          ChronoUnit.SECONDS,
          ChronoUnit.MILLIS);

  private TimeText() {}

  /** Its milliseconds; empty where the text is no time, or one that is too long to count. */
  static Optional<Long> parse(String text) {
    try {
      if (MILLIS.matcher(text).matches()) {
        return Optional.of(Long.valueOf(text));
      }
      if (ISO.matcher(text).matches()) {
        return Optional.of(Duration.parse(text).toMillis());
      }
      Matcher units = UNITS.matcher(text);
      return units.matches() ? Optional.of(sum(units).toMillis()) : Optional.empty();
    } catch (DateTimeParseException | NumberFormatException | ArithmeticException noTime) {
      return Optional.empty();
    }
  }

  private static Duration sum(Matcher units) {
    Duration sum = Duration.ZERO;
    for (int i = 0; i < GROUPS.size(); i++) {
      String amount = units.group(i + 1);
      if (amount != null) {
        sum = sum.plus(Long.parseLong(amount), GROUPS.get(i));
      }
    }
    return sum;
  }
}
