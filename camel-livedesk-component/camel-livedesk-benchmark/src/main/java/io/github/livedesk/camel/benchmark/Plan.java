package io.github.livedesk.camel.benchmark;

import io.github.livedesk.camel.benchmark.contender.Way;
import java.time.Duration;
import java.util.List;

/**
 * How much is measured.
 *
 * @param warmUp of each contender, in each round before the first slice
 * @param warmUps rounds: in the breaks between them the compiler gets its turn, which under load it
 *     hardly does
 * @param settle not measured, at the start of each slice
 * @param slice what is measured of it
 * @param slices of each contender, 1 or more
 * @param manyIds different conversation ids for {@code toD}
 * @param manyIdsSlices at most, where the ids are not sent by then
 * @param waits what is tried with a slow server
 * @param waiting how that is sent to
 * @param uploadBytes size of the big attachment
 * @param uploads of each way, 1 or more
 * @param coldStarts 1 or more
 */
record Plan(
    Duration warmUp,
    int warmUps,
    Duration settle,
    Duration slice,
    int slices,
    int manyIds,
    int manyIdsSlices,
    List<Wait> waits,
    List<Way> waiting,
    long uploadBytes,
    int uploads,
    int coldStarts) {

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

  /** Under ten minutes on two cores. */
  static Plan full() {
    return new Plan(
        Duration.ofSeconds(4),
        3,
        Duration.ofMillis(200),
        Duration.ofMillis(1300),
        5,
        1_000_000,
        12,
        List.of(
            new Wait(1_000, Duration.ofMillis(50), Duration.ofSeconds(6)),
            new Wait(5_000, Duration.ofSeconds(1), Duration.ofSeconds(10))),
        List.of(Way.USUAL, Way.TUNED, Way.TO),
        1L << 30,
        3,
        5);
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
        1,
        List.of(new Wait(20, Duration.ofMillis(50), Duration.ofMillis(200))),
        List.of(Way.TO),
        1 << 20,
        1,
        1);
  }
}
