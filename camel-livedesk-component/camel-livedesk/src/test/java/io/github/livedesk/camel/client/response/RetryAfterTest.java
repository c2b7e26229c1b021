// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.client.response;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {

  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-23T10:00:00Z"), ZoneOffset.UTC);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0|PT0S",
        "120|PT2M",
        " 7 |PT7S",
        "Mon, 23 Nov 2026 10:00:30 GMT|PT30S",
        "Mon, 23 Nov 2026 09:00:00 GMT|PT0S",
        "Monday, 23-Nov-26 10:00:30 GMT|PT30S",
        "Monday, 23-Nov-76 10:00:00 GMT|PT438312H",
        "Sunday, 06-Nov-94 08:49:37 GMT|PT0S",
        "Mon Nov 23 10:00:30 2026|PT30S",
        "Tue Dec  1 10:00:00 2026|PT192H",
        "007|PT7S",
        "2147483648|PT596523H14M8S",
        "99999999999999999999|PT2777777H46M39S"
      })
  void readsSecondsAndDates(String header, Duration wait) {
    assertThat(RetryAfter.parse(header, CLOCK)).isEqualTo(wait);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "soon",
        "-1",
        "1.5",
        "+5",
        "١",
        "Mon, 23 Nov 2026 10:00:30 CET",
        "2026-11-23T10:00:30Z",
        "1, 2"
      })
  void ignoresWhatIsNeither(String header) {
    assertThat(RetryAfter.parse(header, CLOCK)).isNull();
  }

  @Test
  void knowsNothingWithoutTheHeader() {
    assertThat(RetryAfter.parse(null, CLOCK)).isNull();
  }
}
