// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.binding.conversation;

import io.github.livedesk.camel.binding.Given;
import io.github.livedesk.camel.binding.ResourceOptions;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;

/** Until when a conversation rests. */
final class SnoozeTime {

  private static final String TAKES =
      "a time to come: an Instant, seconds since 1970, or a text such as 2027-01-31T08:00:00Z";

  private static final long LATEST = Instant.parse("9999-12-31T23:59:59Z").getEpochSecond();

  private SnoozeTime() {}

  /**
   * As the API has it: seconds since 1970.
   *
   * @param now what is not after it is refused
   */
  static long seconds(ResourceOptions reader, Object value, Instant now) {
    long seconds = value instanceof Instant time ? time.getEpochSecond() : parsed(reader, value);
    if (seconds > LATEST) {
      throw reader.wrong("snoozedUntil", "a time after the year 9999, milliseconds perhaps", TAKES);
    }
    if (seconds <= now.getEpochSecond()) {
      throw reader.wrong("snoozedUntil", "a time in the past", TAKES);
    }
    return seconds;
  }

  private static long parsed(ResourceOptions reader, Object value) {
    String text = Given.textOrNumber(reader, "snoozedUntil", value, TAKES);
    try {
      return text.chars().allMatch(c -> c >= '0' && c <= '9')
          ? Long.parseLong(text)
          : OffsetDateTime.parse(text).toEpochSecond();
    } catch (DateTimeException | NumberFormatException noTime) {
      throw reader.wrong("snoozedUntil", "a text that is no time", TAKES);
    }
  }
}
