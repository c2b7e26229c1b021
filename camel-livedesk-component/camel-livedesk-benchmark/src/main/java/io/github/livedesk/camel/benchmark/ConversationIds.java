// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.benchmark;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** Another conversation for each message, none twice. Any number of threads may ask at once. */
final class ConversationIds implements Supplier<String> {

  private final AtomicInteger count = new AtomicInteger();

  @Override
  public String get() {
    return Integer.toString(count.incrementAndGet());
  }

  /** How many there have been so far. */
  int count() {
    return count.get();
  }
}
