// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.reliability;

import static io.github.livedesk.camel.model.failure.Outcome.NOT_SENT;
import static io.github.livedesk.camel.model.failure.Outcome.REJECTED;
import static io.github.livedesk.camel.model.failure.Outcome.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.livedesk.camel.model.LiveDeskMessage;
import io.github.livedesk.camel.model.failure.LiveDeskAuthenticationException;
import io.github.livedesk.camel.model.failure.LiveDeskConnectionException;
import io.github.livedesk.camel.model.failure.LiveDeskException;
import io.github.livedesk.camel.model.failure.LiveDeskOutcomeUnknownException;
import io.github.livedesk.camel.model.failure.LiveDeskRateLimitException;
import io.github.livedesk.camel.model.failure.LiveDeskResponseException;
import io.github.livedesk.camel.model.failure.Outcome;
import io.github.livedesk.camel.testing.ClosedPort;
import io.github.livedesk.camel.testing.LiveDeskTestSupport;
import io.github.livedesk.camel.testing.SocketServer;
import io.github.livedesk.camel.testing.SocketServer.Connection;
import io.github.livedesk.camel.testing.TestCertificate;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.net.ServerSocketFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.apache.camel.AsyncProducer;
import org.apache.camel.Exchange;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The matrix: what the network or the server does, and for each how the exchange ends, how many
 * requests reached the server, and how many messages it has then. Under {@code retryMode=safe} that
 * is never two.
 */
@Tag("slow")
public class FaultMatrixTest extends LiveDeskTestSupport {

  private static final String LONG_TEXT = "x".repeat(8_000_000);
  private static final DateTimeFormatter HTTP_DATE =
      DateTimeFormatter.RFC_1123_DATE_TIME.withZone(ZoneOffset.UTC);
  private static final Duration BOUND = Duration.ofMinutes(1);
  private static final String LENGTH_1000000 = "HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n";
  private static final String LENGTH_100 = "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n";
  private static final String CHUNKED = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";

  private static final String OTHER = REPLY.replace("3030", "6666");

  /** Where redirects lead: nothing may ever get there. */
  private static SocketServer elsewhere;

  private static TestCertificate right;
  private static TestCertificate wrongName;

  private SocketServer server;
  private final AtomicInteger created = new AtomicInteger();
  private volatile boolean healthy;

  @BeforeAll
  static void prepare(@TempDir Path folder) throws Exception {
    elsewhere = SocketServer.start(Connection::waitForClose);
    right = TestCertificate.of(folder, "ip:127.0.0.1");
    wrongName = TestCertificate.of(folder, "dns:other.example");
  }

  @AfterAll
  static void nothingGotElsewhere() throws Exception {
    assertThat(elsewhere.connections()).isZero();
    elsewhere.close();
  }

  @AfterEach
  void closeServer() throws Exception {
    if (server != null) {
      server.close();
    }
  }

  @Override
  protected String baseUrl() {
    return "http://127.0.0.1:1";
  }

  /** What a server does with a connection. */
  @FunctionalInterface
  public interface Play {
    void on(Connection connection, Runnable store) throws Exception;
  }

  /**
   * A row.
   *
   * @param body of the exchange
   * @param earlier sends that worked on the same connection
   * @param type of the failure, null where there is none
   * @param requests that reached the server to their end
   * @param created messages at the server
   */
  public record Row(
      String name,
      Play play,
      String options,
      Object body,
      int earlier,
      Class<? extends LiveDeskException> type,
      Outcome outcome,
      int requests,
      int created) {

    public static Row of(String name, Play play) {
      return new Row(name, play, "", "hello", 0, null, null, 1, 1);
    }

    Row with(String more) {
      return new Row(name, play, more, body, earlier, type, outcome, requests, created);
    }

    Row sending(Object sent) {
      return new Row(name, play, options, sent, earlier, type, outcome, requests, created);
    }

    Row after(int sends) {
      return new Row(name, play, options, body, sends, type, outcome, requests, created);
    }

    Row seen(int reached, int stored) {
      return new Row(name, play, options, body, earlier, type, outcome, reached, stored);
    }

    Row fails(Class<? extends LiveDeskException> kind, Outcome known) {
      return new Row(name, play, options, body, earlier, kind, known, requests, created);
    }

    Row notSent() {
      return fails(LiveDeskConnectionException.class, NOT_SENT).seen(0, 0);
    }

    Row unknown() {
      return fails(LiveDeskOutcomeUnknownException.class, UNKNOWN);
    }

    Row answered(Outcome known) {
      return fails(LiveDeskResponseException.class, known);
    }

    Row limited() {
      return fails(LiveDeskRateLimitException.class, REJECTED).seen(3, 0);
    }

    @Override
    public String toString() {
      return name;
    }
  }

