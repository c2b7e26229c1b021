// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.benchmark.load;

import io.github.livedesk.camel.benchmark.contender.Contender;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * One message in flight at a time: when it has ended, the next is sent by the thread on which it
 * ended. For a contender that blocks that is the thread that runs the lane.
 */
final class Lane implements Runnable, Contender.Done {

  private static final int SENDING = 0;
  private static final int WAITING = 1;
  private static final int ENDED = 2;

  private final Contender contender;
  private final Supplier<String> conversationIds;
  private final CountDownLatch running;
  private final AtomicInteger state = new AtomicInteger();
  private final Latencies latencies;
  private volatile boolean stopped;
  private volatile long ended;
  private volatile Throwable failure;
  private long begun;

  Lane(
      Contender contender,
      Supplier<String> conversationIds,
      Latencies latencies,
      CountDownLatch running) {
    this.contender = contender;
    this.conversationIds = conversationIds;
    this.latencies = latencies;
    this.running = running;
  }

  /** Sends until a send goes on elsewhere, or the lane is stopped. */
  @Override
  public void run() {
    do {
      if (stopped || failure != null) {
        running.countDown();
        return;
      }
      state.set(SENDING);
      begun = System.nanoTime();
      try {
        contender.send(conversationIds.get(), this);
      } catch (RuntimeException | Error e) {
        failure = e;
        running.countDown();
        return;
      }
    } while (!state.compareAndSet(SENDING, WAITING));
  }

  @Override
  public void ended(Object reply, Throwable cause) {
    latencies.add(System.nanoTime() - begun);
    if (cause != null) {
      failure = cause;
    } else if (reply == null) {
      failure = new IllegalStateException("no reply, and no failure");
    } else {
      count();
    }
    if (!state.compareAndSet(SENDING, ENDED)) {
      run();
    }
  }

  /** One thread at a time, in turn. */
  @SuppressWarnings("NonAtomicVolatileUpdate")
  private void count() {
    ended++;
  }

  void stop() {
    stopped = true;
  }

  long ended() {
    return ended;
  }

  Throwable failure() {
    return failure;
  }
}
