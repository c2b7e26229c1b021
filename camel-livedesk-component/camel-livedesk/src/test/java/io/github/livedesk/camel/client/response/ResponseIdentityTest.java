// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.client.response;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.livedesk.camel.client.api.ApiRequest;
import io.github.livedesk.camel.client.api.MessageRequest.RetryMessage;
import io.github.livedesk.camel.client.api.MessageRequest.SendText;
import io.github.livedesk.camel.client.body.JsonBody;
import io.github.livedesk.camel.client.http.RequestProducer;
import io.github.livedesk.camel.client.http.ResponseCheck;
import io.github.livedesk.camel.model.TextMessage;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.apache.hc.core5.http.message.BasicHttpRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResponseIdentityTest {

  private static final ResponseCheck IDENTITY = ofText("141");

  private static ResponseCheck of(ApiRequest request) {
    var producer = new RequestProducer(new BasicHttpRequest("POST", "/"), JsonBody.none());
    return ResponseIdentity.of(request, producer);
  }

  private static ResponseCheck ofText(String conversation) {
    return of(new SendText(conversation, TextMessage.builder().content("hello").build()));
  }

  private static ResponseCheck ofRetry(String message) {
    return of(new RetryMessage("141", message, List.of()));
  }

  @Test
  void anIdIsANumberAboveZero() {
    assertThat(IDENTITY.messageId(Map.of("id", 7))).isEqualTo(7);
    assertThat(IDENTITY.messageId(Map.of("id", 1L << 40))).isEqualTo(1L << 40);
    for (Object none : List.of(-7, "7", 7.5, BigInteger.TEN, List.of())) {
      assertThat(IDENTITY.messageId(Map.of("id", none))).isZero();
    }
    assertThat(IDENTITY.messageId(Map.of())).isZero();
  }

  @Test
  void aMessageThatWasSeenBeforeIsAnother() {
    Map<String, Object> json = Map.of("id", 7, "content", "hello");

    assertThat(ofText("141").doubt(json, true)).contains("an earlier reply");
    assertThat(ofText("141").doubt(json, false)).isNull();
    assertThat(ofText("141").doubt(Map.of("id", 7, "content", "zebra"), false))
        .isEqualTo("its content is another text");
  }

  @ParameterizedTest
  @CsvSource({"7", "007", "a7"})
  void aRetryMayGetTheMessageThatWasSeenBefore(String message) {
    assertThat(ofRetry(message).doubt(Map.of("id", 7), true)).isNull();
  }

  @ParameterizedTest
  @CsvSource({"8", "70", "700", "0"})
  void aRetryMayNotGetAnotherMessage(String message) {
    assertThat(ofRetry(message).doubt(Map.of("id", 7), true)).contains("the message to retry");
  }

  @ParameterizedTest
  @CsvSource({"141,141", "0141,141", "141,00141", "ab,ab", "0,000", "9,09", "/:,/:"})
  void theSameConversation(String asked, String found) {
    assertThat(ofText(asked).doubt(Map.of("id", 7, "conversation_id", found), false)).isNull();
  }

  @ParameterizedTest
  @CsvSource({"141,142", "141,1410", "ab,ac", "ab,0", "0a,a", "a,0a", "10,1", "0/,/", "0:,:"})
  void anotherConversation(String asked, String found) {
    assertThat(ofText(asked).doubt(Map.of("id", 7, "conversation_id", found), false))
        .isEqualTo("its conversation_id is that of another conversation");
  }

  @Test
  void aNumberIsComparedWithANumberAlone() {
    assertThat(ofText("ab").doubt(Map.of("id", 7, "conversation_id", 7), false)).isNull();
    assertThat(ofText("7").doubt(Map.of("id", 7, "conversation_id", 7), false)).isNull();
    assertThat(ofText("8").doubt(Map.of("id", 7, "conversation_id", 7), false)).isNotNull();
  }

  @Test
  void onlyANewMessageProvesThatItsConnectionIsInStep() {
    assertThat(ofText("141").isProof(Map.of("id", 1, "status", "sent"))).isTrue();
    assertThat(ofText("141").isProof(Map.of("id", 1))).isTrue();
    assertThat(ofText("141").isProof(Map.of("id", 1, "status", "failed"))).isFalse();
    assertThat(ofText("141").isProof(Map.of("id", 0))).isFalse();
    assertThat(ofRetry("1").isProof(Map.of("id", 1))).isFalse();
  }
}
