// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.client;

import java.net.SocketAddress;
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

  /** A connection, as the client and the reactor both know it. */
  private record Ends(SocketAddress here, SocketAddress there) {}

  /** What is known of a connection. One request at a time is out on it. */
  private static final class Kept {

    private final Ends ends;
    private volatile boolean idle;

    /** Bytes received before the request that is out. */
    private volatile long received;

    Kept(Ends ends) {
      this.ends = ends;
    }
  }

  private final Map<Ends, Kept> open = new ConcurrentHashMap<>();

  /** Weak, for the reactor does not tell of every end. */
  private final Map<IOSession, Kept> ofSessions = Collections.synchronizedMap(new WeakHashMap<>());

  private final Map<EndpointDetails, Kept> ofClient =
      Collections.synchronizedMap(new WeakHashMap<>());

  /** A request is about to be written. */
  void begin(EndpointDetails connection) {
    Kept kept = find(connection);
    if (kept != null) {
      kept.idle = false;
      kept.received = connection.getReceivedBytesCount();
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
    return size < 0 || connection.getReceivedBytesCount() - kept.received <= size;
  }

  private Kept find(EndpointDetails connection) {
    return connection == null ? null : ofClient.computeIfAbsent(connection, this::opened);
  }

  private Kept opened(EndpointDetails connection) {
    return open.get(new Ends(connection.getLocalAddress(), connection.getRemoteAddress()));
  }

  void opened(IOSession session) {
    var kept = new Kept(new Ends(session.getLocalAddress(), session.getRemoteAddress()));
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
