// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.operation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.livedesk.camel.LiveDeskConstants;
import io.github.livedesk.camel.model.LiveDeskMessage;
import io.github.livedesk.camel.model.failure.LiveDeskConnectionException;
import io.github.livedesk.camel.model.failure.LiveDeskMessageFailedException;
import io.github.livedesk.camel.model.failure.LiveDeskOutcomeUnknownException;
import io.github.livedesk.camel.model.failure.LiveDeskRequestException;
import io.github.livedesk.camel.model.failure.LiveDeskResponseException;
import io.github.livedesk.camel.simulator.LiveDeskSimulator;
import io.github.livedesk.camel.simulator.RecordedRequest;
import io.github.livedesk.camel.simulator.StoredMessage;
import io.github.livedesk.camel.testing.SimulatorTestSupport;
import io.github.livedesk.camel.testing.SocketServer;
import java.nio.CharBuffer;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RetryTest extends SimulatorTestSupport {

  private static final String ONCE = TO_141 + "&retryMode=none";
  private static final String RETRY = "livedesk:messages?op=retry";
  private static final String RATE_LIMIT = "130429: Rate limit hit";

  RetryTest(LiveDeskSimulator livedesk) {
    super(livedesk);
  }

  @Override
  protected RouteBuilder createRouteBuilder() {
    return new RouteBuilder() {
      @Override
      public void configure() {
        onException(LiveDeskMessageFailedException.class)
            .handled(true)
            .delay(10)
            .to("livedesk:messages?op=retry");
        from("direct:recipe").to(TO_141);
      }
    };
  }

  private void failOne() {
    livedesk.conversation("141").failNext(1, RATE_LIMIT);
    failure(LiveDeskMessageFailedException.class, ONCE, "hello");
  }

  private StoredMessage arrived() {
    assertThat(livedesk.messages("141")).hasSize(1);
    return livedesk.messages("141").get(0);
  }

  @Test
  void theRecipeNeedsNoHeaderWork() {
    livedesk.conversation("141").failNext(3, RATE_LIMIT);

    LiveDeskMessage message =
        template().requestBody("direct:recipe", "hello", LiveDeskMessage.class);

    assertThat(message.status()).isEqualTo("sent");
    assertThat(arrived().status()).isEqualTo("sent");
    assertThat(arrived().content()).isEqualTo("hello");
    assertThat(livedesk.requests())
        .extracting(RecordedRequest::toString)
        .as("the send, its two retries, and that of the recipe")
        .containsExactly(
            "POST /api/v2/accounts/conversations/141/messages",
            "POST /api/v2/accounts/conversations/141/messages/1/retry",
            "POST /api/v2/accounts/conversations/141/messages/1/retry",
            "POST /api/v2/accounts/conversations/141/messages/1/retry");
  }

  @Test
  void aFailedMessageIsHandedOnWhereTheRouteWantsIt() {
    livedesk.conversation("141").failNext(1, RATE_LIMIT);

    Exchange exchange = send(ONCE + "&failOnFailedStatus=false", "hello");

    assertThat(exchange.getException()).isNull();
    assertThat(exchange.getMessage().getBody(LiveDeskMessage.class).status()).isEqualTo("failed");
    assertThat(exchange.getMessage().getHeaders())
        .containsEntry(LiveDeskConstants.MESSAGE_ID, 1L)
        .containsEntry(LiveDeskConstants.MESSAGE_STATUS, "failed")
        .containsEntry(LiveDeskConstants.EXTERNAL_ERROR, RATE_LIMIT)
        .containsEntry(LiveDeskConstants.EXTERNAL_ERROR_CODE, "130429")
        .doesNotContainKey(LiveDeskConstants.OUTCOME);
  }

  @Test
  void theCallHasNoBody() {
    failOne();
    sent(RETRY, null, Map.of(LiveDeskConstants.MESSAGE_ID, 1, "CamelLiveDeskConversationId", 141));

    RecordedRequest retry = livedesk.requests().get(1);
    assertThat(retry.body()).isEmpty();
    assertThat(retry.header("Content-Length")).isEqualTo("0");
    assertThat(retry.header("Content-Type")).isNull();
    assertThat(retry.header("Authorization")).isNotNull();
  }

  /** It is the text of the message that failed, and not for a path or a log. */
  @ParameterizedTest
  @ValueSource(strings = {"canary", "canary-4711", "4711a"})
  void aTextIsNoIdOfAMessage(String text) {
    for (Object body : List.of(text, CharBuffer.wrap(text))) {
      assertThat(failure(LiveDeskRequestException.class, RETRY + "&conversationId=141", body))
          .hasMessageContaining("messageId: found a text that is no number; it takes the id")
          .hasMessageNotContaining(text);
    }
    assertThat(livedesk.requests()).isEmpty();
  }

  @Test
  void idsByOptionOrBody() {
    for (Object body : List.of("1", 1L, LiveDeskMessage.of(Map.of("id", 1)))) {
      livedesk.reset();
      failOne();
      assertThat(sent(RETRY + "&conversationId=141", body).id()).isEqualTo(1);
    }
    livedesk.reset();
    failOne();
    assertThat(sent(RETRY + "&conversationId=141&messageId=1", "anything").id()).isEqualTo(1);
  }

  @Test
  void headersBeatOptions() {
    failOne();

    assertThat(
            sent(
                    RETRY + "&conversationId=9&messageId=9",
                    "8",
                    Map.of(
                        LiveDeskConstants.CONVERSATION_ID, "141",
                        LiveDeskConstants.MESSAGE_CONVERSATION_ID, "7",
                        LiveDeskConstants.MESSAGE_ID, 1L))
                .id())
        .isEqualTo(1);
  }

  @Test
  void aMessageThatFailsAgain() {
    livedesk.conversation("141").failNext(2, RATE_LIMIT);
    failure(LiveDeskMessageFailedException.class, ONCE, "hello");

    Exchange exchange = send(RETRY + "&conversationId=141&retryMode=none", 1);

    var failure = failure(LiveDeskMessageFailedException.class, exchange);
    assertThat(failure.getOperation()).isEqualTo("retry");
    assertThat(failure.getMessageId()).isEqualTo(1);
    assertThat(sent(RETRY + "&conversationId=141", 1).status()).isEqualTo("sent");
  }

  @Test
  void aMessageThatHasNotFailedOrIsNotThere() {
    sent(TO_141, "hello");

    assertThat(failure(LiveDeskResponseException.class, RETRY + "&conversationId=141", 1))
        .hasMessageContaining("422: Message has not failed");
    assertThat(failure(LiveDeskResponseException.class, RETRY + "&conversationId=141", 2))
        .hasMessageContaining("404");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "204 No Content\r\n\r\n",
        "204 No Content\r\nContent-Length: 0\r\n\r\n",
        "200 OK\r\nContent-Length: 0\r\n\r\n",
        "200 OK\r\nContent-Length: 30\r\n\r\n{\"id\":1,\"status\":\"progress\"}  "
      })
  void everySuccessWithoutAComplaintCountsAsTaken(String reply) throws Exception {
    try (var server =
        SocketServer.start(
            connection -> {
              connection.readRequest();
              connection.write("HTTP/1.1 " + reply);
            })) {
      Exchange exchange = send(RETRY + "&conversationId=141&baseUrl=" + server.url(), 1);

      assertThat(exchange.getException()).isNull();
      LiveDeskMessage body = exchange.getMessage().getBody(LiveDeskMessage.class);
      assertThat(body == null).isEqualTo(!reply.contains("{"));
      assertThat(exchange.getMessage().getHeaders())
          .containsEntry(LiveDeskConstants.MESSAGE_CONVERSATION_ID, "141")
          .containsEntry(LiveDeskConstants.MESSAGE_ID, 1L);
    }
  }

  @Test
  void aSuccessThatIsNoMessage() throws Exception {
    try (var server =
        SocketServer.start(
            connection -> {
              connection.readRequest();
              connection.reply("<html>");
            })) {
      failure(
          LiveDeskOutcomeUnknownException.class,
          RETRY + "&conversationId=141&baseUrl=" + server.url(),
          1);
    }
  }

  @Test
  void aRetryThatFailsKeepsTheIdsForTheNext() {
    Map<String, Object> headers =
        Map.of(LiveDeskConstants.MESSAGE_ID, 5L, LiveDeskConstants.MESSAGE_CONVERSATION_ID, "141");

    Exchange exchange = send(RETRY + "&baseUrl=http://127.0.0.1:1", null, headers);

    failure(LiveDeskConnectionException.class, exchange);
    assertThat(exchange.getMessage().getHeaders())
        .containsEntry(LiveDeskConstants.MESSAGE_ID, 5L)
        .containsEntry(LiveDeskConstants.MESSAGE_CONVERSATION_ID, "141");
  }

  @Test
  void aHeaderThatSteeredTheSendDoesNotSteerTheRetry() {
    failOne();

    sent(
        RETRY + "&conversationId=141",
        1,
        Map.of(LiveDeskConstants.OPERATION, "text", LiveDeskConstants.MESSAGE_ID, 1));

    assertThat(arrived().status()).isEqualTo("sent");
  }

  @Test
  void idsThatAreNone() {
    for (Object id : List.of("", "1/../2", "a b", 1.5, List.of(1))) {
      assertThat(
              failure(LiveDeskRequestException.class, RETRY + "&conversationId=141", id).getField())
          .isEqualTo("messageId");
    }
    assertThat(failure(LiveDeskRequestException.class, RETRY + "&conversationId=141", null))
        .hasMessageContaining("messageId: found nothing");
    assertThat(failure(LiveDeskRequestException.class, RETRY, 1).getField())
        .isEqualTo("conversationId");
    assertThat(livedesk.requests()).isEmpty();
  }
}
