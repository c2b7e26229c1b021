// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.binding;

import io.github.livedesk.camel.LiveDeskConstants;
import io.github.livedesk.camel.client.media.ContentTypes;
import io.github.livedesk.camel.model.FileContent;
import io.github.livedesk.camel.model.FilePart;
import io.github.livedesk.camel.model.LiveDeskMessage;
import io.github.livedesk.camel.model.NoRegularFileException;
import io.github.livedesk.camel.model.TemplateMessage;
import io.github.livedesk.camel.model.TextMessage;
import io.github.livedesk.camel.model.failure.LiveDeskRequestException;
import io.github.livedesk.camel.model.failure.Names;
import jakarta.activation.DataHandler;
import jakarta.activation.FileDataSource;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.StreamCache;
import org.apache.camel.WrappedFile;
import org.apache.camel.attachment.Attachment;

/** Whatever a route may have as a file, as a file to send. Opens none. */
final class FileSources {

  static final String TYPES =
      "File, Path, a file of a consumer, byte[], InputStream, a List of these, FileMessage, or"
          + " attachments of the Camel message";

  private static final String BODY = "body";
  private static final String NO_FILE = "a folder, or not a regular file";
  private static final String REGULAR =
      "files that can be read; what a pipe or a device gives goes as an InputStream";

  private final ExchangeOptions reader;
  private final String place;
  private final boolean takesHeaders;

  private FileSources(ExchangeOptions reader, String place, boolean takesHeaders) {
    this.reader = reader;
    this.place = place;
    this.takesHeaders = takesHeaders;
  }

  /** The body as one file. What has no name of its own takes that of Camel's headers. */
  static FilePart ofBody(ExchangeOptions reader) {
    return new FileSources(reader, BODY, true).of(reader.body());
  }

  /** The files of a list. A name in a header is for the one file that there is. */
  static List<FilePart> ofList(ExchangeOptions reader, List<?> list) {
    var parts = new ArrayList<FilePart>();
    for (Object item : list) {
      String place = "body[" + parts.size() + "]";
      parts.add(new FileSources(reader, place, list.size() == 1).of(item));
    }
    return parts;
  }

  /** Files that already say what they are, if their names and types can be sent. */
  static List<FilePart> checked(ExchangeOptions reader, List<FilePart> files) {
    var parts = new ArrayList<FilePart>();
    for (FilePart file : files) {
      parts.add(new FileSources(reader, "files[" + parts.size() + "]", false).checked(file));
    }
    return parts;
  }

  /** The attachments of the Camel message, under their own names. */
  static List<FilePart> ofAttachments(ExchangeOptions reader, Map<String, Attachment> attachments) {
    var parts = new ArrayList<FilePart>();
    attachments.forEach(
        (id, attachment) ->
            parts.add(new FileSources(reader, "attachments", false).ofAttachment(id, attachment)));
    return parts;
  }

  /** Whether a body can't be anything but a file, or is refused as one. */
  static boolean takes(Object body) {
    return body instanceof FilePart
        || body instanceof File
        || body instanceof Path
        || body instanceof WrappedFile
        || body instanceof TextMessage
        || body instanceof TemplateMessage;
  }

  private FilePart of(Object body) {
    if (body instanceof FilePart part) {
      return checked(part);
    }
    if (body instanceof File file) {
      return ofPath(file.toPath());
    }
    if (body instanceof Path path) {
      return ofPath(path);
    }
    if (body instanceof WrappedFile<?> wrapped) {
      return ofWrapped(wrapped);
    }
    FileContent content = null;
    if (body instanceof byte[] bytes) {
      content = FileContent.of(bytes);
    } else if (body instanceof ByteBuffer buffer) {
      byte[] bytes = new byte[buffer.remaining()];
      buffer.duplicate().get(bytes);
      content = FileContent.of(bytes);
    } else if (body instanceof ByteArrayOutputStream stream) {
      content = FileContent.of(stream.toByteArray());
    } else if (body instanceof StreamCache cache) {
      content = new StreamCacheContent(cache, reader.exchange());
    } else if (body instanceof InputStream stream) {
      content = ofStream(stream);
    }
    if (content == null) {
      throw noFile(body);
    }
    return ofContent(content);
  }

  private LiveDeskRequestException noFile(Object body) {
    String hint =
        body instanceof LiveDeskMessage
            ? "; the reply of an earlier send is no file, and its text is ${body.content}"
            : body instanceof CharSequence ? "; a String is never a path: new File(...) is" : "";
    boolean isEmpty = body == null && place.equals(BODY);
    String found = isEmpty ? "nothing, the body is empty" : Names.typeName(body);
    return reader.wrong(place, found, TYPES + hint);
  }

  private FileContent ofStream(InputStream stream) {
    if (ReadStreams.contains(stream)) {
      throw reader.wrong(place, ReadStreams.FOUND, ReadStreams.TAKES);
    }
    return new OnceContent(FileContent.of(stream, FileContent.UNKNOWN));
  }

  private FilePart ofContent(FileContent content) {
    String name = takesHeaders ? reader.textHeader(Exchange.FILE_NAME) : null;
    return new FilePart(
        content,
        name == null ? null : FileNaming.lastComponent(reader, name),
        takesHeaders ? declaredType(name, content) : null);
  }

