// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.client.retry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.DoubleSummaryStatistics;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackoffTest {

  private static final Duration DELAY = Duration.ofMillis(500);
  private static final Duration MAX_DELAY = Duration.ofSeconds(20);

  @ParameterizedTest
  @CsvSource({"1, 500", "2, 1000", "3, 2000", "6, 16000", "7, 20000", "1000000, 20000"})
  void doublesUpToTheLimit(int retry, long limit) {
    assertThat(new Backoff(DELAY, MAX_DELAY, () -> 1).before(retry))
        .isEqualTo(Duration.ofMillis(limit));
    assertThat(new Backoff(DELAY, MAX_DELAY, () -> 0).before(retry)).isZero();
  }

  @Test
  void spreadsWaitsEvenlyFromZeroToTheLimit() {
    var backoff = new Backoff(DELAY, MAX_DELAY, new Random(4711)::nextDouble);

    DoubleSummaryStatistics waits =
        IntStream.range(0, 10_000)
            .mapToDouble(i -> backoff.before(2).toNanos() / 1e6)
            .summaryStatistics();

    assertThat(waits.getMin()).isBetween(0.0, 5.0);
    assertThat(waits.getMax()).isBetween(995.0, 1000.0);
    assertThat(waits.getAverage()).isBetween(480.0, 520.0);
  }
}
