// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.reliability;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.livedesk.camel.model.FileContent;
import io.github.livedesk.camel.model.FileMessage;
import io.github.livedesk.camel.model.FilePart;
import io.github.livedesk.camel.model.failure.LiveDeskConnectionException;
import io.github.livedesk.camel.model.failure.LiveDeskRequestException;
import io.github.livedesk.camel.model.failure.Outcome;
import io.github.livedesk.camel.simulator.LiveDeskSimulator;
import io.github.livedesk.camel.testing.SimulatorTestSupport;
import jakarta.activation.DataHandler;
import jakarta.activation.DataSource;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Reader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.attachment.AttachmentMessage;
import org.apache.camel.spi.ThreadPoolProfile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Files, streams and values that do not answer: the send ends in time, says so, and is alone. */
class SlowSourcesTest extends SimulatorTestSupport {

  private static final String SHORT = "&totalTimeout=1s";
  private static final String FILES = TO_141 + "&op=attachment" + SHORT;

  @TempDir private Path folder;

  /** What hangs does so until the test is over. */
  private static volatile CountDownLatch hanging = new CountDownLatch(1);

  SlowSourcesTest(LiveDeskSimulator livedesk) {
    super(livedesk);
  }

  @BeforeEach
  void hangFromNowOn() {
    hanging = new CountDownLatch(1);
  }

  @AfterEach
  void goOn() {
    hanging.countDown();
  }

