// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.examples.mail;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import io.github.livedesk.camel.simulator.DropMoment;
import io.github.livedesk.camel.simulator.LiveDeskSimulator;
import io.github.livedesk.camel.simulator.LiveDeskSimulatorExtension;
import io.github.livedesk.camel.simulator.SimulatedConversation;
import io.github.livedesk.camel.simulator.StoredAttachment;
import io.github.livedesk.camel.simulator.StoredMessage;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
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

  private static MimeBodyPart picture(String disposition, String bytes) throws MessagingException {
    var headers = new InternetHeaders();
    headers.addHeader("Content-Type", "image/png");
    headers.addHeader("Content-Transfer-Encoding", "base64");
    headers.addHeader("Content-Disposition", disposition);
    return new MimeBodyPart(headers, Base64.getMimeEncoder().encode(bytes.getBytes(UTF_8)));
  }

  @Test
  void allAttachmentsComeAlongWithNamesThatPeopleCanRead() throws Exception {
    var text = new MimeBodyPart();
    text.setText("Please look at these.");
    var parts =
        new MimeMultipart(
            text,
            // As older mail programs write it, and as RFC 2231 has it.
            picture("attachment; filename=\"=?UTF-8?B?6YGL5ZauLnBuZw==?=\"", "1"),
            picture("attachment; filename*=UTF-8''M%C3%BCller.png", "2"),
            picture("inline; filename=image001.png", "3"),
            picture("inline; filename=image001.png", "4"),
            picture("attachment", "5"));
    var message = new MimeMessage(GreenMailUtil.getSession(mail.getSmtp().getServerSetup()));
    message.setFrom("carrier@parcels.example");
    message.setRecipients(Message.RecipientType.TO, MailToConversationMain.USER);
    message.setSubject("Order 4711 [#141]");
    message.setContent(parts);
    GreenMailUtil.sendMimeMessage(message);

    await().atMost(PATIENCE).until(() -> !conversation.messages().isEmpty());
    List<StoredAttachment> files = conversation.lastMessage().attachments();
    assertThat(files)
        .extracting(StoredAttachment::text)
        .containsExactlyInAnyOrder("1", "2", "3", "4", "5");
    List<String> names = files.stream().map(StoredAttachment::fileName).toList();
    assertThat(names).doesNotHaveDuplicates().contains("運單.png", "Müller.png");
    assertThat(names).filteredOn(name -> name.matches("image001.*[.]png")).hasSize(2);
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
