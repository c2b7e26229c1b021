// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.examples.mail;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.MINUTES;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import com.icegreen.greenmail.util.ServerSetupTest;
import io.github.livedesk.camel.simulator.LiveDeskSimulator;
import java.util.Properties;
import org.apache.camel.builder.NotifyBuilder;
import org.apache.camel.main.Main;

/** Writes a mail with an attachment to a mail server of its own, and prints what LiveDesk got. */
public final class MailToConversationMain {

  static final String USER = "desk@shop.example";
  static final String PASSWORD = "password of the demonstration";

  private MailToConversationMain() {}

  public static void main(String[] args) throws Exception {
    GreenMail mail = startMailServer();
    try (var livedesk = LiveDeskSimulator.start()) {
      write(mail, "Label for order 4711 [#141]", "Please stick it on.", "label.txt");
      Main main = start(mail, livedesk.properties());
      try {
        new NotifyBuilder(main.getCamelContext()).whenDone(1).create().matches(1, MINUTES);
      } finally {
        main.stop();
      }
      livedesk
          .messages("141")
          .forEach(
              note ->
                  System.out.println(
                      "Conversation 141, agents only: "
                          + note.content()
                          + " ["
                          + note.attachments().get(0).fileName()
                          + "]"));
    } finally {
      mail.stop();
    }
  }

  static GreenMail startMailServer() {
    var mail =
        new GreenMail(
            new ServerSetup[] {
              ServerSetupTest.SMTP.dynamicPort(), ServerSetupTest.IMAP.dynamicPort()
            });
    mail.start();
    mail.setUser(USER, PASSWORD);
    return mail;
  }

  /**
   * Sends a mail to the desk.
   *
   * @param attachment the name of its attachment
   */
  static void write(GreenMail mail, String subject, String text, String attachment) {
    GreenMailUtil.sendAttachmentEmail(
        USER,
        "carrier@parcels.example",
        subject,
        text,
        "00340434161094015902".getBytes(UTF_8),
        "text/plain",
        attachment,
        "label",
        mail.getSmtp().getServerSetup());
  }

  static Main start(GreenMail mail, Properties options) throws Exception {
    var main = new Main();
    main.configure().addRoutesBuilder(new MailToConversation());
    main.addInitialProperty("mail.server", "127.0.0.1:" + mail.getImap().getPort());
    main.addInitialProperty("mail.user", USER);
    main.addInitialProperty("mail.password", PASSWORD);
    options.forEach((name, value) -> main.addInitialProperty("" + name, "" + value));
    main.start();
    return main;
  }
}
