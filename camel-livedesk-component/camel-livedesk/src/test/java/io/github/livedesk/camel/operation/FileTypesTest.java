// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.operation;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.livedesk.camel.model.FileContent;
import io.github.livedesk.camel.model.FileMessage;
import io.github.livedesk.camel.model.FilePart;
import io.github.livedesk.camel.model.failure.LiveDeskRequestException;
import io.github.livedesk.camel.model.failure.Outcome;
import io.github.livedesk.camel.simulator.LiveDeskSimulator;
import io.github.livedesk.camel.simulator.StoredAttachment;
import io.github.livedesk.camel.simulator.StoredMessage;
import io.github.livedesk.camel.testing.SimulatorTestSupport;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a file is sent as: its type decides what LiveDesk shows. */
class FileTypesTest extends SimulatorTestSupport {

  private static final byte[] PNG = "\u0089PNG\r\n\u001a\n\0\0\0\rIHDR".getBytes(ISO_8859_1);
  private static final byte[] OPUS =
      ("OggS\0\2" + "\0".repeat(20) + "\1\23OpusHead\1\1").getBytes(ISO_8859_1);
  private static final byte[] THEORA =
      ("OggS\0\2" + "\0".repeat(20) + "\1\52\u0080theora").getBytes(ISO_8859_1);
  private static final byte[] NOTHING_KNOWN = {0, 1, 2, 3};

  @TempDir private Path folder;

  FileTypesTest(LiveDeskSimulator livedesk) {
    super(livedesk);
  }

  private StoredMessage message() {
    return livedesk.messages("141").get(livedesk.messages("141").size() - 1);
  }

  private String typeOf(FileContent content, String name, String declared) {
    sent(TO_141, FileMessage.builder().file(new FilePart(content, name, declared)).build());
    return message().attachments().get(0).contentType();
  }

  private static FileContent stream(byte[] bytes) {
    return FileContent.of(new ByteArrayInputStream(bytes), FileContent.UNKNOWN);
  }

  @Test
  void aVoiceNoteIsOneByNameOrBytes() throws Exception {
    String opus = "audio/ogg; codecs=opus";
    assertThat(typeOf(FileContent.of(NOTHING_KNOWN), "voice.opus", null)).isEqualTo(opus);
    assertThat(typeOf(FileContent.of(OPUS), "voice.ogg", null)).isEqualTo(opus);
    assertThat(typeOf(FileContent.of(OPUS), null, null)).isEqualTo(opus);
    assertThat(typeOf(stream(OPUS), "voice.OGG", null)).isEqualTo(opus);
    Path file = Files.write(folder.resolve("voice.oga"), OPUS);
    assertThat(typeOf(FileContent.of(file), "voice.oga", null)).isEqualTo(opus);
    assertThat(typeOf(FileContent.of(OPUS), "voice.ogg", "application/ogg")).isEqualTo(opus);
    assertThat(typeOf(FileContent.of(NOTHING_KNOWN), "voice", "audio/opus")).isEqualTo(opus);
  }

  @Test
  void theBytesTellAVideoInOggFromASound() {
    assertThat(typeOf(FileContent.of(THEORA), "film.ogg", null)).isEqualTo("video/ogg");
    assertThat(typeOf(FileContent.of(NOTHING_KNOWN), "film.ogg", null)).isEqualTo("audio/ogg");
    assertThat(typeOf(FileContent.of(OPUS), "film.ogv", null)).isEqualTo("video/ogg");
    assertThat(typeOf(FileContent.of(PNG), "film.ogg", null)).isEqualTo("audio/ogg");
  }

  /** To look into it would cost the length of the request, for it can't be read twice. */
  @Test
  void aStreamOfKnownLengthIsNotReadForMoreThanItsNameSays() {
    FileContent once = FileContent.of(new ByteArrayInputStream(OPUS), OPUS.length);

    assertThat(typeOf(once, "voice.ogg", null)).isEqualTo("audio/ogg");
    assertThat(livedesk.requests().get(0).header("Content-Length")).isNotNull();
  }

