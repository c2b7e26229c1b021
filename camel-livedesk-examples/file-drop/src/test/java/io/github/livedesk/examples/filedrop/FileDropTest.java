// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.examples.filedrop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.livedesk.camel.simulator.DropMoment;
import io.github.livedesk.camel.simulator.LiveDeskSimulator;
import io.github.livedesk.camel.simulator.LiveDeskSimulatorExtension;
import io.github.livedesk.camel.simulator.SimulatedConversation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Properties;
import org.apache.camel.main.Main;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(LiveDeskSimulatorExtension.class)
class FileDropTest {

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final LiveDeskSimulator livedesk;
  private final SimulatedConversation conversation;
  @TempDir private Path folder;
  private Main main;

  FileDropTest(LiveDeskSimulator livedesk) {
    this.livedesk = livedesk;
    this.conversation = livedesk.conversation(141);
  }

  @BeforeEach
  void start() throws Exception {
    Properties options = livedesk.properties();
    options.setProperty("drop.delay", "50");
    options.setProperty("drop.redelivery-delay", "10");
    options.setProperty("camel.component.livedesk.backoff-delay", "1");
    main = FileDropMain.start(folder, options);
  }

  @AfterEach
  void stop() {
    main.stop();
  }

  private void drop(String name) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, "1 parcel, 4.90 EUR");
  }

  private void awaitFile(String name) {
    await().atMost(PATIENCE).until(() -> Files.exists(folder.resolve(name)));
  }

  @Test
  void aFileGoesToTheConversationOfItsFolder() throws Exception {
    drop("141/offer.txt");

    awaitFile(".sent/141/offer.txt");
    assertThat(conversation.attachments())
        .singleElement()
        .satisfies(file -> assertThat(file.fileName()).isEqualTo("offer.txt"))
        .satisfies(file -> assertThat(file.text()).isEqualTo("1 parcel, 4.90 EUR"));
  }

  @Test
  void aFileThatCanNotBeSentIsKeptApart() throws Exception {
    drop("no number/offer.txt");

    awaitFile(".failed/NOT_SENT/no number/offer.txt");
    assertThat(livedesk.requests()).isEmpty();
  }

  @Test
  void aFileThatLiveDeskRefusesIsKeptApart() throws Exception {
    conversation.answer(422);

    drop("141/offer.txt");

    awaitFile(".failed/REJECTED/141/offer.txt");
    assertThat(livedesk.requests()).hasSize(1);
  }

  @Test
  void aFileThatMayHaveArrivedIsKeptApartAndSentOnce() throws Exception {
    conversation.dropConnection(DropMoment.AFTER_STORING);

    drop("141/offer.txt");

    awaitFile(".failed/UNKNOWN/141/offer.txt");
    assertThat(conversation.messages()).hasSize(1);
    assertThat(livedesk.requests()).hasSize(1);
  }

  @Test
  void aLiveDeskThatIsBusyForLongGetsTheFileInTheEnd() throws Exception {
    // More than one send tries by itself.
    for (int i = 0; i < 5; i++) {
      conversation.answer(429);
    }

    drop("141/offer.txt");

    awaitFile(".sent/141/offer.txt");
    assertThat(conversation.attachments()).hasSize(1);
    assertThat(livedesk.requests()).hasSize(6);
  }
}
