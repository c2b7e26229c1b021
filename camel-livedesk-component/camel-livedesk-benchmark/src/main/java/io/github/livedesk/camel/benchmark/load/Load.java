// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.benchmark.load;

import com.sun.management.OperatingSystemMXBean;
import io.github.livedesk.camel.benchmark.contender.Contender;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/**
 * Keeps a number of messages in flight through one contender.
 *
 * @param contender what sends
 * @param blocks whether it holds a thread for each message in flight
 * @param inFlight how many, 1 or more
 * @param conversationIds where to; asked by many threads at once
 */
public record Load(
    Contender contender, boolean blocks, int inFlight, Supplier<String> conversationIds) {

  private static final long LOOK_MILLIS = 100;
  private static final long PATIENCE_SECONDS = 60;
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  /**
   * Runs it.
   *
   * @param ramp over which the messages in flight are begun, evenly
   * @param settle what is not measured, after that
   * @param measured what is
   * @throws IllegalStateException when a send failed
   */
  public Slice run(Duration ramp, Duration settle, Duration measured) throws InterruptedException {
    var running = new CountDownLatch(inFlight);
    var latencies = new Latencies();
    List<Lane> lanes = new ArrayList<>();
    for (int i = 0; i < inFlight; i++) {
      lanes.add(new Lane(contender, conversationIds, latencies, running));
    }
    begin(lanes, ramp);
    pass(settle);
    latencies.clear();
    THREADS.resetPeakThreadCount();
    var allocations = new Allocations();
    var first = Reading.now(lanes, allocations);
    var last = measure(lanes, allocations, first, measured);
    lanes.forEach(Lane::stop);
    boolean ended = running.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
    for (Lane lane : lanes) {
      if (lane.failure() != null) {
        throw new IllegalStateException("A send failed", lane.failure());
      }
    }
    if (!ended) {
      throw new IllegalStateException(running.getCount() + " sends did not end");
    }
    return last.since(first, latencies);
  }

  /** As long as it says, and until there is a message to speak of. */
  private static Reading measure(
      List<Lane> lanes, Allocations allocations, Reading first, Duration measured) {
    var last = first;
    while (last.nanos - first.nanos < measured.toNanos()
        || (last.messages == first.messages && !anyFailed(lanes))) {
      long left = measured.toNanos() - (last.nanos - first.nanos);
      long look = TimeUnit.MILLISECONDS.toNanos(LOOK_MILLIS);
      pass(Duration.ofNanos(left > 0 ? Math.min(left, look) : look));
      last = Reading.now(lanes, allocations);
    }
    return last;
  }

  private static boolean anyFailed(List<Lane> lanes) {
    return lanes.stream().anyMatch(lane -> lane.failure() != null);
  }

  private void begin(List<Lane> lanes, Duration ramp) {
    long start = System.nanoTime();
    for (int i = 0; i < lanes.size(); i++) {
      long at = start + ramp.toNanos() * i / lanes.size();
      for (long left = at - System.nanoTime(); left > 0; left = at - System.nanoTime()) {
        LockSupport.parkNanos(left);
      }
      if (blocks) {
        new Thread(lanes.get(i), "lane " + i).start();
      } else {
        lanes.get(i).run();
      }
    }
  }

  private static void pass(Duration time) {
    long end = System.nanoTime() + time.toNanos();
    for (long left = time.toNanos(); left > 0; left = end - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }

  private record Reading(long nanos, long cpuNanos, long allocated, long messages) {

    private static final OperatingSystemMXBean PROCESS =
        (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    static Reading now(List<Lane> lanes, Allocations allocations) {
      return new Reading(
          System.nanoTime(),
          PROCESS.getProcessCpuTime(),
          allocations.total(),
          lanes.stream().mapToLong(Lane::ended).sum());
    }

    Slice since(Reading first, Latencies latencies) {
      long count = messages - first.messages;
      double each = Math.max(1, count);
      return new Slice(
          count,
          count * 1e9 / (nanos - first.nanos),
          (cpuNanos - first.cpuNanos) / each / 1e3,
          (allocated - first.allocated) / each,
          latencies.quantileMillis(0.5),
          latencies.quantileMillis(0.99),
          THREADS.getPeakThreadCount(),
          ResidentMemory.peakMegabytes());
    }
  }
}