  public static Stream<Row> rows() {
    return Stream.of(
            beforeTheReply(),
            tooEarly(),
            foreign(),
            cutReplies(),
            strangeReplies(),
            waits(),
            kept(),
            refusals(),
            errors())
        .flatMap(rows -> rows);
  }

  private static Stream<Row> beforeTheReply() {
    return Stream.of(
        Row.of("reset before a long request was read", (c, s) -> head(c).reset())
            .sending(LONG_TEXT)
            .notSent(),
        Row.of("closed within a long request", (c, s) -> head(c)).sending(LONG_TEXT).notSent(),
        Row.of("reset before a short request was read", (c, s) -> head(c).reset())
            .unknown()
            .seen(0, 0),
        Row.of("reset after the request was read", (c, s) -> request(c).reset())
            .unknown()
            .seen(1, 0),
        Row.of("closed after the request was read", (c, s) -> request(c)).unknown().seen(1, 0));
  }

  private static Stream<Row> tooEarly() {
    Map<String, Play> plays =
        Map.of(
            "closes", (c, s) -> head(c).reply(REPLY),
            "reads on", (c, s) -> early(c, Connection::waitForClose),
            "resets", (c, s) -> early(c, Connection::reset));
    return plays.entrySet().stream()
        .map(
            play ->
                Row.of("a success within a long request, then " + play.getKey(), play.getValue())
                    .sending(LONG_TEXT)
                    .with("&retryMode=all")
                    .unknown()
                    .seen(0, 0));
  }

  private static void early(Connection connection, ToConnection then) throws Exception {
    head(connection).reply(REPLY);
    then.on(connection);
  }

  /** Replies that are another request's, after which nothing more is asked on their connection. */
  private static Stream<Row> foreign() {
    String text = REPLY.replace("3030,", "3030,\"content\":\"Good morning, Ann\",");
    return Stream.of(
        Row.of("another conversation", reply("200 OK", REPLY.replace("141", "142"))).unknown(),
        Row.of("conversation 0", reply("200 OK", REPLY.replace("141", "0"))).unknown(),
        Row.of("another text", reply("200 OK", text)).unknown(),
        Row.of(
                "the message of the reply before",
                (c, s) -> {
                  stored(c, s).reply(REPLY);
                  stored(c, s).reply(REPLY);
                  stored(c, s).reply(OTHER);
                })
            .after(1)
            .with("&retryMode=all")
            .unknown()
            .seen(2, 2),
        Row.of(
                "the reply before again, and a refusal",
                (c, s) -> {
                  stored(c, s).reply(REPLY);
                  request(c).write(http("200 OK", REPLY) + http("429 Later", ""));
                  stored(c, s).reply(OTHER);
                })
            .after(1)
            .unknown()
            .seen(2, 1),
        Row.of("a refusal twice", twice(http("429 Later", "")))
            .with("&maxAttempts=2")
            .limited()
            .seen(2, 0),
        Row.of("a refusal twice, with Retry-After", twice(http("503 Later\r\nRetry-After: 0", "")))
            .with("&maxAttempts=2")
            .answered(REJECTED)
            .seen(2, 0));
  }

  /** Twice the same reply, of which the second must not be read by anybody. */
  private static Play twice(String reply) {
    return (c, s) -> {
      request(c).write(reply + reply);
      stored(c, s).reply(OTHER);
    };
  }

  /** What a server does then. */
  @FunctionalInterface
  private interface ToConnection {
    void on(Connection connection) throws Exception;
  }

