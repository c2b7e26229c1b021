// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.client.http;

import java.lang.reflect.Proxy;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import org.apache.hc.core5.http.EndpointDetails;
import org.apache.hc.core5.reactor.IOSession;

/** A connection, as the client knows it and as the reactor does. */
final class TestConnection extends EndpointDetails {

  private static final SocketAddress HERE = InetSocketAddress.createUnresolved("here", 1);
  private static final SocketAddress THERE = InetSocketAddress.createUnresolved("there", 2);

  /** Bytes that went. */
  long sent;

  /** Bytes that came. */
  long received;

  /** What a read gives: bytes, or -1 at the end. */
  int readable;

  /** How often it was closed. */
  int closes;

  private final IOSession session =
      (IOSession)
          Proxy.newProxyInstance(
              IOSession.class.getClassLoader(),
              new Class<?>[] {IOSession.class},
              (proxy, method, arguments) ->
                  switch (method.getName()) {
                    case "read" -> readable;
                    case "close" -> {
                      closes++;
                      yield null;
                    }
                    case "hashCode" -> System.identityHashCode(proxy);
                    case "equals" -> proxy == arguments[0];
                    default -> null;
                  });

  TestConnection() {
    super(THERE, HERE, null);
  }

  IOSession session() {
    return session;
  }

  @Override
  public long getRequestCount() {
    return 0;
  }

  @Override
  public long getResponseCount() {
    return 0;
  }

  @Override
  public long getSentBytesCount() {
    return sent;
  }

  @Override
  public long getReceivedBytesCount() {
    return received;
  }
}
