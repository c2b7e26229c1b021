// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.simulator.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.livedesk.camel.simulator.LiveDeskSimulator;
import io.github.livedesk.camel.simulator.LiveDeskSimulatorExtension;
import io.github.livedesk.camel.simulator.StoredAttachment;
import io.github.livedesk.camel.simulator.StoredMessage;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The multipart call, judged as Rack and Rails judge it. */
@ExtendWith(LiveDeskSimulatorExtension.class)
class AttachmentReplyTest {

  private static final String FILE =
      "Content-Disposition: form-data; name=\"attachments[]\"; filename=\"a.png\"\r\n"
          + "Content-Type: image/png\r\n\r\nBYTES\r\n";

  private final LiveDeskSimulator livedesk;

  AttachmentReplyTest(LiveDeskSimulator livedesk) {
    this.livedesk = livedesk;
  }

  private static String field(String name, String value) {
    return "Content-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n";
  }

  private HttpResponse<String> post(String... parts) throws Exception {
    String body = parts.length == 0 ? "" : "--b\r\n" + String.join("--b\r\n", parts) + "--b--\r\n";
    return postBody(body);
  }

  private HttpResponse<String> postBody(String body) throws Exception {
    var request =
        HttpRequest.newBuilder(
                URI.create(livedesk.url() + "/api/v2/accounts/conversations/141/messages"))
            .header("Authorization", "Basic c2ltdWxhdG9yLWtleTpzaW11bGF0b3Itc2VjcmV0")
            .header("Content-Type", "multipart/form-data; boundary=b")
            .POST(BodyPublishers.ofString(body))
            .build();
    return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
  }

  @Test
  void hasTheDocumentedShape() throws Exception {
    var reply = post(field("content", "圖片詳情如下"), FILE);

    JsonNode json = new JsonMapper().readTree(reply.body());
    assertThat(reply.statusCode()).isEqualTo(200);
    assertThat(json.get("content").asText()).isEqualTo("圖片詳情如下");
    JsonNode file = json.get("attachments").get(0);
    assertThat(file.fieldNames())
        .toIterable()
        .containsExactly(
            "id",
            "message_id",
            "file_type",
            "account_id",
            "extension",
            "data_url",
            "thumb_url",
            "file_size",
            "width",
            "height");
    assertThat(file.get("file_type").asText()).isEqualTo("image");
    assertThat(file.get("file_size").asInt()).isEqualTo(5);
  }

  @Test
  void servesTheFileToWhoeverHasTheLink() throws Exception {
    JsonNode json = new JsonMapper().readTree(post(FILE).body());
    var get = HttpRequest.newBuilder(URI.create(json.at("/attachments/0/data_url").asText()));

    var file = HttpClient.newHttpClient().send(get.build(), BodyHandlers.ofString());

    assertThat(file.statusCode()).isEqualTo(200);
    assertThat(file.body()).isEqualTo("BYTES");
    assertThat(file.headers().firstValue("Content-Type")).contains("image/png");
  }

  @Test
  void keepsWhatCame() throws Exception {
    post(FILE);
    post(
        field("private", "true"),
        field("content_attributes[in_reply_to]", "1"),
        FILE,
        FILE.replace("a.png", "b.png"));

    StoredMessage message = livedesk.messages("141").get(1);
    assertThat(message.content()).isNull();
    assertThat(message.privateNote()).isTrue();
    assertThat(message.inReplyTo()).isEqualTo(1);
    assertThat(message.attachments())
        .extracting(StoredAttachment::fileName)
        .containsExactly("a.png", "b.png");
    assertThat(message.attachments().get(1).bytes()).isEqualTo("BYTES".getBytes(UTF_8));
  }

  @Test
  void readsContentAttributesAsJsonToo() throws Exception {
    post(FILE);
    post(FILE, field("content_attributes", "{\"in_reply_to\":1,\"items\":[]}"));

    assertThat(livedesk.messages("141").get(1).inReplyTo()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({
    "image/webp, image",
    "video/mp4, video",
    "audio/x-anything, audio",
    "image/heic, file",
    "application/pdf, file"
  })
  void showsByTheContentTypeAlone(String type, String shown) throws Exception {
    post(FILE.replace("image/png", type));

    assertThat(livedesk.messages("141").get(0).attachments().get(0).fileType()).isEqualTo(shown);
  }

  @ParameterizedTest
  @CsvSource({
    "報告 é.pdf, 報告 é.pdf",
    "50%22 off.pdf, '50\" off.pdf'",
    "100%.pdf, 100%.pdf",
    "C:\\temp\\a.pdf, a.pdf",
    "/tmp/a.pdf, a.pdf"
  })
  void readsFileNamesAsRackDoes(String sent, String read) throws Exception {
    post(FILE.replace("a.png", sent));

    assertThat(livedesk.messages("141").get(0).attachments().get(0).fileName()).isEqualTo(read);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "name=\"attachments\"; filename=\"a.png\"",
        "name=attachments[]; filename=\"a.png\"",
        "name=\"attachment[]\"; filename=\"a.png\"",
        "name=\"attachments[]\"; filename=\"\"",
        "name=\"attachments[]\""
      })
  void refusesFilesUnderAnyOtherField(String disposition) throws Exception {
    var reply = post(FILE.replaceFirst("name=.*\"a.png\"", disposition));

    assertThat(reply.statusCode()).isEqualTo(422);
    assertThat(livedesk.messages("141")).isEmpty();
  }

  @Test
  void storesAMessageThatIsTheSameEachTimeItIsLookedAt() throws Exception {
    post(FILE);
    post(FILE);
    StoredMessage message = livedesk.messages("141").get(0);

    assertThat(livedesk.messages("141").get(0)).isEqualTo(message).hasSameHashCodeAs(message);
    assertThat(livedesk.conversation(141).attachments()).hasSize(2).doesNotHaveDuplicates();
    assertThat(livedesk.conversation(141).attachments())
        .isEqualTo(livedesk.conversation(141).attachments());
  }

  @Test
  void refusesWhatIsNoMultipart() throws Exception {
    assertThat(postBody("hello").statusCode()).isEqualTo(400);
    assertThat(postBody("--b\r\n" + FILE).statusCode()).isEqualTo(400);
    assertThat(post(field("content", "no file")).statusCode()).isEqualTo(422);
    assertThat(post(FILE, field("private", "")).statusCode()).isEqualTo(422);
    assertThat(livedesk.messages("141")).isEmpty();
  }
}
