// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.client.body;

import io.github.livedesk.camel.client.source.SourceTimeoutException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;

/** The body of a request, piece by piece. Used by one I/O thread at a time. */
public interface RequestBody {

  /** Bytes, or -1 where that is not known before the end. */
  long length();

  String contentType();

  /** Files in it; the reply should carry as many. */
  List<SentFile> files();

  /** Whether {@link #rewind()} works. */
  boolean isRepeatable();

  /** Whether it has read from a source that gives its bytes only once. Final after a close. */
  boolean isConsumed();

  /** Goes back to the first byte. */
  void rewind();

  /**
   * Tells what to do when there is a piece again after {@link #next()} gave none. Called before the
   * first piece is asked for.
   */
  void onMore(Runnable wake);

  /**
   * The piece to write, what is left of it first; null when there is none at the moment.
   *
   * @throws IOException when there will be none, for the source failed
   */
  ByteBuffer next() throws IOException;

  /** Whether {@link #next()} would give a piece or throw. */
  boolean isReady();

  /** Whether the piece that {@link #next()} gave is the last. */
  boolean isLast();

  /** Which file it waits for, and for how long; null where it waits for none. On any thread. */
  default SourceTimeoutException late(long now) {
    return null;
  }

  /** Closes what it has opened; waits for nothing. Called on any thread, perhaps more than once. */
  void close();
}
