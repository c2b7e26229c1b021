// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.operation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import io.github.livedesk.camel.LiveDeskConstants;
import io.github.livedesk.camel.model.FileContent;
import io.github.livedesk.camel.model.FileMessage;
import io.github.livedesk.camel.model.FilePart;
import io.github.livedesk.camel.model.LiveDeskMessage;
import io.github.livedesk.camel.simulator.LiveDeskSimulator;
import io.github.livedesk.camel.simulator.StoredAttachment;
import io.github.livedesk.camel.simulator.StoredMessage;
import io.github.livedesk.camel.testing.BytesDataSource;
import io.github.livedesk.camel.testing.SimulatorTestSupport;
import jakarta.activation.DataHandler;
import jakarta.activation.FileDataSource;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.WrappedFile;
import org.apache.camel.attachment.AttachmentMessage;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.converter.stream.InputStreamCache;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class AttachmentTest extends SimulatorTestSupport {

  private static final String FILES_TO_141 = TO_141 + "&op=attachment";

  /** The smallest PNG there is. */
  private static final byte[] PNG =
      Base64.getDecoder()
          .decode(
              "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5E"
                  + "rkJggg==");

  @TempDir private Path folder;

  AttachmentTest(LiveDeskSimulator livedesk) {
    super(livedesk);
  }

  @Override
  protected RouteBuilder createRouteBuilder() {
    return new RouteBuilder() {
      @Override
      public void configure() {
        from("file:" + folder + "/in?noop=true&initialDelay=0").to(TO_141);
        from("direct:cached").streamCache("true").to(FILES_TO_141);
      }
    };
  }

  private StoredMessage message() {
    return livedesk.messages("141").get(livedesk.messages("141").size() - 1);
  }

  private StoredAttachment file() {
    assertThat(message().attachments()).hasSize(1);
    return message().attachments().get(0);
  }

  private Path write(String name, byte[] bytes) throws Exception {
    return Files.write(folder.resolve(name), bytes);
  }

  @Test
  void aFileOnDisk() throws Exception {
    LiveDeskMessage reply = sent(TO_141, write("offer.pdf", "PDF".getBytes(UTF_8)).toFile());

    assertThat(file().fileName()).isEqualTo("offer.pdf");
    assertThat(file().contentType()).isEqualTo("application/pdf");
    assertThat(file().bytes()).isEqualTo("PDF".getBytes(UTF_8));
    assertThat(reply.attachments()).hasSize(1);
    assertThat(reply.attachments().get(0).fileSize()).isEqualTo(3);
  }

  @Test
  void aPath() throws Exception {
    sent(TO_141, write("圖片 1.png", PNG));

    assertThat(file().fileName()).isEqualTo("圖片 1.png");
    assertThat(file().fileType()).isEqualTo("image");
    assertThat(file().bytes()).isEqualTo(PNG);
  }

  @Test
  void aFileOfAFileConsumer() throws Exception {
    Files.createDirectories(folder.resolve("in"));
    Path hidden = write("moving.wav", "RIFF".getBytes(UTF_8));
    Files.move(hidden, folder.resolve("in/sound.wav"));

    await().until(() -> !livedesk.messages("141").isEmpty());

    assertThat(file().fileName()).isEqualTo("sound.wav");
    assertThat(file().fileType()).isEqualTo("audio");
  }

  /** As the consumers of ftp, sftp and smb have them. */
  private record RemoteFile(Object getBody) implements WrappedFile<Object> {
    @Override
    public Object getFile() {
      return "a description of the file over there";
    }
  }

  @Test
  void aFileOfAConsumerThatLoadsItFromElsewhere() throws Exception {
    Map<String, Object> headers = Map.of(Exchange.FILE_NAME, "in/remote.png");
    for (Object loaded :
        List.of(PNG, new ByteArrayInputStream(PNG), write("local-copy.tmp", PNG).toFile())) {
      sent(TO_141, new RemoteFile(loaded), headers);

      assertThat(file().fileName()).isEqualTo("remote.png");
      assertThat(file().fileType()).isEqualTo("image");
      assertThat(file().bytes()).isEqualTo(PNG);
    }
  }

  @Test
  void bytesAndStreamsAreNamedByCamelsHeaders() {
    Map<String, Object> headers =
        Map.of(Exchange.FILE_NAME, "sub/a.bin", Exchange.FILE_CONTENT_TYPE, "image/gif");
    sent(FILES_TO_141, "1".getBytes(UTF_8), headers);
    assertThat(file().fileName()).isEqualTo("a.bin");
    assertThat(file().contentType()).isEqualTo("image/gif");

    sent(FILES_TO_141, new ByteArrayInputStream("2".getBytes(UTF_8)), headers);
    assertThat(file().fileName()).isEqualTo("a.bin");
    assertThat(file().bytes()).isEqualTo("2".getBytes(UTF_8));
  }

  @Test
  void bytesAndStreamsWithoutANameAreCalledByTheirType() {
    sent(FILES_TO_141, PNG);
    assertThat(file().fileName()).isEqualTo("attachment.png");
    assertThat(file().contentType()).isEqualTo("image/png");

    sent(FILES_TO_141, new ByteArrayInputStream(PNG));
    assertThat(file().fileName()).isEqualTo("attachment.png");
    assertThat(file().contentType()).isEqualTo("image/png");
    assertThat(file().bytes()).isEqualTo(PNG);

    sent(FILES_TO_141, new byte[] {0, 1, 2, 3});
    assertThat(file().fileName()).isEqualTo("attachment.bin");
    assertThat(file().contentType()).isEqualTo("application/octet-stream");
  }

  @Test
  void anEmptyFile() throws Exception {
    sent(TO_141, write("empty.txt", new byte[0]));
    assertThat(file().bytes()).isEmpty();

    sent(FILES_TO_141, InputStream.nullInputStream());
    assertThat(file().bytes()).isEmpty();
  }

  @Test
  void ourOwnHeadersBeatAllOtherNames() throws Exception {
    sent(
        TO_141,
        write("x.tmp", PNG),
        Map.of(
            LiveDeskConstants.FILE_NAME, "C:\\out\\picture.jpg",
            LiveDeskConstants.FILE_CONTENT_TYPE, "image/webp",
            Exchange.FILE_NAME, "stale.csv"));

    assertThat(file().fileName()).isEqualTo("picture.jpg");
    assertThat(file().contentType()).isEqualTo("image/webp");
  }

  @Test
  void aPlainFileKeepsItsNameWhateverCamelsHeaderIsFrom() throws Exception {
    sent(TO_141, write("report.pdf", PNG), Map.of(Exchange.FILE_NAME, "orders.csv"));

    assertThat(file().fileName()).isEqualTo("report.pdf");
  }

  @Test
  void aStreamCacheCanBeReadAgainByTheRoute() throws Exception {
    var cache = new InputStreamCache(PNG);
    sent(FILES_TO_141, cache);

    assertThat(file().bytes()).isEqualTo(PNG);
    assertThat(file().contentType()).isEqualTo("image/png");
    cache.reset();
    assertThat(cache.readAllBytes()).isEqualTo(PNG);
  }

  @Test
  void aStreamOfACachingRoute() {
    template().sendBody("direct:cached", new ByteArrayInputStream(PNG));

    assertThat(file().bytes()).isEqualTo(PNG);
  }

  @Test
  void aListOfAnyOfThese() throws Exception {
    LiveDeskMessage reply =
        sent(
            FILES_TO_141,
            List.of(write("a.txt", "A".getBytes(UTF_8)).toFile(), write("b.txt", PNG), PNG));

    assertThat(message().attachments())
        .extracting(StoredAttachment::fileName)
        .containsExactly("a.txt", "b.txt", "attachment.png");
    assertThat(reply.attachments()).hasSize(3);
  }

  @Test
  void severalOfAListGetNamesAndTypesOfTheirOwn() throws Exception {
    byte[] pdf = "%PDF-1.4".getBytes(UTF_8);
    Map<String, Object> headers =
        Map.of(Exchange.FILE_NAME, "orders.csv", Exchange.FILE_CONTENT_TYPE, "text/csv");

    sent(FILES_TO_141, List.of(PNG, write("a.txt", PNG), new ByteArrayInputStream(pdf)), headers);
    assertThat(message().attachments())
        .extracting(StoredAttachment::fileName, StoredAttachment::contentType)
        .containsExactly(
            tuple("attachment-1.png", "image/png"),
            tuple("a.txt", "text/plain"),
            tuple("attachment-2.pdf", "application/pdf"));

    sent(FILES_TO_141, List.of(pdf), headers);
    assertThat(file().fileName()).as("the one that there is").isEqualTo("orders.csv");
  }

  @Test
  void anAttachmentOfAMailWithATypeAsMailsHaveIt() throws Exception {
    for (String type :
        List.of(
            "IMAGE/PNG;\r\n\tname=\"p.png\"",
            "image/png; name=\"圖片.png\"",
            "image/png; name=\"" + "n".repeat(200) + ".png\"",
            "",
            "png",
            "image/*",
            "APPLICATION/OCTET-STREAM; x=y")) {
      Exchange exchange =
          template()
              .request(
                  TO_141,
                  it -> {
                    it.getMessage().setBody("see the picture");
                    it.getMessage(AttachmentMessage.class)
                        .addAttachment("p.png", new DataHandler(new BytesDataSource(PNG, type)));
                  });

      assertThat(exchange.getException()).isNull();
      assertThat(file().contentType()).as(type).isEqualTo("image/png");
    }
  }

  @Test
  void theContentTypeOfHttpCountsWhereNothingKnowsBetter() {
    Map<String, Object> json = Map.of(Exchange.CONTENT_TYPE, "application/json");
    for (Object body : List.of(PNG, new ByteArrayInputStream(PNG), new InputStreamCache(PNG))) {
      sent(FILES_TO_141, body, json);
      assertThat(file().contentType()).as("made of a request in JSON").isEqualTo("image/png");
    }
    sent(FILES_TO_141, "a,b".getBytes(UTF_8), Map.of(Exchange.CONTENT_TYPE, "text/csv"));
    assertThat(file().contentType()).isEqualTo("text/csv");
    assertThat(file().fileName()).isEqualTo("attachment.csv");

    Map<String, Object> font = Map.of(Exchange.CONTENT_TYPE, "font/woff2");
    sent(FILES_TO_141, new ByteArrayInputStream(new byte[] {1, 2}), font);
    assertThat(file().contentType()).isEqualTo("font/woff2");
  }

  @Test
  void aFileMessage() throws Exception {
    sent(TO_141, "question");
    sent(
        TO_141,
        FileMessage.builder()
            .file(write("offer.pdf", PNG))
            .file("note.txt", "bytes".getBytes(UTF_8))
            .file("stream.txt", new ByteArrayInputStream("stream".getBytes(UTF_8)))
            .file(new FilePart(FileContent.of(PNG), "x", "image/gif"))
            .content("Our offer: 報價")
            .asPrivateNote()
            .replyTo(1)
            .build());

    assertThat(message().content()).isEqualTo("Our offer: 報價");
    assertThat(message().privateNote()).isTrue();
    assertThat(message().inReplyTo()).isEqualTo(1);
    assertThat(message().attachments())
        .extracting(StoredAttachment::fileName, StoredAttachment::contentType)
        .containsExactly(
            tuple("offer.pdf", "application/pdf"),
            tuple("note.txt", "text/plain"),
            tuple("stream.txt", "text/plain"),
            tuple("x", "image/gif"));
  }

  @Test
  void captionNoteAndReplyByOptionsAndHeaders() {
    sent(TO_141, "question");
    sent(FILES_TO_141 + "&content=RAW(by option)&private=true&inReplyTo=1", PNG);
    assertThat(message().content()).isEqualTo("by option");
    assertThat(message().privateNote()).isTrue();
    assertThat(message().inReplyTo()).isEqualTo(1);

    sent(
        FILES_TO_141 + "&content=option&private=true",
        PNG,
        Map.of(LiveDeskConstants.CONTENT, "by header", LiveDeskConstants.PRIVATE, false));
    assertThat(message().content()).isEqualTo("by header");
    assertThat(message().privateNote()).isFalse();

    sent(FILES_TO_141, PNG);
    assertThat(message().content()).isNull();
  }

  @Test
  void contentAttributesThatBracketsCanNotSay() {
    sent(TO_141, "question");
    Map<String, Object> attributes = Map.of("in_reply_to", 1, "items", List.of(Map.of("a", 1)));
    sent(FILES_TO_141, PNG, Map.of(LiveDeskConstants.CONTENT_ATTRIBUTES, attributes));

    assertThat(message().inReplyTo()).isEqualTo(1);
  }

  private Exchange sendAttached(String uri, Object body) {
    return template()
        .request(
            uri,
            exchange -> {
              exchange.getMessage().setBody(body);
              var message = exchange.getMessage(AttachmentMessage.class);
              message.addAttachment(
                  "scan.png", new DataHandler(new BytesDataSource(PNG, "image/png")));
              message.addAttachment(
                  "key",
                  new DataHandler(
                      new FileDataSource(write("file.pdf", "PDF".getBytes(UTF_8)).toFile())));
            });
  }

  @Test
  void theAttachmentsOfTheCamelMessageWithTheBodyAsCaption() {
    assertThat(sendAttached(TO_141, "see the scan").getException()).isNull();

    assertThat(message().content()).isEqualTo("see the scan");
    assertThat(message().attachments())
        .extracting(StoredAttachment::fileName, StoredAttachment::fileType)
        .containsExactly(tuple("scan.png", "image"), tuple("file.pdf", "file"));
    assertThat(message().attachments().get(0).bytes()).isEqualTo(PNG);
  }

  @Test
  void theAttachmentsOfTheCamelMessageBesideAFile() throws Exception {
    Path file = write("body.txt", "B".getBytes(UTF_8));
    assertThat(sendAttached(TO_141 + "&content=option", file).getException()).isNull();
    assertThat(message().content()).isEqualTo("option");
    assertThat(message().attachments()).hasSize(3);

    assertThat(sendAttached(TO_141 + "&content=option", "text").getException()).isNull();
    assertThat(message().content()).as("the body is the caption").isEqualTo("text");

    assertThat(sendAttached(TO_141, null).getException()).isNull();
    assertThat(message().content()).isNull();
  }

  static Stream<Arguments> oddNames() {
    return Stream.of(
        Arguments.of("a\"b.txt", "a\"b.txt"),
        Arguments.of("a\r\nX-Evil: 1.txt", "a__X-Evil: 1.txt"),
        Arguments.of("a\u0000\u0007b.txt", "a__b.txt"),
        Arguments.of("half\uD83D.txt", "half_.txt"),
        Arguments.of("/etc/pass.txt", "pass.txt"),
        Arguments.of("C:\\x\\y.txt", "y.txt"),
        Arguments.of("x; name=content; y.txt", "x; name=content; y.txt"),
        Arguments.of("x; filename=y.txt", "x; filename=y.txt"),
        Arguments.of("50% off.txt", "50% off.txt"),
        Arguments.of("100%25 off.txt", "100%25 off.txt"),
        Arguments.of("a%0D%0Ab.txt", "a%0D%0Ab.txt"),
        Arguments.of("50% \"x\".txt", "50% \"x\".txt"),
        Arguments.of("emoji 👩‍👧.txt", "emoji 👩‍👧.txt"));
  }

  @ParameterizedTest
  @MethodSource("oddNames")
  void namesThatCouldBreakThePartsHead(String name, String arrives) {
    sent(FILES_TO_141, PNG, Map.of(LiveDeskConstants.FILE_NAME, name));

    assertThat(file().fileName()).isEqualTo(arrives);
    assertThat(message().content()).isNull();
    assertThat(file().bytes()).isEqualTo(PNG);
  }

  @Test
  void theBodyIsSentWithItsLengthWhereThatIsKnown() throws Exception {
    sent(TO_141, write("a.txt", PNG));
    sent(FILES_TO_141, new ByteArrayInputStream(PNG));

    assertThat(livedesk.requests().get(0).header("Content-Length"))
        .isEqualTo(String.valueOf(livedesk.requests().get(0).body().length));
    assertThat(livedesk.requests().get(0).header("Transfer-Encoding")).isNull();
    assertThat(livedesk.requests().get(1).header("Transfer-Encoding")).isEqualTo("chunked");
    assertThat(livedesk.requests().get(0).text())
        .doesNotContainIgnoringCase("Content-Transfer-Encoding")
        .contains("name=\"attachments[]\"; filename=\"a.txt\"\r\nContent-Type: text/plain\r\n");
  }

  @Test
  void filesLongerThanThePiecesTheyAreReadIn() throws Exception {
    byte[] bytes = new byte[1_000_003];
    new Random(7).nextBytes(bytes);
    sent(TO_141, write("random.bin", bytes));
    assertThat(file().bytes()).isEqualTo(bytes);

    sent(FILES_TO_141, new ByteArrayInputStream(bytes));
    assertThat(file().bytes()).isEqualTo(bytes);

    sent(FILES_TO_141, List.of(bytes, bytes));
    assertThat(message().attachments()).allMatch(it -> Arrays.equals(it.bytes(), bytes));
  }

  @Test
  void aStreamIsClosedWhenItWasSent() {
    var closed = new AtomicInteger();
    var stream =
        new ByteArrayInputStream(PNG) {
          @Override
          public void close() {
            closed.incrementAndGet();
          }
        };
    sent(FILES_TO_141, stream);

    await().until(() -> closed.get() > 0);
  }
}
