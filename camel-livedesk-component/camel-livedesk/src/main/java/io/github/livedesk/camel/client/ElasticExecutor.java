package io.github.livedesk.camel.client;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs tasks on a pool, a few at a time as long as they move, and more once they are stuck. So the
 * number of threads follows the steps that block, not the messages in flight; and a step that waits
 * for another send can't starve that send of a thread, however many such steps there are.
 *
 * <p>It never runs a task on the thread that hands it over, and never refuses one: what a full pool
 * won't take waits for the next free thread.
 */
final class ElasticExecutor implements Executor {

  private static final Logger LOG = LoggerFactory.getLogger(ElasticExecutor.class);

  private final Executor pool;
  private final int usual;
  private final Queue<Runnable> waiting = new ConcurrentLinkedQueue<>();
  private final AtomicInteger running = new AtomicInteger();
  private final AtomicLong taken = new AtomicLong();
  private long takenAtLastTick;
  private volatile boolean closed;

  /**
   * @param pool where tasks run; may refuse, must not run a task on the caller's thread
   * @param usual threads while tasks move, 1 or more
   */
  ElasticExecutor(Executor pool, int usual) {
    this.pool = pool;
    this.usual = usual;
  }

  @Override
  public void execute(Runnable task) {
    waiting.add(task);
    if (closed) {
      new Thread(this::drain, "LiveDeskLeftovers").start();
    } else {
      startRunner(usual);
    }
  }

  /**
   * Looks whether tasks wait and none was taken since the last tick; if so, doubles the threads.
   * Called at regular times, by one thread.
   */
  void tick() {
    long takenNow = taken.get();
    if (!waiting.isEmpty() && takenNow == takenAtLastTick) {
      int limit = Math.max(usual, running.get() * 2);
      for (int more = waiting.size(); more > 0 && startRunner(limit); more--) {
        // each turn is one thread more
      }
    }
    takenAtLastTick = takenNow;
  }

  /** Runs what still waits, here, now that the pool takes no more; and what comes yet, alone. */
  void close() {
    closed = true;
    drain();
  }

  private void drain() {
    for (Runnable task = waiting.poll(); task != null; task = waiting.poll()) {
      run(task);
    }
  }

  private boolean startRunner(int limit) {
    int current = running.get();
    while (current < limit) {
      if (running.compareAndSet(current, current + 1)) {
        try {
          pool.execute(this::runUntilEmpty);
          return true;
        } catch (RejectedExecutionException full) {
          running.decrementAndGet();
          return false;
        }
      }
      current = running.get();
    }
    return false;
  }

  private void runUntilEmpty() {
    try {
      drain();
    } finally {
      running.decrementAndGet();
    }
    // A task that came between the last poll and the line above found all runners busy.
    if (!waiting.isEmpty()) {
      startRunner(usual);
    }
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
