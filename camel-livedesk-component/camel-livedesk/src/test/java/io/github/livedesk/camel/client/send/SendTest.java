// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.client.send;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.livedesk.camel.client.RetryMode;
import io.github.livedesk.camel.client.api.ApiCalls;
import io.github.livedesk.camel.client.api.ApiRequest;
import io.github.livedesk.camel.client.api.ApiResponse;
import io.github.livedesk.camel.client.api.CallResult;
import io.github.livedesk.camel.client.api.CallResult.Failed;
import io.github.livedesk.camel.client.api.CallResult.Stored;
import io.github.livedesk.camel.client.api.CallResult.Undelivered;
import io.github.livedesk.camel.client.api.ExternalError;
import io.github.livedesk.camel.client.api.Failure;
import io.github.livedesk.camel.client.api.MessageRequest;
import io.github.livedesk.camel.client.api.MessageRequest.RetryMessage;
import io.github.livedesk.camel.client.api.MessageRequest.SendText;
import io.github.livedesk.camel.client.api.Operation;
import io.github.livedesk.camel.client.api.ResponseCallback;
import io.github.livedesk.camel.client.api.SendBounds;
import io.github.livedesk.camel.client.concurrent.KeyedTurns;
import io.github.livedesk.camel.client.retry.RetryBudget;
import io.github.livedesk.camel.client.retry.RetryPolicy;
import io.github.livedesk.camel.client.retry.RetryTimer;
import io.github.livedesk.camel.client.retry.VirtualTime;
import io.github.livedesk.camel.client.settings.ClientSettings;
import io.github.livedesk.camel.client.settings.Credentials;
import io.github.livedesk.camel.client.settings.RetrySettings;
import io.github.livedesk.camel.model.LiveDeskMessage;
import io.github.livedesk.camel.model.TextMessage;
import io.github.livedesk.camel.model.failure.FieldError;
import io.github.livedesk.camel.model.failure.LiveDeskConnectionException;
import io.github.livedesk.camel.model.failure.LiveDeskException;
import io.github.livedesk.camel.model.failure.LiveDeskMessageFailedException;
import io.github.livedesk.camel.model.failure.LiveDeskOutcomeUnknownException;
import io.github.livedesk.camel.model.failure.LiveDeskRateLimitException;
import io.github.livedesk.camel.model.failure.LiveDeskRequestException;
import io.github.livedesk.camel.model.failure.LiveDeskResponseException;
import io.github.livedesk.camel.model.failure.Outcome;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Sends against a script, in virtual time. */
class SendTest {

  private static final MessageRequest REQUEST =
      new SendText("141", TextMessage.builder().content("hello").build());
  private static final Duration A_MINUTE = Duration.ofMinutes(1);

  private static final Failure REFUSED = Failure.connection("refused", null);
  private static final Failure BUSY = Failure.response(503, Duration.ofSeconds(3), "busy");
  private static final Failure NO_REPLY = Failure.noResponse("silence", null);

  private final VirtualTime time = new VirtualTime();
  private final RetryTimer timer = new RetryTimer(time);
  private final RetryBudget budget = new RetryBudget();
  private final Script calls = new Script();
  private final List<Object> ends = new ArrayList<>();

  private void send(RetryMode mode, boolean failOnFailedStatus) {
    var retry =
        new RetrySettings(
            mode, 3, Duration.ofSeconds(2), Duration.ofSeconds(20), Duration.ofSeconds(60), 2);
    var settings =
        new ClientSettings(
            URI.create("http://127.0.0.1"),
            new Credentials("key", "secret"),
            Duration.ofSeconds(30),
            Duration.ofMinutes(5),
            1000,
            0,
            failOnFailedStatus,
            retry,
            null);
    var callback =
        new ResponseCallback() {
          @Override
          public void onReply(ApiResponse reply) {
            ends.add(reply);
          }

          @Override
          public void onFailure(LiveDeskException failure) {
            ends.add(failure);
          }
        };
    var policy = new RetryPolicy(retry, budget, () -> 0.5);
    long deadline = time.nanos() + settings.totalTimeout().toNanos();
    var tools =
        new SendTools(
            calls, policy, timer, time::nanos, new KeyedTurns(), "account", failOnFailedStatus);
    var bounds = new SendBounds(deadline, Runnable::run);
    new Send(REQUEST, callback, new SendConditions(tools, bounds)).start();
  }

  private <T> T end(Class<T> type) {
    time.pass(A_MINUTE);
    assertThat(ends).singleElement().isInstanceOf(type);
    assertThat(calls.released).isEqualTo(1);
    return type.cast(ends.get(0));
  }

  private <T> T sent(Class<T> type) {
    send(RetryMode.safe, true);
    return end(type);
  }

