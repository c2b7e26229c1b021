package io.github.livedesk.camel.client;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * What keeps the retries of a component from becoming a storm: while most sends fail, most are not
 * tried again.
 */
final class RetryBudget {

  static final int CAPACITY = 100;
  static final int RETRY_COST = 5;
  static final int SUCCESS_GAIN = 1;

  private final AtomicInteger tokens = new AtomicInteger(CAPACITY);

  /** Pays for one retry; false when there is too little left. */
  boolean take() {
    int before = tokens.getAndUpdate(left -> left >= RETRY_COST ? left - RETRY_COST : left);
    return before >= RETRY_COST;
  }

  /** A send worked at its first attempt. */
  void succeededAtOnce() {
    // Mostly it is full: a read is cheaper than a write that all threads share.
    if (tokens.get() < CAPACITY) {
      tokens.updateAndGet(left -> Math.min(CAPACITY, left + SUCCESS_GAIN));
    }
  }

  int left() {
    return tokens.get();
  }
}
