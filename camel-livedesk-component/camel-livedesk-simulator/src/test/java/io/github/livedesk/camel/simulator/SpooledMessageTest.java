// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A message whose request is on disk is like any other. */
class SpooledMessageTest {

  private static final int SIZE = 5_000_000;
  private static final String END = "\r\n--b--\r\n";

  private final LiveDeskSimulator livedesk = LiveDeskSimulator.start();
  private final ApiClient client = new ApiClient(livedesk);
  private final byte[] file = new byte[SIZE];

  SpooledMessageTest() {
    new Random(7).nextBytes(file);
  }

  @AfterEach
  void close() {
    livedesk.close();
  }

  private byte[] body() {
    String bytes = new String(file, StandardCharsets.ISO_8859_1);
    String head = ApiClient.file("a.png", "image/png").replace("BYTES", bytes);
    String text = "--b\r\n" + ApiClient.field("content", "Hello") + "\r\n--b\r\n" + head + END;
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  @Test
  void isThereAsItCame() throws Exception {
    ApiClient.Answer answer = client.sendMultipart("141", body());

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().at("/attachments/0/file_size").intValue()).isEqualTo(SIZE);
    assertThat(livedesk.conversation(141).texts()).containsExactly("Hello");
    StoredAttachment stored = livedesk.conversation(141).lastMessage().attachment("a.png");
    assertThat(stored.bytes()).isEqualTo(file);
    assertThat(stored).hasToString("a.png (image/png, 5000000 bytes)");
    assertThat(livedesk.requests().get(0).body()).isEqualTo(body());
    URI url = URI.create(answer.json().at("/attachments/0/data_url").asText());
    assertThat(get(url)).isEqualTo(file);
  }

  @Test
  void isGoneWithTheSimulator() {
    client.sendMultipart("141", body());
    StoredAttachment stored = livedesk.conversation(141).lastMessage().attachment("a.png");
    RecordedRequest request = livedesk.requests().get(0);

    livedesk.reset();

    assertThatThrownBy(stored::bytes)
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("Read them before that, or give it more memory");
    assertThatThrownBy(request::text).isInstanceOf(UncheckedIOException.class);
  }

  @Test
  void isNotReadToBeShown() throws Exception {
    client.sendMultipart("141", body());

    assertThat(
            new String(
                get(URI.create(livedesk.url() + "/simulator/calls/1")), StandardCharsets.UTF_8))
        .contains("\"requestBodySize\":" + body().length);
  }

  private static byte[] get(URI url) throws Exception {
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(url).build(), BodyHandlers.ofByteArray())
        .body();
  }
}
