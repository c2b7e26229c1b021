// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.client.source;

import java.io.IOException;
import java.io.Serial;

/** A file, or whatever else is read for a send, that was not read within the total time-out. */
public final class SourceTimeoutException extends IOException {

  @Serial private static final long serialVersionUID = 1L;

  private final String what;
  private final long millis;

  /**
   * @param what is being read, as errors show it, such as {@code the file 'offer.pdf'}
   * @param millis since it was asked for bytes last
   */
  SourceTimeoutException(String what, long millis) {
    this.what = what;
    this.millis = millis;
  }

  public String what() {
    return what;
  }

  public long millis() {
    return millis;
  }
}
