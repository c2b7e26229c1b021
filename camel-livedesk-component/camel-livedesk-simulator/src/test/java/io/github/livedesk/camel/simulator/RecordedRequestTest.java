// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the simulator keeps of the requests it gets. */
@ExtendWith(LiveDeskSimulatorExtension.class)
class RecordedRequestTest {

  private final LiveDeskSimulator livedesk;
  private ApiClient client;

  RecordedRequestTest(LiveDeskSimulator livedesk) {
    this.livedesk = livedesk;
  }

  @BeforeEach
  void connect() {
    client = new ApiClient(livedesk);
  }

  @Test
  void hasMethodAndPath() {
    client.sendText("141", "Hello");

    assertThat(theRequest().method()).isEqualTo("POST");
    assertThat(theRequest().path()).isEqualTo("/api/v2/accounts/conversations/141/messages");
  }

  @Test
  void hasThePathAsItWasEncodedAndTheQuery() {
    client.send(client.request("/caf%C3%A9%2F?q=a%20b&q=c").DELETE());

    assertThat(theRequest().method()).isEqualTo("DELETE");
    assertThat(theRequest().path()).isEqualTo("/caf%C3%A9%2F?q=a%20b&q=c");
  }

  @Test
  void hasTheHeadersByNameInAnyCase() {
    client.send(
        client
            .request(ApiClient.messagesOf("141"))
            .header("X-Trace", "Abc 1")
            .POST(ApiClient.body("{}")));

    assertThat(theRequest().header("x-trace")).isEqualTo("Abc 1");
    assertThat(theRequest().header("X-TRACE")).isEqualTo("Abc 1");
    assertThat(theRequest().headers()).containsEntry("x-trace", List.of("Abc 1"));
  }

  @Test
  void hasTheCredentialsThatWereSent() {
    client.sendText("141", "Hello");

    assertThat(theRequest().header("Authorization"))
        .isEqualTo("Basic c2ltdWxhdG9yLWtleTpzaW11bGF0b3Itc2VjcmV0");
  }

  @Test
  void hasNoHeaderThatWasNotSent() {
    client.sendText("141", "Hello");

    assertThat(theRequest().header("X-Trace")).isNull();
    assertThat(theRequest().headers()).doesNotContainKey("x-trace");
  }

  @Test
  void hasAllValuesOfAHeaderAndGivesTheFirst() {
    client.send(
        client
            .request(ApiClient.messagesOf("141"))
            .header("X-Tag", "first")
            .header("X-Tag", "second")
            .POST(ApiClient.body("{}")));

    assertThat(theRequest().headers()).containsEntry("x-tag", List.of("first", "second"));
    assertThat(theRequest().header("X-Tag")).isEqualTo("first");
  }

  @Test
  void hasChineseAndEmojiTextAsItWasSent() {
    String json = ApiClient.json(Map.of("content", "客服發送訊息,這樣正常嗎? 🚚👩‍💻"));

    client.sendJson("141", json);

    assertThat(theRequest().text()).isEqualTo(json);
  }

  @Test
  void hasTheSpellingOfTheJsonAsItWasSent() {
    String json = "{ \"private\" : false,\r\n \"content\":\"\\u5ba2\\/\" }\n";

    client.sendJson("141", json);

    assertThat(theRequest().text()).isEqualTo(json);
  }

  @Test
  void hasEveryByteAlsoThoseThatAreNoText() {
    byte[] bytes = new byte[256];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) i;
    }

    client.send(
        client.request(ApiClient.messagesOf("141")).POST(BodyPublishers.ofByteArray(bytes)));

    assertThat(theRequest().body()).isEqualTo(bytes);
  }

  @Test
  void hasTheWholeOfALongBodyOfUnknownLength() {
    byte[] bytes = new byte[3_000_000];
    Arrays.fill(bytes, (byte) 'x');
    bytes[2_999_999] = 'y';

    client.send(
        client
            .request(ApiClient.messagesOf("141"))
            .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(bytes))));

    assertThat(theRequest().header("Content-Length")).isNull();
    assertThat(theRequest().body()).isEqualTo(bytes);
  }

  @Test
  void hasAnEmptyBodyWhereNoneWasSent() {
    client.send(client.request(ApiClient.messagesOf("141")).GET());

    assertThat(theRequest().body()).isEmpty();
    assertThat(theRequest().text()).isEmpty();
  }

  @Test
  void isKeptWhereCredentialsWereRefused() {
    client.send(
        client
            .bareRequest(ApiClient.messagesOf("141"))
            .header("Authorization", "Basic wrong")
            .POST(ApiClient.body("Hello")));

    assertThat(theRequest().header("Authorization")).isEqualTo("Basic wrong");
    assertThat(theRequest().text()).isEqualTo("Hello");
  }

  @Test
  void isKeptWhereThePathWasRefused() {
    client.send(client.request("/nowhere").POST(ApiClient.body("Hello")));

    assertThat(theRequest().path()).isEqualTo("/nowhere");
    assertThat(theRequest().text()).isEqualTo("Hello");
  }

  @Test
  void isKeptWhereTheBodyWasRefused() {
    client.sendJson("141", "{\"content\":");

    assertThat(theRequest().text()).isEqualTo("{\"content\":");
  }

  @Test
  void isKeptWhereTheContentWasRefused() {
    client.sendText("141", " ");

    assertThat(theRequest().text()).isEqualTo("{\"content\":\" \"}");
  }

  @Test
  void isKeptWithoutItsBodyWhereThatWasAnnouncedAsTooLarge() throws IOException {
    client.announceBody("141", 40L * 1024 * 1024 + 1);

    assertThat(theRequest().path()).isEqualTo(ApiClient.messagesOf("141"));
    assertThat(theRequest().header("Content-Length")).isEqualTo("41943041");
    assertThat(theRequest().body()).isEmpty();
  }

  @Test
  void isThereOncePerRequestOldestFirst() {
    client.sendText("141", "a");
    client.sendText("142", "");
    client.sendText("141", "c");

    assertThat(livedesk.requests())
        .extracting(RecordedRequest::text)
        .containsExactly("{\"content\":\"a\"}", "{\"content\":\"\"}", "{\"content\":\"c\"}");
  }

  @Test
  void isThereBeforeTheAnswerIs() {
    for (int i = 1; i <= 50; i++) {
      client.sendText("141", "Message " + i);
      assertThat(livedesk.requests()).hasSize(i);
    }
  }

  @Test
  void comesInAListThatLaterRequestsDoNotChange() {
    client.sendText("141", "a");
    List<RecordedRequest> requests = livedesk.requests();

    client.sendText("141", "b");

    assertThat(requests).hasSize(1);
    assertThatThrownBy(requests::clear).isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void showsNeitherHeadersNorBodyAsText() {
    client.sendText("141", "Hello");

    assertThat(theRequest()).hasToString("POST /api/v2/accounts/conversations/141/messages");
  }

  @Test
  void isTheSameEachTimeItIsLookedAt() {
    client.sendText("141", "Hello");
    RecordedRequest request = theRequest();

    assertThat(theRequest()).isEqualTo(request).hasSameHashCodeAs(request);
    client.sendText("141", "Hello");
    assertThat(livedesk.requests()).doesNotHaveDuplicates();
  }

  private RecordedRequest theRequest() {
    assertThat(livedesk.requests()).hasSize(1);
    return livedesk.requests().get(0);
  }
}
