// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.examples.outbox;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.livedesk.camel.simulator.DropMoment;
import io.github.livedesk.camel.simulator.LiveDeskSimulator;
import io.github.livedesk.camel.simulator.StoredMessage;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two workers, a LiveDesk that refuses and resets, and a SIGKILL in the middle. */
class OutboxIT {

  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final int PARTITIONS = 64;
  private static final int CONSUMERS = 16;
  private static final int CONVERSATIONS = 500;
  private static final int ORDERS = 20_000;

  @TempDir Path folder;

  @Test
  void nothingIsLostAndOnlyWhatWasInFlightAtTheKillIsRepeated() throws Exception {
    try (var broker = Broker.start(PARTITIONS);
        var livedesk = LiveDeskSimulator.start()) {
      livedesk.every(1).delay(Duration.ofMillis(5));
      livedesk.every(50).answer(429, Duration.ZERO);
      livedesk.every(200).dropConnection(DropMoment.BEFORE_STORING);
      livedesk.every(200).dropConnection(DropMoment.AFTER_STORING);
      Map<String, RecordMetadata> fed = feed(broker);

      Set<TopicPartition> orphaned;
      Map<TopicPartition, Long> committed;
      try (var survivor = start("survivor", broker, livedesk)) {
        Set<String> survivors = membersOnceThereAre(CONSUMERS, broker, survivor);
        try (var victim = start("victim", broker, livedesk)) {
          membersOnceThereAre(2 * CONSUMERS, broker, victim);
          awaitDone(ORDERS / 2, broker);
          // None are told while partitions are on the move.
          orphaned =
              await()
                  .atMost(PATIENCE)
                  .until(
                      () -> broker.assigned(member -> !survivors.contains(member)),
                      partitions -> !partitions.isEmpty());

          victim.kill();

          committed = broker.committed();
          assertThat(broker.members()).as("nobody has taken over yet").hasSize(2 * CONSUMERS);
        }
        awaitDone(ORDERS, broker);
        assertThat(survivor.stop()).as(survivor.printed()).isEqualTo(143);
      }

      Set<String> inFlight = inFlight(fed, orphaned, committed);
      check(broker, livedesk, fed.keySet(), inFlight);
    }
  }

  private WorkerProcess start(String name, Broker broker, LiveDeskSimulator livedesk) {
    return WorkerProcess.start(folder.resolve(name + ".txt"), broker, livedesk);
  }

  private static Map<String, RecordMetadata> feed(Broker broker) throws Exception {
    try (var feed = new OrderFeed(broker.address())) {
      for (int i = 0; i < ORDERS; i++) {
        String conversation = "c" + i % CONVERSATIONS;
        feed.text(conversation, conversation + "-" + i / CONVERSATIONS);
      }
      return feed.places();
    }
  }

  private static Set<String> membersOnceThereAre(int count, Broker broker, WorkerProcess newest) {
    Set<String> members = new HashSet<>();
    await()
        .atMost(PATIENCE)
        .failFast("a worker has ended", () -> !newest.isRunning())
        .untilAsserted(
            () -> {
              assertThat(broker.assigned(any -> true)).hasSize(PARTITIONS);
              members.clear();
              members.addAll(broker.members());
              assertThat(members).hasSize(count);
            });
    return members;
  }

  private static void awaitDone(int orders, Broker broker) {
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(broker.done()).isGreaterThanOrEqualTo(orders));
  }

  /** Of each orphaned partition only the order after the last committed one can be in flight. */
  private static Set<String> inFlight(
      Map<String, RecordMetadata> fed,
      Set<TopicPartition> orphaned,
      Map<TopicPartition, Long> committed) {
    return fed.entrySet().stream()
        .filter(
            entry -> {
              RecordMetadata at = entry.getValue();
              var partition = new TopicPartition(at.topic(), at.partition());
              return orphaned.contains(partition)
                  && committed.getOrDefault(partition, 0L) == at.offset();
            })
        .map(Map.Entry::getKey)
        .collect(toSet());
  }

  private static void check(
      Broker broker, LiveDeskSimulator livedesk, Set<String> fed, Set<String> inFlight)
      throws Exception {
    Set<String> unknown =
        broker.records(Broker.UNKNOWN).stream().map(it -> orderId(it.value())).collect(toSet());
    Set<String> stored = new HashSet<>();
    List<String> repeated = new ArrayList<>();
    for (int conversation = 0; conversation < CONVERSATIONS; conversation++) {
      String id = "c" + conversation;
      List<String> once = new ArrayList<>();
      for (StoredMessage message : livedesk.messages(id)) {
        if (stored.add(message.content())) {
          once.add(message.content());
        } else {
          // A repeat stands directly after its first: nothing overtook it.
          assertThat(message.content()).isEqualTo(once.get(once.size() - 1));
          repeated.add(message.content());
        }
      }
      assertThat(once)
          .as("order within conversation %s", id)
          .isEqualTo(
              IntStream.range(0, ORDERS / CONVERSATIONS)
                  .mapToObj(number -> id + "-" + number)
                  .filter(stored::contains)
                  .toList());
    }
    System.out.printf(
        "%d orders: %d in conversations, %d of unknown outcome, %d of those stored; "
            + "in flight at the kill %d, repeated %d%n",
        ORDERS,
        stored.size(),
        unknown.size(),
        unknown.stream().filter(stored::contains).count(),
        inFlight.size(),
        repeated.size());

    Set<String> accountedFor = new HashSet<>(stored);
    accountedFor.addAll(unknown);
    assertThat(accountedFor).as("nothing lost").isEqualTo(fed);
    assertThat(repeated).as("repeats").doesNotHaveDuplicates();
    assertThat(inFlight).as("in flight at the kill").containsAll(repeated);
    assertThat(repeated).as("one for each consumer").hasSizeLessThanOrEqualTo(CONSUMERS);
    assertThat(unknown.size()).isBetween(ORDERS / 100 - 20, ORDERS / 100 + 50);
    assertThat(unknown)
        .as("lost before they were stored, and not tried again")
        .matches(all -> !stored.containsAll(all));
    assertThat(broker.records(Broker.FAILED)).isEmpty();
  }

  private static String orderId(String json) {
    return json.replaceAll("\\{\"orderId\":\"(.*?)\".*", "$1");
  }
}
