// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.simulator.behaviour;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.livedesk.camel.simulator.ApiClient;
import io.github.livedesk.camel.simulator.DropMoment;
import io.github.livedesk.camel.simulator.LiveDeskSimulator;
import io.github.livedesk.camel.simulator.LiveDeskSimulatorExtension;
import io.github.livedesk.camel.simulator.SimulatedConversation;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Base64;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the simulator is told to do with the next requests, in Java and over HTTP. */
@ExtendWith(LiveDeskSimulatorExtension.class)
class OrderTest {

  private static final String SENT = "\"status\":\"sent\"";

  private final HttpClient http = HttpClient.newHttpClient();
  private final LiveDeskSimulator livedesk;
  private final SimulatedConversation conversation;

  OrderTest(LiveDeskSimulator livedesk) {
    this.livedesk = livedesk;
    this.conversation = livedesk.conversation(141);
  }

  private HttpResponse<String> send() throws Exception {
    return http.send(message("{\"content\":\"hello\"}"), BodyHandlers.ofString());
  }

  private HttpRequest message(String json) {
    String key = livedesk.apiKey() + ":" + livedesk.secretKey();
    return HttpRequest.newBuilder(
            URI.create(livedesk.url() + "/api/v2/accounts/conversations/141/messages"))
        .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(key.getBytes(UTF_8)))
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofString(json))
        .build();
  }

  private HttpResponse<String> order(String path, String json) throws Exception {
    return http.send(
        HttpRequest.newBuilder(URI.create(livedesk.url() + "/simulator/conversations" + path))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(json))
            .build(),
        BodyHandlers.ofString());
  }

  @Test
  void aStatusIsAnsweredOnceAndNothingStored() throws Exception {
    conversation.answer(429, Duration.ofSeconds(7));

    HttpResponse<String> refused = send();

    assertThat(refused.statusCode()).isEqualTo(429);
    assertThat(refused.headers().firstValue("Retry-After")).hasValue("7");
    assertThat(refused.body()).isEqualTo("Retry later\n");
    assertThat(conversation.messages()).isEmpty();
    assertThat(send().body()).contains(SENT);
  }

  @ParameterizedTest
  @CsvSource({"503, text/html", "404, application/json; charset=utf-8", "429, text/plain"})
  void aStatusComesInTheFormThatItHasThere(int status, String type) throws Exception {
    conversation.answer(status);

    HttpResponse<String> refused = send();

    assertThat(refused.statusCode()).isEqualTo(status);
    assertThat(refused.headers().firstValue("Content-Type")).hasValue(type);
    assertThat(refused.headers().firstValue("Retry-After")).isEmpty();
  }

  @Test
  void aConnectionIsDroppedBeforeTheMessageIsStored() {
    conversation.dropConnection(DropMoment.BEFORE_STORING);

    assertThatThrownBy(this::send).isInstanceOf(IOException.class);
    assertThat(conversation.messages()).isEmpty();
  }

  @Test
  void aConnectionIsDroppedAfterTheMessageIsStored() throws Exception {
    conversation.dropConnection(DropMoment.AFTER_STORING);

    assertThatThrownBy(this::send).isInstanceOf(IOException.class);
    assertThat(conversation.texts()).containsExactly("hello");
    assertThat(send().body()).contains(SENT);
  }

  @Test
  void anAnswerIsLate() throws Exception {
    conversation.delay(Duration.ofMillis(150)).delay(Duration.ofMillis(150)).answer(500);
    long began = System.nanoTime();

    assertThat(send().statusCode()).isEqualTo(500);

    assertThat(Duration.ofNanos(System.nanoTime() - began)).isGreaterThan(Duration.ofMillis(290));
  }

  @Test
  void ordersAreCarriedOutInOrder() throws Exception {
    conversation.answer(500).failNext(1, "131026: Undeliverable").answer(429);

    assertThat(send().statusCode()).isEqualTo(500);
    assertThat(send().body()).contains("131026");
    assertThat(send().statusCode()).isEqualTo(429);
    assertThat(send().body()).contains(SENT);
  }

  @Test
  void aRefusedRequestLeavesOrdersAsTheyAre() throws Exception {
    conversation.failNext(1, "131026: Undeliverable");

    assertThat(http.send(message("{}"), BodyHandlers.ofString()).statusCode()).isEqualTo(422);

    assertThat(send().body()).contains("131026");
  }

  @Test
  void anotherConversationGoesOnAsUsual() throws Exception {
    livedesk.conversation(142).answer(500);

    assertThat(send().body()).contains(SENT);
  }

  @Test
  void aResetForgetsOrders() throws Exception {
    conversation.answer(500);

    livedesk.reset();

    assertThat(send().body()).contains(SENT);
  }

  @Test
  void aStoredMessageFailsLater() throws Exception {
    send();

    conversation.fail(1, "131047: Re-engagement message");

    assertThat(conversation.lastMessage().isFailed()).isTrue();
    assertThat(conversation.lastMessage().externalError())
        .isEqualTo("131047: Re-engagement message");
    assertThatThrownBy(() -> conversation.fail(9, "x"))
        .isInstanceOf(NoSuchElementException.class)
        .hasMessage("Conversation 141 has no message 9");
  }

  @Test
  void wrongOrdersAreRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> conversation.answer(200));
    assertThatIllegalArgumentException().isThrownBy(() -> conversation.failNext(0, "x"));
    assertThatIllegalArgumentException().isThrownBy(() -> conversation.failNext(1, " "));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> conversation.delay(Duration.ofMillis(-1)));
  }

  @Test
  void theLastMessageOfAnEmptyConversationSaysWhereThereAreSome() throws Exception {
    send();

    assertThatThrownBy(() -> livedesk.conversation(142).lastMessage())
        .hasMessage("Conversation 142 has no messages; these have: [141]");
  }

  @Test
  void ordersComeOverHttpToo() throws Exception {
    assertThat(
            order("/141/behaviours", "{\"kind\":\"answer\",\"status\":503,\"retryAfter\":1}")
                .statusCode())
        .isEqualTo(204);
    order("/141/behaviours", "{\"kind\":\"delay\",\"millis\":1}");
    order("/141/behaviours", "{\"kind\":\"dropConnection\",\"when\":\"beforeStored\"}");
    order(
        "/141/behaviours",
        "{\"kind\":\"failMessage\",\"times\":2,\"externalError\":\"130429: Rate limit hit\"}");

    assertThat(get("/simulator/conversations/141/messages").body())
        .contains(
            "\"behaviours\":[{\"kind\":\"answer\",\"status\":503,\"retryAfter\":1,\"times\":1},"
                + "{\"kind\":\"delay\",\"millis\":1,\"times\":1},"
                + "{\"kind\":\"dropConnection\",\"when\":\"beforeStored\",\"times\":1},"
                + "{\"kind\":\"failMessage\",\"externalError\":\"130429: Rate limit hit\",\"times\":2}]");
    assertThat(send().statusCode()).isEqualTo(503);
    assertThatThrownBy(this::send).isInstanceOf(IOException.class);
    assertThat(send().body()).contains("130429");
    assertThat(order("/141/messages/1/retry", "").statusCode()).isEqualTo(204);
    assertThat(conversation.lastMessage().isFailed()).isTrue();
    order("/141/messages/1/retry", "");
    assertThat(conversation.lastMessage().isFailed()).isFalse();
    order("/141/messages/1/failure", "{\"externalError\":\"131026: Undeliverable\"}");
    assertThat(conversation.lastMessage().isFailed()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{} | kind: takes failMessage, answer, delay, dropConnection, found nothing",
        "{'kind':'answer','status':200} | status: takes 300 to 599, found 200",
        "{'kind':'answer'} | status: takes 300 to 599, found nothing",
        "{'kind':'delay','millis':'x'} | millis: takes 0 to 600000, found \"x\"",
        "{'kind':'dropConnection','when':1} | when: takes beforeStored, afterStored, found 1",
        "{'kind':'delay','millis':1,'times':0} | times: takes 1 to 10000, found 0",
        "{'kind':'failMessage'} |"
            + " externalError: takes a text such as 130429: Rate limit hit, found nothing",
      },
      quoteCharacter = '`')
  void wrongOrdersOverHttpNameTheField(String json, String error) throws Exception {
    HttpResponse<String> answer = order("/141/behaviours", json.replace('\'', '"'));

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).isEqualTo(ApiClient.json(java.util.Map.of("error", error)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/141/messages/9/retry", "/9/messages/1/retry"})
  void thereIsNoRetryOfWhatIsNotThere(String path) throws Exception {
    assertThat(order(path, "{}").statusCode()).isEqualTo(404);
  }

  /** What a form on a page of another site can send. */
  @Test
  void ordersNeedAContentTypeThatOtherSitesCannotSend() throws Exception {
    var form =
        HttpRequest.newBuilder(
                URI.create(livedesk.url() + "/simulator/conversations/141/behaviours"))
            .header("Content-Type", "text/plain")
            .POST(BodyPublishers.ofString("{\"kind\":\"answer\",\"status\":500}"))
            .build();

    assertThat(http.send(form, BodyHandlers.ofString()).statusCode()).isEqualTo(415);
    assertThat(send().body()).contains(SENT);
  }

  private HttpResponse<String> get(String path) throws Exception {
    return http.send(
        HttpRequest.newBuilder(URI.create(livedesk.url() + path)).build(), BodyHandlers.ofString());
  }

  @Test
  void aCallShowsAllButTheCredentials() throws Exception {
    send();

    assertThat(get("/simulator/calls/1").body())
        .contains(
            "[\"authorization\",\"(hidden)\"]",
            "\"requestBody\":\"{\\\"content\\\":\\\"hello\\\"}\"",
            "\"status\":200",
            "\"path\":\"/api/v2/accounts/conversations/141/messages\"")
        .doesNotContain("c2ltdWxhdG9y");
    assertThat(get("/simulator/calls/2").statusCode()).isEqualTo(404);
    assertThat(get("/simulator/calls/x").statusCode()).isEqualTo(404);
  }

  @Test
  void theStateListsConversationsTheNewestActivityFirst() throws Exception {
    send();
    new ApiClient(livedesk).sendText("142", "later");
    conversation.fail(1, "x");

    assertThat(get("/simulator/state").body())
        .containsSubsequence(
            "\"id\":\"142\",\"messages\":1,\"failed\":0",
            "\"lastText\":\"later\"",
            "\"id\":\"141\",\"messages\":1,\"failed\":1");
  }
}
