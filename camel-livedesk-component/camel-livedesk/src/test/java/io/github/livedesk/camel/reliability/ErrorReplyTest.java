// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.reliability;

import static io.github.livedesk.camel.testing.AnsweringServer.reply;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.livedesk.camel.LiveDeskConstants;
import io.github.livedesk.camel.model.FileMessage;
import io.github.livedesk.camel.model.LiveDeskMessage;
import io.github.livedesk.camel.model.TemplateMessage;
import io.github.livedesk.camel.model.TextMessage;
import io.github.livedesk.camel.model.failure.ExternalErrorCategory;
import io.github.livedesk.camel.model.failure.LiveDeskAuthenticationException;
import io.github.livedesk.camel.model.failure.LiveDeskException;
import io.github.livedesk.camel.model.failure.LiveDeskMessageFailedException;
import io.github.livedesk.camel.model.failure.LiveDeskRateLimitException;
import io.github.livedesk.camel.model.failure.LiveDeskResponseException;
import io.github.livedesk.camel.model.failure.Outcome;
import io.github.livedesk.camel.testing.AnsweringServer;
import io.github.livedesk.camel.testing.AnsweringServer.Answer;
import io.github.livedesk.camel.testing.LiveDeskTestSupport;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.spi.HttpResponseAware;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What LiveDesk refuses, and what it says then, when nothing is tried again. */
class ErrorReplyTest extends LiveDeskTestSupport {

  private static final String TEXT = "canary-4711 is the text of this message";

  private static final String LEFT_OUT =
      "its words are left out, for they may quote the message or the credentials";

  @AutoClose private final AnsweringServer livedesk = new AnsweringServer();

  @Override
  protected String baseUrl() {
    return livedesk.url();
  }

  private <T extends LiveDeskException> T failed(Class<T> type, Outcome outcome, Answer reply) {
    livedesk.answer(reply);
    Exchange exchange = send(TO_141 + "&retryMode=none", TEXT);
    T failure = failure(type, exchange);
    int status = ((HttpResponseAware) failure).getHttpResponseCode();
    assertThat(failure.getOutcome()).isEqualTo(outcome);
    assertThat(failure.getConversationId()).isEqualTo("141");
    assertThat(failure.getOperation()).isEqualTo("text");
    assertThat(failure.getAttempts()).isEqualTo(1);
    assertThat(failure)
        .hasMessageContaining("op=text to conversation 141")
        .hasMessageNotContainingAny("canary", API_KEY, API_SECRET, "c2ltdWxhdG9y");
    assertThat(exchange.getMessage().getBody()).isEqualTo(TEXT);
    assertThat(exchange.getMessage().getHeaders())
        .containsEntry(LiveDeskConstants.OUTCOME, outcome.name())
        .containsEntry(LiveDeskConstants.MESSAGE_CONVERSATION_ID, "141")
        .containsEntry(LiveDeskConstants.ATTEMPTS, 1)
        .containsEntry(Exchange.HTTP_RESPONSE_CODE, status);
    assertThat(livedesk.requests()).hasSize(1);
    return failure;
  }

  @ParameterizedTest
  @ValueSource(ints = {401, 403})
  void credentialsThatAreRefused(int status) {
    var failure =
        failed(
            LiveDeskAuthenticationException.class,
            Outcome.REJECTED,
            reply(status, "{\"error\":\"Invalid key simulator-key:simulator-secret\"}")
                .withHeader("WWW-Authenticate", "Basic realm=\"x\""));

    assertThat(failure.getHttpResponseCode()).isEqualTo(status);
    assertThat(failure.isTransient()).isFalse();
    assertThat(failure)
        .hasMessageContaining(
            "LiveDesk answered " + status + ": its words are left out, for they may quote")
        .hasMessageContaining(
            "; check camel.component.livedesk.api-key and camel.component.livedesk.secret-key, or the"
                + " endpoint's apiKey and secretKey");
  }

  @Test
  void tooManyRequests() {
    var failure =
        failed(
            LiveDeskRateLimitException.class,
            Outcome.REJECTED,
            reply(429, "Retry later\n").withHeader("Retry-After", "17"));

    assertThat(failure.isTransient()).isTrue();
    assertThat(failure.getRetryAfter()).contains(Duration.ofSeconds(17));
    assertThat(failure).hasMessageContaining("LiveDesk answered 429: Retry later (outcome");
  }

