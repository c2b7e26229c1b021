// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.benchmark;

import java.util.stream.DoubleStream;

/** The middle one; of an even number, the mean of the two in the middle. */
final class Medians {

  private Medians() {}

  /**
   * @param figures one or more
   */
  static double of(DoubleStream figures) {
    double[] sorted = figures.sorted().toArray();
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
