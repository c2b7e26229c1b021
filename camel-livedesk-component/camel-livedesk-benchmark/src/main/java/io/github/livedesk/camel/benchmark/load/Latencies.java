// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.benchmark.load;

import java.util.concurrent.atomic.AtomicIntegerArray;

/** Counts of durations, in classes a thirty-second wide. */
final class Latencies {

  private static final int BITS = 5;
  private static final int CLASSES = 1 << BITS;

  private final AtomicIntegerArray counts = new AtomicIntegerArray((Long.SIZE - BITS) * CLASSES);

  void add(long nanos) {
    counts.incrementAndGet(index(Math.max(nanos, CLASSES)));
  }

  /** Begins anew. */
  void clear() {
    for (int i = 0; i < counts.length(); i++) {
      counts.set(i, 0);
    }
  }

  private static int index(long nanos) {
    int shift = Long.SIZE - 1 - Long.numberOfLeadingZeros(nanos) - BITS;
    return shift * CLASSES + (int) (nanos >>> shift) - CLASSES;
  }

  private static double millis(int index) {
    return (((long) index % CLASSES + CLASSES) << (index / CLASSES)) / 1e6;
  }

  /**
   * Milliseconds that a share of all durations does not exceed; 0 where there are none.
   *
   * @param share above 0, up to 1
   */
  double quantileMillis(double share) {
    long all = 0;
    for (int i = 0; i < counts.length(); i++) {
      all += counts.get(i);
    }
    long wanted = Math.max(1, (long) Math.ceil(all * share));
    long seen = 0;
    for (int i = 0; i < counts.length(); i++) {
      seen += counts.get(i);
      if (seen >= wanted) {
        return millis(i);
      }
    }
    return 0;
  }
}
