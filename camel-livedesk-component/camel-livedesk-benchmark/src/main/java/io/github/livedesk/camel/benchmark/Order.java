// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.benchmark;

import io.github.livedesk.camel.benchmark.contender.Kind;
import java.time.Duration;

/**
 * What a contender is told to do.
 *
 * @param kind what to send
 * @param port of the server, on this machine
 * @param inFlight messages at a time, 1 or more
 * @param ramp over which they are begun, evenly
 * @param settle what is not measured, after that
 * @param measured what is
 */
record Order(Kind kind, int port, int inFlight, Duration ramp, Duration settle, Duration measured) {

  /** As many in flight as all have, begun at once. */
  Order(Kind kind, int port, Duration settle, Duration measured) {
    this(kind, port, Throughput.IN_FLIGHT, Duration.ZERO, settle, measured);
  }

  /** For {@link #parse}, in another JVM. */
  String toLine() {
    return kind + " " + port + " " + inFlight + " " + ramp + " " + settle + " " + measured;
  }

  /** Takes what {@link #toLine()} gave. */
  static Order parse(String line) {
    String[] parts = line.split(" ", -1);
    return new Order(
        Kind.valueOf(parts[0]),
        Integer.parseInt(parts[1]),
        Integer.parseInt(parts[2]),
        Duration.parse(parts[3]),
        Duration.parse(parts[4]),
        Duration.parse(parts[5]));
  }
}