  @Test
  void tooManyMessagesInOneConversation() {
    var failure =
        failed(
            LiveDeskRateLimitException.class,
            Outcome.REJECTED,
            reply(422, "{\"error\":\"Validation failed: Too many messages\"}"));

    assertThat(failure.getHttpResponseCode()).isEqualTo(422);
    assertThat(failure.getRetryAfter()).isEmpty();
  }

  @Test
  void aConversationThatIsNotThere() {
    assertThat(failed(LiveDeskResponseException.class, Outcome.REJECTED, reply(404, "")))
        .hasMessageContaining(
            "LiveDesk answered 404; no such conversation or message, or baseUrl has a wrong path"
                + " (outcome");
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "404, REJECTED, false, -",
        "413, REJECTED, false, -",
        "422, REJECTED, false, -",
        "408, UNKNOWN, true, -",
        "500, UNKNOWN, true, -",
        "502, UNKNOWN, true, -",
        "504, UNKNOWN, true, -",
        "503, UNKNOWN, true, -",
        "503, REJECTED, true, 5"
      })
  void otherFailures(int status, Outcome outcome, boolean isTransient, String retryAfter) {
    Answer reply = reply(status, "{\"error\":\"the reason\"}");
    if (retryAfter != null) {
      reply = reply.withHeader("Retry-After", retryAfter);
    }
    var failure = failed(LiveDeskResponseException.class, outcome, reply);

    assertThat(failure.getHttpResponseCode()).isEqualTo(status);
    assertThat(failure.isTransient()).isEqualTo(isTransient);
    assertThat(failure.getRetryAfter().isPresent()).isEqualTo(retryAfter != null);
    assertThat(failure).hasMessageContaining("LiveDesk answered " + status + ": the reason");
  }

  @Test
  void aRetryAfterBecomesCamelsNextDelay() {
    livedesk.answer(reply(429, "").withHeader("Retry-After", "3"));

    assertThat(
            send(TO_141 + "&retryMode=none", TEXT)
                .getMessage()
                .getHeader(Exchange.REDELIVERY_DELAY))
        .isEqualTo(3000L);
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 303, 307, 308})
  void redirectsAreNeverFollowed(int status) {
    failed(
        LiveDeskResponseException.class,
        Outcome.REJECTED,
        reply(status, "").withHeader("Location", livedesk.url() + "/elsewhere"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"error\":\"Content is too long\"}|: Content is too long (",
        "{\"message\":\"no such thing\",\"attributes\":[\"x\"]}|: no such thing (",
        "{\"errors\":[\"one\",\"two\"]}|: one, two (",
        "{\"status\":400,\"error\":\"Bad Request\"}|: Bad Request (",
        "{\"code\":7}|answered 400 (",
        "<html><head><title>413 Too Large</title></head>x</html>|: a page titled '413 Too Large' (",
        "<!DOCTYPE html><p>x|: a page (",
        "plain words|: plain words (",
        "''|answered 400 (",
        "{\"error\":\"canary-4711 is the text of this message is too long\"}|: its words are left out, for they may quote the message or the credentials (",
        "{\"error\":\"near 'is the text of'\"}|: its words are left out, for they may quote the message or the credentials ("
      })
  void theServersOwnWords(String body, String shown) {
    assertThat(failed(LiveDeskResponseException.class, Outcome.REJECTED, reply(400, body)))
        .hasMessageContaining(shown);
  }

  @Test
  void cookiesAreNotKept() {
    for (String message : List.of(REPLY, REPLY.replace("3030", "3031"))) {
      livedesk.answer(reply(200, message).withHeader("Set-Cookie", "a=b; Path=/"));
      sent(TO_141, TEXT);
    }

    assertThat(livedesk.requests())
        .hasSize(2)
        .allSatisfy(
            request -> assertThat(request.head()).doesNotContainIgnoringCase("\r\nCookie:"));
  }

  @Test
  void longWordsAreCut() {
    var failure =
        failed(
            LiveDeskResponseException.class,
            Outcome.REJECTED,
            reply(400, "{\"error\":\"" + "long ".repeat(20_000) + "\"}"));

    assertThat(failure.getMessage()).hasSizeLessThan(350).contains("…");
  }

  @Test
  void anErrorLongerThanMaxResponseSizeIsStillThatError() {
    livedesk.answer(reply(422, "x".repeat(100_000)));

    var failure = failure(LiveDeskResponseException.class, TO_141 + "&maxResponseSize=1000", TEXT);
    assertThat(failure.getHttpResponseCode()).isEqualTo(422);
  }

  @Test
  void aMessageThatLiveDeskCouldNotDeliverForNow() {
    var failure =
        failed(
            LiveDeskMessageFailedException.class,
            Outcome.ACCEPTED,
            reply(
                200,
                "{\"id\":123,\"status\":\"failed\",\"content_attributes\":{\"external_error\":"
                    + "\"130429: Rate limit hit\"}}"));

    assertThat(failure.isTransient()).isTrue();
    assertThat(failure.getExternalErrorCategory()).isEqualTo(ExternalErrorCategory.TRANSIENT);
  }

  @Test
  void aMessageThatLiveDeskCouldNotDeliverForNoReasonGiven() {
    var failure =
        failed(
            LiveDeskMessageFailedException.class,
            Outcome.ACCEPTED,
            reply(200, "{\"id\":123,\"status\":\"failed\"}"));

    assertThat(failure.getExternalError()).isNull();
    assertThat(failure.getExternalErrorCode()).isNull();
    assertThat(failure.getExternalErrorCategory()).isEqualTo(ExternalErrorCategory.UNKNOWN);
    assertThat(failure).hasMessageContaining("it gave no reason");
  }

  @Test
  void aMessageThatLiveDeskCouldNotDeliver() {
    var failure =
        failed(
            LiveDeskMessageFailedException.class,
            Outcome.ACCEPTED,
            reply(
                200,
                "{\"id\":123,\"status\":\"failed\",\"content_attributes\":{\"external_error\":"
                    + "\"131047: Re-engagement message is not allowed\"}}"));

    assertThat(failure.getMessageId()).isEqualTo(123);
    assertThat(failure.getExternalErrorCode()).isEqualTo("131047");
    assertThat(failure.getExternalErrorCategory()).isEqualTo(ExternalErrorCategory.NEEDS_TEMPLATE);
    assertThat(failure.isTransient()).isFalse();
    assertThat(failure.getExternalError())
        .isEqualTo("131047: Re-engagement message is not allowed");
    Exchange exchange = send(TO_141, TEXT);
    assertThat(exchange.getMessage().getHeaders())
        .containsEntry(LiveDeskConstants.MESSAGE_ID, 123L)
        .containsEntry(LiveDeskConstants.MESSAGE_STATUS, "failed")
        .containsEntry(LiveDeskConstants.EXTERNAL_ERROR_CODE, "131047")
        .containsEntry(
            LiveDeskConstants.EXTERNAL_ERROR, "131047: Re-engagement message is not allowed");
  }

  /** The document shows a failed message, but not the HTTP status that it comes with. */
  @ParameterizedTest
  @CsvSource({
    "429, 2147483648",
    "429, 99999999999999999999",
    "503, 2147483648",
    "503, 99999999999999999999",
    "503, 'Thursday, 31-Dec-37 23:59:59 GMT'",
    "503, 'Thu Dec 31 23:59:59 2037'"
  })
  void aWaitLongerThanAnyIsNotTakenForNone(int status, String retryAfter) {
    livedesk.answer(reply(status, "").withHeader("Retry-After", retryAfter));

    Exchange exchange = send(TO_141, "text");

    assertThat(((LiveDeskException) exchange.getException()).getOutcome())
        .isEqualTo(Outcome.REJECTED);
    assertThat(exchange.getException()).hasMessageContaining("longer than maxRetryAfter=");
    assertThat(livedesk.requests()).hasSize(1);
  }

  /** Of another program, with an id of its own. */
  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "1.5", "\"7\"", "\"a-b-c\"", "true", "null"})
  void anErrorWithAnIdOfItsOwnIsJudgedByItsStatus(String id) {
    String body = "{\"id\":" + id + ",\"status\":\"failed\",\"error\":\"no\"}";
    livedesk.answer(reply(422, body));

    var failure = failure(LiveDeskResponseException.class, TO_141, "text");

    assertThat(failure.getOutcome()).isEqualTo(Outcome.REJECTED);
    assertThat(failure).hasMessageContaining("LiveDesk answered 422: no");
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 422, 500})
  void aFailedMessageWithAnotherStatus(int status) {
    var failure =
        failed(
            LiveDeskMessageFailedException.class,
            Outcome.ACCEPTED,
            reply(
                status,
                "{\"id\":7,\"status\":\"failed\","
                    + "\"content_attributes\":{\"external_error\":\"131047: Re-engagement\"}}"));

    assertThat(failure.getMessageId()).isEqualTo(7);
    assertThat(failure.getExternalErrorCode()).isEqualTo("131047");
  }

  /** The text of the message is masked in the words that are shown, and the code stays known. */
  @Test
  void aCodeThatTheTextHidesIsStillRead() {
    livedesk.answer(
        reply(
            200,
            "{\"id\":7,\"status\":\"failed\","
                + "\"content_attributes\":{\"external_error\":\"130429: Rate limit\"}}"));

    Exchange exchange = send(TO_141 + "&retryMode=none", "130429");

    var failure = failure(LiveDeskMessageFailedException.class, exchange);
    assertThat(failure.getExternalErrorCode()).isEqualTo("130429");
    assertThat(failure.getExternalErrorCategory()).isEqualTo(ExternalErrorCategory.TRANSIENT);
    assertThat(failure.getExternalError()).isEqualTo(LEFT_OUT);
  }

  @Test
  void aRetryQuotesNoTextOfTheMessage() {
    livedesk.answer(
        reply(
            200,
            "{\"id\":7,\"status\":\"failed\",\"content\":\"canary of the message\","
                + "\"content_attributes\":"
                + "{\"external_error\":\"131026: canary of the message\"}}"));

    Exchange exchange = send(TO_141 + "&op=retry&messageId=7", null);

    assertThat(failure(LiveDeskMessageFailedException.class, exchange))
        .hasMessageContaining("131026")
        .hasMessageNotContaining("canary");
    assertThat(exchange.getMessage().getHeaders())
        .containsEntry(LiveDeskConstants.MESSAGE_ID, 7L)
        .containsEntry(LiveDeskConstants.MESSAGE_CONVERSATION_ID, "141");
  }

  @Test
  void noTextOfContentAttributesIsQuoted() {
    livedesk.answer(reply(422, "{\"error\":\"canary title is bad\"}"));
    Map<String, Object> items = Map.of("items", List.of(Map.of("title", "canary title")));

    Exchange exchange = send(TO_141, "hello", Map.of(LiveDeskConstants.CONTENT_ATTRIBUTES, items));

    assertThat(failure(LiveDeskResponseException.class, exchange))
        .hasMessageContaining("422: " + LEFT_OUT)
        .hasMessageNotContaining("canary");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CANARY-4711",
        "canary%2D4711",
        "&#99;&#97;nary-&#52;711",
        "\\\\u0063anary-4711",
        "canar…",
        "…y-4711",
        "4711",
        "SIMULATOR-key",
        "simulator&#45;SECRET",
        "lator-",
        "C2LTDWXHDG9Y",
      })
  void noQuotationShows(String quotation) {
    for (String field : List.of("error", "message")) {
      assertLeftOut(reply(422, "{'%s':'bad: %s'}".replace('\'', '"').formatted(field, quotation)));
    }
    assertLeftOut(reply(400, "bad: " + quotation));
    assertLeftOut(reply(502, "<html><title>bad: " + quotation + "</title></html>"));
    assertLeftOut(reply(200, failedWith("131026: bad: " + quotation)));
    assertLeftOut(reply(422, failedWith("131026: bad: " + quotation)));
  }

  private void assertLeftOut(Answer reply) {
    livedesk.answer(reply);

    Exchange exchange = send(TO_141 + "&retryMode=none", TEXT);

    assertThat(exchange.getException()).hasMessageContaining(LEFT_OUT);
    if (exchange.getException() instanceof LiveDeskMessageFailedException failed) {
      assertThat(failed.getExternalErrorCode()).isEqualTo("131026");
      assertThat(failed.getExternalErrorCategory()).isEqualTo(ExternalErrorCategory.RECIPIENT);
      assertThat(exchange.getMessage().getHeaders())
          .containsEntry(LiveDeskConstants.EXTERNAL_ERROR, "131026: " + LEFT_OUT)
          .containsEntry(LiveDeskConstants.EXTERNAL_ERROR_CODE, "131026");
    }
  }

  private static String failedWith(String error) {
    return "{'id':7,'status':'failed','content_attributes':{'external_error':'%s'}}"
        .replace('\'', '"')
        .formatted(error);
  }

  @Test
  void aFailedMessageThatIsHandedOnQuotesNothingInTheHeaders() {
    livedesk.answer(reply(200, failedWith("131026: bad: &#99;anary-4711")));

    Exchange exchange = send(TO_141 + "&retryMode=none&failOnFailedStatus=false", TEXT);

    assertThat(exchange.getException()).isNull();
    assertThat(exchange.getMessage().getHeaders())
        .containsEntry(LiveDeskConstants.EXTERNAL_ERROR, "131026: " + LEFT_OUT)
        .containsEntry(LiveDeskConstants.EXTERNAL_ERROR_CODE, "131026");
  }

  /** A number from the text, where a code would stand, is no code that anybody knows. */
  @Test
  void anUnknownCodeThatTheTextHasIsNoCode() {
    livedesk.answer(reply(200, failedWith("4711: is wrong")));

    Exchange exchange = send(TO_141 + "&retryMode=none", TEXT);

    assertThat(exchange.getException()).hasMessageNotContaining("4711");
    assertThat(exchange.getMessage().getHeaders())
        .containsEntry(LiveDeskConstants.EXTERNAL_ERROR, LEFT_OUT)
        .doesNotContainKey(LiveDeskConstants.EXTERNAL_ERROR_CODE);
  }

  /** What the failed send left: its body and its headers. */
  static Stream<Object> bodiesOfARetry() {
    return Stream.of(
        "hello canary-4711",
        TextMessage.builder().content("hello canary-4711").build(),
        FileMessage.builder().file("a.txt", new byte[1]).content("hello canary-4711").build(),
        TemplateMessage.builder("order_update", "en_US")
            .content("hello")
            .parameters("canary-4711")
            .build(),
        LiveDeskMessage.of(Map.of("id", 7, "content", "hello canary-4711")),
        Map.of("name", "canary-4711"),
        List.of(1, List.of("canary-4711")),
        new JsonMapper().valueToTree(Map.of("content", List.of("canary-4711"))),
        Map.of("pin", 4711),
        new byte[] {1},
        "7",
        7);
  }

  @ParameterizedTest
  @MethodSource("bodiesOfARetry")
  void aRetryQuotesNothingOfItsBody(Object body) {
    String uri = TO_141 + "&op=retry&messageId=7&retryMode=none";
    for (String reply :
        List.of("{\"error\":\"bad: canary 4711\"}", failedWith("131026: bad: CANARY 4711"))) {
      livedesk.answer(reply(422, reply));

      assertThat(send(uri, body).getException()).hasMessageContaining(LEFT_OUT);
      assertThat(send(uri, null, Map.of(LiveDeskConstants.CONTENT, "Canary 4711")).getException())
          .hasMessageContaining(LEFT_OUT);
    }
    livedesk.answer(reply(404, "{\"error\":\"Message 7 not found\"}"));
    assertThat(send(uri, body).getException()).hasMessageContaining("404: Message 7 not found");
  }

  /** The error of the send before is in the message, and is no text of it. */
  @Test
  void aRetryShowsTheSameErrorOnceMore() {
    String stored =
        failedWith("131026: Receiver is odd").replace("{\"id", "{\"content\":\"hello\",\"id");
    livedesk.answer(reply(200, stored));
    String uri = TO_141 + "&retryMode=none&failOnFailedStatus=false";
    Object failed = send(uri, "hello").getMessage().getBody();

    assertThat(send(uri.replace("FailedStatus=false", "FailedStatus=true") + "&op=retry", failed))
        .extracting(Exchange::getException)
        .asString()
        .contains("131026: Receiver is odd");
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 413, 500})
  void aRetryAfterThatSaysNothingThere(int status) {
    var failure =
        failed(
            LiveDeskResponseException.class,
            status == 500 ? Outcome.UNKNOWN : Outcome.REJECTED,
            reply(status, "").withHeader("Retry-After", "7"));

    assertThat(failure.getRetryAfter()).isEmpty();
  }
}
