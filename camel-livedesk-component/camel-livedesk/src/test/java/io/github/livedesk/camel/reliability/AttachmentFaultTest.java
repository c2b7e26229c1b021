// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.reliability;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.livedesk.camel.LiveDeskConstants;
import io.github.livedesk.camel.model.FileContent;
import io.github.livedesk.camel.model.FileMessage;
import io.github.livedesk.camel.model.FilePart;
import io.github.livedesk.camel.model.failure.LiveDeskConnectionException;
import io.github.livedesk.camel.model.failure.LiveDeskException;
import io.github.livedesk.camel.model.failure.LiveDeskOutcomeUnknownException;
import io.github.livedesk.camel.model.failure.LiveDeskRequestException;
import io.github.livedesk.camel.model.failure.LiveDeskResponseException;
import io.github.livedesk.camel.model.failure.Outcome;
import io.github.livedesk.camel.testing.LiveDeskTestSupport;
import io.github.livedesk.camel.testing.SocketServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.camel.Exchange;
import org.apache.camel.WrappedFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Files that can't be sent, and files that fail while they are sent: never half a file as a whole.
 */
@Tag("slow")
class AttachmentFaultTest extends LiveDeskTestSupport {

  private static final String FILES_TO_141 = TO_141 + "&op=attachment";
  private static final int BIG = 20_000_000;

  @TempDir private Path folder;

  private SocketServer server;

  /** What the server does once it has the head of a request. */
  private volatile SocketServer.Behaviour afterHead = SocketServer.Connection::waitForClose;

  @BeforeEach
  void startServer() throws IOException {
    server =
        SocketServer.start(
            connection -> {
              connection.readHead();
              afterHead.handle(connection);
            });
  }

  @AfterEach
  void closeServer() throws IOException {
    server.close();
  }

  @Override
  protected String baseUrl() {
    return "http://127.0.0.1:1";
  }

  private String to(String options) {
    return FILES_TO_141 + "&baseUrl=" + server.url() + options;
  }

  private LiveDeskRequestException refused(String options, Object body) {
    Exchange exchange = send(to(options), body);
    var failure = failure(LiveDeskRequestException.class, exchange);
    assertThat(failure.getOutcome()).isEqualTo(Outcome.NOT_SENT);
    assertThat(failure.getAttempts()).isZero();
    assertThat(server.connections()).isZero();
    return failure;
  }

  private LiveDeskRequestException refused(Object body) {
    return refused("", body);
  }

  @Test
  void aStringIsNeverAPath() throws Exception {
    Path file = Files.writeString(folder.resolve("a.txt"), "A");

    assertThat(refused(file.toString()))
        .hasMessageContaining("body: found a String")
        .hasMessageContaining("a String is never a path");
  }

  @Test
  void aMissingFile() {
    assertThat(refused(folder.resolve("none.pdf")))
        .hasMessageContaining("found a file that does not exist, 'none.pdf'")
        .hasMessageNotContaining(folder.toString());
    assertThat(refused(List.of(new byte[1], folder.resolve("none.pdf"))))
        .hasMessageContaining("body[1]: found a file that does not exist, 'none.pdf'");
    assertThat(refused(FileMessage.builder().file(folder.resolve("none.pdf")).build()))
        .hasMessageContaining("files[0]: found a file that does not exist, 'none.pdf'")
        .hasMessageContaining("NoSuchFile");
  }

  @Test
  void aFolder() {
    assertThat(refused(folder)).hasMessageContaining("found a folder");
  }

  @Test
  void aFileThatCanNotBeRead() {
    // The tests may run as root, whom no permission stops; this one not even root can read.
    Path file = Path.of("/proc/self/mem");
    assumeTrue(Files.exists(file));

    var failure = failure(LiveDeskRequestException.class, send(to(""), file));

    assertThat(failure.getOutcome()).isEqualTo(Outcome.NOT_SENT);
    assertThat(server.requests()).isZero();
  }

