// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.reliability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.livedesk.camel.LiveDeskComponent;
import io.github.livedesk.camel.LiveDeskConstants;
import io.github.livedesk.camel.model.failure.LiveDeskConnectionException;
import io.github.livedesk.camel.model.failure.LiveDeskException;
import io.github.livedesk.camel.model.failure.LiveDeskOutcomeUnknownException;
import io.github.livedesk.camel.model.failure.LiveDeskRateLimitException;
import io.github.livedesk.camel.model.failure.LiveDeskResponseException;
import io.github.livedesk.camel.model.failure.Outcome;
import io.github.livedesk.camel.testing.ClosedPort;
import io.github.livedesk.camel.testing.LiveDeskTestSupport;
import io.github.livedesk.camel.testing.SocketServer;
import io.github.livedesk.camel.testing.SocketServer.Behaviour;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.AsyncProducer;
import org.apache.camel.Exchange;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever the network does, the exchange completes once, and says what may have been sent. */
class NetworkFaultTest extends LiveDeskTestSupport {

  private SocketServer server;

  @Override
  protected String baseUrl() {
    return "http://127.0.0.1:1";
  }

  @AfterEach
  void closeServer() throws Exception {
    if (server != null) {
      server.close();
    }
  }

  private String to(Behaviour behaviour) throws Exception {
    server = SocketServer.start(behaviour);
    return TO_141 + "&baseUrl=" + server.url();
  }

  /** As {@link #notSent}, after all attempts. */
  private LiveDeskConnectionException neverSent(String uri) {
    var failure = ended(LiveDeskConnectionException.class, uri, 3);
    assertThat(failure.getOutcome()).isEqualTo(Outcome.NOT_SENT);
    assertThat(failure).hasMessageContaining("op=text to conversation 141 in 3 attempts: ");
    return failure;
  }

  private LiveDeskConnectionException notSent(String uri) {
    var failure = ended(LiveDeskConnectionException.class, uri, 1);
    assertThat(failure.getOutcome()).isEqualTo(Outcome.NOT_SENT);
    assertThat(failure.isTransient()).isTrue();
    return failure;
  }

  private LiveDeskOutcomeUnknownException unknown(String uri) {
    var failure = ended(LiveDeskOutcomeUnknownException.class, uri, 1);
    assertThat(failure.getOutcome()).isEqualTo(Outcome.UNKNOWN);
    assertThat(failure.getHttpResponseCode()).isZero();
    await().untilAsserted(() -> assertThat(server.requests()).isEqualTo(1));
    return failure;
  }

  /** Sends by the producer itself, counts the ends, and returns the failure. */
  private <T extends LiveDeskException> T ended(Class<T> type, String uri, int attempts) {
    var exchange = new DefaultExchange(context());
    exchange.getMessage().setBody("hello");
    List<Thread> ends = new CopyOnWriteArrayList<>();
    try {
      AsyncProducer producer = context().getEndpoint(uri).createAsyncProducer();
      producer.start();
      producer.process(exchange, doneSync -> ends.add(Thread.currentThread()));
    } catch (Exception e) {
      throw new AssertionError(e);
    }
    await().until(() -> !ends.isEmpty());
    assertThat(ends).hasSize(1);
    assertThat(ends.get(0).getName()).contains("LiveDesk").doesNotContain("IO");
    assertThat(exchange.getMessage().getHeaders())
        .containsEntry(LiveDeskConstants.ATTEMPTS, attempts)
        .doesNotContainKey(Exchange.HTTP_RESPONSE_CODE);
    assertThat(exchange.getMessage().getBody()).isEqualTo("hello");
    T failure = failure(type, exchange);
    assertThat(failure).hasMessageNotContaining("hello");
    return failure;
  }

  @Test
  void refused() throws Exception {
    try (var port = new ClosedPort()) {
      for (String url : List.of("http://127.0.0.1:", "https://localhost:", "http://localhost:")) {
        assertThat(neverSent(TO_141 + "&baseUrl=" + url + port.number()))
            .hasMessageContaining(": nothing listens at " + url + port.number() + " (outcome")
            .hasCauseInstanceOf(ConnectException.class);
      }
    }
  }

