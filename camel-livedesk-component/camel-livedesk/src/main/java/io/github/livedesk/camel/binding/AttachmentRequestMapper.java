// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.binding;

import io.github.livedesk.camel.client.api.MessageRequest.SendFiles;
import io.github.livedesk.camel.model.FileMessage;
import io.github.livedesk.camel.model.FilePart;
import io.github.livedesk.camel.model.TextMessage;
import io.github.livedesk.camel.model.UntrustedValues;
import io.github.livedesk.camel.model.failure.LiveDeskRequestException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.camel.attachment.Attachment;

/** The body of {@code op=attachment}, with the Camel message's own attachments. */
final class AttachmentRequestMapper {

  private AttachmentRequestMapper() {}

  /**
   * The files to send: those of the body, then the attachments of the Camel message.
   *
   * @throws LiveDeskRequestException when there is none, or one can't be sent
   */
  static SendFiles read(ExchangeOptions reader, String conversationId) {
    Map<String, Attachment> attached = reader.attachments().due();
    FileMessage message = message(reader, attached);
    var files = new ArrayList<>(message.files());
    files.addAll(FileSources.ofAttachments(reader, attached));
    if (files.isEmpty()) {
      throw reader.wrong("body", "no file", FileSources.TYPES);
    }
    var request =
        new SendFiles(
            conversationId,
            reader.content(message.content()),
            MessageFields.privateNote(reader, message.privateNote()),
            MessageFields.attributes(reader, message.contentAttributes()),
            files.size() == 1 ? List.of(FileSources.named(reader, files.get(0))) : files);
    reader.attachments().begin(request);
    return request;
  }

  /** The body's files, and what it says beside them. */
  private static FileMessage message(ExchangeOptions reader, Map<String, Attachment> attached) {
    Object body = reader.body();
    if (body instanceof FileMessage given) {
      return new FileMessage(
          FileSources.checked(reader, given.files()),
          given.content(),
          given.privateNote(),
          given.contentAttributes());
    }
    if (body instanceof List<?> list) {
      return files(FileSources.ofList(reader, UntrustedValues.list("body", list)));
    }
    return attached.isEmpty()
        ? files(List.of(FileSources.ofBody(reader)))
        : beside(reader, attached);
  }

  /** With attachments beside it, text is their caption, and there need be no body at all. */
  private static FileMessage beside(ExchangeOptions reader, Map<String, Attachment> attached) {
    var form = new UploadForm(reader, attached);
    if (reader.body() == null || form.isBody() || ByteBody.isEmpty(reader)) {
      return files(List.of());
    }
    if (isFile(reader)) {
      return files(List.of(FileSources.ofBody(reader)));
    }
    TextMessage text =
        form.isFields() ? TextMessage.builder().build() : TextRequestMapper.fromBody(reader);
    return new FileMessage(List.of(), text.content(), text.privateNote(), text.contentAttributes());
  }

  /** Bytes are one where the route says so, or a name or type; else they may be the caption. */
  private static boolean isFile(ExchangeOptions reader) {
    if (ByteBody.isOne(reader.body())) {
      return reader.isOperationGiven()
          || ByteBody.isNamedAsFile(reader)
          || !(reader.bodyByItsBytes() instanceof String);
    }
    return FileSources.takes(reader.body());
  }

  private static FileMessage files(List<FilePart> files) {
    return new FileMessage(files, null, null, Map.of());
  }
}
