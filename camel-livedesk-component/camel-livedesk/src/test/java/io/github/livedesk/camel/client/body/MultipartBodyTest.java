// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.client.body;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.livedesk.camel.client.api.MessageRequest.SendFiles;
import io.github.livedesk.camel.client.source.SourceWatch;
import io.github.livedesk.camel.client.source.UnreadableFileException;
import io.github.livedesk.camel.model.FileContent;
import io.github.livedesk.camel.model.FilePart;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written of the files of a message, and what is read of them when. */
class MultipartBodyTest {

  private static final byte[] PDF = "%PDF-1.7 offer".getBytes(UTF_8);
  private static final String FIELD =
      "--%1$s\r\nContent-Disposition: form-data; name=\"%2$s\"\r\n"
          + "Content-Type: text/plain; charset=UTF-8\r\n\r\n%3$s\r\n";
  private static final String FILE =
      "--%1$s\r\nContent-Disposition: form-data; name=\"attachments[]\"; filename=\"%2$s\"\r\n"
          + "Content-Type: %3$s\r\n\r\n%4$s\r\n";

  /** What was handed to the pool and has not run yet. */
  private final Deque<Runnable> pool = new ArrayDeque<>();

  private final AtomicInteger woken = new AtomicInteger();

  private MultipartBody body(long limit, FilePart... files) throws UnreadableFileException {
    return body(null, Map.of(), limit, List.of(files));
  }

  private MultipartBody body(
      String caption, Map<String, Object> attributes, long limit, List<FilePart> files)
      throws UnreadableFileException {
    var request = new SendFiles("141", caption, true, attributes, files);
    var body =
        new MultipartBody(
            request.content(), limit, new SourceWatch(Duration.ofSeconds(30)), pool::add);
    body.onMore(woken::incrementAndGet);
    return body;
  }

  private static FilePart file(byte[] content, String name, String type) {
    return new FilePart(FileContent.of(content), name, type);
  }

  private static FilePart stream(byte[] content, long length, String name, String type) {
    return new FilePart(FileContent.of(new ByteArrayInputStream(content), length), name, type);
  }

  private static String boundary(MultipartBody body) {
    return body.contentType().replaceFirst("^multipart/form-data; boundary=", "");
  }

  /** All of it; the pool runs whenever there is nothing to write. */
  private String written(MultipartBody body) throws IOException {
    var written = new ByteArrayOutputStream();
    while (true) {
      boolean ready = body.isReady();
      ByteBuffer piece = body.next();
      if (piece == null) {
        assertThat(ready).isFalse();
        pool.remove().run();
        assertThat(body.isReady()).isTrue();
        continue;
      }
      while (piece.hasRemaining()) {
        written.write(piece.get());
      }
      if (body.isLast()) {
        return written.toString(UTF_8);
      }
    }
  }

  private static String expected(MultipartBody body, String... parts) {
    return String.join("", parts).replace("%1$s", boundary(body))
        + "--"
        + boundary(body)
        + "--\r\n";
  }

  private static String part(MultipartBody body, String name, String type, String content) {
    return FILE.formatted(boundary(body), name, type, content);
  }

  private static String field(MultipartBody body, String name, String value) {
    return FIELD.formatted(boundary(body), name, value);
  }

  @Test
  void writesTheFieldsAndThenTheFiles() throws Exception {
    MultipartBody body =
        body(
            "Your offer",
            Map.of("in_reply_to", 7),
            0,
            List.of(file(PDF, "a.pdf", null), file(new byte[0], "b.txt", "text/css")));

    String written = written(body);

    assertThat(written)
        .isEqualTo(
            expected(
                body,
                field(body, "content", "Your offer"),
                field(body, "private", "true"),
                field(body, "content_attributes[in_reply_to]", "7"),
                part(body, "a.pdf", "application/pdf", "%PDF-1.7 offer"),
                part(body, "b.txt", "text/css", "")));
    assertThat(body.length()).isEqualTo(written.getBytes(UTF_8).length);
    assertThat(pool).as("all is in memory").isEmpty();
    assertThat(body.files())
        .containsExactly(new SentFile("a.pdf", PDF.length), new SentFile("b.txt", 0));
  }

  @Test
  void attributesThatFormFieldsCannotSayAreJson() throws Exception {
    MultipartBody body =
        body(null, Map.of("list", List.of(1)), 0, List.of(file(PDF, "a.pdf", null)));

    assertThat(written(body)).contains(field(body, "content_attributes", "{\"list\":[1]}"));
  }

  @Test
  void eachBoundaryIsAnother() throws Exception {
    assertThat(boundary(body(0))).hasSizeGreaterThan(30).isNotEqualTo(boundary(body(0)));
  }

