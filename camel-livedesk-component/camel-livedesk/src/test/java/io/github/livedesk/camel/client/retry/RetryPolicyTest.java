// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.client.retry;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.livedesk.camel.client.RetryMode;
import io.github.livedesk.camel.client.api.CallResult.Failed;
import io.github.livedesk.camel.client.api.CallResult.Undelivered;
import io.github.livedesk.camel.client.api.ExternalError;
import io.github.livedesk.camel.client.api.Failure;
import io.github.livedesk.camel.client.retry.RetryPolicy.Decision;
import io.github.livedesk.camel.client.settings.RetrySettings;
import io.github.livedesk.camel.model.LiveDeskMessage;
import io.github.livedesk.camel.model.failure.ExternalErrorCodes;
import java.time.Duration;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whether to go on, and after how long; no clock anywhere. */
class RetryPolicyTest {

  private static final Duration PLENTY = Duration.ofMinutes(5);
  private static final Failed REFUSED = failed(Failure.connection("refused", null), false);
  private static final Undelivered FAILED = undelivered("130429: Rate limit hit");

  private final RetryBudget budget = new RetryBudget();
  private final RetryPolicy policy = policy(RetryMode.safe, 4, 2);

  private RetryPolicy policy(RetryMode mode, int maxAttempts, int maxMessageRetries) {
    var settings =
        new RetrySettings(
            mode,
            maxAttempts,
            Duration.ofMillis(500),
            Duration.ofMillis(1500),
            Duration.ofSeconds(60),
            maxMessageRetries);
    return new RetryPolicy(settings, budget, () -> 0.5);
  }

  private static Failed failed(Failure failure, boolean isConsumed) {
    return new Failed(failure, 1, isConsumed);
  }

  private static Failed tooMany(Duration retryAfter) {
    return failed(Failure.rateLimit(429, retryAfter, ""), false);
  }

  private static Undelivered undelivered(String externalError) {
    LiveDeskMessage message = LiveDeskMessage.of(Map.of("id", 1, "status", "failed"));
    return new Undelivered(
        200, message, new ExternalError(externalError, ExternalErrorCodes.codeOf(externalError)));
  }

  @Test
  void waitsLongerEachTimeUpToTheLimit() {
    assertThat(
            IntStream.rangeClosed(1, 4)
                .mapToObj(n -> policy.afterFailure(REFUSED, false, n, PLENTY)))
        .extracting(Decision::delay)
        .containsExactly(
            Duration.ofMillis(250), Duration.ofMillis(500), Duration.ofMillis(750), null);
  }

  @Test
  void endsWithTheLastAttemptAndNeedNotSayWhy() {
    assertThat(policy.afterFailure(REFUSED, false, 4, PLENTY))
        .isEqualTo(Decision.end("it was the last of maxAttempts=4"));
    assertThat(policy(RetryMode.safe, 1, 2).afterFailure(REFUSED, false, 1, PLENTY).shouldRetry())
        .isFalse();
  }

  @Test
  void neverTriesAgainWhatMayHaveWorked() {
    Failed failure = failed(Failure.response(500, null, ""), false);

    assertThat(policy.afterFailure(failure, false, 1, PLENTY))
        .isEqualTo(Decision.end("retryMode=safe does not repeat it"));
    assertThat(policy(RetryMode.all, 4, 2).afterFailure(failure, false, 1, PLENTY).shouldRetry())
        .isTrue();
  }

  @ParameterizedTest
  @CsvSource({"PT0S, PT0.25S", "PT0.1S, PT0.25S", "PT7S, PT7S", "PT60S, PT60S"})
  void waitsAtLeastAsLongAsItIsAskedTo(Duration asked, Duration wait) {
    assertThat(policy.afterFailure(tooMany(asked), false, 1, PLENTY))
        .isEqualTo(Decision.retryAfter(wait));
  }

  @Test
  void doesNotWaitLongerThanMaxRetryAfter() {
    assertThat(policy.afterFailure(tooMany(Duration.ofSeconds(61)), false, 1, PLENTY))
        .isEqualTo(
            Decision.giveUp("a wait of 61 s is asked for, longer than maxRetryAfter=60000ms"));
  }

  @Test
  void neverReadsAStreamTwice() {
    assertThat(
            policy.afterFailure(failed(REFUSED.failure(), true), false, 1, PLENTY).noRetryReason())
        .contains("stream");
    assertThat(budget.available()).isEqualTo(RetryBudget.CAPACITY);
  }

  @Test
  void doesNotBeginWhatTotalTimeoutWouldEnd() {
    assertThat(policy.afterFailure(REFUSED, false, 1, Duration.ofMillis(250)).noRetryReason())
        .isEqualTo("totalTimeout leaves no time for it");
    assertThat(policy.afterFailure(REFUSED, false, 1, Duration.ofMillis(251)).shouldRetry())
        .isTrue();
    assertThat(policy.afterFailure(REFUSED, false, 1, Duration.ofMillis(-1)))
        .isEqualTo(Decision.end("totalTimeout has run out"));
  }

  @Test
  void stopsWhenTheBudgetIsUsedUpAndGoesOnWhenItHasRecovered() {
    for (int i = 0; i < 20; i++) {
      assertThat(policy.afterFailure(REFUSED, false, 1, PLENTY).shouldRetry()).isTrue();
    }
    assertThat(policy.afterFailure(REFUSED, false, 1, PLENTY).noRetryReason()).contains("budget");
    assertThat(policy.afterFailedMessage(FAILED, 0, PLENTY).noRetryReason()).contains("budget");

    IntStream.range(0, 5).forEach(i -> policy.onFirstAttemptSuccess());

    assertThat(policy.afterFailure(REFUSED, false, 1, PLENTY).shouldRetry()).isTrue();
    assertThat(policy.afterFailure(REFUSED, false, 1, PLENTY).shouldRetry()).isFalse();
  }

  @Test
  void sendsAFailedMessageAgainSoManyTimes() {
    assertThat(policy.afterFailedMessage(FAILED, 0, PLENTY))
        .isEqualTo(Decision.retryAfter(Duration.ofMillis(250)));
    assertThat(policy.afterFailedMessage(FAILED, 1, PLENTY))
        .isEqualTo(Decision.retryAfter(Duration.ofMillis(500)));
    assertThat(policy.afterFailedMessage(FAILED, 2, PLENTY))
        .isEqualTo(Decision.end("it was the last of maxMessageRetries=2"));
    assertThat(budget.available()).isEqualTo(RetryBudget.CAPACITY - 2 * RetryBudget.RETRY_COST);
  }

  @ParameterizedTest
  @CsvSource({
    "130429: Rate limit hit, true",
    "(#131056) Pair rate limit hit, true",
    "131047: Re-engagement message, false",
    "131049: not delivered for now, false",
    "strange words, false"
  })
  void sendsAgainOnlyWhatFailedForAPassingReason(String externalError, boolean goesOn) {
    Undelivered failure = undelivered(externalError);

    assertThat(policy.afterFailedMessage(failure, 0, PLENTY).shouldRetry()).isEqualTo(goesOn);
    assertThat(policy(RetryMode.none, 4, 2).afterFailedMessage(failure, 0, PLENTY).shouldRetry())
        .isFalse();
    assertThat(policy(RetryMode.safe, 4, 0).afterFailedMessage(failure, 0, PLENTY).shouldRetry())
        .isFalse();
  }
}
