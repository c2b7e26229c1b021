// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.client.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.net.SocketException;
import javax.net.ssl.SSLException;
import org.apache.hc.core5.reactor.IOEventHandler;
import org.apache.hc.core5.reactor.IOSession;
import org.junit.jupiter.api.Test;

/** When a connection that broke is read once more. */
class EarlyResponseListenerTest {

  private final EarlyResponseListener listener =
      new EarlyResponseListener(new IdleConnectionGuard());
  private Exception thrown;
  private int reads;

  private final IOEventHandler handler =
      (IOEventHandler)
          Proxy.newProxyInstance(
              IOEventHandler.class.getClassLoader(),
              new Class<?>[] {IOEventHandler.class},
              (proxy, method, arguments) -> {
                reads += method.getName().equals("inputReady") ? 1 : 0;
                if (thrown != null) {
                  throw thrown;
                }
                return null;
              });

  private final IOSession session = session();

  private IOSession session() {
    return (IOSession)
        Proxy.newProxyInstance(
            IOSession.class.getClassLoader(),
            new Class<?>[] {IOSession.class},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "getHandler" -> handler;
                  case "hashCode" -> System.identityHashCode(proxy);
                  case "equals" -> proxy == arguments[0];
                  default -> null;
                });
  }

  @Test
  void readsOnceMoreAfterAWriteThatFailed() {
    listener.outputReady(session);

    listener.exception(session, new SocketException("reset"));

    assertThat(reads).isEqualTo(1);
  }

  @Test
  void aReadThatFailedIsNotRepeated() {
    listener.outputReady(session);
    listener.inputReady(session);

    listener.exception(session, new SocketException("reset"));

    assertThat(reads).isZero();
  }

  @Test
  void aWriteToAnotherConnectionIsNone() {
    listener.outputReady(session());

    listener.exception(session, new SocketException("reset"));

    assertThat(reads).isZero();
  }

  /** Whoever it is, it is not proven to be LiveDesk. */
  @Test
  void nothingIsReadWhereTlsFailed() {
    listener.outputReady(session);

    listener.exception(session, new SSLException("bad"));

    assertThat(reads).isZero();
  }

  @Test
  void nothingIsReadWhereNothingWasAsked() {
    listener.outputReady(session);

    listener.exception(session, new AbandonedException("given up"));
    listener.exception(session, new UnsolicitedBytesException());
    listener.exception(session, new IllegalStateException("broken"));

    assertThat(reads).isZero();
  }

  @Test
  void thatThereIsNothingToReadIsNoFailure() {
    listener.outputReady(session);
    for (Exception nothing : new Exception[] {new IOException(), new IllegalStateException()}) {
      thrown = nothing;

      assertThatCode(() -> listener.exception(session, new SocketException("reset")))
          .doesNotThrowAnyException();
    }
    assertThat(reads).isEqualTo(2);
  }
}
