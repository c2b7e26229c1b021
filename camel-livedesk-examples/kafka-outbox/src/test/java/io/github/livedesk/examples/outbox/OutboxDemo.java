// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.examples.outbox;

import static org.awaitility.Awaitility.await;

import io.github.livedesk.camel.simulator.DropMoment;
import io.github.livedesk.camel.simulator.LiveDeskSimulator;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Runs all of it on this machine: a broker, a simulated LiveDesk that refuses two requests in a
 * hundred and loses the answer to one, and two workers that send a thousand orders.
 */
public final class OutboxDemo {

  private static final int ORDERS = 1_000;
  private static final int CONVERSATIONS = 50;

  private OutboxDemo() {}

  public static void main(String[] args) throws Exception {
    Path folder = Files.createTempDirectory("kafka-outbox");
    try (var broker = Broker.start(64);
        var livedesk = LiveDeskSimulator.start();
        var first = WorkerProcess.start(folder.resolve("worker-1.txt"), broker, livedesk);
        var second = WorkerProcess.start(folder.resolve("worker-2.txt"), broker, livedesk)) {
      livedesk.every(50).answer(429, Duration.ofSeconds(1));
      livedesk.every(100).dropConnection(DropMoment.AFTER_STORING);
      System.out.println("Kafka at " + broker.address() + ", LiveDesk at " + livedesk.url());
      try (var feed = new OrderFeed(broker.address())) {
        for (int i = 0; i < ORDERS; i++) {
          feed.text("c" + i % CONVERSATIONS, "order-" + i);
        }
      }
      await()
          .atMost(Duration.ofMinutes(5))
          .failFast("a worker has ended", () -> !first.isRunning() || !second.isRunning())
          .until(() -> broker.done() == ORDERS);
      System.out.printf(
          "%d orders, %d messages in %d conversations; %d of unknown outcome, %d failed%n",
          ORDERS,
          livedesk.conversationIds().stream().mapToInt(id -> livedesk.messages(id).size()).sum(),
          livedesk.conversationIds().size(),
          broker.records(Broker.UNKNOWN).size(),
          broker.records(Broker.FAILED).size());
      System.out.println("Conversation c0: " + livedesk.conversation("c0").texts());
    }
  }
}
