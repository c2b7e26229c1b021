// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.benchmark.load;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.HashMap;
import java.util.Map;

/**
 * Bytes that the threads of this JVM have allocated. JDK 17 counts for living threads alone, so
 * what a thread had at the last look stays in the sum when it dies. What it allocated after that is
 * lost: figures of contenders that make a thread for each message are a little low.
 */
final class Allocations {

  private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private final Map<Long, Long> byThread = new HashMap<>();

  /** Looks again. */
  long total() {
    long[] ids = threads.getAllThreadIds();
    long[] bytes = threads.getThreadAllocatedBytes(ids);
    for (int i = 0; i < ids.length; i++) {
      if (bytes[i] >= 0) {
        byThread.put(ids[i], bytes[i]);
      }
    }
    return byThread.values().stream().mapToLong(Long::longValue).sum();
  }
}
