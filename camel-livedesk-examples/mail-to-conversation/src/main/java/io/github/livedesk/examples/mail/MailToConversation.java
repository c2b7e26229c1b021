// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.examples.mail;

import io.github.livedesk.camel.model.failure.LiveDeskException;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mail.MailConstants;

/**
 * Each new mail becomes a note in the conversation that its subject names, such as "Label for order
 * 4711 [#141]", with its attachments.
 */
public class MailToConversation extends RouteBuilder {

  @Override
  public void configure() {
    // Surely not sent, and what is in the way may pass: the mail stays new, and is read again.
    onException(LiveDeskException.class)
        .onWhen(simple("${exception.outcome} in 'NOT_SENT,REJECTED' && ${exception.transient}"))
        .handled(false);

    // For good, or perhaps sent: a person has to look, in the mail folder of that name.
    onException(LiveDeskException.class)
        .handled(true)
        .setHeader(MailConstants.MAIL_MOVE_TO, simple("${header.CamelLiveDeskOutcome}"));

    from("imap://{{mail.server}}?username={{mail.user}}&password=RAW({{mail.password}})"
            + "&unseen=true&delay={{mail.delay:60000}}"
            // Names as people read them. Pictures of one name, and those without, come along too.
            + "&decodeFilename=true&handleDuplicateAttachmentNames=uuidSuffix"
            + "&generateMissingAttachmentNames=uuid")
        .routeId("mail to note")
        .setHeader("CamelLiveDeskConversationId", method(Subject.class, "conversationId"))
        .choice()
        .when(header("CamelLiveDeskConversationId").isNull())
        .setHeader(MailConstants.MAIL_MOVE_TO, constant("NO_CONVERSATION"))
        .otherwise()
        // The mail's text, of all its parts.
        .convertBodyTo(String.class)
        // Anyone can write a mail: what comes in is for the agents to pass on.
        .to("livedesk:messages?private=true")
        .end();
  }
}
