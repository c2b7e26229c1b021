// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.client.concurrent;

import static io.github.livedesk.camel.client.metrics.Loggers.LOG;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Runs tasks on a pool, a few at a time as long as none waits long, and more once one does. So the
 * number of threads follows the steps that block, not the messages in flight; and a step that waits
 * for another send can't starve that send of a thread, however many such steps there are.
 *
 * <p>It never runs a task on the thread that hands it over, and never refuses one: what a full pool
 * won't take waits for the next free thread. But what the tasks of a full pool may themselves wait
 * for, the ends of the sends that they have begun, goes first, and gets a thread outside of the
 * pool where it has to wait.
 */
public final class ElasticExecutor implements Executor {

  private final Executor pool;
  private final int usual;
  private final Queue<Runnable> waiting = new ConcurrentLinkedQueue<>();
  private final SpareThreads spares = new SpareThreads(this::runOnSpareThread);
  private final Executor first = this::executeFirst;
  private final AtomicInteger running = new AtomicInteger();

  /**
   * Whether the thread runs tasks of this. The mark stays with the thread and changes: to set and
   * remove it would make garbage for each message.
   */
  private final ThreadLocal<AtomicBoolean> isOurs = ThreadLocal.withInitial(AtomicBoolean::new);

  /** Workers currently polling; while there are any, no further thread is woken. */
  private final AtomicInteger looking = new AtomicInteger();

  private final AtomicLong handedOver = new AtomicLong();
  private final AtomicLong taken = new AtomicLong();
  private long handedOverAtLastTick;
  private volatile boolean hurried;
  private volatile boolean closed;

  /**
   * @param pool where tasks run; may refuse, must not run a task on the caller's thread
   * @param usual threads while no task waits long, 1 or more
   */
  public ElasticExecutor(Executor pool, int usual) {
    this.pool = pool;
    this.usual = usual;
  }

  /** Where a send goes on that the calling thread begins, and perhaps waits for. */
  public Executor ofThisThread() {
    return isOurs.get().get() ? first : this;
  }

  @Override
  public void execute(Runnable task) {
    execute(task, waiting);
  }

  private void executeFirst(Runnable task) {
    execute(task, spares.tasks());
  }

  private void execute(Runnable task, Queue<Runnable> queue) {
    queue.add(task);
    handedOver.incrementAndGet();
    if (closed) {
      runLeftovers();
    } else if (hurried) {
      startRunner(Integer.MAX_VALUE);
    } else {
      startRunnerUnlessOneLooks();
    }
  }

  /**
   * Doubles the threads where a task has waited since the last tick. Called at regular times, by
   * one thread.
   */
  public void tick() {
    if (isWaiting() && taken.get() < handedOverAtLastTick) {
      startRunners(Math.max(usual, running.get() * 2));
    }
    handedOverAtLastTick = handedOver.get();
    spares.tick();
  }

  /** From now on every task gets a thread at once: the end is near, and nothing may hold it up. */
  public void hurry() {
    hurried = true;
    startRunners(Integer.MAX_VALUE);
  }

  /** The pool takes no more: what still waits, and what comes yet, runs on threads of its own. */
  public void close() {
    closed = true;
    spares.close();
    runLeftovers();
  }

  private boolean isWaiting() {
    return !waiting.isEmpty() || !spares.tasks().isEmpty();
  }

  private Runnable next() {
    Runnable first = spares.tasks().poll();
    return first == null ? waiting.poll() : first;
  }

  private void startRunners(int limit) {
    int more = waiting.size() + spares.tasks().size();
    while (more > 0 && startRunner(limit)) {
      more--;
    }
  }

  private void runLeftovers() {
    for (Runnable task = next(); task != null; task = next()) {
      Runnable leftover = task;
      new Thread(() -> run(leftover), "LiveDeskLeftover").start();
    }
  }

  private boolean startRunner(int limit) {
    int current = running.get();
    while (current < limit) {
      if (running.compareAndSet(current, current + 1)) {
        looking.incrementAndGet();
        try {
          pool.execute(this::runUntilEmpty);
          return true;
        } catch (RejectedExecutionException | OutOfMemoryError noThread) {
          looking.decrementAndGet();
          running.decrementAndGet();
          return false;
        }
      }
      current = running.get();
    }
    return false;
  }

  private void runUntilEmpty() {
    AtomicBoolean mark = isOurs.get();
    mark.set(true);
    try {
      runTasks();
    } finally {
      mark.set(false);
    }
    // A task that came after the last look was left to this runner.
    startRunnerUnlessOneLooks();
  }

  private void runTasks() {
    Runnable task = next();
    while (task != null) {
      looking.decrementAndGet();
      startRunnerUnlessOneLooks();
      while (task != null) {
        run(task);
        task = next();
      }
      looking.incrementAndGet();
      task = lookAgain();
    }
    running.decrementAndGet();
    looking.decrementAndGet();
  }

  /** Yields once before giving up the thread: tasks submitted meanwhile then need no wake-up. */
  @SuppressWarnings("ThreadPriorityCheck") // what hangs on it is speed alone
  private Runnable lookAgain() {
    Thread.yield();
    return next();
  }

  /** A polling worker will find this task; waking another would be wasted. */
  private void startRunnerUnlessOneLooks() {
    if (isWaiting() && looking.get() == 0) {
      startRunner(usual);
    }
  }

  private void runOnSpareThread(Runnable task) {
    isOurs.get().set(true);
    run(task);
  }

  private void run(Runnable task) {
    taken.incrementAndGet();
    try {
      task.run();
    } catch (RuntimeException | Error e) {
      LOG.warn("A callback after a LiveDesk send threw {}", e.getClass().getName(), e);
    }
  }
}
