// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.testing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ServerSocketFactory;

/** A server that does to a connection what no HTTP server would do. */
public final class SocketServer implements AutoCloseable {

  private static final Pattern LENGTH = Pattern.compile("(?i)content-length: *(\\d+)");

  private static final Pattern CONVERSATION = Pattern.compile("/conversations/([^/]+)/");
  private static final Pattern CHUNKED = Pattern.compile("(?i)transfer-encoding: *chunked");

  /** What is done to each connection; when it returns, the connection is closed. */
  @FunctionalInterface
  public interface Behaviour {
    void handle(Connection connection) throws Exception;
  }

  private final ServerSocket listener;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final AtomicInteger connections = new AtomicInteger();
  private final AtomicInteger requests = new AtomicInteger();
  private final AtomicLong ids = new AtomicLong();
  private final CountDownLatch end = new CountDownLatch(1);

  private SocketServer(ServerSocket listener) {
    this.listener = listener;
  }

  public static SocketServer start(Behaviour behaviour) throws IOException {
    return start(ServerSocketFactory.getDefault(), behaviour);
  }

  public static SocketServer start(ServerSocketFactory factory, Behaviour behaviour)
      throws IOException {
    var server =
        new SocketServer(factory.createServerSocket(0, 1000, InetAddress.getLoopbackAddress()));
    var accepting = new Thread(() -> server.accept(behaviour), "SocketServer");
    accepting.setDaemon(true);
    accepting.start();
    return server;
  }

  private void accept(Behaviour behaviour) {
    while (!listener.isClosed()) {
      try {
        Socket socket = listener.accept();
        connections.incrementAndGet();
        open.add(socket);
        if (listener.isClosed()) {
          // After close() has gone through those that were open.
          socket.close();
        }
        var serving = new Thread(() -> serve(socket, behaviour), "SocketServer connection");
        serving.setDaemon(true);
        serving.start();
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void serve(Socket socket, Behaviour behaviour) {
    try (socket) {
      behaviour.handle(new Connection(socket));
    } catch (Exception gone) {
      // the other side left, or the test is over
    } finally {
      open.remove(socket);
    }
  }

  public String url() {
    return "http://127.0.0.1:" + port();
  }

  public int port() {
    return listener.getLocalPort();
  }

  /** Connections that were opened so far. */
  public int connections() {
    return connections.get();
  }

  /** Connections that are open now, as far as this side knows. */
  public int openConnections() {
    return open.size();
  }

  /** Requests that were read to their end. */
  public int requests() {
    return requests.get();
  }

  /** Takes no more connections; those that are open stay so. */
  public void stopListening() throws IOException {
    listener.close();
  }

  /** Closes all connections, and goes on to listen. */
  public void closeConnections() throws IOException {
    for (Socket socket : open) {
      socket.close();
    }
  }

  @Override
  public void close() throws IOException {
    end.countDown();
    listener.close();
    closeConnections();
  }

  /**
   * A request as it came.
   *
   * @param head up to the empty line, included
   * @param body as it is on the wire
   */
  public record Request(String head, String body) {

    /** The conversation that it is for. */
    public String conversation() {
      return CONVERSATION.matcher(head).results().map(it -> it.group(1)).findFirst().orElseThrow();
    }
  }

  /** One connection, with the verbs that behaviours are made of. */
  public final class Connection {

    private final Socket socket;
    private final InputStream in;

    Connection(Socket socket) throws IOException {
      this.socket = socket;
      this.in = new BufferedInputStream(socket.getInputStream());
    }

    public Socket socket() {
      return socket;
    }

    /** What comes. */
    public InputStream in() {
      return in;
    }

    /** Reads a request to its end. */
    public Request readRequest() throws IOException {
      String head = readHead();
      return new Request(head, readBody(head));
    }

    /** Reads a request's body, in chunks or of a length; of chunks, their sizes as well. */
    public String readBody(String head) throws IOException {
      if (CHUNKED.matcher(head).find()) {
        return readChunks();
      }
      Matcher length = LENGTH.matcher(head);
      int size = length.find() ? Integer.parseInt(length.group(1)) : 0;
      byte[] body = in.readNBytes(size);
      if (body.length < size) {
        throw new IOException("closed");
      }
      requests.incrementAndGet();
      return new String(body, UTF_8);
    }

    private String readChunks() throws IOException {
      // As if a line had ended before, for the first chunk may be the last.
      var body = new StringBuilder("\r\n");
      while (body.indexOf("\r\n0\r\n\r\n", body.length() - 7) < 0) {
        int next = in.read();
        if (next < 0) {
          throw new IOException("closed");
        }
        body.append((char) next);
      }
      requests.incrementAndGet();
      return body.substring(2);
    }

    /** Reads a request up to the empty line. */
    public String readHead() throws IOException {
      var head = new ByteArrayOutputStream();
      for (int ends = 0; ends < 4; ) {
        int next = in.read();
        if (next < 0) {
          throw new IOException("closed");
        }
        head.write(next);
        ends = next == "\r\n\r\n".charAt(ends) ? ends + 1 : next == '\r' ? 1 : 0;
      }
      return head.toString(ISO_8859_1);
    }

    public void write(String text) throws IOException {
      socket.getOutputStream().write(text.getBytes(UTF_8));
      socket.getOutputStream().flush();
    }

    /** A success with this JSON. */
    public void reply(String json) throws IOException {
      write(
          "HTTP/1.1 200 OK\r\nContent-Length: " + json.getBytes(UTF_8).length + "\r\n\r\n" + json);
    }

    /** A success as LiveDesk gives one: a new id, and the conversation that was asked for. */
    public void replyTo(Request request) throws IOException {
      reply(
          "{\"id\":%d,\"conversation_id\":%s,\"status\":\"sent\"}"
              .formatted(ids.incrementAndGet(), request.conversation()));
    }

    /** Closes with a reset instead of an orderly end. */
    public void reset() throws IOException {
      socket.setSoLinger(true, 0);
      socket.close();
    }

    /** Does nothing, not even read, until the server is closed. */
    public void waitForEnd() throws InterruptedException {
      end.await();
    }

    /** Reads, and does nothing else, until the other side closes. */
    public void waitForClose() throws IOException {
      in.transferTo(OutputStream.nullOutputStream());
    }
  }
}