  @Test
  void succeedsAtOnce() {
    calls.answer("sent");

    assertThat(sent(ApiResponse.class).attempts()).isEqualTo(1);
    assertThat(calls.made).containsExactly("0.0 text");
  }

  @Test
  void triesAgainAfterGrowingWaits() {
    calls.fail(REFUSED).fail(REFUSED).answer("sent");

    assertThat(sent(ApiResponse.class).attempts()).isEqualTo(3);
    assertThat(calls.made).containsExactly("0.0 text", "1.0 text", "3.0 text");
    assertThat(budget.available()).isEqualTo(90);
  }

  /**
   * A retry that comes late, for the pool was busy, is not made: the last failure is the result.
   */
  @Test
  void theLastFailureIsTheResultWhereTheTotalTimeoutRanOutInBetween() {
    calls.fail(tooMany(Duration.ofSeconds(20)));
    send(RetryMode.safe, true);

    time.oversleep(Duration.ofMinutes(6));

    assertThat(ends).singleElement().isInstanceOf(LiveDeskRateLimitException.class);
    assertThat(calls.made).containsExactly("0.0 text");
  }

  @Test
  void endsWithTheLastFailure() {
    calls.fail(REFUSED).fail(REFUSED).fail(REFUSED);

    var failure = sent(LiveDeskConnectionException.class);
    assertThat(failure.getAttempts()).isEqualTo(3);
    assertThat(failure)
        .hasMessage("op=text to conversation 141 in 3 attempts: refused (outcome NOT_SENT)");
    assertThat(calls.made).containsExactly("0.0 text", "1.0 text", "3.0 text");
  }

  @Test
  void aRefusalStaysOneWhereNobodyListensAnyMore() {
    calls.fail(REFUSED).fail(tooMany(Duration.ofSeconds(7))).fail(REFUSED);

    var failure = sent(LiveDeskRateLimitException.class);
    assertThat(failure.getOutcome()).isEqualTo(Outcome.REJECTED);
    assertThat(failure.getHttpResponseCode()).isEqualTo(429);
    assertThat(failure.getRetryAfter()).contains(Duration.ofSeconds(7));
    assertThat(failure)
        .hasMessage(
            "op=text to conversation 141 in 3 attempts: too many; not tried again, the last attempt"
                + " did not reach LiveDesk (outcome REJECTED)");
    assertThat(failure.getSuppressed())
        .singleElement()
        .isInstanceOf(LiveDeskConnectionException.class);
    assertThat(calls.made).containsExactly("0.0 text", "1.0 text", "8.0 text");
  }

  @Test
  void theLastRefusalCounts() {
    calls.fail(tooMany(Duration.ofSeconds(7))).fail(BUSY).fail(REFUSED);

    var failure = sent(LiveDeskResponseException.class);
    assertThat(failure.getHttpResponseCode()).isEqualTo(503);
    assertThat(failure.getRetryAfter()).contains(Duration.ofSeconds(3));
  }

  @Test
  void aRefusalStaysOneWhereItIsStoppedOnItsWayToTheNextAttempt() {
    calls.fail(BUSY).fail(REFUSED);
    send(RetryMode.safe, true);
    calls.beforeTheNext(timer::close);

    var failure = end(LiveDeskResponseException.class);
    assertThat(failure.getRetryAfter()).contains(Duration.ofSeconds(3));
    assertThat(calls.made).hasSize(2);
  }

  @Test
  void aRefusalStaysOneWhereTheTotalTimeoutRunsOutAfterIt() {
    calls.fail(BUSY).fail(REFUSED);
    send(RetryMode.safe, true);
    calls.beforeTheNext(() -> time.oversleep(Duration.ofMinutes(6)));

    assertThat(end(LiveDeskResponseException.class).getSuppressed()).hasSize(1);
  }

  @Test
  void whatMayHaveWorkedAfterARefusalIsOfUnknownOutcome() {
    calls.fail(tooMany(Duration.ofSeconds(7))).fail(NO_REPLY);

    assertThat(sent(LiveDeskOutcomeUnknownException.class).getOutcome()).isEqualTo(Outcome.UNKNOWN);
  }

  @Test
  void whatMayHaveWorkedBeforeARefusalIsOfUnknownOutcome() {
    calls.fail(NO_REPLY).fail(tooMany(Duration.ofSeconds(7))).fail(REFUSED);
    send(RetryMode.all, true);

    assertThat(end(LiveDeskOutcomeUnknownException.class).getSuppressed()).isEmpty();
  }

  @Test
  void anotherAnswerAfterARefusalIsTheResult() {
    calls.fail(tooMany(Duration.ofSeconds(7))).fail(Failure.response(404, null, "gone"));

    assertThat(sent(LiveDeskResponseException.class).getHttpResponseCode()).isEqualTo(404);
  }

