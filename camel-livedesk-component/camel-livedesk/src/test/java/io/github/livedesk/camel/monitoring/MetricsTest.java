// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.awaitility.Awaitility.await;

import io.github.livedesk.camel.LiveDeskComponent;
import io.github.livedesk.camel.simulator.DropMoment;
import io.github.livedesk.camel.simulator.LiveDeskSimulator;
import io.github.livedesk.camel.testing.SimulatorTestSupport;
import io.github.livedesk.camel.testing.SocketServer;
import io.github.livedesk.camel.testing.SocketServer.Request;
import java.lang.management.ManagementFactory;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import javax.management.Attribute;
import javax.management.AttributeList;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.apache.camel.AsyncProducer;
import org.apache.camel.console.DevConsole;
import org.apache.camel.console.DevConsole.MediaType;
import org.apache.camel.console.DevConsoleRegistry;
import org.apache.camel.support.DefaultExchange;
import org.apache.camel.test.junit5.TestExecutionConfiguration;
import org.junit.jupiter.api.Test;

/** A component's numbers, over JMX and in Camel's dev console. */
class MetricsTest extends SimulatorTestSupport {

  MetricsTest(LiveDeskSimulator livedesk) {
    super(livedesk);
  }

  @Override
  public void configureTest(TestExecutionConfiguration configuration) {
    configuration.withJMX(true);
  }

  private Map<String, Object> jmx() throws Exception {
    MBeanServer beans = ManagementFactory.getPlatformMBeanServer();
    var name =
        new ObjectName(
            "org.apache.camel:context="
                + context().getManagementName()
                + ",type=components,name=\"livedesk\"");
    AttributeList attributes =
        beans.getAttributes(
            name,
            new String[] {
              "Sent",
              "FailedNotSent",
              "FailedRejected",
              "FailedUnknown",
              "FailedAccepted",
              "Attempts",
              "Retries",
              "InFlight",
              "RetryBudget",
              "ConnectionsLeased",
              "ConnectionsAvailable",
              "ConnectionsPending"
            });
    Map<String, Object> values = new LinkedHashMap<>();
    for (Attribute attribute : attributes.asList()) {
      values.put(attribute.getName(), attribute.getValue());
    }
    return values;
  }

  private DevConsole console() {
    var consoles = context().getCamelContextExtension().getContextPlugin(DevConsoleRegistry.class);
    consoles.loadDevConsoles();
    return consoles.getConsole("livedesk").orElseThrow();
  }

  private List<?> consoleComponents() {
    var json = (Map<?, ?>) console().call(MediaType.JSON, Map.of());
    return (List<?>) json.get("components");
  }

  @Test
  void allAreThereBeforeTheFirstSend() throws Exception {
    assertThat(jmx())
        .hasSize(12)
        .allSatisfy(
            (name, value) ->
                assertThat(((Number) value).longValue())
                    .as(name)
                    .isEqualTo(name.equals("RetryBudget") ? 100 : 0));
  }

  @Test
  void sendsAreCountedByTheirEnd() throws Exception {
    sent(TO_141, "hello");
    sent(TO_141, "hello");
    send(TO_141, " ");
    livedesk.conversation("141").answer(400);
    send(TO_141, "hello");
    livedesk.conversation("141").dropConnection(DropMoment.AFTER_STORING);
    send(TO_141, "hello");
    livedesk.conversation("141").failNext(1, "131051: Unsupported message type");
    send(TO_141, "hello");

    assertThat(jmx())
        .contains(
            entry("Sent", 2L),
            entry("FailedNotSent", 1L),
            entry("FailedRejected", 1L),
            entry("FailedUnknown", 1L),
            entry("FailedAccepted", 1L),
            entry("Attempts", 5L),
            entry("Retries", 0L),
            entry("InFlight", 0L));
  }

  @Test
  void retriesTakeFromTheBudget() throws Exception {
    livedesk.conversation("141").answer(429).answer(429);

    sent(TO_141, "hello");

    assertThat(jmx())
        .contains(entry("Attempts", 3L), entry("Retries", 2L), entry("RetryBudget", 90));
  }

  @Test
  void whatIsInFlightAndThePoolShow() throws Exception {
    var answer = new CountDownLatch(1);
    try (var server =
        SocketServer.start(
            connection -> {
              while (true) {
                Request request = connection.readRequest();
                answer.await();
                connection.replyTo(request);
              }
            })) {
      var component = context().getComponent("livedesk", LiveDeskComponent.class);
      component.setMaxConnections(2);
      AsyncProducer producer =
          context().getEndpoint(TO_141 + "&baseUrl=" + server.url()).createAsyncProducer();
      producer.start();
      var ended = new AtomicInteger();
      for (int i = 0; i < 5; i++) {
        var exchange = new DefaultExchange(context());
        exchange.getMessage().setBody("hello");
        producer.process(exchange, doneSync -> ended.incrementAndGet());
      }
      await().until(() -> server.requests() == 2);

      // A pool thread begins the five: the server may have two before the others wait.
      await()
          .untilAsserted(
              () ->
                  assertThat(jmx())
                      .contains(
                          entry("InFlight", 5L),
                          entry("ConnectionsLeased", 2),
                          entry("ConnectionsPending", 3),
                          entry("ConnectionsAvailable", 0)));

      answer.countDown();
      await().until(() -> ended.get() == 5);
      await()
          .untilAsserted(
              () ->
                  assertThat(jmx())
                      .contains(
                          entry("Sent", 5L),
                          entry("InFlight", 0L),
                          entry("ConnectionsLeased", 0),
                          entry("ConnectionsPending", 0),
                          entry("ConnectionsAvailable", 2)));
      producer.stop();
    }
  }

  @Test
  void countsGoOnWhereTheComponentWasStoppedAndTheRestIsZero() throws Exception {
    sent(TO_141, "hello");
    var component = context().getComponent("livedesk");
    component.stop();
    send(TO_141, "hello");

    assertThat(jmx())
        .contains(
            entry("Sent", 1L),
            entry("FailedNotSent", 1L),
            entry("RetryBudget", 0),
            entry("ConnectionsAvailable", 0));

    component.start();
    sent(TO_141, "hello");
    assertThat(jmx()).contains(entry("Sent", 2L), entry("RetryBudget", 100));
  }

  @Test
  void theDevConsoleShowsTheSameNumbersForEachComponent() throws Exception {
    var other = new LiveDeskComponent();
    context().addComponent("second", other);
    sent(TO_141, "hello");
    send(TO_141, " ");

    assertThat(consoleComponents()).hasSize(2);
    Map<String, Object> expected = new LinkedHashMap<>();
    expected.put("component", "livedesk");
    jmx().forEach((name, value) -> expected.put(decapitalized(name), value));
    assertThat(consoleComponents().get(0)).isEqualTo(expected);

    assertThat((String) console().call(MediaType.TEXT, Map.of()))
        .contains("component: livedesk", "sent: 1", "failedNotSent: 1", "component: second");
  }

  private static String decapitalized(String name) {
    return Character.toLowerCase(name.charAt(0)) + name.substring(1);
  }
}
