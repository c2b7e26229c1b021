// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.testing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.livedesk.camel.testing.SocketServer.Connection;
import io.github.livedesk.camel.testing.SocketServer.Request;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.apache.hc.core5.http.impl.EnglishReasonPhraseCatalog;

/** A server that gives each request the answer of the test, and remembers the requests. */
public final class AnsweringServer implements AutoCloseable {

  private final List<Request> requests = new CopyOnWriteArrayList<>();
  private final SocketServer server;
  private volatile Function<Request, Answer> answers = request -> reply(404, "");

  public AnsweringServer() {
    try {
      server = SocketServer.start(this::serve);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** An answer without headers of its own. */
  public static Answer reply(int status, String body) {
    return reply(status, body.getBytes(UTF_8));
  }

  public static Answer reply(int status, byte[] body) {
    return new Answer(status, "", new String(body, ISO_8859_1));
  }

  public String url() {
    return server.url();
  }

  /** Gives this to each request from now on. */
  public void answer(Answer answer) {
    answer(request -> answer);
  }

  /** Gives what this says to each request from now on. */
  public void answer(Function<Request, Answer> chosen) {
    answers = chosen;
  }

  /** All requests that were read to their end, in their order. */
  public List<Request> requests() {
    return List.copyOf(requests);
  }

  private void serve(Connection connection) throws IOException {
    boolean goesOn = true;
    while (goesOn) {
      Request request = connection.readRequest();
      requests.add(request);
      Answer answer = answers.apply(request);
      connection.socket().getOutputStream().write(answer.onTheWire());
      goesOn = !answer.closes();
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
  }

  /**
   * A reply. Its body comes in one chunk; or it ends with the connection, where the answer says
   * that it closes it.
   *
   * @param headers each with its line end
   * @param body a character for each byte
   */
  public record Answer(int status, String headers, String body) {

    public Answer withHeader(String name, String value) {
      return new Answer(status, headers + name + ": " + value + "\r\n", body);
    }

    private boolean closes() {
      return headers.contains("Connection: close\r\n");
    }

    private byte[] onTheWire() {
      String reason = EnglishReasonPhraseCatalog.INSTANCE.getReason(status, null);
      String head = "HTTP/1.1 %d %s\r\n%s".formatted(status, reason, headers);
      String chunk = body.isEmpty() ? "" : "%x\r\n%s\r\n".formatted(body.length(), body);
      String reply =
          closes()
              ? head + "\r\n" + body
              : head + "Transfer-Encoding: chunked\r\n\r\n" + chunk + "0\r\n\r\n";
      return reply.getBytes(ISO_8859_1);
    }
  }
}