  /** What Camel's header says of the file; else what HTTP's says, where nothing knows better. */
  private String declaredType(String name, FileContent content) {
    String type = ContentTypes.normalized(reader.textHeader(Exchange.FILE_CONTENT_TYPE));
    boolean isKnown = type != null || ContentTypes.ofName(name) != null;
    return isKnown ? type : FileNaming.httpType(reader, content);
  }

  /**
   * Before a file of this machine is opened: to open a pipe or a device may wait for ever.
   *
   * @param file a File, a Path, or a consumer's file
   */
  static void refuseWhatIsNoFile(ExchangeOptions reader, Object file) {
    Object local = file instanceof WrappedFile<?> wrapped ? wrapped.getFile() : file;
    Path path = local instanceof File known ? known.toPath() : local instanceof Path it ? it : null;
    if (path == null) {
      return;
    }
    String shown = FileNaming.shown(path.toString());
    reader.watch().at(shown);
    if (Files.exists(path) && !Files.isRegularFile(path)) {
      throw reader.wrong(BODY, NO_FILE + ", " + shown, REGULAR);
    }
  }

  private FilePart ofPath(Path path) {
    reader.watch().at(FileNaming.shown(path.toString()));
    String wrong =
        Files.notExists(path)
            ? "a file that does not exist"
            : !Files.isRegularFile(path)
                ? NO_FILE
                : !Files.isReadable(path) ? "a file that may not be read" : null;
    if (wrong != null) {
      throw reader.wrong(
          place,
          wrong + ", " + FileNaming.shown(path.toString()),
          wrong.equals(NO_FILE) ? REGULAR : "files that can be read");
    }
    return new FilePart(
        FileContent.of(path), FileNaming.lastComponent(reader, path.toString()), null);
  }

  /** What the consumer has loaded, else the file on this machine, else what Camel reads of it. */
  private FilePart ofWrapped(WrappedFile<?> wrapped) {
    Object loaded = wrapped.getBody() == null ? wrapped.getFile() : wrapped.getBody();
    if (loaded instanceof File local) {
      return renamed(ofPath(local.toPath()));
    }
    if (loaded instanceof byte[] || loaded instanceof InputStream) {
      return of(loaded);
    }
    var converter = reader.exchange().getContext().getTypeConverter();
    InputStream stream = converter.tryConvertTo(InputStream.class, reader.exchange(), wrapped);
    if (stream == null) {
      throw noFile(wrapped);
    }
    return ofContent(ofStream(stream));
  }

  /** A consumer's file goes by the name in Camel's header, which a route may have changed. */
  private FilePart renamed(FilePart file) {
    String name = takesHeaders ? reader.textHeader(Exchange.FILE_NAME) : null;
    String type = takesHeaders ? reader.textHeader(Exchange.FILE_CONTENT_TYPE) : null;
    return new FilePart(
        file.content(),
        name == null ? file.name() : FileNaming.lastComponent(reader, name),
        ContentTypes.normalized(type));
  }

  private FilePart checked(FilePart part) {
    FileContent content = part.content();
    checkLength(part);
    if (!content.isReplayable()) {
      if (ReadStreams.contains(content)) {
        throw reader.wrong(place, ReadStreams.FOUND, ReadStreams.TAKES);
      }
      content = new OnceContent(content);
    }
    return new FilePart(
        content,
        part.name() == null ? null : FileNaming.lastComponent(reader, part.name()),
        ContentTypes.normalized(part.contentType()));
  }

  private void checkLength(FilePart part) {
    String shown = part.name() == null ? "" : FileNaming.shown(part.name());
    String named = shown.isEmpty() ? "" : ", " + shown;
    reader.watch().at(shown);
    try {
      long length = part.content().length();
      if (length < FileContent.UNKNOWN) {
        throw reader.wrong(place, "a file of " + length + " bytes" + named, "0 or more");
      }
    } catch (NoSuchFileException e) {
      throw reader.wrong(
          place,
          "a file that does not exist" + named + ", NoSuchFileException",
          "files that can be read");
    } catch (NoRegularFileException e) {
      throw reader.wrong(place, NO_FILE + named, REGULAR);
    } catch (IOException e) {
      throw reader.wrong(
          place,
          "a file that can't be read" + named + ", " + e.getClass().getSimpleName(),
          "files that can be read");
    }
  }

  private FilePart ofAttachment(String id, Attachment attachment) {
    reader.watch().at(FileNaming.shown(id));
    DataHandler handler = attachment == null ? null : attachment.getDataHandler();
    if (handler == null) {
      throw reader.wrong(
          place, "one without content, " + FileNaming.shown(id), "attachments with a DataHandler");
    }
    FileContent file =
        handler.getDataSource() instanceof FileDataSource source
            ? ofPath(source.getFile().toPath()).content()
            : null;
    return new FilePart(
        new DataHandlerContent(attachment, file),
        FileNaming.lastComponent(FileNaming.name(id, handler)),
        FileNaming.type(handler));
  }

  /** A name and a type by headers of ours are meant for the one file that there is. */
  static FilePart named(ExchangeOptions reader, FilePart file) {
    String name = reader.textHeader(LiveDeskConstants.FILE_NAME);
    String type = reader.textHeader(LiveDeskConstants.FILE_CONTENT_TYPE);
    return new FilePart(
        file.content(),
        name == null ? file.name() : FileNaming.lastComponent(reader, name),
        type == null ? file.contentType() : FileNaming.contentType(reader, type));
  }
}
