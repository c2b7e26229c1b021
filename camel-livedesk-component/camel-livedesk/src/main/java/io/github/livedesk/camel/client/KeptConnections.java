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

  /** Bytes received before the request that is out, or up to the end of the last reply. */
  private final Map<EndpointDetails, Long> received =
      Collections.synchronizedMap(new WeakHashMap<>());

  /**
   * Before a request is written.
   *
   * @throws AbandonedException when something came that does not belong to the last reply
   */
  void check(EndpointDetails connection) throws AbandonedException {
    if (connection != null) {
      long now = connection.getReceivedBytesCount();
      Long before = received.put(connection, now);
      if (before != null && before != now) {
        throw new AbandonedException(
            "Bytes came on a kept connection, and nobody had asked for them");
      }
    }
  }

  /**
   * A reply has ended. What was received beyond it waits to be read as the next one.
   *
   * @param size of the reply in bytes, or a negative number where it isn't known
   */
  void ended(EndpointDetails connection, long size) {
    if (connection != null) {
      long now = connection.getReceivedBytesCount();
      received.computeIfPresent(
          connection, (same, before) -> size < 0 ? now : Math.min(now, before + size));
    }
  }
}
