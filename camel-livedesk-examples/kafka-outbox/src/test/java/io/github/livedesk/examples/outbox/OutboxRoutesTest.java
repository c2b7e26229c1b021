// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.examples.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.livedesk.camel.simulator.DropMoment;
import io.github.livedesk.camel.simulator.LiveDeskSimulator;
import io.github.livedesk.camel.simulator.SimulatedConversation;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.camel.main.Main;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of single orders; all in one partition, so that each waits for the one before. */
class OutboxRoutesTest {

  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private static Broker broker;
  private static LiveDeskSimulator livedesk;
  private static Main worker;
  private static OrderFeed feed;
  private static int conversations;

  private final String conversation = "c" + ++conversations;
  private final SimulatedConversation simulated = livedesk.conversation(conversation);

  @BeforeAll
  static void start() throws Exception {
    livedesk = LiveDeskSimulator.start();
    broker = Broker.start(1);
    feed = new OrderFeed(broker.address());
    worker = new Main();
    worker.configure().addRoutesBuilder(new OutboxRoutes());
    livedesk
        .properties()
        .forEach((name, value) -> worker.addOverrideProperty(name.toString(), value.toString()));
    worker.addOverrideProperty("camel.component.kafka.brokers", broker.address());
    worker.addOverrideProperty("camel.component.livedesk.backoff-delay", "1ms");
    worker.addOverrideProperty("outbox.consumers", "1");
    worker.addOverrideProperty("outbox.redelivery-delay", "1");
    worker.start();
  }

  @AfterAll
  static void stop() {
    worker.stop();
    feed.close();
    broker.close();
    livedesk.close();
  }

  @BeforeEach
  void forget() {
    livedesk.reset();
  }

  private void texts(String... orderIds) {
    for (String orderId : orderIds) {
      feed.text(conversation, orderId);
    }
  }

  private void awaitTexts(String... texts) {
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(simulated.texts()).containsExactly(texts));
  }

  /** The record of an order, once it is there. */
  private static ConsumerRecord<String, String> putAside(String topic, String value) {
    return await()
        .atMost(PATIENCE)
        .until(
            () -> broker.records(topic).stream().filter(it -> value.equals(it.value())).toList(),
            found -> found.size() == 1)
        .get(0);
  }

  private static String header(ConsumerRecord<String, String> record, String name) {
    return new String(record.headers().lastHeader(name).value(), UTF_8);
  }

  private static String order(String conversation, String orderId) {
    return "{\"orderId\":\"%s\",\"conversationId\":\"%s\",\"text\":\"%s\"}"
        .formatted(orderId, conversation, orderId);
  }

  @Test
  void anOrderThatIsFedTwiceIsSentOnce() {
    texts("once-1", "once-2", "once-1", "once-3");

    awaitTexts("once-1", "once-2", "once-3");
  }

  @Test
  void aTemplateIsSent() {
    feed.json(
        conversation,
        """
        {"orderId":"template-1","conversationId":"%s","template":{"content":"Your order has news.",
        "template_params":{"name":"order_update","language":"en_US",
        "processed_params":{"1":"Ann"}}}}"""
            .formatted(conversation));

    await().atMost(PATIENCE).until(() -> simulated.messages().size() == 1);
    assertThat(simulated.lastMessage().templateName()).isEqualTo("order_update");
    assertThat(simulated.lastMessage().templateParameters()).containsEntry("1", "Ann");
  }

  @Test
  void whileLiveDeskRefusesToTakeMoreTheOrderWaitsAndSoDoTheOthers() {
    IntStream.range(0, 8).forEach(i -> simulated.answer(429, Duration.ZERO));
    simulated.answer(401).answer(503, Duration.ZERO);

    texts("limited-1", "limited-2");

    awaitTexts("limited-1", "limited-2");
    assertThat(livedesk.requests()).hasSize(12);
  }

  @Test
  void anOrderIsReadAgainWhereNoWaitWasLongEnough() {
    // Three attempts at each of six sends, twice.
    IntStream.range(0, 36).forEach(i -> simulated.answer(429, Duration.ZERO));

    texts("again-1", "again-2");

    awaitTexts("again-1", "again-2");
  }

  @Test
  void whatMayHaveBeenSentIsPutAsideAndNotSentAgain() {
    simulated.dropConnection(DropMoment.BEFORE_STORING);

    texts("unknown-1", "unknown-2", "unknown-1");

    awaitTexts("unknown-2");
    var record = putAside(Broker.UNKNOWN, order(conversation, "unknown-1"));
    assertThat(record.key()).isEqualTo(conversation);
    assertThat(header(record, "outcome")).isEqualTo("UNKNOWN");
    assertThat(header(record, "reason")).contains("text").contains(conversation);
    texts("unknown-3");
    awaitTexts("unknown-2", "unknown-3");
  }

  @Test
  void whatLiveDeskRefusesForGoodIsPutAside() {
    simulated.answer(404).failNext(1, "131026: Message undeliverable");

    texts("refused-1", "refused-2", "refused-3");

    awaitTexts("refused-2", "refused-3");
    assertThat(header(putAside(Broker.FAILED, order(conversation, "refused-1")), "outcome"))
        .isEqualTo("REJECTED");
    var failed = putAside(Broker.FAILED, order(conversation, "refused-2"));
    assertThat(header(failed, "outcome")).isEqualTo("ACCEPTED");
    assertThat(header(failed, "reason")).contains("131026");
  }

  @Test
  void whatIsNoOrderIsPutAside() {
    List<String> wrong =
        List.of(
            "no JSON",
            "{\"orderId\":\"\",\"conversationId\":\"1\",\"text\":\"a\"}",
            "{\"orderId\":\"both-none\",\"conversationId\":\"1\"}",
            order("another", "wrong-key"));
    wrong.forEach(json -> feed.json(conversation, json));
    texts("after-wrong");

    awaitTexts("after-wrong");
    assertThat(wrong)
        .allSatisfy(
            json ->
                assertThat(header(putAside(Broker.FAILED, json), "outcome")).isEqualTo("NOT_SENT"));
    assertThat(header(putAside(Broker.FAILED, wrong.get(2)), "reason"))
        .contains("text, template: takes one of them, found none");
  }

  @Test
  void anEmptyRecordStopsNothing() {
    feed.json(conversation, null);
    texts("after-nothing");

    awaitTexts("after-nothing");
  }
}
