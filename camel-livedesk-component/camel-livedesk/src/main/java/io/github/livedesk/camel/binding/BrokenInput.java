// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.binding;

import io.github.livedesk.camel.model.LiveDeskRequestException;
import io.github.livedesk.camel.model.Names;
import java.util.Arrays;

/** The refusal of a send that something of the route breaks while it is read. */
final class BrokenInput {

  /** A stack that is full has a thousand, and they are the same again and again. */
  private static final int MOST_FRAMES = 100;

  private BrokenInput() {}

  /**
   * The refusal where something of the route's own, such as a stream or a {@code toString}, throws
   * what it likes. Its text may quote what it is made of: only the kind is told, and where it was
   * thrown.
   *
   * @throws VirtualMachineError where that is what was thrown, but for a stack that is full: it
   *     says nothing of the exchange
   */
  static LiveDeskRequestException refusal(ExchangeReader reader, Throwable thrown) {
    if (thrown instanceof VirtualMachineError error && !(error instanceof StackOverflowError)) {
      throw error;
    }
    LiveDeskRequestException refusal =
        reader.wrong(
            "body",
            "a value that broke while it was read, " + Names.className(thrown),
            "a body, headers and attributes that can be read");
    StackTraceElement[] frames = thrown.getStackTrace();
    refusal.setStackTrace(Arrays.copyOf(frames, Math.min(frames.length, MOST_FRAMES)));
    return refusal;
  }
}
