// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.client.http;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.apache.hc.core5.http.EndpointDetails;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.reactor.IOSession;

/**
 * What is known of a connection. Between two requests nothing may come on it: it would be read as
 * the beginning of the next reply. One request at a time is out on it, and its I/O thread alone
 * uses this. It goes with the connection, and does not refer to it.
 */
final class GuardedConnection {

  /** What is repeated may come late, and many requests may have been out since. */
  private static final int REMEMBERED = 64;

  private final ByteBuffer unasked = ByteBuffer.allocate(1);
  private boolean used;
  private boolean idle;

  /** Ids of the messages in the last replies. */
  private final long[] messages = new long[REMEMBERED];

  /** Of the same replies; null where one had none. */
  private final String[] requestIds = new String[REMEMBERED];

  private int replies;

  /** Bytes sent before the request that is out. */
  private long sent;

  /** Bytes received before the request that is out. */
  private long received;

  /**
   * A request is about to be written.
   *
   * @param session the connection
   * @param counts what has gone over it until now
   * @throws UnsolicitedBytesException where the reply would not be the request's
   */
  void begin(IOSession session, EndpointDetails counts) throws IOException {
    idle = false;
    // It has ended, or holds something, after a request and its whole reply.
    if (used && session.read(unasked) != 0) {
      throw new UnsolicitedBytesException();
    }
    received = counts.getReceivedBytesCount();
    sent = counts.getSentBytesCount();
  }

  /**
   * Bytes of the request that is out which have left.
   *
   * @param counts what has gone over it until now
   */
  long sent(EndpointDetails counts) {
    return counts.getSentBytesCount() - sent;
  }

  /**
   * Whether one of the last replies had this message.
   *
   * @param requestId header {@code X-Request-Id} of the reply, or null. Where it differs, the
   *     server has given the same id to another message: a stub that begins to count anew does
   */
  boolean hasSeen(long message, String requestId) {
    for (int i = 0; i < REMEMBERED; i++) {
      boolean isAnother =
          requestId != null && requestIds[i] != null && !requestId.equals(requestIds[i]);
      if (messages[i] == message && !isAnother) {
        return true;
      }
    }
    return false;
  }

  /** Notes the message in a reply: it must not come again. */
  void saw(long message, String requestId) {
    messages[replies] = message;
    requestIds[replies] = requestId;
    replies = (replies + 1) % REMEMBERED;
  }

  /**
   * A reply has ended.
   *
   * @param counts what has gone over it until now
   * @param size of the reply in bytes, or a negative number where it isn't known
   * @return false when more was received, which would be read as the beginning of the next one
   */
  boolean end(EndpointDetails counts, long size) {
    idle = true;
    used = true;
    return size < 0 || counts.getReceivedBytesCount() - received <= size;
  }

  /** Something comes: where nobody has asked, it is the last that does. */
  void input(IOSession session) {
    if (idle) {
      session.close(CloseMode.IMMEDIATE);
    }
  }
}
