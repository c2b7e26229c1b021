// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.client.retry;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.livedesk.camel.client.RetryMode;
import io.github.livedesk.camel.client.retry.RetryPolicy.Decision;
import io.github.livedesk.camel.client.settings.RetrySettings;
import io.github.livedesk.camel.model.failure.ExternalErrorCodes;
import io.github.livedesk.camel.model.failure.LiveDeskConnectionException;
import io.github.livedesk.camel.model.failure.LiveDeskException;
import io.github.livedesk.camel.model.failure.LiveDeskMessageFailedException;
import io.github.livedesk.camel.model.failure.LiveDeskRateLimitException;
import io.github.livedesk.camel.model.failure.LiveDeskResponseException;
import io.github.livedesk.camel.model.failure.SendContext;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whether to go on, and after how long; no clock anywhere. */
class RetryPolicyTest {

  private static final SendContext SEND = new SendContext("text", "141", 1);
  private static final Duration PLENTY = Duration.ofMinutes(5);
  private final LiveDeskException refused = new LiveDeskConnectionException(SEND, "refused", null);
  private final LiveDeskMessageFailedException failed =
      new LiveDeskMessageFailedException(SEND, 200, 1, "130429: Rate limit hit", "130429");

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

  private static LiveDeskException tooMany(Duration retryAfter) {
    return new LiveDeskRateLimitException(SEND, 429, retryAfter, "");
  }

  @Test
  void waitsLongerEachTimeUpToTheLimit() {
    assertThat(
            IntStream.rangeClosed(1, 4)
                .mapToObj(n -> policy.afterFailure(refused, n, false, PLENTY)))
        .extracting(Decision::delay)
        .containsExactly(
            Duration.ofMillis(250), Duration.ofMillis(500), Duration.ofMillis(750), null);
  }

  @Test
  void endsWithTheLastAttemptAndNeedNotSayWhy() {
    assertThat(policy.afterFailure(refused, 4, false, PLENTY)).isEqualTo(Decision.stop(null));
    assertThat(policy(RetryMode.safe, 1, 2).afterFailure(refused, 1, false, PLENTY).goesOn())
        .isFalse();
  }

  @Test
  void neverTriesAgainWhatMayHaveWorked() {
    var failure = new LiveDeskResponseException(SEND, 500, null, "");

    assertThat(policy.afterFailure(failure, 1, false, PLENTY)).isEqualTo(Decision.stop(null));
    assertThat(policy(RetryMode.all, 4, 2).afterFailure(failure, 1, false, PLENTY).goesOn())
        .isTrue();
  }

  @ParameterizedTest
  @CsvSource({"PT0S, PT0.25S", "PT0.1S, PT0.25S", "PT7S, PT7S", "PT60S, PT60S"})
  void waitsAtLeastAsLongAsItIsAskedTo(Duration asked, Duration wait) {
    assertThat(policy.afterFailure(tooMany(asked), 1, false, PLENTY))
        .isEqualTo(Decision.goOn(wait));
  }

  @Test
  void doesNotWaitLongerThanMaxRetryAfter() {
    assertThat(policy.afterFailure(tooMany(Duration.ofSeconds(61)), 1, false, PLENTY))
        .isEqualTo(Decision.stop("a wait of 61 s is asked for, longer than maxRetryAfter=60000ms"));
  }

  @Test
  void neverReadsAStreamTwice() {
    assertThat(policy.afterFailure(refused, 1, true, PLENTY).why()).contains("stream");
    assertThat(budget.left()).isEqualTo(RetryBudget.CAPACITY);
  }

  @Test
  void doesNotBeginWhatTotalTimeoutWouldEnd() {
    assertThat(policy.afterFailure(refused, 1, false, Duration.ofMillis(250)).why())
        .isEqualTo("totalTimeout leaves no time for it");
    assertThat(policy.afterFailure(refused, 1, false, Duration.ofMillis(251)).goesOn()).isTrue();
    assertThat(policy.afterFailure(refused, 1, false, Duration.ofMillis(-1)))
        .isEqualTo(Decision.stop(null));
  }

  @Test
  void stopsWhenTheBudgetIsUsedUpAndGoesOnWhenItHasRecovered() {
    for (int i = 0; i < 20; i++) {
      assertThat(policy.afterFailure(refused, 1, false, PLENTY).goesOn()).isTrue();
    }
    assertThat(policy.afterFailure(refused, 1, false, PLENTY).why()).contains("budget");
    assertThat(policy.afterFailedMessage(failed, 0, PLENTY).why()).contains("budget");

    IntStream.range(0, 5).forEach(i -> policy.succeededAtOnce());

    assertThat(policy.afterFailure(refused, 1, false, PLENTY).goesOn()).isTrue();
    assertThat(policy.afterFailure(refused, 1, false, PLENTY).goesOn()).isFalse();
  }

  @Test
  void sendsAFailedMessageAgainSoManyTimes() {
    assertThat(policy.afterFailedMessage(failed, 0, PLENTY))
        .isEqualTo(Decision.goOn(Duration.ofMillis(250)));
    assertThat(policy.afterFailedMessage(failed, 1, PLENTY))
        .isEqualTo(Decision.goOn(Duration.ofMillis(500)));
    assertThat(policy.afterFailedMessage(failed, 2, PLENTY)).isEqualTo(Decision.stop(null));
    assertThat(budget.left()).isEqualTo(RetryBudget.CAPACITY - 2 * RetryBudget.RETRY_COST);
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
    var failure =
        new LiveDeskMessageFailedException(
            SEND, 200, 1, externalError, ExternalErrorCodes.codeOf(externalError));

    assertThat(policy.afterFailedMessage(failure, 0, PLENTY).goesOn()).isEqualTo(goesOn);
    assertThat(policy(RetryMode.none, 4, 2).afterFailedMessage(failure, 0, PLENTY).goesOn())
        .isFalse();
    assertThat(policy(RetryMode.safe, 4, 0).afterFailedMessage(failure, 0, PLENTY).goesOn())
        .isFalse();
  }
}
