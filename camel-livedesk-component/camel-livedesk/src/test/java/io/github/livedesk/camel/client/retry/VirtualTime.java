// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.client.retry;

import java.time.Duration;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** A clock that a test moves, and what is to run at which of its times. */
public final class VirtualTime implements RetryTimer.Scheduler {

  private record Alarm(long at, Runnable task) {}

  private final PriorityQueue<Alarm> alarms =
      new PriorityQueue<>(Comparator.comparingLong(Alarm::at));
  private long now = 1_000;

  public long nanos() {
    return now;
  }

  @Override
  public Future<?> schedule(Runnable task, long delay, TimeUnit unit) {
    alarms.add(new Alarm(now + unit.toNanos(delay), task));
    return new CompletableFuture<>();
  }

  public int alarms() {
    return alarms.size();
  }

  /** Lets time go by, and runs what is due on the way. */
  public void pass(Duration time) {
    long end = now + time.toNanos();
    while (!alarms.isEmpty() && alarms.peek().at() <= end) {
      Alarm next = alarms.poll();
      now = Math.max(now, next.at());
      next.task().run();
    }
    now = end;
  }

  /** Lets time go by while nothing can run, and then runs all that was due. */
  public void oversleep(Duration time) {
    now += time.toNanos();
    pass(Duration.ZERO);
  }
}