  @Test
  void filesWithoutANameAreCounted() throws Exception {
    MultipartBody body =
        body(0, file(PDF, null, null), file(PDF, "n.pdf", null), file(new byte[] {0}, "/", null));

    assertThat(written(body))
        .isEqualTo(
            expected(
                body,
                field(body, "private", "true"),
                part(body, "attachment-1.pdf", "application/pdf", "%PDF-1.7 offer"),
                part(body, "n.pdf", "application/pdf", "%PDF-1.7 offer"),
                part(body, "attachment-2.bin", "application/octet-stream", "\0")));
    assertThat(written(body(0, file(PDF, null, null)))).contains("filename=\"attachment.pdf\"");
  }

  @Test
  void aStreamOfKnownLengthIsReadOnThePool() throws Exception {
    MultipartBody body = body(0, stream(PDF, PDF.length, "a", "application/pdf"));

    String written = written(body);

    assertThat(written).contains(part(body, "a", "application/pdf", "%PDF-1.7 offer"));
    assertThat(body.length()).isEqualTo(written.length());
  }

  @Test
  void aStreamOfUnknownLengthTellsItsTypeByItsBytes() throws Exception {
    MultipartBody body = body(0, stream(PDF, -1, null, null));
    assertThat(body.length()).isEqualTo(-1);

    assertThat(written(body))
        .contains(part(body, "attachment.pdf", "application/pdf", "%PDF-1.7 offer"));
    assertThat(written(body(0, stream(new byte[0], -1, "a", null))))
        .contains("filename=\"a\"\r\nContent-Type: application/octet-stream\r\n");
    assertThat(body(0, stream(PDF, -1, "a.pdf", null), file(PDF, "b.pdf", null)).length())
        .isEqualTo(-1);
  }

  @Test
  void longFilesAreWrittenWhole() throws Exception {
    byte[] content = new byte[3_000_000];
    for (int i = 0; i < content.length; i++) {
      content[i] = (byte) ('a' + i % 26);
    }
    for (long length : new long[] {-1, content.length}) {
      MultipartBody body = body(0, stream(content, length, "a.txt", null));

      assertThat(written(body))
          .isEqualTo(
              expected(
                  body,
                  field(body, "private", "true"),
                  part(body, "a.txt", "text/plain", new String(content, UTF_8))));
    }
  }

  /** Else a file would be in memory as a whole where the server is slow. */
  @Test
  void twoPiecesAreReadAheadAndNoMore() throws Exception {
    var content = new ByteArrayInputStream(new byte[10_000_000]);
    MultipartBody body =
        body(0, new FilePart(FileContent.of(content, 10_000_000), "a.bin", "image/png"));
    skip(body.next());
    skip(body.next());
    assertThat(content.available()).as("nothing on the thread that writes").isEqualTo(10_000_000);

    assertThat(body.next()).isNull();
    assertThat(pool).hasSize(1);
    pool.remove().run();

    assertThat(10_000_000 - content.available()).isEqualTo(2 * 256 * 1024);
    assertThat(woken).hasPositiveValue();
    skip(body.next());
    assertThat(pool).as("one piece is left").isEmpty();
    skip(body.next());
    pool.remove().run();
    assertThat(10_000_000 - content.available()).isEqualTo(4 * 256 * 1024);
  }

  private static void skip(ByteBuffer piece) {
    piece.position(piece.limit());
  }

  @Test
  void aPieceThatIsWrittenInPartComesAgain() throws Exception {
    MultipartBody body = body(0, file(PDF, "a.pdf", null));
    ByteBuffer fields = body.next();
    fields.position(5);

    assertThat(body.next()).isSameAs(fields);
    skip(fields);
    ByteBuffer head = body.next();
    head.get();
    assertThat(body.next()).isSameAs(head);
    skip(head);
    ByteBuffer content = body.next();
    content.get();
    assertThat(body.next()).isSameAs(content);
    assertThat(body.isLast()).isFalse();
    skip(content);
    assertThat(body.next()).isNotSameAs(content);
    assertThat(body.isLast()).isTrue();
  }

  @Test
  void aStreamIsSpentOnceItIsRead() throws Exception {
    MultipartBody body = body(0, file(PDF, "a.pdf", null), stream(PDF, -1, "b.pdf", null));
    skip(body.next());
    skip(body.next());
    skip(body.next());
    assertThat(body.isConsumed()).isFalse();

    body.next();
    assertThat(body.isConsumed()).isTrue();

    MultipartBody replayable = body(0, file(PDF, "a.pdf", null));
    written(replayable);
    assertThat(replayable.isConsumed()).isFalse();
    assertThat(replayable.isRepeatable()).isFalse();
  }

  /** Bytes that are closed on the pool, where they are read. */
  private static final class Closeable extends ByteArrayInputStream {

    private int closed;

    Closeable(byte[] bytes) {
      super(bytes);
    }

    @Override
    public void close() {
      closed++;
    }
  }

