// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** An HTTP proxy that tunnels (CONNECT), if it is given the right credentials. */
public final class TestProxy implements AutoCloseable {

  private final SocketServer server;
  private final List<String> heads = new CopyOnWriteArrayList<>();

  private TestProxy(String authorization) throws IOException {
    this.server = SocketServer.start(connection -> serve(connection, authorization));
  }

  /**
   * Starts one.
   *
   * @param authorization the Proxy-Authorization it asks for, or null for none
   */
  public static TestProxy start(String authorization) throws IOException {
    return new TestProxy(authorization);
  }

  private void serve(SocketServer.Connection connection, String authorization) throws Exception {
    String head = connection.readHead();
    heads.add(head);
    while (authorization != null && !head.contains("Proxy-Authorization: " + authorization)) {
      connection.write(
          "HTTP/1.1 407 Proxy Authentication Required\r\n"
              + "Proxy-Authenticate: Basic realm=\"test\"\r\nContent-Length: 0\r\n\r\n");
      head = connection.readHead();
      heads.add(head);
    }
    String[] target = head.split(" ", 3)[1].split(":", 2);
    try (var onward = new Socket(target[0], Integer.parseInt(target[1]))) {
      connection.write("HTTP/1.1 200 Connection established\r\n\r\n");
      var back = new Thread(() -> pump(onward, connection.socket()), "TestProxy back");
      back.setDaemon(true);
      back.start();
      pump(connection.socket(), onward);
    }
  }

  private static void pump(Socket from, Socket to) {
    try {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      in.transferTo(out);
    } catch (IOException closed) {
      // one side left
    }
  }

  public int port() {
    return server.port();
  }

  /** The heads of the requests that the proxy itself got. */
  public List<String> heads() {
    return heads;
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
