// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.client.retry;

import io.github.livedesk.camel.client.RetryMode;
import io.github.livedesk.camel.client.api.CallResult.Failed;
import io.github.livedesk.camel.client.api.CallResult.Undelivered;
import io.github.livedesk.camel.client.api.Failure;
import io.github.livedesk.camel.client.settings.RetrySettings;
import java.time.Duration;
import java.util.function.DoubleSupplier;

/** Decides after each failure whether to go on, and how long to wait first. Has no clock. */
public final class RetryPolicy {

  private final RetrySettings settings;
  private final RetryBudget budget;
  private final Backoff backoff;

  /**
   * @param random gives numbers from 0 to 1
   */
  public RetryPolicy(RetrySettings settings, RetryBudget budget, DoubleSupplier random) {
    this.settings = settings;
    this.budget = budget;
    this.backoff = new Backoff(settings.backoffDelay(), settings.backoffMaxDelay(), random);
  }

  /**
   * After a call that failed.
   *
   * @param isSafe whether to make it twice is as good as once
   * @param attempt of this call, 1 for the first
   * @param remaining of the total time-out
   */
  public Decision afterFailure(Failed call, boolean isSafe, int attempt, Duration remaining) {
    Failure failure = call.failure();
    if (!RetryRules.mayRepeat(failure, isSafe, settings.mode())) {
      return Decision.end("retryMode=" + settings.mode() + " does not repeat it");
    }
    if (attempt >= settings.maxAttempts()) {
      return Decision.end("it was the last of maxAttempts=" + settings.maxAttempts());
    }
    if (call.isConsumed()) {
      return Decision.giveUp("its stream has been read and can't be read again");
    }
    Duration asked = failure.retryAfter() == null ? Duration.ZERO : failure.retryAfter();
    if (asked.compareTo(settings.maxRetryAfter()) > 0) {
      return Decision.giveUp(
          "a wait of "
              + asked.toSeconds()
              + " s is asked for, longer than maxRetryAfter="
              + settings.maxRetryAfter().toMillis()
              + "ms");
    }
    Duration own = backoff.before(attempt);
    return within(remaining, asked.compareTo(own) > 0 ? asked : own);
  }

  /**
   * After LiveDesk has reported a message as failed.
   *
   * @param retries made for it so far, by the retry call
   * @param remaining of the total time-out
   */
  public Decision afterFailedMessage(Undelivered message, int retries, Duration remaining) {
    if (!message.isTransient() || settings.mode() == RetryMode.none) {
      return Decision.end("retryMode=" + settings.mode() + " does not retry this external error");
    }
    if (retries >= settings.maxMessageRetries()) {
      return Decision.end("it was the last of maxMessageRetries=" + settings.maxMessageRetries());
    }
    return within(remaining, backoff.before(retries + 1));
  }

  /** How long to wait before something is looked for again: 1 for the first time. */
  public Duration pause(int number) {
    return backoff.before(number);
  }

  private Decision within(Duration remaining, Duration wait) {
    if (remaining.isNegative() || remaining.isZero()) {
      return Decision.end("totalTimeout has run out");
    }
    if (wait.compareTo(remaining) >= 0) {
      return Decision.giveUp("totalTimeout leaves no time for it");
    }
    return budget.tryAcquire()
        ? Decision.retryAfter(wait)
        : Decision.giveUp("too many sends fail: the component's budget for retries is used up");
  }

  public void onFirstAttemptSuccess() {
    budget.onFirstAttemptSuccess();
  }

  /**
   * What comes next.
   *
   * @param delay before the next attempt; null when there is none
   * @param reason why there is none; null when there is one
   * @param isUnexpected whether a further attempt could be expected: then the exception says why
   *     there is none
   */
  public record Decision(Duration delay, String reason, boolean isUnexpected) {

    static Decision retryAfter(Duration delay) {
      return new Decision(delay, null, false);
    }

    static Decision giveUp(String reason) {
      return new Decision(null, reason, true);
    }

    /** As the settings have it. */
    public static Decision end(String reason) {
      return new Decision(null, reason, false);
    }

    public boolean shouldRetry() {
      return delay != null;
    }

    /** For the exception; null where nobody asks why. */
    public String noRetryReason() {
      return isUnexpected ? reason : null;
    }
  }
}
