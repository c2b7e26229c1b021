// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.simulator.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeType;
import io.github.livedesk.camel.simulator.ApiClient;
import io.github.livedesk.camel.simulator.LiveDeskSimulator;
import io.github.livedesk.camel.simulator.LiveDeskSimulatorExtension;
import io.github.livedesk.camel.simulator.StoredMessage;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a text message is answered with (API document, "Text message response example"). */
@ExtendWith(LiveDeskSimulatorExtension.class)
class TextReplyTest {

  private static final String EXAMPLE_OF_THE_DOCUMENT =
      """
      {
      "id": 3030,
      "content": "客服發送訊息,這樣正常嗎?",
      "inbox_id": 79,
      "conversation_id": 141,
      "message_type": 1,
      "content_type": "text",
      "status": "sent",
      "content_attributes": {},
      "created_at": 1762331029,
      "private": false,
      "source_id": null,
      "sorting_id": 4,
      "sender": {
      "id": 3,
      "name": "TEST",
      "available_name": "TEST",
      "avatar_url": "",
      "type": "user",
      "availability_status": "offline",
      "thumbnail": ""
      }
      }
      """;

  private final LiveDeskSimulator livedesk;
  private ApiClient client;

  TextReplyTest(LiveDeskSimulator livedesk) {
    this.livedesk = livedesk;
  }

  @BeforeEach
  void connect() {
    client = new ApiClient(livedesk);
  }

