// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.client.source;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * With a source that gives nothing and has not ended either, which no source should do: the thread
 * would ask it for ever. For one source and one thread.
 */
public final class Patience {

  private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(1);

  private final Duration longest;
  private boolean waits;
  private long since;

  Patience(Duration longest) {
    this.longest = longest;
  }

  /** It gave something, or has ended. */
  public void gotOn() {
    waits = false;
  }

  /**
   * It gave nothing: waits a moment.
   *
   * @throws UnreadableFileException where it has given nothing for too long
   */
  public void gotNothing() throws UnreadableFileException {
    long now = System.nanoTime();
    if (!waits) {
      waits = true;
      since = now;
    }
    if (now - since >= longest.toNanos()) {
      throw new UnreadableFileException(
          "a stream that has not ended, and gave no bytes for responseTimeout="
              + longest.toMillis()
              + "ms",
          "streams that wait until there is something to read");
    }
    LockSupport.parkNanos(PAUSE_NANOS);
  }
}
