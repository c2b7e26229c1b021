// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.client.concurrent;

import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * Threads for tasks that the threads of a full pool wait for. None is made while the pool takes
 * these tasks; one that was made stays for a moment, since the next such task is near.
 */
final class SpareThreads {

  private static final long IDLE_MILLIS = 500;

  private final Consumer<Runnable> runner;
  private final BlockingQueue<Runnable> tasks = new LinkedBlockingQueue<>();
  private final AtomicInteger idle = new AtomicInteger();

  /** The first of the tasks at the last tick. The clock's thread alone uses it. */
  private Runnable firstAtLastTick;

  private volatile boolean closed;

  /**
   * @param runner runs a task, and throws nothing
   */
  SpareThreads(Consumer<Runnable> runner) {
    this.runner = runner;
  }

  /** What waits; the pool's threads take from it too. */
  Queue<Runnable> tasks() {
    return tasks;
  }

  /** Makes a thread where a task has waited since the last tick. */
  void tick() {
    Runnable first = tasks.peek();
    if (first != null && first == firstAtLastTick && idle.get() == 0) {
      start();
    }
    firstAtLastTick = first;
  }

  private void start() {
    var thread = new Thread(this::work, "LiveDeskSpare");
    thread.setDaemon(true);
    thread.start();
  }

  private void work() {
    for (Runnable task = take(); task != null; task = take()) {
      runner.accept(task);
    }
  }

  /** The next task; null where none comes for a while. */
  private Runnable take() {
    idle.incrementAndGet();
    try {
      return closed ? null : tasks.poll(IDLE_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException stopped) {
      return null;
    } finally {
      idle.decrementAndGet();
    }
  }

  /** From now on no thread stays. */
  void close() {
    closed = true;
  }
}
