// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.reliability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.livedesk.camel.LiveDeskComponent;
import io.github.livedesk.camel.LiveDeskConstants;
import io.github.livedesk.camel.testing.LiveDeskTestSupport;
import io.github.livedesk.camel.testing.SocketServer;
import io.github.livedesk.camel.testing.SocketServer.Connection;
import io.github.livedesk.camel.testing.SocketServer.Request;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.camel.AsyncProducer;
import org.apache.camel.Exchange;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A producer that stops leaves its connections behind, and cuts nothing off. */
class StoppedProducerTest extends LiveDeskTestSupport {

  /** Connections of so many kinds are kept that no producer has. */
  private static final int KEPT = 10;

  /** One for every four processors, and one that has started them. */
  private static final int THREADS_OF_EACH =
      Math.max(1, Runtime.getRuntime().availableProcessors() / 4) + 1;

  private final CountDownLatch answer = new CountDownLatch(1);
  private final SocketServer server;
  private int kinds;

  StoppedProducerTest() throws IOException {
    server = SocketServer.start(this::serve);
  }

  @AfterEach
  void closeServer() throws Exception {
    server.close();
  }

  @Override
  protected String baseUrl() {
    return server.url();
  }

  private void serve(Connection connection) throws Exception {
    while (true) {
      Request request = connection.readRequest();
      if (request.body().contains("refused") && server.requests() == 1) {
        connection.write("HTTP/1.1 503 Later\r\nRetry-After: 1\r\nContent-Length: 0\r\n\r\n");
        continue;
      }
      if (!request.body().contains("quick")) {
        answer.await();
      }
      connection.replyTo(request);
    }
  }

  /** One whose connections no other shares. */
  private AsyncProducer another() throws Exception {
    kinds++;
    String uri = TO_141 + "&connectTimeout=" + (10_000 + kinds);
    AsyncProducer producer = context().getEndpoint(uri).createAsyncProducer();
    producer.start();
    return producer;
  }

  /**
   * So many that what nobody has ends at once.
   *
   * @param inUse kinds of connections that somebody has
   */
  private void othersComeAndGo(int inUse) throws Exception {
    for (int i = 0; i < 3 * KEPT; i++) {
      another().stop();
    }
    await().until(() -> ioThreads() <= (long) (inUse + KEPT) * THREADS_OF_EACH);
  }

  private static long ioThreads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().startsWith("LiveDeskIO"))
        .count();
  }

  private CompletableFuture<Exchange> send(AsyncProducer producer, String text) {
    var end = new CompletableFuture<Exchange>();
    var exchange = new DefaultExchange(context());
    exchange.getMessage().setBody(text);
    producer.process(exchange, doneSync -> end.complete(exchange));
    return end;
  }

  private static void assertSent(CompletableFuture<Exchange> send) throws Exception {
    assertThat(send.get(1, TimeUnit.MINUTES).getException()).isNull();
  }

  @Test
  void itsThreadsEnd() throws Exception {
    for (int i = 0; i < 3; i++) {
      othersComeAndGo(0);
    }
  }

  @Test
  void whatIsUnderWayComesToItsEnd() throws Exception {
    AsyncProducer producer = another();
    CompletableFuture<Exchange> send = send(producer, "hello");
    await().until(() -> server.requests() == 1);

    producer.stop();
    othersComeAndGo(1);
    assertThat(send).isNotDone();
    answer.countDown();

    assertSent(send);
    othersComeAndGo(0);
    await().until(() -> server.openConnections() == 0);
  }

  @Test
  void soDoesWhatWaitsForItsNextAttempt() throws Exception {
    answer.countDown();
    AsyncProducer producer = another();
    CompletableFuture<Exchange> send = send(producer, "refused once");
    await().until(() -> server.requests() == 1);

    producer.stop();
    othersComeAndGo(1);

    assertSent(send);
    assertThat(send.get().getMessage().getHeader(LiveDeskConstants.ATTEMPTS)).isEqualTo(2);
  }

  /** Camel's cache may stop one that a message has just been given. */
  @Test
  void itSendsOnceMoreAndKeepsNothing() throws Exception {
    AsyncProducer producer = another();
    producer.stop();
    assertSent(send(producer, "quick"));

    othersComeAndGo(0);
    await().until(() -> server.openConnections() == 0);
    assertSent(send(producer, "quick, when all has ended"));

    othersComeAndGo(0);
    await().until(() -> server.openConnections() == 0);
    assertThat(server.connections()).isEqualTo(2);
  }

  @Test
  void whatWasLetGoIsTakenUpAgainSoon() throws Exception {
    AsyncProducer producer = another();
    assertSent(send(producer, "quick"));
    producer.stop();
    kinds--;

    assertSent(send(another(), "quick"));

    assertThat(server.connections()).as("the same connection").isEqualTo(1);
  }

  @Test
  void numbersAreRightWhateverHasEnded() throws Exception {
    AsyncProducer producer = another();
    CompletableFuture<Exchange> send = send(producer, "hello");
    await().until(() -> server.requests() == 1);
    producer.stop();
    othersComeAndGo(1);
    var component = context().getComponent("livedesk", LiveDeskComponent.class);
    assertThat(component.getInFlight()).isEqualTo(1);
    assertThat(component.getConnectionsLeased()).isEqualTo(1);

    answer.countDown();
    assertSent(send);

    assertThat(component.getInFlight()).isZero();
    assertThat(component.getSent()).isEqualTo(1);
    othersComeAndGo(0);
    assertThat(component.getConnectionsAvailable()).isZero();
  }
}
