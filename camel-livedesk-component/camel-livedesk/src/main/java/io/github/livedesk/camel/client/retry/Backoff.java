// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.client.retry;

import java.time.Duration;
import java.util.function.DoubleSupplier;

/**
 * Full jitter: each wait is any time up to a limit that doubles, so that many senders which failed
 * together don't come back together.
 *
 * @param delay limit of the first wait
 * @param maxDelay limit of every wait
 * @param random gives numbers from 0 to 1
 */
record Backoff(Duration delay, Duration maxDelay, DoubleSupplier random) {

  /**
   * @param retry 1 for the first
   */
  Duration before(int retry) {
    double limit =
        Math.min((double) maxDelay.toNanos(), delay.toNanos() * Math.pow(2, retry - 1.0));
    return Duration.ofNanos((long) (random.getAsDouble() * limit));
  }
}
