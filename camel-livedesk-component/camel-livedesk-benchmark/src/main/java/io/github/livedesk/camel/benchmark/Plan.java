// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.benchmark;

import io.github.livedesk.camel.benchmark.contender.Way;
import java.time.Duration;
import java.util.List;

/**
 * How much is measured.
 *
 * @param stretch of sending to warm up; after it the compiler gets its turn, which under load it
 *     hardly does
 * @param warmUps such stretches of each contender before its first slice; a third of them before
 *     that of each further kind of message
 * @param settle not measured, at the start of each slice
 * @param slice what is measured of it
 * @param slices of each contender, 1 or more
 * @param manyIds different conversation ids for {@code toD}, at least
 * @param waits what is tried with slow servers, the one with the most in flight last
 * @param waiting how those are sent to
 * @param uploadBytes size of the big attachment
 * @param coldStarts 1 or more
 * @param jvmFlags for the JVMs of the contenders
 */
record Plan(
    Duration stretch,
    int warmUps,
    Duration settle,
    Duration slice,
    int slices,
    int manyIds,
    List<Wait> waits,
    List<Waiting> waiting,
    long uploadBytes,
    int coldStarts,
    List<String> jvmFlags) {

  private static final String SMALL_HEAP = "-Xmx300m";

  /** With less, thousands of threads come to nothing but garbage collection. */
  private static final String LARGE_HEAP = "-Xmx1g";

  /**
   * A slow server.
   *
   * @param inFlight messages at a time
   * @param delay before each reply
   * @param measured how long
   */
  record Wait(int inFlight, Duration delay, Duration measured) {

    /** Messages per second that no client can exceed. */
    double limit() {
      return inFlight * 1e9 / delay.toNanos();
    }

    String title() {
      return String.format("%,d in flight against %,d ms", inFlight, delay.toMillis());
    }
  }

  /**
   * Who sends to a slow server.
   *
   * @param way how
   * @param heap that it needs, a flag such as {@code -Xmx1g}
   */
  record Waiting(Way way, String heap) {}

  /** Under ten minutes on two cores. */
  static Plan full() {
    return new Plan(
        Duration.ofMillis(1200),
        10,
        Duration.ofMillis(100),
        Duration.ofMillis(500),
        5,
        1_000_000,
        List.of(
            new Wait(1_000, Duration.ofMillis(50), Duration.ofSeconds(4)),
            new Wait(5_000, Duration.ofSeconds(1), Duration.ofSeconds(8))),
        List.of(
            new Waiting(Way.HTTPCLIENT_ASYNC, SMALL_HEAP),
            new Waiting(Way.USUAL, LARGE_HEAP),
            new Waiting(Way.TO, SMALL_HEAP)),
        1L << 30,
        5,
        List.of());
  }

  /** Seconds: whether all of it still runs, not how fast. */
  static Plan smoke() {
    return new Plan(
        Duration.ofMillis(20),
        1,
        Duration.ZERO,
        Duration.ofMillis(30),
        1,
        100,
        List.of(new Wait(20, Duration.ofMillis(50), Duration.ofMillis(200))),
        List.of(new Waiting(Way.TO, SMALL_HEAP)),
        1 << 20,
        1,
        // To compile well takes longer than all there is to run.
        List.of("-XX:TieredStopAtLevel=1"));
  }
}
