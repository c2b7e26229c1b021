// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.simulator.desk;

import io.github.livedesk.camel.simulator.store.ApiError;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.LongSupplier;

/** Takes a hundred searches in any minute. */
final class Throttle {

  private static final int MOST = 100;
  private static final long MINUTE = Duration.ofMinutes(1).toNanos();
  private static final long SECOND = Duration.ofSeconds(1).toNanos();

  private final LongSupplier clock;
  private final Deque<Long> taken = new ArrayDeque<>();

  /**
   * A throttle.
   *
   * @param clock in nanoseconds
   */
  Throttle(LongSupplier clock) {
    this.clock = clock;
  }

  /**
   * Takes one.
   *
   * @throws ApiError where there were too many; it says how long to wait
   */
  synchronized void take() throws ApiError {
    long now = clock.getAsLong();
    while (!taken.isEmpty() && now - taken.peek() >= MINUTE) {
      taken.remove();
    }
    if (taken.size() == MOST) {
      long wait = MINUTE - (now - taken.peek());
      throw ApiError.tooMany((wait + SECOND - 1) / SECOND);
    }
    taken.add(now);
  }

  synchronized void clear() {
    taken.clear();
  }
}
