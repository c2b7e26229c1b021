// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.client.response;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.livedesk.camel.client.RetryMode;
import io.github.livedesk.camel.client.api.CallResult;
import io.github.livedesk.camel.client.api.CallResult.Failed;
import io.github.livedesk.camel.client.api.CallResult.Stored;
import io.github.livedesk.camel.client.api.CallResult.Undelivered;
import io.github.livedesk.camel.client.http.RawResponse;
import io.github.livedesk.camel.client.settings.ClientSettings;
import io.github.livedesk.camel.client.settings.Credentials;
import io.github.livedesk.camel.client.settings.RetrySettings;
import io.github.livedesk.camel.model.LiveDeskMessage;
import io.github.livedesk.camel.model.ResponseJson;
import io.github.livedesk.camel.model.failure.LiveDeskAuthenticationException;
import io.github.livedesk.camel.model.failure.LiveDeskException;
import io.github.livedesk.camel.model.failure.LiveDeskMessageFailedException;
import io.github.livedesk.camel.model.failure.LiveDeskOutcomeUnknownException;
import io.github.livedesk.camel.model.failure.LiveDeskRateLimitException;
import io.github.livedesk.camel.model.failure.LiveDeskResponseException;
import io.github.livedesk.camel.model.failure.SendContext;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResponseParserTest {

  private static final SendContext CONTEXT = new SendContext("text", "141", 2);

  private static final ClientSettings SETTINGS =
      new ClientSettings(
          URI.create("http://127.0.0.1"),
          new Credentials("key", "secret"),
          Duration.ofSeconds(30),
          Duration.ofMinutes(5),
          1000,
          0,
          true,
          new RetrySettings(
              RetryMode.none, 1, Duration.ZERO, Duration.ZERO, Duration.ofSeconds(60), 0),
          null);

  /** They may be long. */
  @ParameterizedTest
  @CsvSource({"'', 0", "{}, 0", "'{\"error\":\" \"}', 0", "'{\"error\":\"wrong\"}', 1"})
  void collectsHiddenTextsOnlyWhereTheServerSaysSomething(String body, int times) {
    var asked = new AtomicInteger();
    var reader =
        new ResponseParser(
            SETTINGS,
            new MessageReader(false, 0),
            false,
            () -> {
              asked.incrementAndGet();
              return new Sent(List.of(), List.of("hidden"), List.of(), true);
            });

    byte[] text = body.getBytes(UTF_8);
    var json = ResponseJson.readObject(text).orElse(null);

    assertThatThrownBy(() -> read(reader, new RawResponse(404, null, text, false, json, null)))
        .isInstanceOf(LiveDeskResponseException.class);
    assertThat(asked).hasValue(times);
  }

  private static ResponseParser reader(boolean acceptsEmpty, int files) {
    return new ResponseParser(
        SETTINGS,
        new MessageReader(acceptsEmpty, files),
        false,
        () -> new Sent(List.of("secret"), List.of("hidden words"), List.of("141"), true));
  }

  /** The message, or the exception that its send would end with. */
  private static Stored read(ResponseParser parser, RawResponse response) {
    CallResult result = parser.parse(response);
    if (result instanceof Stored stored) {
      return stored;
    }
    throw result instanceof Undelivered undelivered
        ? undelivered.toException(CONTEXT)
        : ((Failed) result).failure().toException(CONTEXT);
  }

  private static LiveDeskMessage message(Stored stored) {
    return (LiveDeskMessage) stored.body();
  }

  private static RawResponse wire(int status, String retryAfter, String body) {
    byte[] bytes = body.getBytes(UTF_8);
    byte[] text = body.strip().getBytes(UTF_8);
    return new RawResponse(
        status, retryAfter, text, false, ResponseJson.readObject(bytes).orElse(null), null);
  }

  private static <T extends Throwable> T failure(Class<T> type, RawResponse reply) {
    return catchThrowableOfType(type, () -> read(reader(false, 0), reply));
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 201, 299})
  void anySuccessWithAMessageIsOne(int status) {
    Stored reply = read(reader(false, 0), wire(status, null, "{\"id\":7}"));

    assertThat(reply.status()).isEqualTo(status);
    assertThat(message(reply).id()).isEqualTo(7);
  }

  @ParameterizedTest
  @ValueSource(ints = {199, 300, 400, 422, 500})
  void anyOtherStatusIsAFailure(int status) {
    assertThat(failure(LiveDeskResponseException.class, wire(status, null, "")))
        .hasMessageContaining("LiveDesk answered " + status + " (");
    var withId = failure(LiveDeskResponseException.class, wire(status, null, "{\"id\":7}"));
    assertThat(withId.getHttpResponseCode()).isEqualTo(status);
  }

  @ParameterizedTest
  @CsvSource({"401, ; check camel.component", "403, they may not be allowed"})
  void credentialsThatAreRefused(int status, String advice) {
    assertThat(failure(LiveDeskAuthenticationException.class, wire(status, null, "no")))
        .hasMessageContaining("answered " + status + ": no; check")
        .hasMessageContaining(advice);
  }

  @Test
  void saysWhatMayBeWrongWhereNothingIsFound() {
    assertThat(failure(LiveDeskResponseException.class, wire(404, null, "")))
        .hasMessageContaining("answered 404; no such conversation or message");
  }

  @ParameterizedTest
  @CsvSource({"429, true", "503, true", "500, false", "400, false"})
  void onlySomeMayAskToWait(int status, boolean asks) {
    LiveDeskException failure = failure(LiveDeskException.class, wire(status, "7", ""));

    assertThat(failure.getRetryAfter().isPresent()).isEqualTo(asks);
  }

  @Test
  void tooManyMessagesAreALimitToo() {
    failureOf422("Validation failed: Too many messages", LiveDeskRateLimitException.class);
    failureOf422("Validation failed", LiveDeskResponseException.class);
  }

  private static void failureOf422(String words, Class<? extends LiveDeskException> type) {
    assertThat(failure(type, wire(422, null, words))).isExactlyInstanceOf(type);
  }

  @Test
  void tooManyMessagesAreThatWith422Alone() {
    assertThat(failure(LiveDeskResponseException.class, wire(400, null, "Too many messages")))
        .isExactlyInstanceOf(LiveDeskResponseException.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''|is empty",
        "x|is no JSON object",
        "[1]|is no JSON object",
        "{}|has no message id",
        "{\"id\":0.5}|has no message id"
      })
  void aSuccessThatIsNoMessageIsOfUnknownOutcome(String body, String what) {
    assertThat(failure(LiveDeskOutcomeUnknownException.class, wire(200, null, body)))
        .hasMessageContaining("the reply with HTTP status 200 " + what);
  }

  @Test
  void aSuccessThatIsCutIsOfUnknownOutcome() {
    var cut = new RawResponse(200, null, "{\"id\":7}".getBytes(UTF_8), true, null, null);

    assertThat(failure(LiveDeskOutcomeUnknownException.class, cut))
        .hasMessageContaining("is longer than maxResponseSize=1000 bytes");
  }

  @Test
  void aSuccessThatIsInDoubtIsOfUnknownOutcome() {
    var doubted =
        new RawResponse(
            200,
            null,
            new byte[0],
            false,
            Map.of("id", 7),
            "may be that to another request: its id is another");

    assertThat(failure(LiveDeskOutcomeUnknownException.class, doubted))
        .hasMessageContaining("may be that to another request: its id is another");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " \n"})
  void anEmptySuccessIsOneOfARetryAlone(String body) {
    Stored reply = read(reader(true, 0), wire(204, null, body));
    assertThat(reply.body()).isNull();
    assertThat(reply.status()).isEqualTo(204);
    assertThat(message(read(reader(true, 0), wire(200, null, "{\"id\":7}"))).id()).isEqualTo(7);

    assertThatThrownBy(() -> read(reader(false, 0), wire(204, null, body)))
        .isInstanceOf(LiveDeskOutcomeUnknownException.class);
  }

  @Test
  void asManyFilesAreStoredAsWereSent() {
    String one = "{\"id\":7,\"attachments\":[{\"id\":1}]";
    assertThat(message(read(reader(false, 1), wire(200, null, one + "}"))).id()).isEqualTo(7);

    assertThatThrownBy(() -> read(reader(false, 2), wire(200, null, one + "}")))
        .isInstanceOf(LiveDeskOutcomeUnknownException.class)
        .hasMessageContaining("has 1 of the 2 attachments sent");
    assertThatThrownBy(
            () -> read(reader(false, 2), wire(200, null, one + ",\"status\":\"failed\"}")))
        .isInstanceOf(LiveDeskMessageFailedException.class);
  }

  private static LiveDeskMessageFailedException failedMessage(int status, String error) {
    return failure(
        LiveDeskMessageFailedException.class,
        wire(
            status,
            null,
            "{\"id\":7,\"status\":\"failed\",\"content\":\"stored canary\",\"content_attributes\":{"
                + error
                + "}}"));
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 422, 500})
  void aMessageThatIsStoredAsFailed(int status) {
    var failure = failedMessage(status, "\"external_error\":\"131047: Re-engagement message\"");

    assertThat(failure.getHttpResponseCode()).isEqualTo(status);
    assertThat(failure.getMessageId()).isEqualTo(7);
    assertThat(failure.getExternalError()).isEqualTo("131047: Re-engagement message");
    assertThat(failure.getExternalErrorCode()).isEqualTo("131047");
  }

  @Test
  void aFailedMessageMayHaveNoError() {
    assertThat(failedMessage(200, "").getExternalError()).isNull();
    assertThat(failedMessage(200, "").getExternalErrorCode()).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"hidden words", "stored canary", "secret"})
  void anErrorThatQuotesTheMessageShowsItsCodeAlone(String quotation) {
    var failure = failedMessage(200, "\"external_error\":\"131047: no " + quotation + "\"");

    assertThat(failure.getExternalError()).isEqualTo("131047: " + ErrorText.LEFT_OUT);
    assertThat(failure.getExternalErrorCode()).isEqualTo("131047");
    assertThat(failedMessage(200, "\"external_error\":\"no " + quotation + "\"").getExternalError())
        .isEqualTo(ErrorText.LEFT_OUT);
  }

  @Test
  void aFailedMessageIsHandedOnWithItsError() {
    CallResult result =
        reader(false, 0)
            .parse(
                wire(
                    200,
                    null,
                    "{\"id\":7,\"status\":\"failed\",\"content_attributes\":{\"external_error\":\"130429: Rate limit hit\"}}"));

    assertThat(result)
        .isInstanceOfSatisfying(
            Undelivered.class,
            message -> {
              assertThat(message.error().code()).isEqualTo("130429");
              assertThat(message.isTransient()).isTrue();
              assertThat(message.requests()).isEqualTo(1);
            });
  }
}
