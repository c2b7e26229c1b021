// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.model.failure;

import java.io.Serial;
import java.time.Duration;
import java.util.Optional;

/** LiveDesk refused the message because too many came: 429, or 422 "Too many messages". */
public final class LiveDeskRateLimitException extends LiveDeskHttpException {

  @Serial private static final long serialVersionUID = 1L;

  private final Duration retryAfter;

  /**
   * @param context the send that failed
   * @param status 429 or 422
   * @param retryAfter the wait that LiveDesk asked for, or null
   * @param reason one sentence without message text or credentials
   */
  public LiveDeskRateLimitException(
      SendContext context, int status, Duration retryAfter, String reason) {
    this(context, Outcome.REJECTED, status, retryAfter, reason);
  }

  /**
   * @param context the send that failed
   * @param outcome what is known of what was to be sent
   * @param status 429 or 422
   * @param retryAfter the wait that LiveDesk asked for, or null
   * @param reason one sentence without message text or credentials
   */
  public LiveDeskRateLimitException(
      SendContext context, Outcome outcome, int status, Duration retryAfter, String reason) {
    super(context, outcome, true, status, reason, null);
    this.retryAfter = retryAfter;
  }

  @Override
  public Optional<Duration> getRetryAfter() {
    return Optional.ofNullable(retryAfter);
  }
}
