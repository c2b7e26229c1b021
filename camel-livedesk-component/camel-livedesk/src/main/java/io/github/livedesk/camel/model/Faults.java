// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.model;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * What is wrong with one message. All faults are counted; the first hundred are kept, since a body
 * of a million wrong values must not stay in memory with its failure.
 */
public final class Faults {

  private static final int MOST_KEPT = 100;

  private final List<Fault> first = new ArrayList<>();
  private int count;

  /** The fault of a message that has one. */
  static Faults of(Fault fault) {
    var faults = new Faults();
    faults.add(() -> fault);
    return faults;
  }

  /** Counts one more, and asks what it is where it is kept. */
  void add(Supplier<Fault> fault) {
    if (count < MOST_KEPT) {
      first.add(fault.get());
    }
    count++;
  }

  /** Whether there is none. */
  public boolean isEmpty() {
    return count == 0;
  }

  /** The first hundred. */
  public List<Fault> first() {
    return List.copyOf(first);
  }

  /** The first ten in words, and how many more there are. */
  String inWords() {
    return Listing.of(first, count, Fault::toString, "; and ", "faults");
  }
}
