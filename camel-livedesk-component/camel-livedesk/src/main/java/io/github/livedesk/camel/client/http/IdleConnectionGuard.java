// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.client.http;

import java.io.IOException;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import org.apache.hc.core5.http.EndpointDetails;
import org.apache.hc.core5.reactor.IOSession;

/**
 * Protects pooled connections from response desynchronisation: unsolicited bytes would be parsed as
 * the next response. The entries are weak, since the reactor does not report a connection that is
 * closed at once.
 */
final class IdleConnectionGuard {

  private final Map<IOSession, GuardedConnection> known =
      Collections.synchronizedMap(new WeakHashMap<>());

  /**
   * A request is about to be written to the connection whose turn it is.
   *
   * @param counts what has gone over it until now
   * @return what is known of it
   * @throws UnsolicitedBytesException where the reply would not be the request's
   */
  GuardedConnection begin(EndpointDetails counts) throws IOException {
    IOSession session = IoTurn.session();
    GuardedConnection connection =
        known.computeIfAbsent(session, unknown -> new GuardedConnection());
    connection.begin(session, counts);
    return connection;
  }

  /** A weak map lets go when it is asked the next time, which may be never. */
  void forgetClosed() {
    known.keySet().removeIf(session -> !session.isOpen());
  }

  /** Something comes. */
  void input(IOSession session) {
    GuardedConnection connection = known.get(session);
    if (connection != null) {
      connection.input(session);
    }
  }
}
