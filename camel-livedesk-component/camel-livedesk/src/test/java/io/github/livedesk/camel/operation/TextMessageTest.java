// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.operation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.livedesk.camel.LiveDeskConstants;
import io.github.livedesk.camel.model.LiveDeskMessage;
import io.github.livedesk.camel.model.TextMessage;
import io.github.livedesk.camel.simulator.LiveDeskSimulator;
import io.github.livedesk.camel.simulator.RecordedRequest;
import io.github.livedesk.camel.simulator.StoredMessage;
import io.github.livedesk.camel.testing.SimulatorTestSupport;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;

class TextMessageTest extends SimulatorTestSupport {

  private static final JsonMapper JSON = new JsonMapper();

  TextMessageTest(LiveDeskSimulator livedesk) {
    super(livedesk);
  }

  @Override
  protected RouteBuilder createRouteBuilder() {
    return new RouteBuilder() {
      @Override
      public void configure() {
        from("direct:simple")
            .to(TO_141 + "&private=true")
            .setBody(simple("${body.id} ${body.private} ${body.status} ${body.sender.name}"));
        from("direct:twice").to(TO_141).setBody(constant("second")).to(TO_141);
      }
    };
  }

  private StoredMessage arrived() {
    return livedesk.messages("141").get(0);
  }

  private RecordedRequest request() {
    return livedesk.requests().get(0);
  }

  @Test
  void textBecomesAMessageOfTheConversation() {
    LiveDeskMessage message = sent(TO_141, "Your order was shipped");

    assertThat(arrived().content()).isEqualTo("Your order was shipped");
    assertThat(arrived().privateNote()).isFalse();
    assertThat(message.id()).isEqualTo(arrived().id());
    assertThat(message.status()).isEqualTo("sent");
    assertThat(message.conversationId()).isEqualTo(141);
    assertThat(message.sender().type()).isEqualTo("user");
    assertThat(message.createdAt()).isNotNull();
  }

  @Test
  void theWireCarriesWhatTheDocumentSaysAndNothingOfTheExchange() throws Exception {
    Map<String, Object> headers =
        Map.of("Authorization", "Bearer x", "X-Order", "1", "Cookie", "c");
    sent(TO_141, "hi", headers);

    assertThat(request().method()).isEqualTo("POST");
    assertThat(request().path()).isEqualTo("/api/v2/accounts/conversations/141/messages");
    assertThat(request().header("Authorization"))
        .isEqualTo("Basic c2ltdWxhdG9yLWtleTpzaW11bGF0b3Itc2VjcmV0");
    assertThat(request().header("Content-Type")).isEqualTo("application/json");
    assertThat(request().headers())
        .containsOnlyKeys(
            "accept",
            "authorization",
            "connection",
            "content-length",
            "content-type",
            "host",
            "user-agent");
    assertThat(JSON.readTree(request().body()))
        .isEqualTo(JSON.readTree("{\"content\":\"hi\",\"private\":false}"));
  }

  @Test
  void aPathPrefixOfTheBaseUrlIsKept() {
    send(TO_141 + "&baseUrl=" + livedesk.url() + "/desk/", "hi");

    assertThat(request().path()).isEqualTo("/desk/api/v2/accounts/conversations/141/messages");
  }

  @Test
  void headersTellTheNextStepWhatHappened() {
    Exchange exchange = send(TO_141, "hi");

    assertThat(exchange.getMessage().getHeaders())
        .containsEntry(LiveDeskConstants.MESSAGE_ID, 1L)
        .containsEntry(LiveDeskConstants.MESSAGE_CONVERSATION_ID, "141")
        .containsEntry(LiveDeskConstants.MESSAGE_STATUS, "sent")
        .containsEntry(LiveDeskConstants.ATTEMPTS, 1)
        .containsEntry(Exchange.HTTP_RESPONSE_CODE, 200)
        .doesNotContainKey(LiveDeskConstants.CONVERSATION_ID)
        .doesNotContainKey(LiveDeskConstants.OUTCOME)
        .hasSize(5);
  }

  @Test
  void aSuccessRemovesWhatAnEarlierFailureLeft() {
    Exchange exchange =
        send(
            TO_141,
            "hi",
            Map.of(
                LiveDeskConstants.OUTCOME, "UNKNOWN",
                LiveDeskConstants.EXTERNAL_ERROR, "131047: x",
                LiveDeskConstants.EXTERNAL_ERROR_CODE, "131047",
                Exchange.REDELIVERY_DELAY, 5000L));

    assertThat(exchange.getMessage().getHeaders())
        .doesNotContainKeys(
            LiveDeskConstants.OUTCOME,
            LiveDeskConstants.EXTERNAL_ERROR,
            LiveDeskConstants.EXTERNAL_ERROR_CODE,
            Exchange.REDELIVERY_DELAY);
  }

  @Test
  void privateMakesItANote() {
    assertThat(sent(TO_141 + "&private=true", "for agents").isPrivate()).isTrue();
    assertThat(arrived().privateNote()).isTrue();
  }

  @Test
  void theHeaderPrivateBeatsTheOption() {
    sent(TO_141 + "&private=true", "a", Map.of(LiveDeskConstants.PRIVATE, "false"));
    sent(TO_141, "b", Map.of(LiveDeskConstants.PRIVATE, true));

    assertThat(livedesk.messages("141"))
        .extracting(StoredMessage::privateNote)
        .containsExactly(false, true);
  }

  @Test
  void theHeaderConversationBeatsTheOption() {
    sent(TO_141, "a", Map.of(LiveDeskConstants.CONVERSATION_ID, 142L));
    sent("livedesk:messages", "b", Map.of(LiveDeskConstants.CONVERSATION_ID, "case_A-7"));

    assertThat(livedesk.conversationIds()).containsExactly("142", "case_A-7");
  }