  private static Stream<Row> cutReplies() {
    List<Row> rows = new ArrayList<>();
    for (String part :
        List.of(
            "",
            "HTTP/1.1 20",
            "HTTP/1.1 200 OK\r\nContent-Le",
            LENGTH_100 + "{\"id\":3030,\"content\"",
            CHUNKED + "40\r\n{\"id\":3030",
            CHUNKED + "9\r\n{\"id\":303\r\nzz\r\n0}\r\n0\r\n\r\n")) {
      String shown = part.replace("\r\n", "|");
      rows.add(
          Row.of("stored, then closed after '" + shown + "'", (c, s) -> stored(c, s).write(part))
              .unknown());
      rows.add(
          Row.of(
                  "stored, then reset after '" + shown + "'",
                  (c, s) -> {
                    stored(c, s).write(part);
                    c.reset();
                  })
              .unknown());
    }
    return rows.stream();
  }

  private static Stream<Row> strangeReplies() {
    String twoLengths = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nContent-Length: 100\r\n\r\n{}";
    String lengthAndChunks =
        "HTTP/1.1 200 OK\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n";
    return Stream.of(
        Row.of("two lengths", (c, s) -> stored(c, s).write(twoLengths)).unknown(),
        Row.of("a length and chunks", (c, s) -> stored(c, s).write(lengthAndChunks)).unknown(),
        Row.of("a length that is none", reply("200 OK\r\nContent-Length: -5", "{}")).unknown(),
        Row.of("garbage", (c, s) -> stored(c, s).write("hello\r\nhello\r\n\r\n")).unknown(),
        Row.of("HTTP/2", (c, s) -> stored(c, s).write("HTTP/2.0 200 OK\r\n\r\n{}")).unknown(),
        Row.of(
            "HTTP/1.0",
            (c, s) -> stored(c, s).write("HTTP/1.0 200 OK\r\n\r\n" + LiveDeskTestSupport.REPLY)),
        Row.of(
            "information before the reply",
            (c, s) -> {
              stored(c, s).write("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Hints\r\n\r\n");
              c.reply(REPLY);
            }),
        Row.of("another protocol", reply("101 Switching Protocols", "")).unknown(),
        Row.of("an empty success", reply("200 OK", "")).unknown(),
        Row.of("a success that is no JSON", reply("200 OK", "<html>")).unknown(),
        Row.of("a success without a message", reply("200 OK", "{\"ok\":true}")).unknown());
  }

  private static Stream<Row> waits() {
    return Stream.of(
        Row.of("never answers", (c, s) -> stored(c, s).waitForClose())
            .with("&responseTimeout=1s")
            .unknown(),
        Row.of(
                "never answers on a kept connection",
                (c, s) -> {
                  stored(c, s).reply(REPLY);
                  stored(c, s).waitForClose();
                })
            .after(1)
            .with("&responseTimeout=1s")
            .unknown()
            .seen(2, 2),
        Row.of("never reads", (c, s) -> head(c).waitForEnd())
            .sending(LONG_TEXT)
            .with("&responseTimeout=1s&maxAttempts=2")
            .notSent(),
        Row.of("stops within the reply", (c, s) -> hold(stored(c, s), LENGTH_100))
            .with("&responseTimeout=1s")
            .unknown(),
        Row.of("drips for ever", (c, s) -> drip(stored(c, s), LENGTH_1000000, " "))
            .with("&totalTimeout=2s")
            .unknown(),
        Row.of("informs for ever", (c, s) -> drip(stored(c, s), "", "HTTP/1.1 102 Go\r\n\r\n"))
            .with("&totalTimeout=2s")
            .unknown(),
        Row.of("sends headers for ever", (c, s) -> flood(stored(c, s), "HTTP/1.1 200 OK\r\n"))
            .unknown(),
        Row.of("sends a body for ever", (c, s) -> flood(stored(c, s), CHUNKED)).unknown(),
        Row.of(
                "sends a long line for ever",
                (c, s) -> flood(stored(c, s), "HTTP/1.1 200 OK\r\nX: "))
            .unknown());
  }

