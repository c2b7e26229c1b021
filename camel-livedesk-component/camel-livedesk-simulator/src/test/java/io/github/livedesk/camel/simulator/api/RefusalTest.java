// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.simulator.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.livedesk.camel.simulator.ApiClient;
import io.github.livedesk.camel.simulator.LiveDeskSimulator;
import io.github.livedesk.camel.simulator.LiveDeskSimulatorExtension;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which requests the simulator refuses, and how. */
@ExtendWith(LiveDeskSimulatorExtension.class)
class RefusalTest {

  private static final String HELLO = "{\"content\":\"Hello\"}";
  private static final int LONGEST_CONTENT = 150_000;

  private final LiveDeskSimulator livedesk;
  private ApiClient client;

  RefusalTest(LiveDeskSimulator livedesk) {
    this.livedesk = livedesk;
  }

  @BeforeEach
  void connect() {
    client = new ApiClient(livedesk);
  }

  // 401: who asks

  @Test
  void refusesMissingCredentials() {
    ApiClient.Answer answer =
        client.send(
            client
                .bareRequest(ApiClient.messagesOf("141"))
                .header("Content-Type", "application/json")
                .POST(ApiClient.body(HELLO)));

    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.json()).hasToString("{\"error\":\"Invalid API key or API secret\"}");
  }

  static Stream<String> wrongCredentials() {
    return Stream.of(
        ApiClient.basic("simulator-key", "wrong"),
        ApiClient.basic("wrong", "simulator-secret"),
        ApiClient.basic("simulator-secret", "simulator-key"),
        ApiClient.basic("simulator-key", ""),
        ApiClient.basic("simulator-key", "simulator-secret "),
        "Basic simulator-key:simulator-secret",
        "Basic",
        ApiClient.basic("simulator-key", "simulator-secret").replace("Basic", "Bearer"));
  }

  @ParameterizedTest
  @MethodSource("wrongCredentials")
  void refusesWrongCredentials(String authorization) {
    ApiClient.Answer answer =
        client.send(hello(ApiClient.messagesOf("141")).setHeader("Authorization", authorization));

    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.json()).hasToString("{\"error\":\"Invalid API key or API secret\"}");
  }

  @Test
  void tellsStrangersNothingAboutPaths() {
    assertThat(client.send(client.bareRequest("/nowhere").GET()).status()).isEqualTo(401);
  }

  // 404: what is asked for

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/api/v2/accounts/conversations/141",
        "/api/v2/accounts/conversations/141/messages/",
        "/api/v2/accounts/conversations/141/messages/1",
        "/api/v2/accounts/conversations//messages",
        "/api/v2/accounts/conversations/14%2F1/messages",
        "/api/v2/accounts/conversations/14.1/messages",
        "/api/v2/accounts/14/conversations/141/messages",
        "/api/v1/accounts/conversations/141/messages",
        "/prefix/api/v2/accounts/conversations/141/messages",
      })
  void refusesUnknownPaths(String path) {
    ApiClient.Answer answer = client.send(hello(path));

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.json()).hasToString("{\"error\":\"Resource could not be found\"}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "PUT", "PATCH", "DELETE"})
  void refusesOtherMethodsThanPost(String method) {
    ApiClient.Answer answer =
        client.send(hello(ApiClient.messagesOf("141")).method(method, ApiClient.body(HELLO)));

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.json()).hasToString("{\"error\":\"Resource could not be found\"}");
  }

  @Test
  void takesAConversationIdOf64Characters() {
    assertThat(client.sendText("c".repeat(64), "Hello").status()).isEqualTo(200);
  }

  @Test
  void refusesAConversationIdOf65Characters() {
    assertThat(client.sendText("c".repeat(65), "Hello").status()).isEqualTo(404);
  }

  // 400: no JSON object

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"content\":\"Hello\"",
        "{content:'Hello'}",
        "Hello",
        "",
        "[{\"content\":\"Hello\"}]",
        "\"Hello\"",
        "null",
        HELLO + " and more",
        HELLO + HELLO,
        HELLO + "}",
      })
  void refusesWhatIsNotOneJsonObject(String body) {
    ApiClient.Answer answer = client.sendJson("141", body);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().path("status").intValue()).isEqualTo(400);
    assertThat(answer.error()).isEqualTo("Bad Request");
  }

  @Test
  void refusesTextThatIsNotUtf8() {
    byte[] umlautInLatin1 = {'{', '"', 'c', '"', ':', '"', (byte) 0xE4, '"', '}'};

    ApiClient.Answer answer =
        client.send(
            client
                .request(ApiClient.messagesOf("141"))
                .POST(BodyPublishers.ofByteArray(umlautInLatin1)));

    assertThat(answer.status()).isEqualTo(400);
  }

  // 422: not as the document says

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"private\":true}", "{\"Content\":\"Hello\"}"})
  void refusesMissingContent(String json) {
    assertInvalid(client.sendJson("141", json), "Content can't be blank");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\t\n", "\u3000"})
  void refusesBlankContent(String content) {
    assertInvalid(client.sendText("141", content), "Content can't be blank");
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "5", "true", "{}", "[\"Hello\"]"})
  void refusesContentThatIsNoText(String value) {
    assertInvalid(client.sendJson("141", "{\"content\":" + value + "}"), "Content can't be blank");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "訊", "🚚"})
  void takesContentOf150000Characters(String character) {
    assertThat(client.sendText("141", character.repeat(LONGEST_CONTENT)).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "訊", "🚚"})
  void refusesContentOfMoreThan150000Characters(String character) {
    assertInvalid(
        client.sendText("141", character.repeat(LONGEST_CONTENT + 1)),
        "Content is too long (maximum is 150000 characters)");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"true\"", "1", "null", "{}", "[]"})
  void refusesPrivateThatIsNoBoolean(String value) {
    assertInvalid(
        client.sendJson("141", "{\"content\":\"Hello\",\"private\":" + value + "}"),
        "Private is not a boolean");
  }

  @ParameterizedTest
  @ValueSource(strings = {"29", "\"in_reply_to\"", "null", "true", "[{\"in_reply_to\":29}]"})
  void refusesContentAttributesThatAreNoObject(String value) {
    assertInvalid(
        client.sendJson("141", "{\"content\":\"Hello\",\"content_attributes\":" + value + "}"),
        "Content attributes is not an object");
  }

  @Test
  void refusesARequestWithoutContentType() {
    ApiClient.Answer answer =
        client.send(
            client
                .bareRequest(ApiClient.messagesOf("141"))
                .header("Authorization", ApiClient.basic(livedesk.apiKey(), livedesk.secretKey()))
                .POST(ApiClient.body(HELLO)));

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.json())
        .hasToString(
            "{\"error\":\"Content-Type is neither application/json nor multipart/form-data\"}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "text/plain",
        "application/x-www-form-urlencoded",
        "application/jsonp",
        "text/plain; application/json",
      })
  void refusesAnotherContentType(String contentType) {
    ApiClient.Answer answer =
        client.send(hello(ApiClient.messagesOf("141")).setHeader("Content-Type", contentType));

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.json())
        .hasToString(
            "{\"error\":\"Content-Type is neither application/json nor multipart/form-data\"}");
  }

  // 413: more than it takes

  @ParameterizedTest
  @ValueSource(longs = {40L * 1024 * 1024 + 1, Integer.MAX_VALUE, Integer.MAX_VALUE + 1L})
  void refusesMoreThan40MiBBeforeTheyAreSent(long length) throws IOException {
    assertThat(client.announceBody("141", length)).startsWith("HTTP/1.1 413 ");
  }

  @Test
  void takes40MiB() {
    String json = HELLO + " ".repeat(40 * 1024 * 1024 - HELLO.length());

    assertThat(client.sendJson("141", json).status()).isEqualTo(200);
  }

  // whatever the reason

  @Test
  void refusesInJson() {
    assertThat(client.sendText("141", "").contentType())
        .isEqualTo("application/json; charset=utf-8");
  }

  @Test
  void storesNothingOfARefusedMessage() {
    client.sendJson("141", "{\"content\":\"Hello\",\"private\":\"yes\"}");

    assertThat(livedesk.conversationIds()).isEmpty();
    assertThat(livedesk.messages("141")).isEmpty();
  }

  @Test
  void givesNoIdToARefusedMessage() {
    client.sendText("141", "");

    assertThat(client.sendText("141", "Hello").json().path("id").longValue()).isEqualTo(1);
  }

  private HttpRequest.Builder hello(String path) {
    return client.request(path).POST(ApiClient.body(HELLO));
  }

  private static void assertInvalid(ApiClient.Answer answer, String reason) {
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.json())
        .hasToString(ApiClient.json(Map.of("error", "Validation failed: " + reason)));
  }
}