  @Test
  void aProxyThatRefuses() throws Exception {
    try (var port = new ClosedPort()) {
      String proxy = "&proxyHost=127.0.0.1&proxyPort=" + port.number();

      assertThat(neverSent(TO_141 + "&baseUrl=https://livedesk.example" + proxy))
          .hasMessageContaining(": nothing listens at the proxy 127.0.0.1:" + port.number());
    }
  }

  /** What LiveDesk said counts, and how long it asked to wait. */
  @ParameterizedTest
  @ValueSource(ints = {429, 503})
  void aRefusalAfterWhichNobodyListensAnyMore(int status) throws Exception {
    String uri =
        to(
            connection -> {
              connection.readRequest();
              server.stopListening();
              connection.write(
                  "HTTP/1.1 %d No\r\nRetry-After: 1\r\nContent-Length: 0\r\n\r\n"
                      .formatted(status));
            });

    Exchange exchange = send(uri + "&backoffDelay=10ms", "hello");

    var failure = failure(LiveDeskException.class, exchange);
    assertThat(failure)
        .isInstanceOf(
            status == 429 ? LiveDeskRateLimitException.class : LiveDeskResponseException.class);
    assertThat(failure)
        .hasMessageContaining("in 3 attempts: LiveDesk answered " + status)
        .hasMessageContaining("the last attempt did not reach LiveDesk (outcome REJECTED)");
    assertThat(failure.getRetryAfter()).contains(Duration.ofSeconds(1));
    assertThat(failure.getSuppressed()).singleElement().asString().contains("nothing listens at");
    assertThat(exchange.getMessage().getHeaders())
        .containsEntry(LiveDeskConstants.OUTCOME, "REJECTED")
        .containsEntry(LiveDeskConstants.ATTEMPTS, 3)
        .containsEntry(Exchange.HTTP_RESPONSE_CODE, status)
        .containsEntry(Exchange.REDELIVERY_DELAY, 1000L);
  }

  @Test
  void anUnknownHost() {
    assertThat(neverSent(TO_141 + "&baseUrl=https://no-such-host.invalid"))
        .hasMessageContaining("no address is known for no-such-host.invalid");
  }

  @Test
  void noTlsWhereTlsWasExpected() throws Exception {
    String uri = to(connection -> connection.write("HTTP/1.1 400 Bad Request\r\n\r\n"));

    assertThat(neverSent(uri.replace("http:", "https:"))).hasMessageContaining("127.0.0.1");
  }

  @Test
  void closedBeforeTheReply() throws Exception {
    assertThat(unknown(to(connection -> connection.readRequest())).isTransient()).isTrue();
  }

  @Test
  void resetBeforeTheReply() throws Exception {
    String uri =
        to(
            connection -> {
              connection.readRequest();
              connection.reset();
            });

    assertThat(unknown(uri)).hasMessageContaining("the connection was lost before the reply came");
  }

  @Test
  void silence() throws Exception {
    String uri =
        to(
            connection -> {
              connection.readRequest();
              connection.waitForClose();
            });

    assertThat(unknown(uri + "&responseTimeout=200ms"))
        .hasMessageContaining("LiveDesk was silent for responseTimeout=200ms");
    await().until(() -> server.openConnections() == 0);
  }

  @Test
  void aDripThatNeverEnds() throws Exception {
    String uri =
        to(
            connection -> {
              connection.readRequest();
              connection.write("HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n{\"id\":1");
              connection.socket().setSoTimeout(20);
              for (boolean alive = true; alive; ) {
                try {
                  alive = connection.in().read() >= 0;
                } catch (SocketTimeoutException quiet) {
                  connection.write(" ");
                }
              }
            });

    assertThat(unknown(uri + "&responseTimeout=10s&totalTimeout=2s"))
        .hasMessageContaining("no reply within totalTimeout=2000ms");
    await().until(() -> server.openConnections() == 0);
  }

  @Test
  void aHeadThatNeverEnds() throws Exception {
    String uri =
        to(
            connection -> {
              connection.readRequest();
              connection.write("HTTP/1.1 200 OK\r\n");
              while (true) {
                connection.write("X-Filler: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\r\n");
              }
            });

    assertThat(unknown(uri).isTransient()).isFalse();
  }

  enum Cut {
    STATUS_LINE("HTTP/1.1 20"),
    HEADERS("HTTP/1.1 200 OK\r\nContent-Le"),
    BODY("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"id\":3030"),
    CHUNK("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n40\r\n{\"id\":3030");

