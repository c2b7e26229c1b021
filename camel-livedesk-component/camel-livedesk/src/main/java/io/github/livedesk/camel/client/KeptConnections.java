// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.client;

import java.io.IOException;
import java.lang.ref.WeakReference;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.hc.core5.http.EndpointDetails;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.reactor.IOSession;

/**
 * Connections between two requests, on which nothing may come: it would be read as the beginning of
 * the next reply.
 */
final class KeptConnections {

  /** What is repeated may come late, and many requests may have been out since. */
  private static final int REMEMBERED = 64;

  /** A connection, as the client and the reactor both know it. */
  private record Ends(SocketAddress here, SocketAddress there) {}

  /** What is known of a connection. One request at a time is out on it. */
  private static final class Kept {

    private final Ends ends;

    /** Weak, for the reactor does not tell of every end. */
    private final WeakReference<IOSession> session;

    private final ByteBuffer unasked = ByteBuffer.allocate(1);
    private volatile boolean used;
    private volatile boolean idle;

    /** Ids of the messages in the last replies. The connection's I/O thread alone uses them. */
    private final long[] messages = new long[REMEMBERED];

    /** Of the same replies; null where one had none. */
    private final String[] requestIds = new String[REMEMBERED];

    private int replies;

    /** Bytes sent before the request that is out. */
    private volatile long sent;

    /** Bytes received before the request that is out. */
    private volatile long received;

    Kept(IOSession session) {
      this.ends = new Ends(session.getLocalAddress(), session.getRemoteAddress());
      this.session = new WeakReference<>(session);
    }

    boolean has(long message, String requestId) {
      for (int i = 0; i < REMEMBERED; i++) {
        boolean isAnother =
            requestId != null && requestIds[i] != null && !requestId.equals(requestIds[i]);
        if (messages[i] == message && !isAnother) {
          return true;
        }
      }
      return false;
    }

    void add(long message, String requestId) {
      messages[replies] = message;
      requestIds[replies] = requestId;
      replies = (replies + 1) % REMEMBERED;
    }

    /** Whether it has ended, or holds something, after a request and its whole reply. */
    boolean isOutOfStep() throws IOException {
      IOSession there = session.get();
      return used && there != null && there.read(unasked) != 0;
    }
  }

  private final Map<Ends, Kept> open = new ConcurrentHashMap<>();

  /** Weak, for the reactor does not tell of every end. */
  private final Map<IOSession, Kept> ofSessions = Collections.synchronizedMap(new WeakHashMap<>());

  private final Map<EndpointDetails, Kept> ofClient =
      Collections.synchronizedMap(new WeakHashMap<>());

  /**
   * A request is about to be written.
   *
   * @throws UnaskedBytesException where the reply would not be the request's
   */
  void begin(EndpointDetails connection) throws IOException {
    Kept kept = find(connection);
    if (kept == null) {
      return;
    }
    kept.idle = false;
    if (kept.isOutOfStep()) {
      throw new UnaskedBytesException();
    }
    kept.received = connection.getReceivedBytesCount();
    kept.sent = connection.getSentBytesCount();
  }

  /** Bytes of the request that is out which have left; very many where that can't be told. */
  long sent(EndpointDetails connection) {
    Kept kept = find(connection);
    return kept == null ? Long.MAX_VALUE : connection.getSentBytesCount() - kept.sent;
  }

  /**
   * Whether one of the last replies had this message.
   *
   * @param requestId header {@code X-Request-Id} of the reply, or null. Where it differs, the
   *     server has given the same id to another message: a stub that begins to count anew does
   */
  boolean hasSeen(EndpointDetails connection, long message, String requestId) {
    Kept kept = find(connection);
    return kept != null && kept.has(message, requestId);
  }

  /** Notes the message in a reply: it must not come again. */
  void saw(EndpointDetails connection, long message, String requestId) {
    Kept kept = find(connection);
    if (kept != null) {
      kept.add(message, requestId);
    }
  }

  /**
   * A reply has ended.
   *
   * @param size of the reply in bytes, or a negative number where it isn't known
   * @return false when more was received, which would be read as the beginning of the next one
   */
  boolean end(EndpointDetails connection, long size) {
    Kept kept = find(connection);
    if (kept == null) {
      return true;
    }
    kept.idle = true;
    kept.used = true;
    return size < 0 || connection.getReceivedBytesCount() - kept.received <= size;
  }

  private Kept find(EndpointDetails connection) {
    return connection == null ? null : ofClient.computeIfAbsent(connection, this::opened);
  }

  private Kept opened(EndpointDetails connection) {
    return open.get(new Ends(connection.getLocalAddress(), connection.getRemoteAddress()));
  }

  void opened(IOSession session) {
    var kept = new Kept(session);
    open.put(kept.ends, kept);
    ofSessions.put(session, kept);
  }

  /** Something comes: where nobody has asked, it is the last that does. */
  void input(IOSession session) {
    Kept kept = ofSessions.get(session);
    if (kept != null && kept.idle) {
      session.close(CloseMode.IMMEDIATE);
    }
  }

  void closed(IOSession session) {
    Kept kept = ofSessions.remove(session);
    if (kept != null) {
      open.remove(kept.ends, kept);
    }
  }
}
