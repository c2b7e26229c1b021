// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.client.http;

import java.io.IOException;
import javax.net.ssl.SSLException;
import org.apache.hc.core5.reactor.IOSession;
import org.apache.hc.core5.reactor.IOSessionListener;

/**
 * Sees what happens on connections. Reads once more from a connection that broke while it was
 * written to: a server that refuses a long request says why, and then closes, and that is the
 * result.
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
    // Not where a read failed: it must not be tried twice. Not where TLS itself went wrong: the
    // peer is not proven to be LiveDesk. Not where nothing was written: it is a reply to nothing.
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