  @Test
  void closesOnThePoolAndOnce() throws Exception {
    var content = new Closeable(PDF);
    MultipartBody body = body(0, new FilePart(FileContent.of(content, -1), "a.pdf", null));
    written(body);

    body.close();
    body.close();

    assertThat(content.closed).isZero();
    assertThat(pool).hasSize(1);
    pool.remove().run();
    assertThat(content.closed).isEqualTo(1);
  }

  @Test
  void readsNoMoreOnceItIsClosed() throws Exception {
    var content = new Closeable(PDF);
    MultipartBody body = body(0, new FilePart(FileContent.of(content, -1), "a.pdf", null));
    body.close();
    pool.remove().run();
    skip(body.next());
    body.next();

    assertThat(pool).isEmpty();
    assertThat(body.isConsumed()).isFalse();
    assertThat(content.available()).isEqualTo(PDF.length);
  }

  @Test
  void closesWhatIsOpenedWhileItIsClosed() throws Exception {
    var stream = new Closeable(PDF);
    var closing = new AtomicReference<MultipartBody>();
    var content =
        new FileContent() {
          @Override
          public long length() {
            return PDF.length;
          }

          @Override
          public boolean isReplayable() {
            return true;
          }

          @Override
          public InputStream open() {
            closing.get().close();
            pool.remove().run();
            return stream;
          }
        };
    closing.set(body(0, new FilePart(content, "a.pdf", null)));
    skip(closing.get().next());
    skip(closing.get().next());
    closing.get().next();

    pool.remove().run();

    assertThat(stream.closed).isPositive();
  }

  @Test
  void takesAHundredAndTwentyPartsAndNoMore() throws Exception {
    List<FilePart> files = Collections.nCopies(119, file(PDF, "a.pdf", null));

    assertThat(body(null, Map.of(), 0, files).files()).hasSize(119);
    assertThatThrownBy(() -> body("a caption", Map.of(), 0, files))
        .hasMessage("121 files and fields");
    assertThatThrownBy(() -> body(null, Map.of("in_reply_to", 7), 0, files))
        .hasMessage("121 files and fields");
  }

  @Test
  void refusesAFileThatIsTooLong() throws Exception {
    assertThat(body(PDF.length, file(PDF, "a.pdf", null)).files()).hasSize(1);
    int limit = PDF.length - 1;

    assertThatThrownBy(() -> body(limit, file(PDF, "a.pdf", null)))
        .hasMessageStartingWith("a file of 14 bytes, ")
        .hasMessageContaining("a.pdf");
    assertThatThrownBy(() -> body(limit, file(PDF, null, null))).hasMessage("a file of 14 bytes");
    assertThatThrownBy(() -> body(limit, file(new byte[1], "a", null), file(PDF, null, null)))
        .hasMessage("a file of 14 bytes, file 2 of 2");
  }

  @Test
  void refusesAStreamThatTurnsOutToBeTooLong() throws Exception {
    assertThat(written(body(PDF.length, stream(PDF, -1, null, null)))).contains("offer");

    assertThatThrownBy(() -> written(body(13, stream(PDF, -1, null, null))))
        .hasMessage("a file of more than 13 bytes");
  }

  @ParameterizedTest
  @ValueSource(ints = {13, 15})
  void refusesAFileThatChanged(int length) {
    assertThatThrownBy(() -> written(body(0, stream(PDF, length, "", "image/png"))))
        .hasMessage("a file that changed while it was sent: it had " + length + " bytes");
  }

  @Test
  void saysThatAFileCannotBeRead() {
    var broken =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("quoted");
          }

          @Override
          public int read(byte[] buffer, int offset, int length) throws IOException {
            return read();
          }
        };

    assertThatThrownBy(
            () -> written(body(0, new FilePart(FileContent.of(broken, 5), null, "image/png"))))
        .isInstanceOf(UnreadableFileException.class)
        .hasMessage("a file that can't be read, IOException");
  }

  /** A stream that gives one byte at a time, as one of a network may. */
  @Test
  void waitsForBytesThatTellTheTypeAndForNoOthers() throws Exception {
    byte[] content = Arrays.copyOf(PDF, 10_000);
    var dripping = new AtomicInteger();
    var drip =
        new ByteArrayInputStream(content) {
          @Override
          public synchronized int read(byte[] buffer, int offset, int length) {
            dripping.incrementAndGet();
            return super.read(buffer, offset, 1);
          }

          @Override
          public synchronized int available() {
            return 0;
          }
        };
    MultipartBody body = body(0, new FilePart(FileContent.of(drip, -1), null, null));
    skip(body.next());
    assertThat(body.next()).isNull();
    pool.remove().run();

    assertThat(dripping).as("4,096 for the type, and one more piece").hasValue(4097);
    assertThat(UTF_8.decode(body.next()).toString()).contains("application/pdf");
  }
}
