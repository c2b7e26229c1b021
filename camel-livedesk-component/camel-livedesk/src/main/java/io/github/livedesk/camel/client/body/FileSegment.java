// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.client.body;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.livedesk.camel.client.media.ContentTypes;
import io.github.livedesk.camel.client.source.SourceTimeoutException;
import io.github.livedesk.camel.client.source.SourceWatch;
import io.github.livedesk.camel.client.source.UnreadableFileException;
import io.github.livedesk.camel.model.FilePart;
import io.github.livedesk.camel.model.failure.Names;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.OptionalLong;
import java.util.concurrent.Executor;

/** One file of a multipart body: the head of its part, and its bytes. */
final class FileSegment {

  private static final String CRLF = "\r\n";

  /** Bytes that are waited for where they tell the type: a stream may begin with very few. */
  private static final int TELLING_BYTES = 4096;

  /**
   * How a part begins.
   *
   * @param delimiter the boundary's line without its end
   * @param defaultName what a file without a name is called, without an ending
   * @param place which of several files it is, for errors of one without a name
   */
  record Opening(String delimiter, String defaultName, String place) {}

  private final FilePart file;
  private final Opening opening;
  private final String name;
  private final long size;
  private final ReadAhead reader;
  private final boolean replayable;
  private ByteBuffer head;
  private Runnable wake;

  /**
   * Looks at the file; opens it only to tell its type by its first bytes, and closes it again.
   *
   * @param limit bytes it may have, or 0 for any number
   * @param watch learns which file it is
   * @throws UnreadableFileException when it can't be read or is too long
   */
  FileSegment(FilePart file, long limit, Executor executor, SourceWatch watch, Opening opening)
      throws UnreadableFileException {
    this.file = file;
    this.opening = opening;
    this.name = nameOf(file);
    watch.at(shown());
    String type;
    try {
      this.size = file.content().length();
      this.replayable = file.content().isReplayable();
      type = knownType(watch);
    } catch (UnreadableFileException e) {
      throw e.of(shown());
    } catch (IOException | RuntimeException | Error e) {
      // A source of the route's own can throw anything; the send must end all the same.
      throw UnreadableFileException.unreadable(e).of(shown());
    }
    if (limit > 0 && size > limit) {
      throw new UnreadableFileException(
              "a file of " + size + " bytes", "files up to maxAttachmentSize=" + limit)
          .of(shown());
    }
    int waitFor = type == null ? TELLING_BYTES : 1;
    this.reader = new ReadAhead(file.content(), size, limit, waitFor, watch, executor);
    if (type != null) {
      this.head = head(type);
    }
  }

  private String shown() {
    return name == null ? opening.place() : Names.shownFile(name).orElse(opening.place());
  }

  /** Null where it has none, or nothing of it can be sent: Rack drops a file with an empty name. */
  static String nameOf(FilePart file) {
    String name = file.name() == null ? "" : FileNames.clean(file.name());
    return name.isEmpty() ? null : name;
  }

  /**
   * The type where it can be told without reading from what can be read only once, or what is far
   * away: the length of a thing that is near is known.
   */
  private String knownType(SourceWatch watch) throws IOException {
    String declared = ContentTypes.normalized(file.contentType());
    if (declared != null) {
      return declared;
    }
    String byName = ContentTypes.ofName(name);
    if (!ContentTypes.isRefinedByBytes(byName)) {
      return byName;
    }
    if (size >= 0 && replayable) {
      return type(byName, ContentTypes.ofContent(file.content(), watch));
    }
    // Without a length, nothing is lost when the head is written after the first bytes are there.
    return size < 0 ? null : byName;
  }

  private static String type(String byName, String byBytes) {
    String type = ContentTypes.refined(byName, byBytes);
    return type == null ? ContentTypes.UNKNOWN : type;
  }

  private ByteBuffer head(String type) {
    String head =
        opening.delimiter()
            + CRLF
            + "Content-Disposition: form-data; name=\"attachments[]\"; filename=\""
            + FileNames.quoted(name == null ? opening.defaultName() + ending(type) : name)
            + '"'
            + CRLF
            + "Content-Type: "
            + type
            + CRLF
            + CRLF;
    return ByteBuffer.wrap(head.getBytes(UTF_8));
  }

  private static String ending(String type) {
    String ending = ContentTypes.ending(type);
    return ending.isEmpty() ? ContentTypes.ending(ContentTypes.UNKNOWN) : ending;
  }

  SentFile sent() {
    return new SentFile(name, size);
  }

  void onMore(Runnable wake) {
    this.wake = wake;
  }

  /** Bytes of head and file, or -1 where either is not known yet. */
  long length() {
    return head == null || size < 0 ? -1 : head.limit() + size;
  }

  ByteBuffer next() throws IOException {
    try {
      return nextPiece();
    } catch (UnreadableFileException e) {
      throw e.of(shown());
    }
  }

  private ByteBuffer nextPiece() throws IOException {
    reader.start(wake);
    if (head == null) {
      ByteBuffer first = reader.peek();
      if (first == null && !reader.isAtEnd()) {
        return null;
      }
      head =
          head(type(ContentTypes.ofName(name), first == null ? null : ContentTypes.ofBytes(first)));
    }
    return head.hasRemaining() ? head : reader.peek();
  }

  boolean isAtEnd() {
    return head != null && !head.hasRemaining() && reader.isAtEnd();
  }

  boolean isReady() {
    return (head != null && head.hasRemaining()) || reader.isReady();
  }

  boolean isConsumed() {
    return !replayable && reader.isStarted();
  }

  /** Where it is asked for bytes and gives none; null where it isn't asked. */
  SourceTimeoutException late(long now) {
    OptionalLong nanos = reader.readingFor(now);
    return nanos.isPresent() ? SourceWatch.late(shown(), nanos.getAsLong()) : null;
  }

  void close() {
    reader.close();
  }
}