  @Test
  void aReplyNamesTheMessageRepliedTo() {
    sent(TO_141, "question");
    LiveDeskMessage reply = sent(TO_141 + "&inReplyTo=1", "answer");
    sent(TO_141 + "&inReplyTo=1", "other", Map.of(LiveDeskConstants.IN_REPLY_TO, "2"));

    assertThat(reply.contentAttributes()).containsEntry("in_reply_to", 1);
    assertThat(livedesk.messages("141"))
        .extracting(StoredMessage::inReplyTo)
        .containsExactly(null, 1L, 2L);
  }

  @Test
  void contentAttributesGoAlong() throws Exception {
    sent(
        TO_141 + "&inReplyTo=7",
        TextMessage.builder().content("hi").replyTo(8).build(),
        Map.of(LiveDeskConstants.CONTENT_ATTRIBUTES, Map.of("items", Map.of("a", 1))));

    assertThat(JSON.readTree(request().body()).get("content_attributes"))
        .isEqualTo(JSON.readTree("{\"in_reply_to\":8,\"items\":{\"a\":1}}"));
  }

  @Test
  void theBodyMayBeATextMessage() {
    sent(TO_141, "question");
    sent(TO_141, TextMessage.builder().content("answer").asPrivateNote().replyTo(1).build());

    StoredMessage answer = livedesk.messages("141").get(1);
    assertThat(answer.content()).isEqualTo("answer");
    assertThat(answer.privateNote()).isTrue();
    assertThat(answer.inReplyTo()).isEqualTo(1);
  }

  @Test
  void theBodyMayBeAMapWithTheNamesOfTheApi() {
    sent(TO_141, "question");
    Map<String, Object> attributes = Map.of("in_reply_to", 1);
    sent(TO_141, Map.of("content", "answer", "private", true, "content_attributes", attributes));

    StoredMessage answer = livedesk.messages("141").get(1);
    assertThat(answer.content()).isEqualTo("answer");
    assertThat(answer.privateNote()).isTrue();
    assertThat(answer.inReplyTo()).isEqualTo(1);
  }

  @Test
  void theBodyMayBeAJsonNode() throws Exception {
    sent(TO_141, JSON.readTree("{\"content\":\"node\",\"private\":true}"));
    sent(TO_141, JSON.readTree("\"just text\""));

    assertThat(livedesk.messages("141"))
        .extracting(StoredMessage::content, StoredMessage::privateNote)
        .containsExactly(tuple("node", true), tuple("just text", false));
  }

  @Test
  void jsonTextIsTextAndNeverParsed() {
    sent(TO_141, "{\"content\":\"x\",\"private\":true}");

    assertThat(arrived().content()).isEqualTo("{\"content\":\"x\",\"private\":true}");
    assertThat(arrived().privateNote()).isFalse();
  }

  @Test
  void whatCamelTurnsIntoTextIsText() {
    sent(TO_141, "bytes".getBytes(UTF_8));
    sent(TO_141, new ByteArrayInputStream("stream".getBytes(UTF_8)));
    sent(TO_141, 42);
    sent(TO_141, LocalDate.of(2026, 11, 23));

    assertThat(livedesk.messages("141"))
        .extracting(StoredMessage::content)
        .containsExactly("bytes", "stream", "42", "2026-11-23");
  }

  @Test
  void everyCharacterArrivesAsItIs() {
    String text = "客服發送訊息,這樣正常嗎? 👩‍👩‍👧 \"quoted\" \\ <b> \n\t\u2028 é";
    sent(TO_141, text);

    assertThat(arrived().content()).isEqualTo(text);
  }

  @Test
  void theOperationOfTheRouteBeatsTheHeader() {
    sent(TO_141 + "&op=text", "a", Map.of(LiveDeskConstants.OPERATION, "nonsense"));
    sent(TO_141, "b", Map.of(LiveDeskConstants.OPERATION, "text"));

    assertThat(livedesk.messages("141")).hasSize(2);
  }

  @Test
  void aStoredMessageReadsWellInSimple() {
    String text = template().requestBody("direct:simple", "hi", String.class);

    assertThat(text).isEqualTo("1 true sent Simulated Agent");
  }

  @Test
  void aSendAfterASendGoesToItsOwnConversation() {
    template()
        .requestBodyAndHeader("direct:twice", "first", LiveDeskConstants.CONVERSATION_ID, "9");

    assertThat(livedesk.messages("9"))
        .extracting(StoredMessage::content)
        .containsExactly("first", "second");
  }

  @Test
  void aStoredMessageConvertsToJsonWithTheNamesOfTheApi() throws Exception {
    Exchange exchange = send(TO_141, "hi");

    String text = exchange.getMessage().getBody(String.class);
    JsonNode node = exchange.getMessage().getBody(JsonNode.class);
    Map<?, ?> map = exchange.getMessage().getBody(Map.class);
    byte[] stream = exchange.getMessage().getBody(InputStream.class).readAllBytes();
    assertThat(JSON.readTree(text)).isEqualTo(JSON.readTree(stream));
    assertThat(node.get("inbox_id").asInt()).isEqualTo(79);
    assertThat(map.get("sender")).isInstanceOf(Map.class);
    assertThat(JSON.readTree(text).get("content").asText()).isEqualTo("hi");
  }

  /** As tests of one class do that share a context, and with it a connection. */
  @Test
  void idsMayBeginAnewWithAReset() {
    for (int i = 0; i < 3; i++) {
      assertThat(sent(TO_141, "hello").id()).isOne();
      livedesk.reset();
    }
  }
}
