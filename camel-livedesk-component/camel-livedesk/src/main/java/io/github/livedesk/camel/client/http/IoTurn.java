// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.client.http;

import org.apache.hc.core5.reactor.IOSession;

/**
 * Whose turn it is on an I/O thread. The reactor tells its listener before it does anything on a
 * connection, and does it on the same thread.
 */
final class IoTurn {

  private static final ThreadLocal<IoTurn> OF_THREAD = ThreadLocal.withInitial(IoTurn::new);

  private IOSession session;
  private boolean writes;

  private IoTurn() {}

  /**
   * A turn begins.
   *
   * @param writes whether it is for writing
   */
  static void begin(IOSession session, boolean writes) {
    IoTurn turn = OF_THREAD.get();
    turn.session = session;
    turn.writes = writes;
  }

  /** The connection whose turn it is; null on a thread that has had none. */
  static IOSession session() {
    return OF_THREAD.get().session;
  }

  /** Whether it is a connection's turn to be written to. */
  static boolean isForWriting(IOSession session) {
    IoTurn turn = OF_THREAD.get();
    return turn.writes && turn.session == session;
  }
}