    private final String sent;

    Cut(String sent) {
      this.sent = sent;
    }
  }

  @ParameterizedTest
  @EnumSource
  void aReplyThatIsCutOff(Cut cut) throws Exception {
    unknown(
        to(
            connection -> {
              connection.readRequest();
              connection.write(cut.sent);
            }));
  }

  @Test
  void garbage() throws Exception {
    String uri =
        to(
            connection -> {
              connection.readRequest();
              connection.write("hello hello\r\nhello\r\n\r\n");
            });

    var failure = unknown(uri);
    assertThat(failure.isTransient()).isFalse();
    assertThat(failure).hasMessageContaining("is not HTTP").hasNoCause();
  }

  @Test
  void jsonThatCallsItselfChunked() throws Exception {
    String uri =
        to(
            connection -> {
              connection.readRequest();
              connection.write(
                  "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n{\"content\":\"hello\"}\r\n");
            });

    var failure = unknown(uri);
    assertThat(failure.isTransient()).isFalse();
    assertThat(failure).hasStackTraceContaining("is not HTTP").hasNoCause();
  }

  @Test
  void aSuccessBeforeTheRequestWasRead() throws Exception {
    String uri =
        to(
            connection -> {
              connection.readHead();
              connection.reply(REPLY);
              connection.waitForClose();
            });

    var exchange = send(uri + "&totalTimeout=20s", "x".repeat(8_000_000));
    var failure = failure(LiveDeskOutcomeUnknownException.class, exchange);
    assertThat(failure)
        .hasMessageContaining("it began before the request was written to its end")
        .hasMessageContaining("outcome UNKNOWN");
    assertThat(failure.isTransient()).isFalse();
    await().until(() -> server.openConnections() == 0);
  }

  @Test
  void aConnectionResetWithinALongRequest() throws Exception {
    String uri =
        to(
            connection -> {
              connection.readHead();
              connection.reset();
            });
    var exchange = send(uri, "x".repeat(8_000_000));

    assertThat(failure(LiveDeskConnectionException.class, exchange).getOutcome())
        .isEqualTo(Outcome.NOT_SENT);
  }

  @Test
  void aReplyAfterInformation() throws Exception {
    String uri =
        to(
            connection -> {
              connection.readRequest();
              connection.write("HTTP/1.1 102 Processing\r\n\r\nHTTP/1.1 103 Early Hints\r\n\r\n");
              connection.reply(REPLY);
            });

    assertThat(sent(uri, "hello").id()).isEqualTo(3030);
  }

  @Test
  void aKeptConnectionThatTheServerClosed() throws Exception {
    String uri =
        to(
            connection -> {
              connection.readRequest();
              connection.reply(REPLY);
            });
    sent(uri, "first");
    await().until(() -> server.openConnections() == 0);

    assertThat(sent(uri, "second").id()).isEqualTo(3030);
    assertThat(server.connections()).isEqualTo(2);
  }

  @Test
  void aKeptConnectionIsUsedAgain() throws Exception {
    String uri =
        to(
            connection -> {
              for (int id = 1; ; id++) {
                connection.readRequest();
                connection.reply(REPLY.replace("3030", "" + id));
              }
            });
    sent(uri, "first");
    sent(uri, "second");

    assertThat(server.connections()).isEqualTo(1);
    assertThat(server.requests()).isEqualTo(2);
  }

  @Test
  void noFreeConnection() throws Exception {
    context().getComponent("livedesk", LiveDeskComponent.class).setMaxConnections(1);
    String uri =
        to(
            connection -> {
              connection.readRequest();
              connection.waitForClose();
            });
    var first = new AtomicInteger();
    AsyncProducer producer = context().getEndpoint(uri).createAsyncProducer();
    producer.start();
    var exchange = new DefaultExchange(context());
    exchange.getMessage().setBody("first");
    producer.process(exchange, doneSync -> first.incrementAndGet());
    await().until(() -> server.requests() == 1);

    assertThat(notSent(uri + "&totalTimeout=200ms"))
        .hasMessageContaining("within totalTimeout=200ms");
    assertThat(server.requests()).isEqualTo(1);
    assertThat(first).hasValue(0);
  }
}
