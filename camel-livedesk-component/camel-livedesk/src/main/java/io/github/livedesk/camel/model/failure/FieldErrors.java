// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.model.failure;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * What is wrong with one message. All faults are counted; the first hundred are kept, since a body
 * of a million wrong values must not stay in memory with its failure.
 */
public final class FieldErrors {

  private static final int MOST_KEPT = 100;

  private final List<FieldError> first = new ArrayList<>();
  private int count;

  /** The fault of a message that has one. */
  static FieldErrors of(FieldError fault) {
    var faults = new FieldErrors();
    faults.add(() -> fault);
    return faults;
  }

  /** Counts one more, and asks what it is where it is kept. */
  public void add(Supplier<FieldError> fault) {
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
  public List<FieldError> first() {
    return List.copyOf(first);
  }

  /** The first ten in words, and how many more there are. */
  public String inWords() {
    return Listing.of(first, count, FieldError::toString, "; and ", "faults");
  }
}
