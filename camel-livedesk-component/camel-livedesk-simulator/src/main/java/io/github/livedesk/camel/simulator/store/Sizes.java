// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.simulator.store;

import java.util.List;
import java.util.Map;

/** What things take of the memory, roughly. */
public final class Sizes {

  private static final int VALUE_SIZE = 50;

  private Sizes() {}

  /** In bytes: of texts, numbers, and Maps and Lists of them. */
  public static long of(Object value) {
    if (value instanceof Map<?, ?> map) {
      return map.entrySet().stream()
          .mapToLong(entry -> of(entry.getKey()) + of(entry.getValue()))
          .sum();
    }
    if (value instanceof List<?> list) {
      return list.stream().mapToLong(Sizes::of).sum();
    }
    return value == null ? 0 : VALUE_SIZE + 2L * value.toString().length();
  }
}
