// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.binding;

import io.github.livedesk.camel.client.api.MessageRequest;
import io.github.livedesk.camel.model.FilePart;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.attachment.Attachment;
import org.apache.camel.attachment.AttachmentMessage;

/** What becomes of the attachments of a Camel message by the end of a send. */
final class SentAttachments {

  private SentAttachments() {}

  /** After a success: takes the attachments that were sent off the message. */
  static void succeed(Exchange exchange, MessageRequest request) {
    for (Attachment attachment : of(request)) {
      take(exchange, attachment);
    }
    end(request);
  }

  /**
   * After a failure: they stay on the message.
   *
   * @param stored whether LiveDesk has the message, which a retry call may deliver
   */
  static void fail(Exchange exchange, MessageRequest request, boolean stored) {
    if (stored) {
      of(request).forEach(attachment -> AttachmentMark.of(attachment).stored(exchange));
    }
    end(request);
  }

  /** They are no longer on their way. */
  static void end(MessageRequest request) {
    of(request).forEach(attachment -> AttachmentMark.of(attachment).end(request));
  }

  /** After a retry call that worked: the stored message was sent with its attachments. */
  static void retried(Exchange exchange) {
    CamelAttachments.all(exchange).values().stream()
        .filter(attachment -> AttachmentMark.of(attachment).isStored(exchange))
        .forEach(attachment -> take(exchange, attachment));
  }

  private static List<Attachment> of(MessageRequest request) {
    if (request.files().isEmpty()) {
      return List.of();
    }
    return request.files().stream()
        .map(FilePart::content)
        .filter(DataHandlerContent.class::isInstance)
        .map(content -> ((DataHandlerContent) content).attachment())
        .toList();
  }

  private static void take(Exchange exchange, Attachment attachment) {
    AttachmentMark.of(attachment).sent(exchange);
    var message = exchange.getMessage(AttachmentMessage.class);
    CamelAttachments.all(exchange)
        .forEach(
            (id, present) -> {
              if (present == attachment) {
                message.removeAttachment(id);
              }
            });
    if (message.getAttachmentObjects().isEmpty()) {
      message.clearAttachments();
    }
  }
}
