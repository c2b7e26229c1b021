package io.github.livedesk.examples.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import io.github.livedesk.camel.simulator.DropMoment;
import io.github.livedesk.camel.simulator.LiveDeskSimulator;
import io.github.livedesk.camel.simulator.LiveDeskSimulatorExtension;
import io.github.livedesk.camel.simulator.SimulatedConversation;
import io.github.livedesk.camel.simulator.StoredMessage;
import java.time.Duration;
import java.util.Properties;
import org.apache.camel.main.Main;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(LiveDeskSimulatorExtension.class)
class MailToConversationTest {

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final LiveDeskSimulator livedesk;
  private final SimulatedConversation conversation;
  private final GreenMail mail = MailToConversationMain.startMailServer();
  private Main main;

  MailToConversationTest(LiveDeskSimulator livedesk) {
    this.livedesk = livedesk;
    this.conversation = livedesk.conversation(141);
  }

  @BeforeEach
  void start() throws Exception {
    Properties options = livedesk.properties();
    options.setProperty("mail.delay", "100");
    options.setProperty("camel.component.livedesk.backoff-delay", "1");
    main = MailToConversationMain.start(mail, options);
  }

  @AfterEach
  void stop() {
    main.stop();
    mail.stop();
  }

  private void write(String subject) {
    MailToConversationMain.write(mail, subject, "Please stick it on.", "label.txt");
  }

  private void awaitMailIn(String folder) {
    await()
        .atMost(PATIENCE)
        .until(
            () -> {
              MailFolder found =
                  mail.getManagers()
                      .getImapHostManager()
                      .getFolder(
                          mail.getUserManager().getUser(MailToConversationMain.USER), folder);
              return found != null && found.getMessageCount() == 1;
            });
  }

  @Test
  void aMailWithAttachmentBecomesANote() {
    write("Label for order 4711 [#141]");

    await().atMost(PATIENCE).until(() -> !conversation.messages().isEmpty());
    StoredMessage note = conversation.lastMessage();
    assertThat(note.privateNote()).isTrue();
    assertThat(note.content()).isEqualTo("Please stick it on.");
    assertThat(note.attachment("label.txt").text()).isEqualTo("00340434161094015902");
  }

  @Test
  void aMailWithoutAttachmentBecomesANoteToo() {
    GreenMailUtil.sendTextEmail(
        MailToConversationMain.USER,
        "carrier@parcels.example",
        "Order 4711 [#141]",
        "It is at the depot.",
        mail.getSmtp().getServerSetup());

    await().atMost(PATIENCE).until(() -> !conversation.messages().isEmpty());
    assertThat(conversation.lastMessage().content().strip()).isEqualTo("It is at the depot.");
    assertThat(conversation.lastMessage().privateNote()).isTrue();
  }

  @Test
  void aMailIsSentOnce() {
    write("First [#141]");
    await().atMost(PATIENCE).until(() -> conversation.messages().size() == 1);

    write("Second [#142]");
    await().atMost(PATIENCE).until(() -> livedesk.conversation(142).messages().size() == 1);

    assertThat(conversation.messages()).hasSize(1);
  }

  @Test
  void aMailThatNamesNoConversationIsKeptApart() {
    write("Label for order 4711");

    awaitMailIn("NO_CONVERSATION");
    assertThat(livedesk.requests()).isEmpty();
  }

  @Test
  void aMailThatLiveDeskRefusesIsKeptApart() {
    conversation.answer(422);

    write("Label for order 4711 [#141]");

    awaitMailIn("REJECTED");
    assertThat(livedesk.requests()).hasSize(1);
  }

  @Test
  void aMailThatMayHaveArrivedIsKeptApartAndSentOnce() {
    conversation.dropConnection(DropMoment.AFTER_STORING);

    write("Label for order 4711 [#141]");

    awaitMailIn("UNKNOWN");
    assertThat(conversation.messages()).hasSize(1);
  }

  @Test
  void aLiveDeskThatIsBusyGetsTheMailWithALaterPoll() {
    for (int i = 0; i < 4; i++) {
      conversation.answer(429);
    }

    write("Label for order 4711 [#141]");

    await().atMost(PATIENCE).until(() -> !conversation.messages().isEmpty());
    assertThat(livedesk.requests()).hasSize(5);
  }
}