  private static Stream<Row> kept() {
    return Stream.of(
        Row.of("closed after the reply", (c, s) -> stored(c, s).reply(REPLY)).after(1).seen(2, 2),
        Row.of(
                "reset after the reply",
                (c, s) -> {
                  stored(c, s).reply(REPLY);
                  c.reset();
                })
            .after(1)
            .seen(2, 2),
        Row.of(
                "closed after 300 ms",
                (c, s) -> {
                  stored(c, s).reply(REPLY);
                  c.socket().setSoTimeout(300);
                  c.waitForClose();
                })
            .after(1)
            .seen(2, 2),
        Row.of(
                "closed as the next request comes",
                (c, s) -> {
                  stored(c, s).reply(REPLY);
                  head(c).reset();
                })
            .after(1)
            .unknown()
            .seen(1, 1),
        Row.of("two replies at once", (c, s) -> tooMuch(c, s, REPLY + http("200 OK", OTHER)))
            .after(1)
            .seen(2, 2),
        Row.of("half a reply too much", (c, s) -> tooMuch(c, s, REPLY + "HTTP/1.1 422 No\r\nX-Y: "))
            .after(1)
            .seen(2, 2),
        Row.of(
                "a reply after an unasked 100",
                (c, s) -> {
                  stored(c, s).write("HTTP/1.1 100 Continue\r\n\r\n");
                  c.reply(REPLY);
                  stored(c, s).write("HTTP/1.1 100 Continue\r\n\r\n");
                  c.reply(REPLY);
                })
            .after(1)
            .with("&maxAttempts=1")
            .seen(2, 2),
        Row.of("a byte too much", (c, s) -> tooMuch(c, s, REPLY + "H"))
            .after(1)
            .with("&maxAttempts=1")
            .seen(2, 2));
  }

  private static Stream<Row> refusals() {
    List<Row> rows = new ArrayList<>();
    for (String wait :
        List.of(
            "",
            "\r\nRetry-After: 0",
            "\r\nRetry-After: Mon, 23 Nov 2015 10:00:00 GMT",
            "\r\nRetry-After: Mon Nov 23 10:00:00 2015",
            "\r\nRetry-After: 1, 2",
            "\r\nRetry-After: soon",
            "\r\nRetry-After: -5",
            "\r\nRetry-After: 1.5")) {
      rows.add(Row.of("429" + wait.strip(), refuse("429 Too Many" + wait)).limited());
    }
    for (String wait :
        List.of(
            "3600",
            "999999999",
            "2147483648",
            "99999999999999999999",
            "Mon, 23 Nov 2099 10:00:00 GMT",
            "Wednesday, 23-Nov-50 10:00:00 GMT",
            "Mon Nov 23 10:00:00 2099")) {
      rows.add(
          Row.of("429 for long: " + wait, refuse("429 Too Many\r\nRetry-After: " + wait))
              .limited()
              .seen(1, 0));
      rows.add(
          Row.of("503 for long: " + wait, refuse("503 Busy\r\nRetry-After: " + wait))
              .answered(REJECTED)
              .seen(1, 0));
    }
    rows.add(
        Row.of("429, a second", refuse("429 Too Many\r\nRetry-After: 1"))
            .with("&maxAttempts=2")
            .limited()
            .seen(2, 0));
    rows.add(
        Row.of(
                "429 until a date that comes soon",
                (c, s) -> {
                  request(c);
                  String soon = HTTP_DATE.format(Instant.now().plusSeconds(1));
                  c.write(
                      http(
                          "429 Too Many\r\nConnection: close\r\nRetry-After: " + soon,
                          "Retry later"));
                })
            .with("&maxAttempts=2")
            .limited()
            .seen(2, 0));
    rows.add(
        Row.of("503, soon", refuse("503 Busy\r\nRetry-After: soon")).answered(UNKNOWN).seen(1, 0));
    rows.add(
        Row.of("503 with Retry-After", refuse("503 Busy\r\nRetry-After: 0"))
            .answered(REJECTED)
            .seen(3, 0));
    rows.add(
        Row.of("422, too many messages", reject("422 No", "{\"error\":\"Too many messages\"}"))
            .limited()
            .seen(1, 0));
    for (int status : List.of(401, 403)) {
      rows.add(
          Row.of(status + "", reject(status + " No", "{}"))
              .fails(LiveDeskAuthenticationException.class, REJECTED)
              .seen(1, 0));
    }
    for (int status : List.of(400, 404, 409, 413, 415, 422)) {
      rows.add(Row.of(status + "", reject(status + " No", "{}")).answered(REJECTED).seen(1, 0));
    }
    for (int status : List.of(300, 301, 302, 303, 305, 307, 308)) {
      Play redirect =
          (c, s) ->
              reject(
                      status
                          + " Elsewhere\r\nLocation: http://localhost:"
                          + elsewhere.port()
                          + "/api/v2/accounts/conversations/141/messages",
                      "")
                  .on(c, s);
      rows.add(Row.of("redirect " + status, redirect).answered(REJECTED).seen(1, 0));
    }
    rows.add(
        Row.of("401 within a long request", early("401 No"))
            .sending(LONG_TEXT)
            .fails(LiveDeskAuthenticationException.class, REJECTED)
            .seen(0, 0));
    rows.add(
        Row.of("413 within a long request", early("413 No"))
            .sending(LONG_TEXT)
            .answered(REJECTED)
            .seen(0, 0));
    return rows.stream();
  }

