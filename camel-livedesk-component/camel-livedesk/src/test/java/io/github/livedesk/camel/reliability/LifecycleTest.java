// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.reliability;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.livedesk.camel.LiveDeskComponent;
import io.github.livedesk.camel.model.failure.LiveDeskConnectionException;
import io.github.livedesk.camel.model.failure.LiveDeskException;
import io.github.livedesk.camel.model.failure.Outcome;
import io.github.livedesk.camel.simulator.LiveDeskSimulator;
import io.github.livedesk.camel.testing.SimulatorTestSupport;
import io.github.livedesk.camel.testing.SocketServer;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.apache.camel.AsyncProducer;
import org.apache.camel.Exchange;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.Test;

/** Threads and connections live as long as the component, and nothing pending is forgotten. */
class LifecycleTest extends SimulatorTestSupport {

  LifecycleTest(LiveDeskSimulator livedesk) {
    super(livedesk);
  }

  private static List<String> threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .map(Thread::getName)
        .filter(name -> name.contains("LiveDesk") || name.contains("httpclient"))
        .toList();
  }

  @Test
  void allThreadsEndWithTheContext() {
    sent(TO_141, "hello");
    assertThat(threads()).isNotEmpty();

    context().stop();

    await().untilAsserted(() -> assertThat(threads()).isEmpty());
  }

  @Test
  void manyStartsAndStopsLeaveNothing() throws Exception {
    var component = context().getComponent("livedesk", LiveDeskComponent.class);
    for (int i = 0; i < 20; i++) {
      sent(TO_141, "hello");
      component.stop();
      component.start();
    }
    context().stop();

    assertThat(livedesk.messages("141")).hasSize(20);
    await().untilAsserted(() -> assertThat(threads()).isEmpty());
  }

  @Test
  void aComponentOfAContextThatWasStartedAgainSends() throws Exception {
    sent(TO_141, "before");
    context().stop();
    context().start();

    String credentials = "&apiKey=" + API_KEY + "&secretKey=" + API_SECRET;
    sent(TO_141 + credentials + "&baseUrl=" + livedesk.url(), "after");

    assertThat(livedesk.messages("141")).hasSize(2);
  }

  /** As where two threads send first: Camel gives the second what the first has yet to start. */
  @Test
  void aComponentThatNobodyHasStartedYetSends() throws Exception {
    context().removeComponent("livedesk");
    context().getComponent("livedesk", true, false);

    String credentials = "&apiKey=" + API_KEY + "&secretKey=" + API_SECRET;
    sent(TO_141 + credentials + "&baseUrl=" + livedesk.url(), "hello");

    assertThat(livedesk.messages("141")).hasSize(1);
  }

  @Test
  void aProducerGoesOnWhenItsComponentWasStartedAgain() throws Exception {
    AsyncProducer producer = context().getEndpoint(TO_141).createAsyncProducer();
    producer.start();
    context().getComponent("livedesk").stop();
    var failure = failure(LiveDeskConnectionException.class, process(producer));
    assertThat(failure).hasMessageContaining("is stopped");

    context().getComponent("livedesk").start();

    assertThat(process(producer).getException()).isNull();
    producer.stop();
  }

  @Test
  void whatIsPendingEndsWithTheComponent() throws Exception {
    try (var server =
        SocketServer.start(
            connection -> {
              connection.readRequest();
              connection.waitForClose();
            })) {
      context().getComponent("livedesk", LiveDeskComponent.class).setMaxConnections(3);
      AsyncProducer producer =
          context().getEndpoint(TO_141 + "&baseUrl=" + server.url()).createAsyncProducer();
      producer.start();
      List<Exchange> ended = new CopyOnWriteArrayList<>();
      for (int i = 0; i < 10; i++) {
        var exchange = exchange();
        producer.process(exchange, doneSync -> ended.add(exchange));
      }
      await().until(() -> server.requests() == 3);

      context().getComponent("livedesk").stop();

      assertThat(ended).as("ended when the stop returns").hasSize(10);
      Map<Outcome, Long> outcomes =
          ended.stream()
              .map(exchange -> exchange.getException(LiveDeskException.class).getOutcome())
              .collect(groupingBy(outcome -> outcome, counting()));
      assertThat(outcomes).containsEntry(Outcome.UNKNOWN, 3L).containsEntry(Outcome.NOT_SENT, 7L);
      await().until(() -> server.openConnections() == 0);
    }
  }

  @Test
  void whatIsPendingEndsThoughStepsBlockUntilItDoes() throws Exception {
    try (var server =
        SocketServer.start(
            connection -> {
              connection.readRequest();
              connection.waitForClose();
            })) {
      String silent = TO_141 + "&baseUrl=" + server.url();
      AsyncProducer outer = context().getEndpoint(TO_141).createAsyncProducer();
      outer.start();
      List<Exchange> ended = new CopyOnWriteArrayList<>();
      for (int i = 0; i < 30; i++) {
        outer.process(exchange(), doneSync -> ended.add(send(silent, "sent from within")));
      }
      await().until(() -> server.requests() == 30);

      context().getComponent("livedesk").stop();

      await().until(() -> ended.size() == 30);
      assertThat(ended)
          .allSatisfy(
              exchange ->
                  assertThat(exchange.getException(LiveDeskException.class).getOutcome())
                      .isEqualTo(Outcome.UNKNOWN));
    }
  }

  @Test
  void endpointsWithEqualConnectionsShareThem() {
    IntStream.range(0, 20)
        .forEach(i -> sent("livedesk:messages?conversationId=" + i + "&responseTimeout=10s", "hi"));

    assertThat(threads().stream().filter(name -> name.startsWith("LiveDeskIO")).count())
        .isLessThanOrEqualTo(Runtime.getRuntime().availableProcessors() / 4 + 2L);
  }

  private Exchange exchange() {
    var exchange = new DefaultExchange(context());
    exchange.getMessage().setBody("hello");
    return exchange;
  }

  private Exchange process(AsyncProducer producer) throws Exception {
    Exchange exchange = exchange();
    producer.process(exchange);
    return exchange;
  }
}
