// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.simulator.api;

import static io.github.livedesk.camel.simulator.ApiClient.disposition;
import static io.github.livedesk.camel.simulator.ApiClient.field;
import static io.github.livedesk.camel.simulator.ApiClient.file;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.livedesk.camel.simulator.ApiClient;
import io.github.livedesk.camel.simulator.LiveDeskSimulator;
import io.github.livedesk.camel.simulator.LiveDeskSimulatorExtension;
import io.github.livedesk.camel.simulator.StoredAttachment;
import java.net.URI;
import java.util.Base64;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Multipart bodies as Rack 2.2 reads them. Each file name was read by the real one, too. */
@ExtendWith(LiveDeskSimulatorExtension.class)
class RackMultipartTest {

  private static final String PNG = file("a.png", "image/png");

  private final LiveDeskSimulator livedesk;
  private final ApiClient client;

  RackMultipartTest(LiveDeskSimulator livedesk) {
    this.livedesk = livedesk;
    this.client = new ApiClient(livedesk);
  }

  private StoredAttachment stored() {
    return livedesk.conversation(141).attachments().get(0);
  }

  // File names

  static Stream<Arguments> fileNames() {
    return Stream.of(
        arguments("報告 é.pdf", "報告 é.pdf"),
        arguments("50%25 off.pdf", "50% off.pdf"),
        arguments("%E5%A0%B1%e5%91%8a.pdf", "報告.pdf"),
        arguments("報%e5%91%8a.pdf", "報告.pdf"),
        arguments("a+b%20c.pdf", "a+b c.pdf"),
        arguments("100%.pdf", "100%.pdf"),
        arguments("100%25 or 5%.pdf", "100%25 or 5%.pdf"),
        arguments("%%41.pdf", "%%41.pdf"),
        arguments("%4.pdf", "%4.pdf"),
        arguments("%zz%41.pdf", "%zz%41.pdf"),
        arguments("%ff.pdf", "\uFFFD.pdf"),
        arguments("say \\\"hi\\\".pdf", "say \"hi\".pdf"),
        arguments("say %22hi%22.pdf", "say \"hi\".pdf"),
        arguments("a\\\\b.pdf", "b.pdf"),
        arguments("a\\\\\\\"b.pdf", "\"b.pdf"),
        arguments("C:\\temp\\a.pdf", "a.pdf"),
        arguments("C:\\temp\\say \\\"hi\\\".pdf", "\".pdf"),
        arguments("/tmp/a.pdf", "a.pdf"),
        arguments("..%2F..%2Fa.pdf", "a.pdf"),
        arguments("C:%5Ctemp%5Ca.pdf", "a.pdf"),
        arguments("100%/a%41.pdf", "a%41.pdf"),
        arguments("folder/", "folder"),
        arguments("folder%2F\\", "folder"),
        arguments("a;b=c.pdf", "a;b=c.pdf"),
        arguments(" .pdf", " .pdf"));
  }

  @ParameterizedTest
  @MethodSource("fileNames")
  void readsFileNames(String sent, String read) {
    assertThat(client.sendParts("141", file(sent, "application/pdf")).status()).isEqualTo(200);
    assertThat(stored().fileName()).isEqualTo(read);
  }

  static Stream<Arguments> dispositions() {
    return Stream.of(
        arguments("name=\"attachments[]\"; filename=a.pdf", "a.pdf"),
        arguments("name=\"attachments[]\"; filename=a b.pdf", "a"),
        arguments("name=\"attachments[]\";filename=\"a.pdf\"", "a.pdf"),
        arguments("filename=\"a.pdf\"; name=\"attachments[]\"", "a.pdf"),
        arguments("name=\"attachments[]\"; filename=\"a.pdf\"; filename=\"b.pdf\"", "b.pdf"),
        arguments("name=\"attachments[]\"; filename=\"my \"best\" a.pdf\"", "my "),
        arguments("name=\"attachments[]\";\r\n filename=\"a.pdf\"", "a.pdf"),
        arguments("name=\"attachments[]\"; filename*=UTF-8''%e5%a0%b1.pdf", "報.pdf"),
        arguments("name=\"attachments[]\"; filename=\"x.pdf\"; filename*=UTF-8''y.pdf", "x.pdf"),
        arguments("name=\"attach\\ments[]\"; filename=\"a.pdf\"", "a.pdf"));
  }