  private static Stream<Row> errors() {
    List<Row> rows = new ArrayList<>();
    for (String status : List.of("408", "500", "502", "503", "504", "599")) {
      for (String words : List.of("{\"error\":\"oops\"}", "<html><title>Oops</title></html>")) {
        rows.add(
            Row.of(status + " instead of storing it, " + words, reject(status + " No", words))
                .answered(UNKNOWN)
                .seen(1, 0));
        rows.add(
            Row.of(status + " though it is stored, " + words, reply(status + " No", words))
                .answered(UNKNOWN));
      }
    }
    return rows.stream();
  }

  @ParameterizedTest
  @MethodSource("rows")
  void endsAsItShould(Row row) throws Exception {
    server = SocketServer.start(connection -> play(row, connection));
    String plain = TO_141 + "&baseUrl=" + server.url();
    String uri = plain + row.options;
    for (int i = 0; i < row.earlier; i++) {
      sent(plain, "earlier");
      settle(row);
    }

    Exchange exchange = ended(uri, row.body);

    if (row.type == null) {
      assertThat(exchange.getException()).isNull();
      assertThat(exchange.getMessage().getBody(LiveDeskMessage.class).id()).isEqualTo(3030);
    } else {
      LiveDeskException failure = failure(row.type, exchange);
      assertThat(failure.getOutcome()).isEqualTo(row.outcome);
      assertThat(exchange.getMessage().getBody()).isEqualTo(row.body);
    }
    // A time-out may come before the server's own thread has counted. And whoever closes it: the
    // next send must not meet a connection that is just being closed.
    boolean isHeld = row.name.equals("never reads");
    await()
        .untilAsserted(
            () -> {
              assertThat(server.requests()).as("requests").isEqualTo(row.requests);
              assertThat(created).as("messages").hasValue(row.created);
              assertThat(server.openConnections() == 0 || isHeld).as("all closed").isTrue();
            });
    goesOnWorking(plain);
    await().until(() -> server.openConnections() <= 1 || isHeld);
  }

  /** What comes on a kept connection while nobody waits for it closes it. */
  @Test
  void bytesThatNobodyAskedFor() throws Exception {
    for (String bytes : List.of(http("200 OK", OTHER), "HTTP/1.1 200 OK\r\nX-Y: ", "x", "\r\n")) {
      var more = new CountDownLatch(1);
      var first = new AtomicBoolean(true);
      server =
          SocketServer.start(
              connection -> {
                stored(connection, created::incrementAndGet).reply(REPLY);
                if (first.getAndSet(false)) {
                  more.await();
                  connection.write(bytes);
                }
                while (true) {
                  stored(connection, created::incrementAndGet).reply(REPLY);
                }
              });
      String uri = TO_141 + "&baseUrl=" + server.url();
      sent(uri, "first");
      more.countDown();
      await().until(() -> server.openConnections() == 0);

      assertThat(sent(uri, "second").id()).isEqualTo(3030);
      assertThat(server.connections()).as(bytes).isEqualTo(2);
      server.close();
    }
    assertThat(created).hasValue(8);
  }

  /** After the fault, the next send works, and is the only one of its kind. */
  private void goesOnWorking(String uri) {
    healthy = true;
    int before = created.get();
    sent(uri, "afterwards");
    assertThat(created).hasValue(before + 1);
  }

