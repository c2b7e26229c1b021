// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.client.http;

import java.io.IOException;
import javax.net.ssl.SSLException;
import org.apache.hc.core5.reactor.IOSession;
import org.apache.hc.core5.reactor.IOSessionListener;

/**
 * Reads the early response of a server that rejects a request before it was sent completely: after
 * a failed write, pending input is read before the connection is closed.
 */
final class EarlyResponseListener implements IOSessionListener {

  private final IdleConnectionGuard kept;

  EarlyResponseListener(IdleConnectionGuard kept) {
    this.kept = kept;
  }

  @Override
  public void inputReady(IOSession session) {
    IoTurn.begin(session, false);
    kept.input(session);
  }

  @Override
  public void outputReady(IOSession session) {
    IoTurn.begin(session, true);
  }

  @Override
  public void exception(IOSession session, Exception cause) {
    // Only after a failed write: a failed read must not be repeated, and after a TLS failure the
    // peer is not authenticated. Where nothing was written, there is no response to it.
    boolean writeFailed =
        IoTurn.isForWriting(session)
            && cause instanceof IOException
            && !(cause instanceof SSLException)
            && !(cause instanceof AbandonedException)
            && !(cause instanceof UnsolicitedBytesException);
    if (writeFailed) {
      try {
        session.getHandler().inputReady(session, null);
      } catch (IOException | RuntimeException nothingToRead) {
        // the connection fails with its first cause
      }
    }
  }

  @Override
  public void connected(IOSession session) {
    IoTurn.begin(session, false);
  }

  @Override
  public void startTls(IOSession session) {
    // of no interest
  }

  @Override
  public void timeout(IOSession session) {
    // of no interest
  }

  @Override
  public void disconnected(IOSession session) {
    // of no interest
  }
}