  @Test
  void isJsonWithStatus200() {
    ApiClient.Answer answer = client.sendText("141", "Hello");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.contentType()).isEqualTo("application/json; charset=utf-8");
  }

  @Test
  void hasTheFieldsAndTypesOfTheDocumentsExample() throws Exception {
    JsonNode documented = new JsonMapper().readTree(EXAMPLE_OF_THE_DOCUMENT);

    JsonNode reply = client.sendText("141", "客服發送訊息,這樣正常嗎?").json();

    assertThat(typesByField(reply)).isEqualTo(typesByField(documented));
    assertThat(typesByField(reply.path("sender")))
        .isEqualTo(typesByField(documented.path("sender")));
  }

  @Test
  void hasTheValuesOfTheDocumentsExampleWhereTheyAreTheSameForAllTexts() throws Exception {
    JsonNode documented = new JsonMapper().readTree(EXAMPLE_OF_THE_DOCUMENT);

    JsonNode reply = client.sendText("141", "客服發送訊息,這樣正常嗎?").json();

    for (String field :
        List.of(
            "content",
            "inbox_id",
            "conversation_id",
            "message_type",
            "content_type",
            "status",
            "content_attributes",
            "private",
            "source_id")) {
      assertThat(reply.path(field)).as(field).isEqualTo(documented.path(field));
    }
  }

  @Test
  void repeatsChineseAndEmojiUnchanged() {
    assertThat(client.sendText("141", "您的訂單 #456 已出貨 🚚👩‍💻").json().path("content").textValue())
        .isEqualTo("您的訂單 #456 已出貨 🚚👩‍💻");
  }

  @Test
  void saysWhenTheMessageWasCreatedInSecondsSince1970() {
    long before = Instant.now().getEpochSecond();

    long createdAt = client.sendText("141", "Hello").json().path("created_at").longValue();

    assertThat(createdAt).isBetween(before, Instant.now().getEpochSecond());
  }

  @Test
  void hasAnIdOfItsOwnInWhateverConversation() {
    assertThat(
            List.of(
                idOf(client.sendText("141", "a")),
                idOf(client.sendText("142", "b")),
                idOf(client.sendText("141", "c"))))
        .containsExactly(1L, 2L, 3L);
  }

  @Test
  void countsSortingIdsPerConversation() {
    assertThat(
            List.of(
                sortingIdOf(client.sendText("141", "a")),
                sortingIdOf(client.sendText("142", "b")),
                sortingIdOf(client.sendText("141", "c")),
                sortingIdOf(client.sendText("142", "d"))))
        .containsExactly(1L, 1L, 2L, 2L);
  }

  @Test
  void givesSimultaneousMessagesDifferentIds() {
    List<ApiClient.Answer> answers =
        IntStream.range(0, 40)
            .parallel()
            .mapToObj(number -> client.sendText("141", "Message " + number))
            .toList();

    List<Long> oneToForty = LongStream.rangeClosed(1, 40).boxed().toList();
    assertThat(answers.stream().map(TextReplyTest::idOf))
        .containsExactlyInAnyOrderElementsOf(oneToForty);
    assertThat(answers.stream().map(TextReplyTest::sortingIdOf))
        .containsExactlyInAnyOrderElementsOf(oneToForty);
  }

  @Test
  void namesTheConversationByNumberWhereItIsOne() {
    JsonNode id = client.sendText("9007199254740993", "Hello").json().path("conversation_id");

    assertThat(id.isIntegralNumber()).isTrue();
    assertThat(id.longValue()).isEqualTo(9_007_199_254_740_993L);
  }

  @Test
  void namesTheConversationByTextWhereItIsNoNumber() {
    JsonNode id = client.sendText("a-1_B", "Hello").json().path("conversation_id");

    assertThat(id.textValue()).isEqualTo("a-1_B");
  }

  @Test
  void saysThatANoteIsPrivate() {
    assertThat(
            client
                .sendJson("141", "{\"content\":\"For agents\",\"private\":true}")
                .json()
                .path("private")
                .booleanValue())
        .isTrue();
  }

  @Test
  void saysThatAMessageSentAsNotPrivateIsNot() {
    JsonNode reply = client.sendJson("141", "{\"content\":\"Hello\",\"private\":false}").json();

    assertThat(reply.path("private").isBoolean()).isTrue();
    assertThat(reply.path("private").booleanValue()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "\"1\""})
  void keepsInReplyToOfAMessageThatExists(String id) {
    client.sendText("141", "Question");

    JsonNode reply = client.sendJson("141", reply(id)).json();

    assertThat(reply.path("content_attributes").toString()).isEqualTo("{\"in_reply_to\":1}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"29", "0", "-1", "1.5", "\"1.5\"", "\" 1\"", "\"one\"", "null", "true", "[1]"})
  void dropsInReplyToOfAMessageThatDoesNotExist(String id) {
    client.sendText("141", "Question");

    ApiClient.Answer answer = client.sendJson("141", reply(id));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().path("content_attributes").toString()).isEqualTo("{}");
  }

  @Test
  void dropsInReplyToOfAMessageInAnotherConversation() {
    client.sendText("142", "Question");

    assertThat(client.sendJson("141", reply("1")).json().path("content_attributes").toString())
        .isEqualTo("{}");
  }

  @Test
  void dropsInReplyToThatIsTooLongForAnId() {
    client.sendText("141", "Question");

    String twoToThe64AndOne = "18446744073709551617";
    assertThat(
            client
                .sendJson("141", reply(twoToThe64AndOne))
                .json()
                .path("content_attributes")
                .toString())
        .isEqualTo("{}");
  }

  @Test
  void ignoresOtherContentAttributesAndFields() {
    ApiClient.Answer answer =
        client.sendJson(
            "141", "{\"content\":\"Hello\",\"echo_id\":7,\"content_attributes\":{\"items\":[]}}");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().path("content_attributes").toString()).isEqualTo("{}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"application/json; charset=utf-8", "Application/JSON", "application/json;"})
  void comesForJsonHoweverItIsDeclared(String contentType) {
    assertThat(
            client
                .send(
                    client
                        .request(ApiClient.messagesOf("141"))
                        .setHeader("Content-Type", contentType)
                        .POST(ApiClient.body("{\"content\":\"Hello\"}")))
                .status())
        .isEqualTo(200);
  }

  @Test
  void comesAlsoWhereThePathHasAQuery() {
    assertThat(
            client
                .send(
                    client
                        .request(ApiClient.messagesOf("141") + "?trace=1")
                        .POST(ApiClient.body("{\"content\":\"Hello\"}")))
                .status())
        .isEqualTo(200);
  }

  @Test
  void isWhatTheSimulatorThenHas() {
    client.sendText("141", "Question");
    client.sendJson(
        "141",
        "{\"content\":\"Answer\",\"private\":true,\"content_attributes\":{\"in_reply_to\":1}}");

    StoredMessage stored = livedesk.messages("141").get(1);

    assertThat(stored)
        .isEqualTo(
            new StoredMessage(
                2,
                "141",
                2,
                "Answer",
                true,
                false,
                "sent",
                null,
                1L,
                stored.createdAt(),
                List.of(),
                Map.of()));
  }

  private static String reply(String inReplyTo) {
    return "{\"content\":\"Answer\",\"content_attributes\":{\"in_reply_to\":" + inReplyTo + "}}";
  }

  private static long idOf(ApiClient.Answer answer) {
    return answer.json().path("id").longValue();
  }

  private static long sortingIdOf(ApiClient.Answer answer) {
    return answer.json().path("sorting_id").longValue();
  }

  private static Map<String, JsonNodeType> typesByField(JsonNode object) {
    var types = new TreeMap<String, JsonNodeType>();
    object.fieldNames().forEachRemaining(name -> types.put(name, object.path(name).getNodeType()));
    return types;
  }
}
