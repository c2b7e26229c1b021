// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.reliability;

import io.github.livedesk.camel.testing.SocketServer;
import io.github.livedesk.camel.testing.SocketServer.Connection;
import io.github.livedesk.camel.testing.SocketServer.Request;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** A LiveDesk whose connections break, each in another phase than the one before. */
final class BreakingServer implements AutoCloseable {

  /** What happens on a connection. */
  @FunctionalInterface
  private interface Break {
    void on(Connection connection) throws IOException;
  }

  private static final String PART = "HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n{\"id\":";

  /** At the connect. Where it returns, the connection is closed in order. */
  private static final List<Break> AT_ONCE =
      List.of(connection -> {}, Connection::reset, connection -> connection.write("hello\r\n\r\n"));

  private static final List<Break> LATER =
      List.of(
          // After the head.
          Connection::readHead,
          connection -> {
            connection.readHead();
            connection.reset();
          },
          // In the body.
          connection -> {
            connection.readHead();
            connection.in().skipNBytes(5);
          },
          connection -> {
            connection.readHead();
            connection.in().skipNBytes(5);
            connection.reset();
          },
          // Before the reply.
          Connection::readRequest,
          connection -> {
            connection.readRequest();
            connection.reset();
          },
          // In the reply.
          connection -> after(connection, "HTTP/1.1 20"),
          connection -> after(connection, PART),
          connection -> {
            after(connection, PART);
            connection.reset();
          },
          connection -> after(connection, "HTTP/1.1 429 No\r\nContent-Length: 99\r\n\r\n{"),
          // After it.
          connection -> connection.replyTo(connection.readRequest()),
          connection -> {
            connection.replyTo(connection.readRequest());
            connection.reset();
          },
          connection -> {
            Request request = connection.readRequest();
            connection.replyTo(request);
            connection.replyTo(request);
          },
          // After another.
          connection -> {
            connection.replyTo(connection.readRequest());
            connection.readHead();
            connection.reset();
          });

  private final AtomicInteger connections = new AtomicInteger();
  private final SocketServer server;
  private final SocketServer withoutTls;

  BreakingServer() throws IOException {
    server =
        SocketServer.start(
            connection -> {
              int number = connections.getAndIncrement() % (AT_ONCE.size() + LATER.size());
              breakAt(number, connection);
            });
    withoutTls =
        SocketServer.start(
            connection -> breakAt(connections.getAndIncrement() % AT_ONCE.size(), connection));
  }

  private static void breakAt(int number, Connection connection) throws IOException {
    List<Break> phase = number < AT_ONCE.size() ? AT_ONCE : LATER;
    phase.get(number < AT_ONCE.size() ? number : number - AT_ONCE.size()).on(connection);
  }

  private static void after(Connection connection, String part) throws IOException {
    connection.readRequest();
    connection.write(part);
  }

  String url() {
    return server.url();
  }

  /** Where the handshake breaks. */
  String secureUrl() {
    return withoutTls.url().replace("http:", "https:");
  }

  /** Connections that have broken, or are about to. */
  int connections() {
    return connections.get();
  }

  int openConnections() {
    return server.openConnections() + withoutTls.openConnections();
  }

  @Override
  public void close() throws IOException {
    server.close();
    withoutTls.close();
  }
}
