// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel;

import java.util.concurrent.ExecutorService;
import org.apache.camel.CamelContext;
import org.apache.camel.spi.ThreadPoolProfile;
import org.apache.camel.util.concurrent.ThreadPoolRejectedPolicy;
import org.apache.camel.util.concurrent.ThreadType;

/**
 * The threads on which exchanges go on after a reply.
 *
 * @param executor Camel's own pool, so that thread names, JMX and virtual threads are as everywhere
 * @param corePoolSize how many of them are used while none blocks
 */
record WorkerPool(ExecutorService executor, int corePoolSize) {

  /** Name of the thread pool profile by which a user can size the pool. */
  static final String PROFILE = "livedesk";

  private static final int USUAL_THREADS = 10;

  static WorkerPool of(CamelContext context, Object source) {
    var executors = context.getExecutorServiceManager();
    ThreadPoolProfile chosen = executors.getThreadPoolProfile(PROFILE);
    ThreadPoolProfile profile = chosen == null ? defaults() : chosen.clone();
    // Tasks wait in a queue of our own, which sees when threads are stuck; and a full pool must say
    // so: Camel's default is to run the task on the caller's thread, here an I/O thread.
    profile.setMaxQueueSize(0);
    profile.setRejectedPolicy(ThreadPoolRejectedPolicy.Abort);
    ExecutorService pool = executors.newThreadPool(source, "LiveDesk", profile);
    boolean virtual = ThreadType.current() == ThreadType.VIRTUAL;
    return new WorkerPool(pool, virtual ? Integer.MAX_VALUE : profile.getPoolSize());
  }

  /**
   * Threads for what may never come back: files and streams that are read, names that are looked
   * up. Not those of the pool, for its size is the user's.
   */
  static ExecutorService readers(CamelContext context, Object source) {
    return context.getExecutorServiceManager().newCachedThreadPool(source, "LiveDeskReader");
  }

  /** As many threads as there are steps that block: what bounds them is the work that is let in. */
  private static ThreadPoolProfile defaults() {
    var profile = new ThreadPoolProfile(PROFILE);
    profile.setPoolSize(USUAL_THREADS);
    profile.setMaxPoolSize(Integer.MAX_VALUE);
    return profile;
  }
}