  /** There is nothing to wait for: it can't be sent at all. */
  @Test
  void aFileThatBreaksAfterARefusalIsTheResult() {
    calls
        .fail(tooMany(Duration.ofSeconds(7)))
        .fail(Failure.request(new FieldError("body", "no file", "files")));

    sent(LiveDeskRequestException.class);
  }

  @Test
  void theRefusalOfARetryCallStaysOneToo() {
    calls.answer("failed").fail(tooMany(Duration.ofSeconds(7)));
    calls.fail(REFUSED).fail(REFUSED);

    var failure = sent(LiveDeskMessageFailedException.class);
    assertThat(failure.getSuppressed())
        .singleElement()
        .isInstanceOf(LiveDeskRateLimitException.class);
  }

  @Test
  void theRefusalOfASendIsNoneOfItsRetryCall() {
    calls.fail(tooMany(Duration.ofSeconds(7))).answer("failed");
    calls.fail(REFUSED).fail(REFUSED).fail(REFUSED);

    var failure = sent(LiveDeskMessageFailedException.class);
    assertThat(failure.getSuppressed())
        .singleElement()
        .isInstanceOf(LiveDeskConnectionException.class);
  }

  @Test
  void saysHowLongItWouldHaveToWait() {
    calls.fail(tooMany(Duration.ofHours(1)));

    assertThat(sent(LiveDeskRateLimitException.class))
        .hasMessageContaining("not tried again, a wait of 3600 s is asked for, longer than");
    assertThat(calls.made).hasSize(1);
  }

  @Test
  void endsWithTheLastFailureWhereTotalTimeoutLeavesNoTime() {
    calls.takes(Duration.ofMinutes(4).plusSeconds(59)).fail(REFUSED);

    send(RetryMode.safe, true);
    time.pass(Duration.ofMinutes(10));

    assertThat(end(LiveDeskConnectionException.class))
        .hasMessageContaining("totalTimeout leaves no time for it");
  }

  @Test
  void neverTriesAgainWhatMayHaveWorked() {
    calls.fail(NO_REPLY);

    assertThat(sent(LiveDeskOutcomeUnknownException.class).getAttempts()).isEqualTo(1);
  }

  @Test
  void doesNotForgetThatAnAttemptMayHaveWorked() {
    calls.fail(NO_REPLY).fail(REFUSED).fail(REFUSED);

    send(RetryMode.all, true);

    var failure = end(LiveDeskOutcomeUnknownException.class);
    assertThat(failure.getOutcome()).isEqualTo(Outcome.UNKNOWN);
    assertThat(failure.getAttempts()).isEqualTo(3);
  }

  @Test
  void neverReadsAStreamTwice() {
    calls.consumed = true;
    calls.fail(REFUSED);

    assertThat(sent(LiveDeskConnectionException.class))
        .hasMessageContaining("not tried again, its stream has been read and can't be read again");
  }

  @Test
  void endsAtOnceWhenItIsStoppedWhileItWaits() {
    calls.fail(tooMany(null));
    send(RetryMode.safe, true);
    assertThat(ends).isEmpty();

    timer.close();

    assertThat(end(LiveDeskRateLimitException.class))
        .hasMessageContaining("not tried again, the component was stopped");
    assertThat(calls.made).hasSize(1);
  }

  @Test
  void doesNotWaitWhenItIsStoppedAlready() {
    timer.close();
    calls.fail(REFUSED);

    send(RetryMode.safe, true);

    assertThat(ends).hasSize(1);
    assertThat(time.alarms()).isZero();
  }

  @Test
  void sendsAFailedMessageAgainByTheRetryCall() {
    calls.answer("failed").answer("failed").answer("sent");

    ApiResponse reply = sent(ApiResponse.class);

    assertThat(reply.attempts()).isEqualTo(3);
    assertThat(reply.message().status()).isEqualTo("sent");
    assertThat(calls.made).containsExactly("0.0 text", "1.0 retry 7", "3.0 retry 7");
    assertThat(budget.available()).isEqualTo(90);
  }

  @Test
  void failsWithTheMessageThatFailedTooOften() {
    calls.answer("failed").answer("failed").answer("failed");

    var failure = sent(LiveDeskMessageFailedException.class);

    assertThat(failure.getAttempts()).isEqualTo(3);
    assertThat(failure.getOperation()).isEqualTo("text");
    assertThat(failure.getMessageId()).isEqualTo(7);
  }

  @Test
  void handsTheFailedMessageOnWhereItIsToldTo() {
    calls.answer("failed").answer("failed").answer("failed");

    send(RetryMode.safe, false);

    ApiResponse reply = end(ApiResponse.class);
    assertThat(reply.message().isFailed()).isTrue();
    assertThat(reply.attempts()).isEqualTo(3);
  }