  @ParameterizedTest
  @MethodSource("dispositions")
  void readsParameters(String parameters, String read) {
    String part = disposition(parameters) + "\r\nBYTES";

    assertThat(client.sendParts("141", part).status()).isEqualTo(200);
    assertThat(stored().fileName()).isEqualTo(read);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "name=\"attachments[]\"; filename=\"/\"",
        "name=\"attachments[]\"; filename=\"%5C%2f\"",
        "name=\"attachments[]\"; filename=\"\\\"",
        "name=\"attachments[]\"; filename=",
        "name=\"attachments[]\"; filename=\"a.pdf",
        "name=\"attachments[]\"; filename*=a.pdf",
        "name=\"attachments[]\"; filename*=UTF-8''100%.pdf",
        "name=\"attachments[]\"; filename = \"a.pdf\"",
        "name=\"attachments[]\"; Filename=\"a.pdf\"",
        "name=attachments[]; filename=\"a.pdf\"",
        "filename=\"a.pdf\""
      })
  void refusesAFileWithoutNameOrField(String parameters) {
    assertThat(client.sendParts("141", disposition(parameters) + "\r\nBYTES").status())
        .isEqualTo(422);
    assertThat(livedesk.conversationIds()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "%41", "%", "\\", "\\\"", ";", "; x=\"", "/"})
  void readsANameOfAnyLength(String piece) {
    for (int times : new int[] {2_470, 300_000}) {
      String name = piece.repeat(times) + ".pdf";

      assertThat(client.sendParts("141", file(name, "application/pdf")).status()).isIn(200, 422);
    }
  }

  @Test
  void keepsALongName() {
    client.sendParts("141", file("%41".repeat(2_470) + ".pdf", "application/pdf"));

    assertThat(stored().fileName()).isEqualTo("A".repeat(2_470) + ".pdf");
  }

  // Content types

  @ParameterizedTest
  @ValueSource(
      strings = {"image/jpeg", "image/jpg", "image/png", "image/gif", "image/bmp", "image/webp"})
  void showsImages(String type) {
    assertThat(fileTypeOf(" " + type)).isEqualTo("image");
  }

  @ParameterizedTest
  @ValueSource(strings = {"video/ogg", "video/mp4", "video/webm", "video/quicktime"})
  void showsVideos(String type) {
    assertThat(fileTypeOf(" " + type)).isEqualTo("video");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"audio/ogg", "audio/ogg; codecs=opus", "audio/", "x-audio/wav", "x; y=audio/z"})
  void hearsAudio(String type) {
    assertThat(fileTypeOf(" " + type)).isEqualTo("audio");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        " IMAGE/PNG",
        " image/PNG",
        " image/png; name=x",
        " image/png;",
        " image/png ",
        "  image/png",
        "\timage/png",
        "image/png",
        " image/png, image/png",
        " image/svg+xml",
        " image/heic",
        " video/3gpp",
        " video/mp4; codecs=\"avc1\"",
        " VIDEO/MP4",
        " AUDIO/OGG",
        " application/octet-stream",
        " ",
        ""
      })
  void forgivesNothing(String typeField) {
    assertThat(fileTypeOf(typeField)).isEqualTo("file");
  }

  private String fileTypeOf(String typeField) {
    String part =
        disposition("name=\"attachments[]\"; filename=\"a\"")
            + "Content-Type:"
            + typeField
            + "\r\n\r\nBYTES";
    ApiClient.Answer answer = client.sendParts("141", part);
    assertThat(answer.json().at("/attachments/0/file_type").asText())
        .isEqualTo(stored().fileType());
    return stored().fileType();
  }

  @Test
  void takesNoTypeAsAFile() {
    client.sendParts("141", disposition("name=\"attachments[]\"; filename=\"a\"") + "\r\nBYTES");

    assertThat(stored().contentType()).isNull();
    assertThat(stored().fileType()).isEqualTo("file");
  }

  @Test
  void servesAFileWhoseTypeIsNoHeader() throws Exception {
    client.sendParts("141", file("a", "text/html\rX-Evil: 1"));
    String path = "/rails/active_storage/blobs/redirect/" + stored().id();
    var url = URI.create(livedesk.url() + path);

    var headers = url.toURL().openConnection().getHeaderFields();

    assertThat(headers).doesNotContainKey("X-Evil");
    assertThat(headers.get("Content-Type")).containsExactly("application/octet-stream");
  }

  // Bodies

  @ParameterizedTest
  @ValueSource(strings = {"base64", "quoted-printable", "8bit"})
  void leavesTransferEncodingsAlone(String encoding) {
    String encoded = Base64.getEncoder().encodeToString("=3D picture".getBytes(UTF_8));

    client.sendParts(
        "141", "Content-Transfer-Encoding: " + encoding + "\r\n" + PNG.replace("BYTES", encoded));

    assertThat(stored().text()).isEqualTo(encoded);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "\r\n", "\r\n\r\n", "--bc", "\r\n--bc", "\r\n--b-", "x--b\r\n", "\n--b\r\n"})
  void keepsBytesThatLookLikeADelimiter(String body) {
    assertThat(client.sendParts("141", PNG.replace("BYTES", body)).status()).isEqualTo(200);

    assertThat(stored().text()).isEqualTo(body);
  }

  /** A sender that forgets the line break of an empty file. */
  @Test
  void takesAPartThatEndsAtOnceAsEmpty() {
    String body = "--b\r\n" + PNG.replace("BYTES", "") + "--b--\r\n";

    assertThat(client.sendMultipart("141", body.getBytes(UTF_8)).status()).isEqualTo(200);
    assertThat(stored().bytes()).isEmpty();
  }

  @Test
  void leavesWhatStandsAroundTheParts() {
    String body = "before\r\n--b\r\n" + PNG + "\r\n--b--\r\nafter\r\n--b\r\nlater";

    assertThat(client.sendMultipart("141", body.getBytes(UTF_8)).status()).isEqualTo(200);
    assertThat(livedesk.conversation(141).attachments()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--b\r\n",
        "--b",
        "--c\r\n\r\nx\r\n--c--",
        "--b\r\nContent-Disposition: form-data; name=\"content\"\r\n\r\nx",
        "--b\r\nContent-Disposition: form-data; name=\"content\"\n\nx\r\n--b--"
      })
  void refusesWhatHasNoEnd(String body) {
    assertThat(client.sendMultipart("141", body.getBytes(UTF_8)).status()).isEqualTo(400);
  }

  @Test
  void readsTextInItsCharset() {
    client.sendParts("141", PNG, field("content", "Grüße 報告"));
    assertThat(livedesk.conversation(141).lastMessage().content()).isEqualTo("Grüße 報告");

    String latin1 =
        "--b\r\n"
            + disposition("name=\"content\"")
            + "Content-Type: text/plain; charset=ISO-8859-1\r\n\r\nGrüße\r\n--b\r\n"
            + PNG
            + "\r\n--b--";
    client.sendMultipart("141", latin1.getBytes(ISO_8859_1));
    assertThat(livedesk.conversation(141).lastMessage().content()).isEqualTo("Grüße");

    client.sendMultipart("141", latin1.getBytes(UTF_8));
    assertThat(livedesk.conversation(141).lastMessage().content()).isEqualTo("GrÃ¼Ã\u009fe");
  }

  @Test
  void refusesTextThatIsNotInItsCharset() {
    String parts = "--b\r\n" + field("content", "Grüße") + "\r\n--b\r\n" + PNG + "\r\n--b--";

    assertThat(client.sendMultipart("141", parts.getBytes(ISO_8859_1)).status()).isEqualTo(400);
  }

  // Limits

  private static String[] times(int times, String part) {
    return IntStream.range(0, times).mapToObj(i -> part).toArray(String[]::new);
  }

  @Test
  void takes127Files() {
    assertThat(client.sendParts("141", times(127, PNG)).status()).isEqualTo(200);
    assertThat(livedesk.conversation(141).attachments()).hasSize(127);
  }

  @ParameterizedTest
  @ValueSource(ints = {128, 129, 500})
  void refuses128FilesAndMore(int files) {
    ApiClient.Answer answer = client.sendParts("141", times(files, PNG));

    assertThat(answer.status()).isEqualTo(500);
    assertThat(answer.error()).isEqualTo("Internal Server Error");
    assertThat(livedesk.conversationIds()).isEmpty();
  }

  @Test
  void countsFilesOfWhateverField() {
    assertThat(client.sendParts("141", times(128, file("", "image/png"))).status()).isEqualTo(500);
    assertThat(client.sendParts("141", times(128, PNG.replace("attachments[]", "other"))).status())
        .isEqualTo(500);
  }

  @Test
  void refuses4096Parts() {
    String[] parts = times(4_096, field("content", "x"));
    parts[0] = PNG;
    assertThat(client.sendParts("141", parts).status()).isEqualTo(500);

    String[] fewer = times(4_095, field("content", "x"));
    fewer[0] = PNG;
    assertThat(client.sendParts("141", fewer).status()).isEqualTo(200);
  }
}
