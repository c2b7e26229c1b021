// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.client.http;

import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** Names the I/O threads, so that a thread dump says whose they are, and sees how they end. */
final class IoThreads implements ThreadFactory {

  private final AtomicInteger count = new AtomicInteger();
  private final Consumer<Throwable> onEnd;

  /**
   * @param onEnd runs at the end of each thread, on it, with what has ended it
   */
  IoThreads(Consumer<Throwable> onEnd) {
    this.onEnd = onEnd;
  }

  @Override
  public Thread newThread(Runnable task) {
    var thread = new Thread(() -> run(task), "LiveDeskIO-" + count.incrementAndGet());
    thread.setDaemon(true);
    return thread;
  }

  private void run(Runnable task) {
    Throwable cause = new IllegalStateException("The I/O reactor ended by itself");
    try {
      task.run();
    } catch (RuntimeException | Error e) {
      // Not thrown on: what becomes of it is told by who is called here.
      cause = e;
    } finally {
      onEnd.accept(cause);
    }
  }
}