  @Test
  void noFileAtAll() {
    refused(null);
    refused(List.of());
    assertThat(refused(FileMessage.builder().content("only text").build()))
        .hasMessageContaining("found no file");
  }

  @Test
  void whatIsNoFile() {
    refused(Map.of("a", 1));
    refused(List.of("text"));
    refused(
        new WrappedFile<Object>() {
          @Override
          public Object getFile() {
            return null;
          }

          @Override
          public Object getBody() {
            return null;
          }
        });
    refused(42);
  }

  @Test
  void aFileOverTheLimitWhoseLengthIsKnown() throws Exception {
    Path file = Files.write(folder.resolve("big.bin"), new byte[1001]);

    assertThat(refused("&maxAttachmentSize=1000", file))
        .hasMessageContaining("found a file of 1001 bytes")
        .hasMessageContaining("maxAttachmentSize=1000");
    refused("&maxAttachmentSize=1000", new byte[1001]);
  }

  @ParameterizedTest
  @ValueSource(strings = {".", "..", "...", "/", "///", "a/..", "\\", "", " ", "a\\.\\"})
  void namesThatAreNone(String name) {
    Exchange exchange = send(to(""), new byte[1], Map.of(LiveDeskConstants.FILE_NAME, name));

    assertThat(failure(LiveDeskRequestException.class, exchange).getField()).isEqualTo("file name");
    assertThat(server.connections()).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"png", "image/png\r\nX: y", "", "image/", "bild/ä", "image/*", "a/b, c/d"})
  void contentTypesThatAreNone(String type) {
    Exchange exchange =
        send(to(""), new byte[1], Map.of(LiveDeskConstants.FILE_CONTENT_TYPE, type));

    assertThat(failure(LiveDeskRequestException.class, exchange))
        .hasMessageContaining("content type: found text that is no content type");
  }

  /** A failure of the source while the request is on its way: it never gets its last byte. */
  private LiveDeskRequestException endedHalfWay(String options, Object body) {
    var failure = failure(LiveDeskRequestException.class, send(to(options), body));
    assertThat(failure.getOutcome()).isEqualTo(Outcome.NOT_SENT);
    assertThat(failure.getAttempts()).isEqualTo(1);
    assertThat(server.requests()).isZero();
    await().until(() -> server.openConnections() == 0);
    return failure;
  }

  @Test
  void aStreamOverTheLimit() {
    assertThat(endedHalfWay("&maxAttachmentSize=100000", new ByteArrayInputStream(new byte[BIG])))
        .hasMessageContaining("found a file of more than 100000 bytes");
  }

  @Test
  void aStreamThatBreaks() {
    var stream =
        new CountedStream() {
          @Override
          int next(byte[] buffer, int offset, int length) throws IOException {
            if (position > 1_000_000) {
              throw new IOException("secret of the source");
            }
            return length;
          }
        };

    assertThat(endedHalfWay("", stream))
        .hasMessageContaining("a file that can't be read, IOException")
        .hasMessageNotContaining("secret");
    await().until(() -> stream.closed);
  }

  /** A file whose length is one and whose bytes are others. */
  private static FileMessage changing(long length, int bytes) {
    return FileMessage.builder()
        .file(
            new FilePart(
                FileContent.of(new ByteArrayInputStream(new byte[bytes]), length), "a.bin", "a/b"))
        .build();
  }

  @Test
  void aFileThatShrinks() {
    assertThat(endedHalfWay("", changing(1000, 999)))
        .hasMessageContaining("a file that changed while it was sent");
  }

  @Test
  void aFileThatGrows() {
    assertThat(endedHalfWay("", changing(1000, 1001)))
        .hasMessageContaining("a file that changed while it was sent");
    endedHalfWay("", changing(1_000_000, 1_000_001));
  }

  @Test
  void aFileOnDiskThatIsCutWhileItIsSent() throws Exception {
    Path file = Files.write(folder.resolve("big.bin"), new byte[BIG]);
    var cut = new CountDownLatch(1);
    afterHead =
        connection -> {
          try (var channel = Files.newByteChannel(file, StandardOpenOption.WRITE)) {
            channel.truncate(BIG / 2);
          }
          cut.countDown();
          connection.waitForClose();
        };

    assertThat(endedHalfWay("", file)).hasMessageContaining("it had " + BIG + " bytes");
    assertThat(cut.getCount()).isZero();
  }

  @Test
  void aFileThatDisappearsBeforeItIsOpened() throws Exception {
    Path file = Files.write(folder.resolve("gone.bin"), new byte[10]);
    FileContent gone =
        new FileContent() {
          @Override
          public long length() throws IOException {
            return Files.size(file);
          }

          @Override
          public boolean isReplayable() {
            return true;
          }

          @Override
          public InputStream open() throws IOException {
            Files.deleteIfExists(file);
            return Files.newInputStream(file);
          }
        };

    assertThat(
            endedHalfWay(
                "", FileMessage.builder().file(new FilePart(gone, "a.bin", "a/b")).build()))
        .hasMessageContaining("NoSuchFileException");
  }

  @Test
  void aConnectionLostHalfWay() {
    afterHead = SocketServer.Connection::reset;
    var stream = new EndlessStream();

    var failure = failure(LiveDeskConnectionException.class, send(to(""), stream));

    assertThat(failure.getOutcome()).isEqualTo(Outcome.NOT_SENT);
    await().until(() -> stream.closed);
  }

  @Test
  void aSourceIsClosedWhereNoConnectionOpens() {
    var stream = new EndlessStream();

    failure(LiveDeskConnectionException.class, send(FILES_TO_141, stream));

    await().until(() -> stream.closed);
  }

  @Test
  void anEarlyRefusalIsTheResult() {
    afterHead =
        connection -> {
          connection.write(
              "HTTP/1.1 413 Payload Too Large\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
          connection.waitForClose();
        };
    var stream = new EndlessStream();

    var failure = failure(LiveDeskResponseException.class, send(to(""), stream));

    assertThat(failure.getHttpResponseCode()).isEqualTo(413);
    assertThat(failure.getOutcome()).isEqualTo(Outcome.REJECTED);
    await().until(() -> stream.closed);
  }

  @Test
  void aServerThatTakesNothing() {
    var wait = new CountDownLatch(1);
    afterHead = connection -> wait.await();
    var stream = new EndlessStream();

    var failure =
        failure(LiveDeskConnectionException.class, send(to("&responseTimeout=300ms"), stream));

    assertThat(failure).hasMessageContaining("LiveDesk took nothing for responseTimeout=300ms");
    await().until(() -> stream.closed);
    wait.countDown();
  }

  @Test
  void aStreamThatBlocksForEverEndsWithTheTotalTimeoutAndStallsNothing() throws Exception {
    var stream = new BlockedStream();
    CompletableFuture<Exchange> blocked =
        template()
            .asyncSend(
                to("&totalTimeout=4s&responseTimeout=1s"), in -> in.getMessage().setBody(stream));
    await().until(() -> stream.reading);
    try (var other =
        SocketServer.start(
            connection -> {
              while (true) {
                connection.replyTo(connection.readRequest());
              }
            })) {
      for (int i = 1; i <= 100; i++) {
        assertThat(sent(TO_141 + "&baseUrl=" + other.url(), "meanwhile").id()).isEqualTo(i);
      }
    }

    Exchange exchange = blocked.get(1, TimeUnit.MINUTES);

    assertThat(failure(LiveDeskConnectionException.class, exchange))
        .hasMessageContaining("within totalTimeout=4000ms");
    await().until(() -> stream.closed);
  }

  @Test
  void manyBlockedStreamsStallNothing() throws Exception {
    List<BlockedStream> streams = new ArrayList<>();
    List<CompletableFuture<Exchange>> blocked = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      var stream = new BlockedStream();
      streams.add(stream);
      blocked.add(
          template().asyncSend(to("&totalTimeout=10s"), in -> in.getMessage().setBody(stream)));
    }
    await().until(() -> streams.stream().allMatch(stream -> stream.reading));

    for (CompletableFuture<Exchange> done : blocked) {
      assertThat(done.get(1, TimeUnit.MINUTES).getException(LiveDeskException.class).getOutcome())
          .isEqualTo(Outcome.NOT_SENT);
    }
    await().until(() -> streams.stream().allMatch(stream -> stream.closed));
  }

  @Test
  void aStreamThatGivesAByteNowAndThenEndsWithTheTotalTimeout() {
    var stream =
        new CountedStream() {
          @Override
          int next(byte[] buffer, int offset, int length) throws IOException {
            try {
              new CountDownLatch(1).await(100, TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
              throw new IOException(e);
            }
            return 1;
          }
        };

    var failure =
        failure(
            LiveDeskConnectionException.class,
            send(to("&totalTimeout=4s&responseTimeout=2s"), stream));

    assertThat(failure).hasMessageContaining("within totalTimeout=4000ms");
    await().until(() -> stream.closed);
  }

  @Test
  void aReplyWithFewerAttachmentsThanWereSent() throws Exception {
    try (var other =
        SocketServer.start(
            connection -> {
              connection.readRequest();
              connection.reply("{\"id\":1,\"attachments\":[{\"id\":2}]}");
            })) {
      Exchange exchange =
          send(
              FILES_TO_141 + "&baseUrl=" + other.url(),
              List.of("a".getBytes(UTF_8), "b".getBytes(UTF_8)));

      var failure = failure(LiveDeskOutcomeUnknownException.class, exchange);
      assertThat(failure).hasMessageContaining("has 1 of the 2 attachments sent");
      assertThat(failure.getHttpResponseCode()).isEqualTo(200);
    }
  }

  /** Zeros, counted; knows whether it was closed. */
  private abstract static class CountedStream extends InputStream {

    long position;
    volatile boolean closed;

    abstract int next(byte[] buffer, int offset, int length) throws IOException;

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int got = next(buffer, offset, length);
      position += got;
      return got;
    }

    @Override
    public int read() throws IOException {
      return read(new byte[1], 0, 1) < 0 ? -1 : 0;
    }

    @Override
    public void close() {
      closed = true;
    }
  }

  private static final class EndlessStream extends CountedStream {
    @Override
    int next(byte[] buffer, int offset, int length) {
      return length;
    }
  }

  /** Gives nothing until it is closed. */
  private static final class BlockedStream extends CountedStream {

    private final CountDownLatch open = new CountDownLatch(1);
    private volatile boolean reading;

    @Override
    int next(byte[] buffer, int offset, int length) throws IOException {
      reading = true;
      try {
        open.await();
      } catch (InterruptedException e) {
        throw new IOException(e);
      }
      throw new IOException("closed");
    }

    @Override
    public void close() {
      super.close();
      open.countDown();
    }
  }

  /** What a source of the user's own throws must not keep the exchange from its end. */
  @Test
  void aSourceThatThrowsWhenItIsLookedAtAgain() {
    var asked = new AtomicBoolean();
    afterHead =
        connection -> {
          asked.set(true);
          connection.write("HTTP/1.1 429 No\r\nContent-Length: 0\r\n\r\n");
        };
    var source =
        new FileContent() {
          @Override
          public InputStream open() {
            return new ByteArrayInputStream(new byte[10]);
          }

          @Override
          public long length() {
            if (asked.get()) {
              throw new IllegalStateException("gone");
            }
            return 10;
          }

          @Override
          public boolean isReplayable() {
            return true;
          }
        };
    var message = FileMessage.builder().file(new FilePart(source, "a.txt", null)).build();

    var failure = failure(LiveDeskRequestException.class, to(""), message);

    assertThat(failure).hasMessageContaining("a file that can't be read, IllegalStateException");
    assertThat(failure.getOutcome()).isEqualTo(Outcome.NOT_SENT);
    assertThat(failure.getAttempts()).isEqualTo(1);
  }
}
