// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.client.retry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RetryTimerTest {

  private final VirtualTime time = new VirtualTime();
  private final RetryTimer timer = new RetryTimer(time);
  private final AtomicInteger runs = new AtomicInteger();

  @Test
  void runsATaskAtItsTime() {
    timer.after(Duration.ofSeconds(5), Runnable::run, runs::incrementAndGet);

    time.pass(Duration.ofMillis(4_999));
    assertThat(runs).hasValue(0);
    time.pass(Duration.ofMillis(1));

    assertThat(runs).hasValue(1);
  }

  @Test
  void runsWhatWaitsAsSoonAsItIsClosedAndNotAgainAtItsTime() {
    timer.after(Duration.ofSeconds(5), Runnable::run, runs::incrementAndGet);
    timer.close();
    assertThat(runs).hasValue(1);

    time.pass(Duration.ofSeconds(5));

    assertThat(runs).hasValue(1);
  }

  @Test
  void runsWhatComesTooLateAtOnce() {
    timer.close();
    timer.after(Duration.ofSeconds(5), Runnable::run, runs::incrementAndGet);

    assertThat(runs).hasValue(1);
  }

  @Test
  void runsWhatItsSchedulerRefusesAtOnce() {
    var refusing =
        new RetryTimer(
            (task, delay, unit) -> {
              throw new RejectedExecutionException();
            });
    refusing.after(Duration.ofSeconds(5), Runnable::run, runs::incrementAndGet);

    assertThat(runs).hasValue(1);
  }
}
