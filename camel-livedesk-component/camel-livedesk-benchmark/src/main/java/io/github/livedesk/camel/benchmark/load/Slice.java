// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.benchmark.load;

/**
 * What one stretch of time showed of one contender.
 *
 * @param messages sent in it
 * @param perSecond messages
 * @param cpuMicros of the whole client process, for each message
 * @param allocated bytes for each message
 * @param p50Millis half of the messages took no longer
 * @param p99Millis 99 of 100 took no longer
 * @param threads Java threads at the peak, those of the feed included
 * @param residentMegabytes of the process, the most up to its end; MB of 1,000,000 bytes, 0 where
 *     the system does not say
 */
public record Slice(
    long messages,
    double perSecond,
    double cpuMicros,
    double allocated,
    double p50Millis,
    double p99Millis,
    int threads,
    double residentMegabytes) {

  /** For {@link #parse}, in another JVM. */
  public String toLine() {
    return messages
        + " "
        + perSecond
        + " "
        + cpuMicros
        + " "
        + allocated
        + " "
        + p50Millis
        + " "
        + p99Millis
        + " "
        + threads
        + " "
        + residentMegabytes;
  }

  /** Takes what {@link #toLine()} gave. */
  public static Slice parse(String line) {
    String[] figures = line.split(" ", -1);
    return new Slice(
        Long.parseLong(figures[0]),
        Double.parseDouble(figures[1]),
        Double.parseDouble(figures[2]),
        Double.parseDouble(figures[3]),
        Double.parseDouble(figures[4]),
        Double.parseDouble(figures[5]),
        Integer.parseInt(figures[6]),
        Double.parseDouble(figures[7]));
  }
}
