// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.simulator;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.util.regex.Pattern;

/** One connection on which a test writes whatever it likes. */
public final class RawClient implements AutoCloseable {

  private static final int PATIENCE_IN_MILLIS = 120_000;
  private static final Pattern LENGTH = Pattern.compile("(?i)\r\ncontent-length: (\\d+)\r\n");

  private final Socket socket;

  public RawClient(String url) throws IOException {
    URI address = URI.create(url);
    socket = new Socket(address.getHost(), address.getPort());
    socket.setSoTimeout(PATIENCE_IN_MILLIS);
  }

  /** Without the lines of the credentials. */
  public static String post(String path, String... headers) {
    return "POST " + path + " HTTP/1.1\r\n" + String.join("\r\n", headers) + "\r\n\r\n";
  }

  /** One char for each byte. */
  public RawClient write(String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(ISO_8859_1));
    return this;
  }

  /** Writes until the server has had enough, or all is written. */
  public RawClient writeAsLongAsItTakes(String piece, int times) {
    try {
      for (int i = 0; i < times; i++) {
        write(piece);
      }
    } catch (IOException e) {
      // What it answered is there to be read.
    }
    return this;
  }

  /** The next reply, head and body; what came of it where the connection ends before. */
  public String reply() throws IOException {
    var reply = new StringBuilder();
    InputStream in = socket.getInputStream();
    while (!isWhole(reply)) {
      int next = in.read();
      if (next < 0) {
        break;
      }
      reply.append((char) next);
    }
    return reply.toString();
  }

  private static boolean isWhole(StringBuilder reply) {
    int head = reply.indexOf("\r\n\r\n");
    if (head < 0) {
      return false;
    }
    var length = LENGTH.matcher(reply);
    return reply.length() >= head + 4 + (length.find() ? Integer.parseInt(length.group(1)) : 0);
  }

  /** Reads until this comes; false where the connection ends before. */
  public boolean comes(String text) throws IOException {
    var read = new StringBuilder();
    while (read.indexOf(text) < 0) {
      int next = socket.getInputStream().read();
      if (next < 0) {
        return false;
      }
      read.append((char) next);
    }
    return true;
  }

  /** Waits until the server has closed the connection. */
  public boolean isClosed() throws IOException {
    return socket.getInputStream().read() < 0;
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
