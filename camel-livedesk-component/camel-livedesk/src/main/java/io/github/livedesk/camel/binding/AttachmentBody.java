package io.github.livedesk.camel.binding;

import io.github.livedesk.camel.LiveDeskConstants;
import io.github.livedesk.camel.client.ApiRequest.SendFiles;
import io.github.livedesk.camel.model.FileMessage;
import io.github.livedesk.camel.model.FilePart;
import io.github.livedesk.camel.model.LiveDeskRequestException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.camel.attachment.AttachmentMessage;

/** The body of {@code op=attachment}, with the Camel message's own attachments. */
final class AttachmentBody {

  private AttachmentBody() {}

  /**
   * The files to send: those of the body, then the attachments of the Camel message.
   *
   * @throws LiveDeskRequestException when there is none, or one can't be sent
   */
  static SendFiles read(ExchangeReader reader, String conversationId, long maxFileSize) {
    var sources = new FileSources(reader);
    Object body = reader.message().getBody();
    var attachments = reader.exchange().getMessage(AttachmentMessage.class);
    List<FilePart> attached =
        attachments == null ? List.of() : sources.ofAttachments(attachments.getAttachments());
    var files = new ArrayList<FilePart>();
    FileMessage message = body instanceof FileMessage given ? given : asMessage(body, attached);
    if (message != null) {
      message.files().forEach(file -> files.add(sources.checked(file)));
    } else if (body instanceof List<?> list) {
      list.forEach(item -> files.add(sources.of(item)));
    } else {
      files.add(sources.of(body));
    }
    files.addAll(attached);
    if (files.isEmpty()) {
      throw reader.wrong("body", "no file", FileSources.TYPES);
    }
    return new SendFiles(
        conversationId,
        reader.caption(message == null ? null : message.content()),
        MessageFields.privateNote(reader, message == null ? null : message.privateNote()),
        MessageFields.attributes(reader, message == null ? Map.of() : message.contentAttributes()),
        files.size() == 1 ? List.of(named(reader, files.get(0))) : files,
        maxFileSize);
  }

  /** With attachments beside it, text is their caption, and there need be no body at all. */
  private static FileMessage asMessage(Object body, List<FilePart> attached) {
    if (attached.isEmpty() || !(body == null || body instanceof String)) {
      return null;
    }
    return FileMessage.builder().caption((String) body).build();
  }

  /** A name and a type by header are meant for the one file that there is. */
  private static FilePart named(ExchangeReader reader, FilePart file) {
    String name = reader.textHeader(LiveDeskConstants.FILE_NAME);
    String type = reader.textHeader(LiveDeskConstants.FILE_CONTENT_TYPE);
    return new FilePart(
        file.content(),
        name == null ? file.name() : FileSources.lastComponent(reader, name),
        type == null ? file.contentType() : FileSources.contentType(reader, type));
  }
}
