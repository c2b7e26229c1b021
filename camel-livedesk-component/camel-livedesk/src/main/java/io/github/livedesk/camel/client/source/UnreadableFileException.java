// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.client.source;

import java.io.IOException;
import java.io.Serial;

/** A file that can't be sent as it is: the route's fault, not the network's. */
public final class UnreadableFileException extends IOException {

  @Serial private static final long serialVersionUID = 1L;

  private final String found;
  private final String takes;

  /**
   * @param found what is wrong with it, without a word of its content
   * @param takes what can be sent instead
   */
  public UnreadableFileException(String found, String takes) {
    super(found);
    this.found = found;
    this.takes = takes;
  }

  /**
   * A file that can't be read. What its stream says of it may quote it, so only the kind is kept.
   */
  public static UnreadableFileException unreadable(Throwable cause) {
    return new UnreadableFileException(
        "a file that can't be read, " + cause.getClass().getSimpleName(),
        "files that can be read to their end");
  }

  /** The same, and which file it is. */
  public UnreadableFileException of(String file) {
    return file.isEmpty() ? this : new UnreadableFileException(found + ", " + file, takes);
  }

  /** What is wrong, without a word of the content. */
  public String found() {
    return found;
  }

  /** What can be sent instead. */
  public String takes() {
    return takes;
  }
}