  @Test
  void theNameBeatsTheBytesAndWhatIsDeclaredBeatsBoth() {
    assertThat(typeOf(FileContent.of(PNG), "a.pdf", null)).isEqualTo("application/pdf");
    assertThat(typeOf(FileContent.of(PNG), "a.pdf", "IMAGE/GIF; name=\"b.gif\""))
        .isEqualTo("image/gif");
    assertThat(typeOf(FileContent.of(PNG), "a#1?.jpg", "Application/Octet-Stream; name=x"))
        .isEqualTo("image/jpeg");
    assertThat(typeOf(FileContent.of(PNG), "a.unheardof", "binary/octet-stream"))
        .isEqualTo("image/png");
    assertThat(typeOf(FileContent.of(NOTHING_KNOWN), "a.unheardof", null))
        .isEqualTo("application/octet-stream");
  }

  @ParameterizedTest
  @CsvSource({
    "image/tif, attachment.tiff, image/tiff",
    "Image/X-TIFF, attachment.tiff, image/tiff",
    "application/mp4, attachment.mp4, video/mp4",
    "video/x-m4v, attachment.mp4, video/mp4",
    "image/vnd.microsoft.icon, attachment.ico, image/vnd.microsoft.icon",
    "application/csv, attachment.csv, application/csv",
    "application/x-dosexec, attachment.exe, application/x-dosexec",
    "application/vnd.api+json, attachment.json, application/vnd.api+json"
  })
  void aFileWithoutANameIsCalledByItsType(String declared, String name, String sent) {
    assertThat(typeOf(FileContent.of(NOTHING_KNOWN), null, declared)).isEqualTo(sent);
    assertThat(message().attachments().get(0).fileName()).isEqualTo(name);
  }

  @Test
  void aStreamThatBeginsSlowlyIsReadUntilItTells() {
    List<InputStream> bytes =
        IntStream.range(0, PNG.length)
            .<InputStream>mapToObj(i -> new ByteArrayInputStream(PNG, i, 1))
            .toList();
    var slow = new SequenceInputStream(Collections.enumeration(bytes));

    assertThat(typeOf(FileContent.of(slow, FileContent.UNKNOWN), null, null))
        .isEqualTo("image/png");
    assertThat(message().attachments().get(0).bytes()).isEqualTo(PNG);
  }

  @Test
  void severalFilesWithoutANameAreCounted() {
    sent(
        TO_141,
        FileMessage.builder()
            .file(new FilePart(FileContent.of(PNG), null, null))
            .file("own.txt", "own".getBytes(UTF_8))
            .file(new FilePart(stream("%PDF-1.7".getBytes(UTF_8)), null, null))
            .file(new FilePart(FileContent.of(NOTHING_KNOWN), null, null))
            .file(new FilePart(FileContent.of(NOTHING_KNOWN), null, "application/x-unheard-of"))
            .build());

    assertThat(message().attachments())
        .extracting(StoredAttachment::fileName, StoredAttachment::contentType)
        .containsExactly(
            tuple("attachment-1.png", "image/png"),
            tuple("own.txt", "text/plain"),
            tuple("attachment-2.pdf", "application/pdf"),
            tuple("attachment-3.bin", "application/octet-stream"),
            tuple("attachment-4.bin", "application/x-unheard-of"));
  }

  private static FileMessage files(int count) {
    var message = FileMessage.builder().content("Our offer");
    IntStream.range(0, count).forEach(i -> message.file(i + ".txt", new byte[] {'a'}));
    return message.build();
  }

  @Test
  void morePartsThanTheServerTakesAreRefused() {
    sent(TO_141, files(118));
    assertThat(message().attachments()).hasSize(118);

    var failure = failure(LiveDeskRequestException.class, send(TO_141, files(119)));

    assertThat(failure)
        .hasMessageContaining(
            "body: found 121 files and fields; it takes up to 120 in one message");
    assertThat(failure.getOutcome()).isEqualTo(Outcome.NOT_SENT);
    assertThat(livedesk.requests()).hasSize(1);
  }
}
