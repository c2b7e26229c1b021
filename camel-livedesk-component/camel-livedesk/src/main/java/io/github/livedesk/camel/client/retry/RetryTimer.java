// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.client.retry;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;

/** Lets sends wait without a thread, and wakes all of them when the component stops. */
public final class RetryTimer {

  /** What the JDK's scheduled executors do. */
  @FunctionalInterface
  public interface Scheduler {
    Future<?> schedule(Runnable task, long delay, TimeUnit unit);
  }

  private final Scheduler scheduler;
  private final Set<Wait> waiting = ConcurrentHashMap.newKeySet();
  private volatile boolean closed;

  /**
   * @param scheduler tells the time; is given nothing that waits
   */
  public RetryTimer(Scheduler scheduler) {
    this.scheduler = scheduler;
  }

  /** Runs a task on a pool after a time, or as soon as this is closed: once. */
  @SuppressWarnings("FutureReturnValueIgnored") // it tells nothing: a Wait only hands over
  public void after(Duration delay, Executor pool, Runnable task) {
    var wait = new Wait(pool, task);
    waiting.add(wait);
    try {
      scheduler.schedule(wait, delay.toNanos(), TimeUnit.NANOSECONDS);
    } catch (RejectedExecutionException stopped) {
      wait.run();
    }
    if (closed) {
      wait.run();
    }
  }

  public boolean isClosed() {
    return closed;
  }

  public void close() {
    closed = true;
    List.copyOf(waiting).forEach(Wait::run);
  }

  private final class Wait implements Runnable {

    private final Executor pool;
    private final Runnable task;

    Wait(Executor pool, Runnable task) {
      this.pool = pool;
      this.task = task;
    }

    @Override
    public void run() {
      if (waiting.remove(this)) {
        pool.execute(task);
      }
    }
  }
}