  /** Lets what a server does between two requests get here. */
  private void settle(Row row) {
    if (row.name.startsWith("closed after") || row.name.startsWith("reset after the reply")) {
      await().until(() -> server.openConnections() == 0);
    }
  }

  private void play(Row row, Connection connection) throws Exception {
    if (!healthy) {
      row.play.on(connection, created::incrementAndGet);
      return;
    }
    while (true) {
      stored(connection, created::incrementAndGet).reply(REPLY);
    }
  }

  /** Sends by the producer itself, and sees it end once, in time. */
  private Exchange ended(String uri, Object body) throws Exception {
    var exchange = new DefaultExchange(context());
    exchange.getMessage().setBody(body);
    var ends = new AtomicInteger();
    AsyncProducer producer = context().getEndpoint(uri).createAsyncProducer();
    producer.start();
    producer.process(exchange, doneSync -> ends.incrementAndGet());
    await().atMost(BOUND).until(() -> ends.get() > 0);
    assertThat(ends).hasValue(1);
    return exchange;
  }

  @Test
  void refused() throws Exception {
    try (var port = new ClosedPort()) {
      assertNotSent(ended(TO_141 + "&baseUrl=http://127.0.0.1:" + port.number(), "hello"), 3);
    }
  }

  /** A port that drops what comes: nobody accepts, and the queue is full. */
  @Test
  void aBlackHole() throws Exception {
    try (var hole = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      List<SocketChannel> queue = new ArrayList<>();
      for (int i = 0; i < 10; i++) {
        SocketChannel channel = SocketChannel.open();
        channel.configureBlocking(false);
        channel.connect(hole.getLocalSocketAddress());
        queue.add(channel);
      }
      String uri = TO_141 + "&connectTimeout=200ms&baseUrl=http://127.0.0.1:" + hole.getLocalPort();

      LiveDeskException failure = assertNotSent(ended(uri, "hello"), 3);

      assertThat(failure).hasMessageContaining("within connectTimeout=200ms");
      for (SocketChannel channel : queue) {
        channel.close();
      }
    }
  }

  @Test
  void tlsForAnotherNameWithSslContextParameters() throws Exception {
    context().getRegistry().bind("tls", wrongName.trusted());
    assertNoTls(wrongName, "&sslContextParameters=#tls");
  }

  @Test
  void tlsForAnotherNameWithTheDefaultContext() throws Exception {
    wrongName.whileTrustedByDefault(context(), () -> assertNoTls(wrongName, ""));
  }

  @Test
  void tlsSelfSigned() throws Exception {
    assertNoTls(right, "");
  }

  @Test
  void tlsToAPlainPort() throws Exception {
    server = SocketServer.start(connection -> connection.write("HTTP/1.1 400 No\r\n\r\n"));
    assertNotSent(ended(TO_141 + "&baseUrl=https://127.0.0.1:" + server.port(), "hello"), 3);
  }

  @Test
  void tlsThatNeverComes() throws Exception {
    server = SocketServer.start(Connection::waitForClose);
    String uri = TO_141 + "&connectTimeout=200ms&baseUrl=https://127.0.0.1:" + server.port();
    assertNotSent(ended(uri, "hello"), 3);
    await().until(() -> server.openConnections() == 0);
  }

  /** The handshake ends after the send has: nobody wants that connection any more. */
  @Test
  void tlsThatComesTooLate() throws Exception {
    context().getRegistry().bind("tls", right.trusted());
    var late = new CountDownLatch(1);
    SSLContext tls = right.serverContext();
    server =
        SocketServer.start(
            connection -> {
              late.await();
              var upgraded =
                  (SSLSocket) tls.getSocketFactory().createSocket(connection.socket(), null, true);
              upgraded.setUseClientMode(false);
              upgraded.startHandshake();
              upgraded.getInputStream().transferTo(OutputStream.nullOutputStream());
            });
    String uri =
        TO_141 + "&sslContextParameters=#tls&totalTimeout=300ms&baseUrl=https://127.0.0.1:";

    LiveDeskException failure =
        failure(LiveDeskConnectionException.class, ended(uri + server.port(), "hello"));
    assertThat(failure.getOutcome()).isEqualTo(NOT_SENT);
    late.countDown();

    await().until(() -> server.openConnections() == 0);
    assertThat(server.requests()).isZero();
  }

