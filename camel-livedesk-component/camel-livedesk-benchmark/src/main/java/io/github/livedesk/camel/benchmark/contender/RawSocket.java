// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.benchmark.contender;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Arrays;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** The floor: a request written to a socket, a reply read from it, and Jackson. No HTTP client. */
final class RawSocket implements Contender {

  private static final int MAX_REPLY = 4096;

  private final ObjectReader reader = new JsonMapper().readerFor(Map.class);
  private final Entities entities;
  private final String type;
  private final int port;
  private final Queue<Connection> idle = new ConcurrentLinkedQueue<>();

  RawSocket(Kind kind, int port) {
    this.entities = new Entities(kind);
    this.type = entities.type().toString();
    this.port = port;
  }

  @Override
  public void send(String conversationId, Done done) {
    Object reply;
    try {
      Connection connection = idle.poll();
      if (connection == null) {
        connection = new Connection(port, type);
      }
      reply = reader.readValue(connection.post(conversationId, entities.next()));
      idle.add(connection);
    } catch (IOException e) {
      done.ended(null, e);
      return;
    }
    done.ended(reply, null);
  }

  @Override
  public void close() throws IOException {
    for (Connection connection = idle.poll(); connection != null; connection = idle.poll()) {
      connection.socket.close();
    }
  }

  private static final class Connection {

    private static final byte[] LENGTH = "Content-Length: ".getBytes(ISO_8859_1);

    private final Socket socket;
    private final DataInputStream in;
    private final String type;
    private final byte[] reply = new byte[MAX_REPLY];

    Connection(int port, String type) throws IOException {
      socket = new Socket(InetAddress.getLoopbackAddress(), port);
      socket.setTcpNoDelay(true);
      this.type = type;
      in = new DataInputStream(socket.getInputStream());
    }

    byte[] post(String conversationId, byte[] body) throws IOException {
      String head =
          "POST "
              + Messages.path(conversationId)
              + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: "
              + type
              + "\r\nAuthorization: "
              + Messages.AUTHORIZATION
              + "\r\nContent-Length: "
              + body.length
              + "\r\n\r\n";
      byte[] request = Arrays.copyOf(head.getBytes(ISO_8859_1), head.length() + body.length);
      System.arraycopy(body, 0, request, head.length(), body.length);
      socket.getOutputStream().write(request);
      return read();
    }

    private byte[] read() throws IOException {
      int got = 0;
      int end = -1;
      while (end < 0) {
        int count = in.read(reply, got, MAX_REPLY - got);
        if (count < 0) {
          throw new EOFException("The server closed the connection");
        }
        got += count;
        end = headEnd(got);
      }
      int length = length(end);
      if (got < end + length) {
        in.readFully(reply, got, end + length - got);
      }
      return Arrays.copyOfRange(reply, end, end + length);
    }

    private int headEnd(int got) {
      for (int i = 3; i < got; i++) {
        if (reply[i] == '\n' && reply[i - 2] == '\n') {
          return i + 1;
        }
      }
      return -1;
    }

    private int length(int end) throws IOException {
      for (int i = 0; i < end - LENGTH.length; i++) {
        if (Arrays.equals(reply, i, i + LENGTH.length, LENGTH, 0, LENGTH.length)) {
          int length = 0;
          for (int at = i + LENGTH.length; reply[at] != '\r'; at++) {
            length = length * 10 + reply[at] - '0';
          }
          return length;
        }
      }
      throw new IOException("The reply has no Content-Length");
    }
  }
}
