// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.operation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.livedesk.camel.LiveDeskConstants;
import io.github.livedesk.camel.simulator.LiveDeskSimulator;
import io.github.livedesk.camel.simulator.StoredMessage;
import io.github.livedesk.camel.testing.SimulatorTestSupport;
import java.io.ByteArrayInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** One endpoint, many threads: every file arrives once, with its own bytes and caption. */
@Tag("slow")
class ManyAttachmentsTest extends SimulatorTestSupport {

  private static final int THREADS = 16;
  private static final int COUNT = 3000;

  ManyAttachmentsTest(LiveDeskSimulator livedesk) {
    super(livedesk);
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JVM has it", e);
    }
  }

  @Test
  void eachArrivesOnceWithItsOwnBytesAndCaption() throws Exception {
    Map<String, String> hashesByCaption = new ConcurrentHashMap<>();
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      List<Future<?>> sends = new ArrayList<>();
      for (int i = 0; i < COUNT; i++) {
        int number = i;
        sends.add(
            threads.submit(
                () -> {
                  var random = new Random(number);
                  byte[] bytes = new byte[random.nextInt(50_000)];
                  random.nextBytes(bytes);
                  String caption = "caption " + number;
                  hashesByCaption.put(caption, sha256(bytes));
                  Object body = number % 2 == 0 ? bytes : new ByteArrayInputStream(bytes);
                  Map<String, Object> headers = Map.of(LiveDeskConstants.CONTENT, caption);
                  sent(TO_141 + "&op=attachment", body, headers);
                }));
      }
      for (Future<?> send : sends) {
        send.get();
      }
    } finally {
      threads.shutdown();
    }

    List<StoredMessage> arrived = livedesk.messages("141");
    assertThat(arrived).hasSize(COUNT);
    assertThat(arrived)
        .allSatisfy(
            message -> {
              assertThat(message.attachments()).hasSize(1);
              assertThat(sha256(message.attachments().get(0).bytes()))
                  .isEqualTo(hashesByCaption.remove(message.content()));
            });
    assertThat(hashesByCaption).isEmpty();
  }
}
