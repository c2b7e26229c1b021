package io.github.livedesk.camel.binding;

import io.github.livedesk.camel.model.FileContent;
import io.github.livedesk.camel.model.FilePart;
import io.github.livedesk.camel.model.LiveDeskRequestException;
import jakarta.activation.DataHandler;
import jakarta.activation.FileDataSource;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.camel.Exchange;
import org.apache.camel.StreamCache;
import org.apache.camel.WrappedFile;

/** Whatever a route may have as a file, as a file to send. Opens none. */
final class FileSources {

  static final String TYPES =
      "File, Path, a file of a consumer, byte[], InputStream, a List of these, FileMessage, or"
          + " attachments of the Camel message";

  private static final Pattern CONTENT_TYPE = Pattern.compile("[ -~]{1,50}/[ -~]{1,150}");

  private final ExchangeReader reader;

  FileSources(ExchangeReader reader) {
    this.reader = reader;
  }

  /** One file. Only what has no name of its own takes that of Camel's headers. */
  FilePart of(Object body) {
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
    } else if (body instanceof StreamCache cache) {
      content = new CachedContent(cache, reader.exchange());
    } else if (body instanceof InputStream stream) {
      content = FileContent.of(stream, FileContent.UNKNOWN);
    }
    if (content == null) {
      throw reader.wrong(
          "body", body == null ? "nothing" : "a " + body.getClass().getTypeName(), TYPES);
    }
    return ofContent(content);
  }

  private FilePart ofContent(FileContent content) {
    String name = reader.textHeader(Exchange.FILE_NAME);
    String type = reader.textHeader(Exchange.FILE_CONTENT_TYPE);
    return new FilePart(
        content,
        name == null ? null : lastComponent(reader, name),
        type == null ? null : contentType(reader, type));
  }

  private FilePart ofPath(Path path) {
    String wrong =
        Files.notExists(path)
            ? "a file that does not exist"
            : !Files.isRegularFile(path)
                ? "a folder, or something else that is no file"
                : !Files.isReadable(path) ? "a file that may not be read" : null;
    if (wrong != null) {
      throw reader.wrong("body", wrong, "files that can be read");
    }
    return new FilePart(FileContent.of(path), lastComponent(reader, path.toString()), null);
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
      throw reader.wrong("body", "a " + wrapped.getClass().getTypeName(), TYPES);
    }
    return ofContent(FileContent.of(stream, FileContent.UNKNOWN));
  }

  /** A consumer's file goes by the name in Camel's header, which a route may have changed. */
  private FilePart renamed(FilePart file) {
    FilePart named = ofContent(file.content());
    return named.name() == null
        ? new FilePart(file.content(), file.name(), named.contentType())
        : named;
  }

  /** A file that already says what it is, if its name and type can be sent. */
  FilePart checked(FilePart part) {
    try {
      long length = part.content().length();
      if (length < FileContent.UNKNOWN) {
        throw reader.wrong("body", "a file of " + length + " bytes", "0 or more");
      }
    } catch (IOException e) {
      throw reader.wrong(
          "body", "a file that can't be read, " + e.getClass().getSimpleName(), "files that can");
    }
    return new FilePart(
        part.content(),
        part.name() == null ? null : lastComponent(reader, part.name()),
        part.contentType() == null ? null : contentType(reader, part.contentType()));
  }

  /** The attachments of a Camel message, under their own names. */
  List<FilePart> ofAttachments(Map<String, DataHandler> attachments) {
    var parts = new ArrayList<FilePart>();
    attachments.forEach((key, handler) -> parts.add(ofAttachment(key, handler)));
    return parts;
  }

  private FilePart ofAttachment(String key, DataHandler handler) {
    String name =
        handler.getName() == null || handler.getName().isBlank() ? key : handler.getName();
    FileContent content =
        handler.getDataSource() instanceof FileDataSource file
            ? ofPath(file.getFile().toPath()).content()
            : new AttachedContent(handler);
    String type = handler.getContentType();
    boolean known = type != null && !type.startsWith("application/octet-stream");
    return new FilePart(
        content, lastComponent(reader, name), known ? contentType(reader, type) : null);
  }

  /**
   * What stands behind the last slash or backslash.
   *
   * @throws LiveDeskRequestException when that is nothing, or dots
   */
  static String lastComponent(ExchangeReader reader, String name) {
    String path = name.strip().replaceAll("[/\\\\]+$", "");
    String last = path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
    if (last.isBlank() || last.matches("\\.+")) {
      throw reader.wrong("file name", "one without letters or digits", "a name such as offer.pdf");
    }
    return last;
  }

  /**
   * A content type as it may stand in a part's head.
   *
   * @throws LiveDeskRequestException when it is none
   */
  static String contentType(ExchangeReader reader, String type) {
    if (!CONTENT_TYPE.matcher(type).matches()) {
      throw reader.wrong("content type", ExchangeReader.describe(type), "one such as image/png");
    }
    return type;
  }
}
