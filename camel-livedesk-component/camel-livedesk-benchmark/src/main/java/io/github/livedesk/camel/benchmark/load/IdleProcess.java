// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.benchmark.load;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * This process, when it has nothing left to do. Under load the compiler hardly gets its turn: it
 * works on when the load is over, and would take the time of whoever comes next.
 */
public final class IdleProcess {

  private static final long LOOK_MILLIS = 50;

  /** Of the time between two looks. */
  private static final double IDLE_SHARE = 0.1;

  private static final int MOST_LOOKS = 100;

  private static final OperatingSystemMXBean PROCESS =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  private IdleProcess() {}

  /** Waits for it, some seconds at most. */
  public static void await() {
    long look = TimeUnit.MILLISECONDS.toNanos(LOOK_MILLIS);
    long cpu = PROCESS.getProcessCpuTime();
    boolean idle = false;
    for (int looks = 0; !idle && looks < MOST_LOOKS; looks++) {
      LockSupport.parkNanos(look);
      long now = PROCESS.getProcessCpuTime();
      idle = now - cpu < look * IDLE_SHARE;
      cpu = now;
    }
  }
}
