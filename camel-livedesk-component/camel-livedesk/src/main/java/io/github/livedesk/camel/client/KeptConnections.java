package io.github.livedesk.camel.client;

import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import org.apache.hc.core5.http.EndpointDetails;

/**
 * Connections between two requests, on which nothing may come: it would be read as the beginning of
 * the next reply.
 */
final class KeptConnections {

  /** Bytes received when the last reply ended. */
  private final Map<EndpointDetails, Long> received =
      Collections.synchronizedMap(new WeakHashMap<>());

  /** A reply has ended. */
  void ended(EndpointDetails connection) {
    if (connection != null) {
      received.put(connection, connection.getReceivedBytesCount());
    }
  }

  /**
   * Before the next request is written.
   *
   * @throws AbandonedException when something came in between
   */
  void check(EndpointDetails connection) throws AbandonedException {
    Long atTheEnd = connection == null ? null : received.get(connection);
    if (atTheEnd != null && connection.getReceivedBytesCount() != atTheEnd) {
      throw new AbandonedException(
          "Bytes came on a kept connection, and nobody had asked for them");
    }
  }
}
