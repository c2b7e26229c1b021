// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.binding;

import io.github.livedesk.camel.binding.AttachmentMark.Standing;
import io.github.livedesk.camel.client.api.MessageRequest.SendFiles;
import io.github.livedesk.camel.model.LiveDeskOperation;
import io.github.livedesk.camel.model.failure.LiveDeskRequestException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.attachment.Attachment;
import org.apache.camel.attachment.AttachmentMessage;

/**
 * The attachments of a Camel message that belong to a send. They stay on the message when the body
 * is replaced, and each copy of an exchange gets them anew: an attachment that was sent must not go
 * along with the next message by itself, for the first may have been a note for agents and the next
 * may be for the customer.
 */
final class CamelAttachments {

  private static final String FIELD = "attachments";

  private final ExchangeOptions reader;
  private Map<String, Attachment> due;

  CamelAttachments(ExchangeOptions reader) {
    this.reader = reader;
  }

  /** All of a message by their ids; empty where there is none. */
  static Map<String, Attachment> all(Exchange exchange) {
    var message = exchange.getMessage(AttachmentMessage.class);
    // Asked first, since Camel makes room for attachments where one looks at them.
    return message == null || !message.hasAttachments() ? Map.of() : message.getAttachmentObjects();
  }

  /**
   * Those to send, by their ids: what was not sent before, but all where the route says {@code
   * op=attachment}.
   *
   * @throws LiveDeskRequestException where one must not go by itself
   */
  Map<String, Attachment> due() {
    if (due == null) {
      due = reader.options().ignoreAttachments() ? Map.of() : find();
    }
    return due;
  }

  private Map<String, Attachment> find() {
    Map<String, Attachment> all = all(reader.exchange());
    if (all.isEmpty() || isAskedFor()) {
      return all;
    }
    boolean asNote = MessageFields.isNote(reader);
    var found = new LinkedHashMap<String, Attachment>();
    all.forEach(
        (id, attachment) -> {
          Standing standing = AttachmentMark.of(attachment).standing(reader.exchange(), asNote);
          if (standing != Standing.SENT) {
            refuse(id, attachment, standing);
            found.put(id, attachment);
          }
        });
    return found;
  }

  /** Whether the route itself wants them to go, whatever became of them before. */
  private boolean isAskedFor() {
    return LiveDeskOperation.attachment.name().equals(reader.options().op());
  }

  private void refuse(String id, Attachment attachment, Standing standing) {
    String whose =
        switch (standing) {
          case FREE -> null;
          case OF_A_NOTE -> "one that was meant for a private note, ";
          case SENT, ON_ITS_WAY -> "one that a copy of this exchange sends at the same time, ";
        };
    if (whose != null) {
      throw reader.wrong(
          FIELD,
          whose + FileNaming.shown(id, attachment),
          "what is new; op=attachment in the URI sends it here too, ignoreAttachments=true leaves"
              + " it aside");
    }
  }

  /**
   * For what goes without attachments.
   *
   * @throws LiveDeskRequestException where one would be lost
   */
  void refuseAny(LiveDeskOperation operation) {
    Map<String, Attachment> lost = due();
    if (!lost.isEmpty()) {
      throw reader.wrong(
          FIELD,
          lost.size() + " of the Camel message that would be lost: " + FileNaming.shown(lost),
          "none with op="
              + operation
              + "; op=attachment sends them, ignoreAttachments=true leaves"
              + " them aside");
    }
  }

  /**
   * Marks those of a request as on their way.
   *
   * @throws LiveDeskRequestException where a copy of the exchange was faster
   */
  void begin(SendFiles request) {
    due()
        .forEach(
            (id, attachment) -> {
              Standing before =
                  AttachmentMark.of(attachment).begin(reader.exchange(), request, isAskedFor());
              if (before != Standing.FREE) {
                SentAttachments.end(request);
                refuse(id, attachment, before);
              }
            });
  }

  /** Where a send is refused that was to be a note: what hangs on its message is for agents. */
  void keepFromCustomer() {
    if (!reader.options().ignoreAttachments() && MessageFields.isNote(reader)) {
      all(reader.exchange()).values().forEach(it -> AttachmentMark.of(it).meantForNote());
    }
  }
}