  private LiveDeskException assertNoTls(TestCertificate certificate, String options)
      throws Exception {
    ServerSocketFactory tls = certificate.serverContext().getServerSocketFactory();
    server = SocketServer.start(tls, connection -> connection.readRequest());
    LiveDeskException failure =
        assertNotSent(
            ended(TO_141 + options + "&baseUrl=https://127.0.0.1:" + server.port(), "hi"), 3);
    assertThat(server.requests()).isZero();
    return failure;
  }

  private static LiveDeskException assertNotSent(Exchange exchange, int attempts) {
    var failure = failure(LiveDeskConnectionException.class, exchange);
    assertThat(failure.getOutcome()).isEqualTo(NOT_SENT);
    assertThat(failure.getAttempts()).isEqualTo(attempts);
    return failure;
  }

  /** Closed with the reply, and at the same time the next request is on its way. */
  @Test
  void aKeptConnectionThatIsClosedInARaceWithTheNextRequest() throws Exception {
    server =
        SocketServer.start(connection -> stored(connection, created::incrementAndGet).reply(REPLY));
    String uri = TO_141 + "&baseUrl=" + server.url();
    int successes = 0;
    int unknown = 0;
    for (int i = 0; i < 300; i++) {
      Exchange exchange = send(uri, "hello");
      if (exchange.getException() == null) {
        successes++;
      } else if (failure(LiveDeskException.class, exchange).getOutcome() == UNKNOWN) {
        unknown++;
      } else {
        // The retry budget is empty now and then.
        assertThat(failure(LiveDeskConnectionException.class, exchange).getOutcome())
            .isEqualTo(NOT_SENT);
      }
    }
    assertThat(created.get()).isBetween(successes, successes + unknown);
  }

  // What servers do.

  private static Connection head(Connection connection) throws Exception {
    connection.readHead();
    return connection;
  }

  private static Connection request(Connection connection) throws Exception {
    connection.readRequest();
    return connection;
  }

  private static Connection stored(Connection connection, Runnable store) throws Exception {
    connection.readRequest();
    store.run();
    return connection;
  }

  private static Play reply(String head, String body) {
    return (connection, store) -> stored(connection, store).write(http(head, body));
  }

  private static Play reject(String head, String body) {
    return (connection, store) -> request(connection).write(http(head, body));
  }

  /** Says that it closes, as it does: a repetition that met the end of it would be UNKNOWN. */
  private static Play refuse(String head) {
    return reject(head + "\r\nConnection: close", "Retry later");
  }

  private static Play early(String head) {
    return (connection, store) -> {
      head(connection).in().skipNBytes(100_000);
      connection.write(http(head, "no"));
      connection.reset();
    };
  }

  private static String http(String head, String body) {
    String length = head.contains("Content-Length") ? "" : "\r\nContent-Length: " + body.length();
    return "HTTP/1.1 " + head + length + "\r\n\r\n" + body;
  }

  /** A first reply with more than it should have, and replies in order afterwards. */
  private static void tooMuch(Connection connection, Runnable store, String replies)
      throws Exception {
    stored(connection, store)
        .write("HTTP/1.1 200 OK\r\nContent-Length: " + REPLY.length() + "\r\n\r\n" + replies);
    while (true) {
      stored(connection, store).reply(REPLY);
    }
  }

  private static void hold(Connection connection, String first) throws Exception {
    connection.write(first);
    connection.waitForClose();
  }

  private static void drip(Connection connection, String first, String drop) throws Exception {
    connection.write(first);
    connection.socket().setSoTimeout(20);
    for (boolean alive = true; alive; ) {
      try {
        alive = connection.in().read() >= 0;
      } catch (SocketTimeoutException quiet) {
        connection.write(drop);
      }
    }
  }

  private static void flood(Connection connection, String first) throws Exception {
    connection.write(first);
    String more =
        first.equals(CHUNKED)
            ? "1000\r\n" + "a".repeat(4096) + "\r\n"
            : first.endsWith("\r\n") ? "X-Filler: " + "a".repeat(50) + "\r\n" : "a".repeat(1000);
    while (true) {
      connection.write(more);
    }
  }
}