  @Test
  void leavesFailedMessagesAloneWhereNothingIsTriedAgain() {
    calls.answer("failed");

    send(RetryMode.none, true);

    assertThat(end(LiveDeskMessageFailedException.class).getAttempts()).isEqualTo(1);
  }

  @Test
  void knowsNoStatusAfterARetryThatWasTakenWithoutAWord() {
    calls.answer("failed").answer(null);

    ApiResponse reply = sent(ApiResponse.class);

    assertThat(reply.message().id()).isEqualTo(7);
    assertThat(reply.message().status()).isNull();
    assertThat(reply.message().contentAttributes()).isEmpty();
    assertThat(reply.attempts()).isEqualTo(2);
  }

  @Test
  void givesTheRetryCallItsOwnAttempts() {
    calls.fail(REFUSED).fail(REFUSED).answer("failed");
    calls.fail(REFUSED).fail(tooMany(null)).answer("sent");

    assertThat(sent(ApiResponse.class).attempts()).isEqualTo(6);
    assertThat(calls.made)
        .containsExactly(
            "0.0 text", "1.0 text", "3.0 text", "4.0 retry 7", "5.0 retry 7", "7.0 retry 7");
  }

  @Test
  void isStillAFailedMessageWhenItsRetryCallIsRefused() {
    calls.answer("failed").fail(Failure.response(404, null, "gone"));

    var failure = sent(LiveDeskMessageFailedException.class);

    assertThat(failure.getMessageId()).isEqualTo(7);
    assertThat(failure).hasMessageContaining("not tried again, its retry call failed");
    assertThat(failure.getSuppressed())
        .singleElement()
        .isInstanceOf(LiveDeskResponseException.class);
  }

  @Test
  void isOfUnknownOutcomeWhenThatOfItsRetryCallIs() {
    calls.answer("failed").fail(NO_REPLY);

    var failure = sent(LiveDeskOutcomeUnknownException.class);

    assertThat(failure.getMessageId()).isEqualTo(7);
    assertThat(failure.getOutcome()).isEqualTo(Outcome.UNKNOWN);
    assertThat(failure).hasCauseInstanceOf(LiveDeskOutcomeUnknownException.class);
    assertThat(failure).hasMessageContaining("whether the retry call for it worked is not known");
  }

  @Test
  void earnsForTheBudgetByFirstAttemptsOnly() {
    while (budget.available() > 50) {
      budget.tryAcquire();
    }
    calls.answer("sent");
    send(RetryMode.safe, true);
    assertThat(budget.available()).isEqualTo(51);
    calls.fail(REFUSED).answer("sent");
    send(RetryMode.safe, true);
    time.pass(A_MINUTE);

    assertThat(budget.available()).isEqualTo(46);
  }

  private static Failure tooMany(Duration retryAfter) {
    return Failure.rateLimit(429, retryAfter, "too many");
  }

  /** Ends calls as it is told to, one after the other. */
  private final class Script implements ApiCalls {

    private final Queue<Supplier<CallResult>> results = new ArrayDeque<>();
    private final List<String> made = new ArrayList<>();
    private Duration duration = Duration.ZERO;
    private Runnable before = () -> {};
    private boolean consumed;
    private int released;

    Script fail(Failure failure) {
      results.add(() -> new Failed(failure, 1, consumed));
      return this;
    }

    /** A message with a status, or null for no message. */
    Script answer(String status) {
      results.add(() -> result(status));
      return this;
    }

    private static CallResult result(String status) {
      if (status == null) {
        return new Stored(200, null);
      }
      if (!status.equals("failed")) {
        return new Stored(200, LiveDeskMessage.of(Map.of("id", 7, "status", status)));
      }
      String error = "130429: Rate limit hit";
      Map<String, Object> attributes = Map.of("external_error", error);
      LiveDeskMessage message =
          LiveDeskMessage.of(Map.of("id", 7, "status", "failed", "content_attributes", attributes));
      return new Undelivered(200, message, new ExternalError(error, "130429"));
    }

    Script takes(Duration duration) {
      this.duration = duration;
      return this;
    }

    /** Does something as soon as the next call is made. */
    void beforeTheNext(Runnable action) {
      before = action;
    }

    @Override
    public void make(ApiRequest request, SendBounds bounds, Consumer<CallResult> handler) {
      String name = request instanceof RetryMessage retry ? "retry " + retry.messageId() : "text";
      made.add(Math.round((time.nanos() - 1_000) / 1e8) / 10.0 + " " + name);
      before.run();
      CallResult result = results.remove().get();
      if (duration.isZero()) {
        handler.accept(result);
      } else {
        timer.after(duration, bounds.pool(), () -> handler.accept(result));
      }
    }

    @Override
    public void release(Operation request) {
      released++;
    }
  }
}
