package io.github.livedesk.camel.binding;

import io.github.livedesk.camel.LiveDeskOperation;
import io.github.livedesk.camel.model.FileMessage;
import io.github.livedesk.camel.model.TemplateMessage;
import io.github.livedesk.camel.model.TextMessage;
import java.io.File;
import java.nio.file.Path;
import org.apache.camel.WrappedFile;
import org.apache.camel.attachment.AttachmentMessage;

/** Which operation a body asks for, where neither endpoint nor header say. */
final class BodyKind {

  private BodyKind() {}

  /**
   * A request model decides by its type; files and attachments are attachments; all else is text.
   */
  static LiveDeskOperation operationFor(ExchangeReader reader) {
    Object body = reader.message().getBody();
    if (body instanceof TextMessage) {
      return LiveDeskOperation.text;
    }
    if (body instanceof TemplateMessage) {
      return LiveDeskOperation.template;
    }
    boolean files =
        body instanceof FileMessage
            || body instanceof File
            || body instanceof Path
            || body instanceof WrappedFile
            || hasAttachments(reader);
    return files ? LiveDeskOperation.attachment : LiveDeskOperation.text;
  }

  private static boolean hasAttachments(ExchangeReader reader) {
    var message = reader.exchange().getMessage(AttachmentMessage.class);
    return message != null && message.hasAttachments();
  }
}
