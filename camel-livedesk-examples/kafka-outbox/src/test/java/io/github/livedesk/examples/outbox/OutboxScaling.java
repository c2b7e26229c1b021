// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.examples.outbox;

import static org.awaitility.Awaitility.await;

import io.github.livedesk.camel.simulator.LiveDeskSimulator;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/** Prints how many orders a second one, two and four workers send, where each send takes 50 ms. */
public final class OutboxScaling {

  private static final int CONSUMERS = 16;
  private static final int PARTITIONS = 64;
  private static final int CONVERSATIONS = 2_000;
  private static final int FED = 7_000;
  private static final int BEFORE = 1_000;
  private static final int MEASURED = 3_000;

  private OutboxScaling() {}

  public static void main(String[] args) throws Exception {
    System.out.printf(
        "%d processors, Java %s, %d consumers a worker%n",
        Runtime.getRuntime().availableProcessors(), Runtime.version().feature(), CONSUMERS);
    for (int workers : new int[] {1, 2, 4}) {
      System.out.printf("%d worker(s): %.0f orders/s%n", workers, rate(workers));
    }
  }

  /** Numbers of orders are for each worker, so that each rate is taken over the same time. */
  private static double rate(int workers) throws Exception {
    Path folder = Files.createTempDirectory("kafka-outbox");
    List<WorkerProcess> running = new ArrayList<>();
    try (var broker = Broker.start(PARTITIONS);
        var livedesk = LiveDeskSimulator.start()) {
      livedesk.every(1).delay(Duration.ofMillis(50));
      for (int i = 0; i < workers; i++) {
        running.add(WorkerProcess.start(folder.resolve(i + ".txt"), broker, livedesk));
      }
      awaitThat(() -> broker.members().size() == workers * CONSUMERS);
      awaitThat(() -> broker.assigned(any -> true).size() == PARTITIONS);
      try (var feed = new OrderFeed(broker.address())) {
        for (int i = 0; i < workers * FED; i++) {
          feed.text("c" + i % CONVERSATIONS, "order-" + i);
        }
      }
      awaitThat(() -> broker.done() >= (long) workers * BEFORE);
      long first = broker.done();
      long began = System.nanoTime();
      awaitThat(() -> broker.done() >= first + (long) workers * MEASURED);
      long nanos = System.nanoTime() - began;
      return (broker.done() - first) * 1e9 / nanos;
    } finally {
      running.forEach(WorkerProcess::close);
    }
  }

  private static void awaitThat(Callable<Boolean> condition) {
    await().atMost(Duration.ofMinutes(5)).until(condition);
  }
}
