package io.github.livedesk.camel.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.livedesk.camel.client.ApiRequest.SendFiles;
import io.github.livedesk.camel.model.FileContent;
import io.github.livedesk.camel.model.FilePart;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.regex.Pattern;

/**
 * A multipart/form-data body as a Rack server reads it: quoted names, raw UTF-8, no transfer
 * encodings. Nothing of a file is in memory but the pieces on their way.
 */
final class MultipartBody implements RequestBody {

  private static final String CRLF = "\r\n";
  private static final Pattern NAME = Pattern.compile("\\w+");

  private final String boundary = "livedesk-" + UUID.randomUUID();
  private final List<FileSegment> files = new ArrayList<>();
  private final ByteBuffer fields;
  private final ByteBuffer end;
  private final long length;
  private int index;

  /**
   * Looks at the files; opens one only to tell its type by its first bytes, and closes it again.
   *
   * @throws SourceException when one can't be read or is too long
   */
  MultipartBody(SendFiles request, Executor executor) throws SourceException {
    this.fields = bytes(fields(request));
    this.end = bytes(CRLF + "--" + boundary + "--" + CRLF);
    long sum = fields.limit() + (long) end.limit();
    for (FilePart file : request.files()) {
      var segment = new FileSegment(file, request.maxFileSize(), executor, files.isEmpty());
      files.add(segment);
      sum = sum < 0 || segment.length() < 0 ? -1 : sum + segment.length();
    }
    this.length = sum;
  }

  private String fields(SendFiles request) {
    var text = new StringBuilder();
    if (request.caption() != null) {
      field(text, "content", request.caption());
    }
    field(text, "private", String.valueOf(request.privateNote()));
    attributes(text, request.contentAttributes());
    return text.toString();
  }

  /** As Rails reads them: one field each in brackets, or where that can't say it, JSON. */
  private void attributes(StringBuilder text, Map<String, Object> attributes) {
    if (attributes.entrySet().stream().allMatch(MultipartBody::fitsBrackets)) {
      attributes.forEach(
          (name, value) -> field(text, "content_attributes[" + name + "]", value.toString()));
    } else {
      field(text, "content_attributes", Json.write(attributes));
    }
  }

  private static boolean fitsBrackets(Map.Entry<String, Object> attribute) {
    Object value = attribute.getValue();
    return NAME.matcher(attribute.getKey()).matches()
        && (value instanceof String || value instanceof Number || value instanceof Boolean);
  }

  private void field(StringBuilder text, String name, String value) {
    text.append("--").append(boundary).append(CRLF);
    text.append("Content-Disposition: form-data; name=\"").append(name).append('"').append(CRLF);
    text.append("Content-Type: text/plain; charset=UTF-8").append(CRLF).append(CRLF);
    text.append(value).append(CRLF);
  }

  private static ByteBuffer bytes(String text) {
    return ByteBuffer.wrap(text.getBytes(UTF_8));
  }

  @Override
  public long length() {
    return length;
  }

  @Override
  public String contentType() {
    return "multipart/form-data; boundary=" + boundary;
  }

  @Override
  public int files() {
    return files.size();
  }

  /**
   * Never within one exchange; another body can be made of the same files, if they can be replayed.
   */
  @Override
  public boolean isReplayable() {
    return false;
  }

  @Override
  public boolean isSpent() {
    return files.stream().anyMatch(FileSegment::isSpent);
  }

  @Override
  public void rewind() {
    // never: isReplayable says so
  }

  @Override
  public void onMore(Runnable wake) {
    files.forEach(file -> file.wake = wake);
  }

  @Override
  public ByteBuffer next() throws IOException {
    return fields.hasRemaining() ? fields : nextOfFiles();
  }

  private ByteBuffer nextOfFiles() throws IOException {
    while (index < files.size()) {
      FileSegment file = files.get(index);
      ByteBuffer piece = file.next();
      if (piece != null || !file.isAtEnd()) {
        return piece;
      }
      index++;
    }
    return end;
  }

  @Override
  public boolean isReady() {
    return fields.hasRemaining() || index >= files.size() || files.get(index).isReady();
  }

  @Override
  public boolean isLast() {
    return !fields.hasRemaining() && index >= files.size();
  }

  @Override
  public void close() {
    files.forEach(FileSegment::close);
  }

  /** The head of one file's part, and the file. */
  private final class FileSegment {

    private final FilePart file;
    private final long size;
    private final boolean first;
    private final PieceReader reader;
    private ByteBuffer head;
    private Runnable wake;

    FileSegment(FilePart file, long limit, Executor executor, boolean first)
        throws SourceException {
      this.file = file;
      this.first = first;
      String type;
      try {
        this.size = file.content().length();
        type = knownType();
      } catch (IOException e) {
        throw SourceException.unreadable(e);
      }
      if (limit > 0 && size > limit) {
        throw new SourceException(
            "a file of " + size + " bytes", "files up to maxAttachmentSize=" + limit);
      }
      this.reader = new PieceReader(file.content(), size, limit, executor);
      if (type != null) {
        this.head = head(type);
      }
    }

    /**
     * The type where it can be told without reading from what can be read only once, or what is far
     * away: the length of a thing that is near is known.
     */
    private String knownType() throws IOException {
      String declared = ContentTypes.normalized(file.contentType());
      if (declared != null) {
        return declared;
      }
      String byName = ContentTypes.ofName(file.name());
      if (!ContentTypes.isRefinedByBytes(byName)) {
        return byName;
      }
      FileContent content = file.content();
      if (size < 0 || !content.isReplayable()) {
        return size < 0 ? null : byName;
      }
      String type = ContentTypes.refined(byName, ContentTypes.ofContent(content));
      return type == null ? ContentTypes.UNKNOWN : type;
    }

    private ByteBuffer head(String type) {
      String name = file.name() == null ? "attachment" + ContentTypes.ending(type) : file.name();
      return bytes(
          (first ? "" : CRLF)
              + "--"
              + boundary
              + CRLF
              + "Content-Disposition: form-data; name=\"attachments[]\"; filename=\""
              + FileNames.quoted(name)
              + '"'
              + CRLF
              + "Content-Type: "
              + type
              + CRLF
              + CRLF);
    }

    /** Bytes of head and file, or -1 where either is not known yet. */
    long length() {
      return head == null || size < 0 ? -1 : head.limit() + size;
    }

    ByteBuffer next() throws IOException {
      reader.start(wake);
      if (head == null) {
        ByteBuffer firstBytes = reader.peek();
        if (firstBytes == null && !reader.isAtEnd()) {
          return null;
        }
        head = head(typeOf(firstBytes));
      }
      return head.hasRemaining() ? head : reader.peek();
    }

    private String typeOf(ByteBuffer firstBytes) {
      String byBytes = firstBytes == null ? null : ContentTypes.ofBytes(firstBytes);
      String type = ContentTypes.refined(ContentTypes.ofName(file.name()), byBytes);
      return type == null ? ContentTypes.UNKNOWN : type;
    }

    boolean isAtEnd() {
      return head != null && !head.hasRemaining() && reader.isAtEnd();
    }

    boolean isReady() {
      return (head != null && head.hasRemaining()) || reader.isReady();
    }

    boolean isSpent() {
      return !file.content().isReplayable() && reader.isStarted();
    }

    void close() {
      reader.close();
    }
  }
}
