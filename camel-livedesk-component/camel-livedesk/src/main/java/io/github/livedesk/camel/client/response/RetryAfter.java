// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.client.response;

import io.github.livedesk.camel.model.Numbers;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** The Retry-After header: seconds or an HTTP date (RFC 9110, 10.2.3). */
final class RetryAfter {

  private static final Pattern SECONDS = Pattern.compile("[0-9]+");

  /** More than anybody waits: three centuries, in ten digits of seconds. */
  private static final long MOST_SECONDS = 9_999_999_999L;

  private static final int MOST_DIGITS = 10;

  private RetryAfter() {}

  private static DateTimeFormatter format(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.US);
  }

  /** The wait, zero for a date in the past; null when the header is missing or makes no sense. */
  static Duration parse(String header, Clock clock) {
    if (header == null) {
      return null;
    }
    String value = header.trim();
    if (SECONDS.matcher(value).matches()) {
      String digits = Numbers.withoutZeros(value);
      return Duration.ofSeconds(
          digits.length() > MOST_DIGITS ? MOST_SECONDS : Long.parseLong(digits));
    }
    Instant date = date(value, clock);
    if (date == null) {
      return null;
    }
    Duration wait = Duration.between(clock.instant(), date);
    return wait.isNegative() ? Duration.ZERO : wait;
  }

  /** The date of today, or one of the two older ones that are still to be read (5.6.7). */
  private static Instant date(String value, Clock clock) {
    for (DateTimeFormatter format :
        List.of(
            format("EEE, dd MMM yyyy HH:mm:ss 'GMT'"),
            withShortYear(clock),
            format("EEE MMM ppd HH:mm:ss yyyy"))) {
      try {
        return LocalDateTime.parse(value, format).toInstant(ZoneOffset.UTC);
      } catch (DateTimeException anotherFormat) {
        // the next one
      }
    }
    return null;
  }

  /** A year that looks more than 50 years ahead is one of the century before. */
  private static DateTimeFormatter withShortYear(Clock clock) {
    return new DateTimeFormatterBuilder()
        .appendPattern("EEEE, dd-MMM-")
        .appendValueReduced(ChronoField.YEAR, 2, 2, LocalDate.now(clock).minusYears(49))
        .appendPattern(" HH:mm:ss 'GMT'")
        .toFormatter(Locale.US);
  }
}
