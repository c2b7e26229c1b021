package io.github.livedesk.camel.client;

import java.net.SocketAddress;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
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

  /** Weak, for the reactor does not tell of every end. */
  private final Map<IOSession, Ends> open = Collections.synchronizedMap(new WeakHashMap<>());

  private final Set<Ends> idle = ConcurrentHashMap.newKeySet();

  /** Bytes received before the request that is out. */
  private final Map<EndpointDetails, Long> received =
      Collections.synchronizedMap(new WeakHashMap<>());

  /** A request is about to be written. */
  void begin(EndpointDetails connection) {
    if (connection != null) {
      idle.remove(ends(connection));
      received.put(connection, connection.getReceivedBytesCount());
    }
  }

  /**
   * A reply has ended.
   *
   * @param size of the reply in bytes, or a negative number where it isn't known
   * @return false when more was received, which would be read as the beginning of the next one
   */
  boolean end(EndpointDetails connection, long size) {
    if (connection == null) {
      return true;
    }
    idle.add(ends(connection));
    Long before = received.get(connection);
    return size < 0 || before == null || connection.getReceivedBytesCount() - before <= size;
  }

  private static Ends ends(EndpointDetails connection) {
    return new Ends(connection.getLocalAddress(), connection.getRemoteAddress());
  }

  void opened(IOSession session) {
    var ends = new Ends(session.getLocalAddress(), session.getRemoteAddress());
    idle.remove(ends);
    open.put(session, ends);
  }

  /** Something comes: where nobody has asked, it is the last that does. */
  void input(IOSession session) {
    Ends ends = open.get(session);
    if (ends != null && idle.contains(ends)) {
      session.close(CloseMode.IMMEDIATE);
    }
  }

  void closed(IOSession session) {
    Ends ends = open.remove(session);
    if (ends != null) {
      idle.remove(ends);
    }
  }
}
