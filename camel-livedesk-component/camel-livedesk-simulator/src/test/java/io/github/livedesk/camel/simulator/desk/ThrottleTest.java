// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.simulator.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.livedesk.camel.simulator.store.ApiError;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A hundred in any minute, whenever the minute began. */
class ThrottleTest {

  private long now = -1;
  private final Throttle throttle = new Throttle(() -> now);

  private void pass(Duration time) {
    now += time.toNanos();
  }

  private void takeMany(int times) throws ApiError {
    for (int i = 0; i < times; i++) {
      throttle.take();
    }
  }

  private long secondsToWait() {
    return catchThrowableOfType(ApiError.class, throttle::take).retryAfter().orElseThrow();
  }

  @Test
  void saysHowLongToWait() throws ApiError {
    takeMany(50);
    pass(Duration.ofSeconds(40));
    takeMany(50);

    assertThat(secondsToWait()).isEqualTo(20);
    pass(Duration.ofMillis(19_999));
    assertThat(secondsToWait()).isEqualTo(1);
    pass(Duration.ofMillis(1));
    takeMany(50);
    assertThat(secondsToWait()).isEqualTo(40);
  }

  @Test
  void forgetsWhatWasTaken() throws ApiError {
    takeMany(100);
    throttle.clear();

    takeMany(100);
    assertThat(secondsToWait()).isEqualTo(60);
  }
}
