// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.client.source;

import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * What of a send is being read at this moment, and since when. The thread that reads writes it; the
 * clock that gives the reading up reads it.
 */
public final class SourceWatch {

  /** For what is in memory: nobody has to wait for that, and nobody looks. */
  public static final SourceWatch NONE = new SourceWatch(Duration.ofSeconds(30), null);

  private final Duration patience;
  private volatile Reading reading;

  /**
   * @param patience for sources that give nothing whenever they are asked: responseTimeout
   */
  public SourceWatch(Duration patience) {
    this(patience, new Reading("the body", System.nanoTime()));
  }

  private SourceWatch(Duration patience, Reading reading) {
    this.patience = patience;
    this.reading = reading;
  }

  /**
   * Something else is read from now on: a file, as errors show it, or empty where it is the only
   * one.
   */
  public void at(String shown) {
    if (reading != null) {
      reading = new Reading(file(shown), System.nanoTime());
    }
  }

  private static String file(String shown) {
    if (shown.isEmpty()) {
      return "the file";
    }
    boolean isName = shown.startsWith("'");
    return "the file " + (isName ? shown : "(" + shown + ")");
  }

  /** A stream that never gives nothing without end: it waits or ends as streams should. */
  public InputStream steady(InputStream stream) {
    return new SteadyStream(stream, patience());
  }

  /** For one source. */
  public Patience patience() {
    return new Patience(patience);
  }

  public SourceTimeoutException late(long now) {
    Reading current = reading;
    return new SourceTimeoutException(
        current.what(), TimeUnit.NANOSECONDS.toMillis(now - current.since()));
  }

  /** A file, as errors show it, that was asked for bytes for so long. */
  public static SourceTimeoutException late(String shown, long nanos) {
    return new SourceTimeoutException(file(shown), TimeUnit.NANOSECONDS.toMillis(nanos));
  }

  private record Reading(String what, long since) {}
}
