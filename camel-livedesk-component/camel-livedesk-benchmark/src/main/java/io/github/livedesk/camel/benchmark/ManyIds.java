// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.benchmark;

/**
 * What {@code toD} has done with conversation ids that never come again.
 *
 * @param ids how many
 * @param endpoints that Camel has made for them
 */
record ManyIds(long ids, long endpoints) {

  /** For {@link #parse}, in another JVM. */
  String toLine() {
    return ids + " " + endpoints;
  }

  /** Takes what {@link #toLine()} gave. */
  static ManyIds parse(String line) {
    String[] figures = line.split(" ", -1);
    return new ManyIds(Long.parseLong(figures[0]), Long.parseLong(figures[1]));
  }
}