  private static void hang() {
    try {
      hanging.await();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  /** Where a file hangs. */
  enum Place {
    LENGTH,
    REPLAYABLE,
    OPEN,
    FIRST_BYTES,
    NEXT_BYTES
  }

  /** A file of the route's own which waits for somebody at one place. */
  private record HangingFile(Place place) implements FileContent {

    @Override
    public long length() {
      hangAt(Place.LENGTH);
      return 1_000_000;
    }

    @Override
    public boolean isReplayable() {
      hangAt(Place.REPLAYABLE);
      return true;
    }

    @Override
    public InputStream open() {
      hangAt(Place.OPEN);
      return new InputStream() {

        private int reads;

        @Override
        public int read(byte[] buffer, int offset, int length) {
          hangAt(Place.FIRST_BYTES);
          reads++;
          if (reads > 1) {
            hangAt(Place.NEXT_BYTES);
          }
          return Math.min(length, 100_000);
        }

        @Override
        public int read() {
          return 0;
        }
      };
    }

    private void hangAt(Place here) {
      if (place == here) {
        hang();
      }
    }
  }

  private static FileMessage file(String name, FileContent content) {
    return FileMessage.builder().file(new FilePart(content, name, null)).build();
  }

  @ParameterizedTest
  @EnumSource
  void aFileThatHangs(Place place) {
    var failure =
        failure(
            LiveDeskConnectionException.class, FILES, file("offer.qqq", new HangingFile(place)));

    assertThat(failure)
        .hasMessageContaining("the file 'offer.qqq' was not read for ")
        .hasMessageContaining("ms, within totalTimeout=1000ms");
    assertThat(failure.getOutcome()).isEqualTo(Outcome.NOT_SENT);
    assertThat(livedesk.messages("141")).isEmpty();
  }

  @Test
  void theSecondOfThreeFilesHangs() {
    var message =
        FileMessage.builder()
            .file("a.txt", new byte[1])
            .file(new FilePart(new HangingFile(Place.OPEN), null, null))
            .file("c.txt", new byte[1])
            .build();

    assertThat(failure(LiveDeskConnectionException.class, FILES, message))
        .hasMessageContaining("the file (file 2 of 3) was not read");
  }

  /** Bodies that are read as text, each of which hangs. */
  static Stream<Object> hangingTexts() {
    var stream =
        new InputStream() {
          @Override
          public int read() {
            return -1;
          }

          @Override
          public int read(byte[] buffer, int offset, int length) {
            hang();
            return -1;
          }
        };
    var reader =
        new Reader() {
          @Override
          public int read(char[] buffer, int offset, int length) {
            hang();
            return -1;
          }

          @Override
          public void close() {
            // nothing to let go of
          }
        };
    var text =
        new CharSequence() {
          @Override
          public int length() {
            return 1;
          }

          @Override
          public char charAt(int index) {
            return 'a';
          }

          @Override
          public CharSequence subSequence(int start, int end) {
            return this;
          }

          @Override
          public String toString() {
            hang();
            return "a";
          }
        };
    return Stream.of(stream, reader, text);
  }

  @ParameterizedTest
  @MethodSource("hangingTexts")
  void aTextThatHangs(Object body) {
    var failure = failure(LiveDeskConnectionException.class, TO_141 + "&op=text" + SHORT, body);

    assertThat(failure)
        .hasMessageContaining("the body was not read for ")
        .hasMessageContaining("within totalTimeout=1000ms");
    assertThat(failure.getOutcome()).isEqualTo(Outcome.NOT_SENT);
    assertThat(livedesk.messages("141")).isEmpty();
  }

  @Test
  void anAttachmentThatHangs() {
    Exchange exchange =
        template()
            .request(
                FILES,
                in ->
                    in.getMessage(AttachmentMessage.class)
                        .addAttachment("mail.bin", new DataHandler(new HangingSource())));

    assertThat(failure(LiveDeskConnectionException.class, exchange))
        .hasMessageContaining("the file 'mail.bin' was not read for ");
  }

  /** The part of a mail whose server does not answer. */
  private static final class HangingSource implements DataSource {

    @Override
    public InputStream getInputStream() {
      hang();
      return InputStream.nullInputStream();
    }

    @Override
    public OutputStream getOutputStream() {
      throw new UnsupportedOperationException("to be read only");
    }

    @Override
    public String getContentType() {
      hang();
      return "image/png";
    }

    @Override
    public String getName() {
      return "mail.bin";
    }
  }

  /** To open a pipe that nobody writes to waits for ever, in the system, where nothing wakes it. */
  @Test
  void aPipeIsNotOpened() throws Exception {
    Path pipe = folder.resolve("pipe.xyz");
    assumeTrue(isMade(pipe));

    for (Object body :
        List.of(pipe, pipe.toFile(), List.of(pipe), FileMessage.builder().file(pipe).build())) {
      var failure = failure(LiveDeskRequestException.class, FILES, body);
      assertThat(failure)
          .hasMessageContaining("not a regular file, 'pipe.xyz'")
          .hasMessageContaining("as an InputStream")
          .hasMessageNotContaining(folder.toString());
    }
    for (String operation :
        List.of("&op=text", "&op=template&templateName=a&templateLanguage=en")) {
      assertThat(failure(LiveDeskRequestException.class, TO_141 + operation + SHORT, pipe))
          .hasMessageContaining("not a regular file, 'pipe.xyz'");
    }
    assertThat(failure(LiveDeskRequestException.class, FILES, new File("/dev/zero")))
        .hasMessageContaining("not a regular file");
    assertThat(
            failure(
                LiveDeskRequestException.class, FILES, FileMessage.builder().file(folder).build()))
        .hasMessageContaining("found a folder");
  }

  private static boolean isMade(Path pipe) throws Exception {
    try {
      return new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor() == 0;
    } catch (IOException notHere) {
      return false;
    }
  }

  @Test
  void filesThatHangHoldUpNothingElse() throws Exception {
    CamelContext small = createCamelContext();
    try {
      var profile = new ThreadPoolProfile("livedesk");
      profile.setPoolSize(2);
      profile.setMaxPoolSize(2);
      small.getExecutorServiceManager().registerThreadPoolProfile(profile);
      small.start();
      var template = small.createProducerTemplate();
      List<CompletableFuture<Exchange>> hangs = new ArrayList<>();
      for (int i = 0; i < 20; i++) {
        Place place = Place.values()[i % Place.values().length];
        hangs.add(
            template.asyncSend(
                TO_141 + "&op=attachment&totalTimeout=1m",
                in -> in.getMessage().setBody(file("a.xyz", new HangingFile(place)))));
      }

      for (int i = 0; i < 20; i++) {
        template.requestBody(TO_141, "meanwhile");
        template.requestBody(
            TO_141 + "&op=attachment", new ByteArrayInputStream("meanwhile".getBytes(UTF_8)));
      }
      assertThat(hangs).noneMatch(CompletableFuture::isDone);

      small.stop();

      for (CompletableFuture<Exchange> hung : hangs) {
        Exchange exchange = hung.get(1, TimeUnit.MINUTES);
        assertThat(failure(LiveDeskConnectionException.class, exchange))
            .hasMessageContaining("the component was stopped");
      }
    } finally {
      small.stop();
    }
  }

  /** What came too late is let go of: the stream that was opened is closed. */
  @Test
  void aStreamThatComesTooLateIsClosed() {
    var closed = new CountDownLatch(1);
    var late =
        new FileContent() {
          @Override
          public long length() {
            hang();
            return UNKNOWN;
          }

          @Override
          public boolean isReplayable() {
            return false;
          }

          @Override
          public InputStream open() {
            return InputStream.nullInputStream();
          }

          @Override
          public void close() {
            closed.countDown();
          }
        };
    failure(LiveDeskConnectionException.class, FILES, file("late.xyz", late));

    hanging.countDown();

    await().until(() -> closed.getCount() == 0);
    assertThat(livedesk.messages("141")).isEmpty();
  }

  /** Gives nothing whenever it is asked, and does not end: no stream should. */
  private static final class EmptyHandedStream extends InputStream {

    @Override
    public int read() throws IOException {
      throw new IOException("not asked so");
    }

    @Override
    public int read(byte[] buffer, int offset, int length) {
      return 0;
    }
  }

  private static final String IMPATIENT = "&responseTimeout=200ms&totalTimeout=1m";
  private static final String NOTHING_FOR =
      "a stream that has not ended, and gave no bytes for responseTimeout=200ms";

  @Test
  void aStreamThatGivesNothingForEver() {
    String asFile = TO_141 + "&op=attachment" + IMPATIENT;
    String asText = TO_141 + "&op=text" + IMPATIENT;
    var reader =
        new Reader() {
          @Override
          public int read(char[] buffer, int offset, int length) {
            return 0;
          }

          @Override
          public void close() {
            // nothing to let go of
          }
        };

    for (Exchange exchange :
        List.of(
            send(asFile, new EmptyHandedStream()),
            send(asText, new EmptyHandedStream()),
            send(TO_141 + IMPATIENT, new EmptyHandedStream()),
            send(asText, reader))) {
      assertThat(failure(LiveDeskRequestException.class, exchange))
          .hasMessageContaining(NOTHING_FOR);
    }
  }

  /** Some streams give nothing at times, and are right otherwise. */
  @Test
  void aStreamThatGivesNothingNowAndThen() {
    var bytes = new ByteArrayInputStream("hello".getBytes(UTF_8));
    var stream =
        new InputStream() {

          private int reads;

          @Override
          public int read() {
            return bytes.read();
          }

          @Override
          public int read(byte[] buffer, int offset, int length) {
            reads++;
            return reads % 3 == 0 ? bytes.read(buffer, offset, Math.min(1, length)) : 0;
          }
        };

    sent(TO_141 + "&op=attachment", stream);

    assertThat(bytes.available()).isZero();
  }
}
