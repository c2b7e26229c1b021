// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.client;

import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;

/** Names the I/O threads, so that a thread dump says whose they are. */
final class IoThreads implements ThreadFactory {

  private final AtomicInteger count = new AtomicInteger();

  @Override
  public Thread newThread(Runnable task) {
    var thread = new Thread(task, "LiveDeskIO-" + count.incrementAndGet());
    thread.setDaemon(true);
    return thread;
  }
}
