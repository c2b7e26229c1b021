// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.operation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.livedesk.camel.LiveDeskConstants;
import io.github.livedesk.camel.model.LiveDeskMessage;
import io.github.livedesk.camel.model.failure.LiveDeskMessageFailedException;
import io.github.livedesk.camel.simulator.LiveDeskSimulator;
import io.github.livedesk.camel.simulator.RecordedRequest;
import io.github.livedesk.camel.simulator.StoredMessage;
import io.github.livedesk.camel.testing.SimulatorTestSupport;
import java.util.List;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Messages that LiveDesk stores and can't deliver: sent again by its own call, or not at all. */
class FailedMessageTest extends SimulatorTestSupport {

  private static final String SEND = "POST /api/v2/accounts/conversations/141/messages";
  private static final String RETRY = SEND + "/1/retry";

  FailedMessageTest(LiveDeskSimulator livedesk) {
    super(livedesk);
  }

  private List<String> calls() {
    return livedesk.requests().stream().map(RecordedRequest::toString).toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"130429: Rate limit hit", "(#131056) Pair rate limit", "131016 - down"})
  void getsThroughAtTheSecondRetry(String externalError) {
    livedesk.conversation("141").failNext(2, externalError);

    Exchange exchange = send(TO_141, "hello");

    assertThat(exchange.getException()).isNull();
    assertThat(exchange.getMessage().getBody(LiveDeskMessage.class).status()).isEqualTo("sent");
    assertThat(exchange.getMessage().getHeaders())
        .containsEntry(LiveDeskConstants.ATTEMPTS, 3)
        .containsEntry(LiveDeskConstants.MESSAGE_ID, 1L)
        .doesNotContainKeys(LiveDeskConstants.OUTCOME, LiveDeskConstants.EXTERNAL_ERROR);
    assertThat(calls()).containsExactly(SEND, RETRY, RETRY);
    assertThat(livedesk.messages("141")).extracting(StoredMessage::status).containsExactly("sent");
  }

  @Test
  void failsWhereTheThirdTryFailsToo() {
    livedesk.conversation("141").failNext(3, "130429: Rate limit hit");

    Exchange exchange = send(TO_141, "hello");

    var failure = failure(LiveDeskMessageFailedException.class, exchange);
    assertThat(failure.getAttempts()).isEqualTo(3);
    assertThat(failure.getOperation()).isEqualTo("text");
    assertThat(failure).hasMessageContaining("op=text to conversation 141 in 3 attempts: ");
    assertThat(exchange.getMessage().getHeaders()).containsEntry(LiveDeskConstants.ATTEMPTS, 3);
    assertThat(calls()).containsExactly(SEND, RETRY, RETRY);
  }

  @Test
  void isSentAgainAsOftenAsTheRouteSays() {
    livedesk.conversation("141").failNext(5, "130429: Rate limit hit");

    assertThat(sent(TO_141 + "&maxMessageRetries=5", "hello").status()).isEqualTo("sent");
    assertThat(calls()).hasSize(6);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "131047: Re-engagement message",
        "131049: held back",
        "131026: undeliverable",
        "132000: wrong number of parameters",
        "403, forbidden",
        "something went wrong"
      })
  void failsAtOnceForEveryOtherReason(String externalError) {
    livedesk.conversation("141").failNext(1, externalError);

    assertThat(failure(LiveDeskMessageFailedException.class, TO_141, "hello").getAttempts())
        .isEqualTo(1);
    assertThat(calls()).containsExactly(SEND);
  }

  @ParameterizedTest
  @ValueSource(strings = {"&retryMode=none", "&maxMessageRetries=0"})
  void isLeftAloneWhereTheRouteSaysSo(String options) {
    livedesk.conversation("141").failNext(1, "130429: Rate limit hit");

    failure(LiveDeskMessageFailedException.class, TO_141 + options, "hello");

    assertThat(calls()).containsExactly(SEND);
  }

  @Test
  void isHandedOnAfterItsRetriesWhereTheRouteSaysSo() {
    livedesk.conversation("141").failNext(3, "130429: Rate limit hit");

    Exchange exchange = send(TO_141 + "&failOnFailedStatus=false", "hello");

    assertThat(exchange.getException()).isNull();
    assertThat(exchange.getMessage().getHeaders())
        .containsEntry(LiveDeskConstants.MESSAGE_STATUS, "failed")
        .containsEntry(LiveDeskConstants.EXTERNAL_ERROR_CODE, "130429")
        .containsEntry(LiveDeskConstants.ATTEMPTS, 3);
  }

  @Test
  void attachmentsAreNotSentTwice() {
    livedesk.conversation("141").failNext(1, "130429: Rate limit hit");

    LiveDeskMessage message = sent(TO_141 + "&op=attachment", new byte[] {1, 2, 3});

    assertThat(message.attachments()).hasSize(1);
    assertThat(calls()).containsExactly(SEND, RETRY);
  }

  @Test
  void aRetriedRetryCallIsOneMoreAttempt() {
    livedesk.conversation("141").failNext(2, "130429: Rate limit hit");
    failure(LiveDeskMessageFailedException.class, TO_141 + "&retryMode=none", "hello");

    Exchange exchange = send("livedesk:messages?op=retry&conversationId=141&messageId=1", null);

    assertThat(exchange.getException()).isNull();
    assertThat(exchange.getMessage().getHeader(LiveDeskConstants.ATTEMPTS)).isEqualTo(2);
  }
}
