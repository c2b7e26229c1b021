// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.client.retry;

import static io.github.livedesk.camel.client.metrics.Loggers.LOG;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** Token bucket that throttles retries: while most sends fail, most retries are refused. */
public final class RetryBudget {

  static final int CAPACITY = 100;
  static final int RETRY_COST = 5;
  static final int SUCCESS_GAIN = 1;

  /**
   * Hysteresis: the warning is re-armed only here, so that stray successes in an outage don't
   * repeat it.
   */
  static final int RECOVERED = CAPACITY / 2;

  private final AtomicInteger tokens = new AtomicInteger(CAPACITY);

  /** Whether a retry was refused, and the budget has not recovered since. */
  private final AtomicBoolean exhausted = new AtomicBoolean();

  /** Pays for one retry; false when there is too little left. */
  public boolean tryAcquire() {
    int before = tokens.getAndUpdate(left -> left >= RETRY_COST ? left - RETRY_COST : left);
    boolean paid = before >= RETRY_COST;
    if (!paid && exhausted.compareAndSet(false, true)) {
      LOG.warn(
          "Too many sends to LiveDesk fail: the component's budget for retries is empty, and they"
              + " fail without one until others work again");
    }
    return paid;
  }

  /** A send worked at its first attempt. */
  void onFirstAttemptSuccess() {
    // Mostly it is full: a read is cheaper than a write that all threads share.
    if (tokens.get() < CAPACITY) {
      int left = tokens.updateAndGet(some -> Math.min(CAPACITY, some + SUCCESS_GAIN));
      if (left >= RECOVERED && exhausted.compareAndSet(true, false)) {
        LOG.info("Sends to LiveDesk work again: the budget for retries has recovered to {}", left);
      }
    }
  }

  public int available() {
    return tokens.get();
  }
}
