// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.model.failure;

import java.io.Serial;
import java.time.Duration;
import java.util.Optional;

/**
 * Any other answer that is no success, redirects included (they are never followed). 408 and 5xx
 * leave the outcome {@link Outcome#UNKNOWN}, for servers of this kind have been seen to answer 500
 * after the message was stored; a 503 that says when to come back is taken as a refusal.
 */
public final class LiveDeskResponseException extends LiveDeskHttpException {

  @Serial private static final long serialVersionUID = 1L;

  private final Duration retryAfter;

  /**
   * @param context the send that failed
   * @param status the HTTP status, 300 to 599
   * @param retryAfter the wait that LiveDesk asked for, or null
   * @param reason one sentence without message text or credentials
   */
  public LiveDeskResponseException(
      SendContext context, int status, Duration retryAfter, String reason) {
    this(context, ResponseStatus.outcome(status, retryAfter), status, retryAfter, reason);
  }

  /**
   * @param context the send that failed
   * @param outcome what is known of what was to be sent
   * @param status the HTTP status, 300 to 599
   * @param retryAfter the wait that LiveDesk asked for, or null
   * @param reason one sentence without message text or credentials
   */
  public LiveDeskResponseException(
      SendContext context, Outcome outcome, int status, Duration retryAfter, String reason) {
    super(context, outcome, ResponseStatus.isTransient(status), status, reason, null);
    this.retryAfter = retryAfter;
  }

  @Override
  public Optional<Duration> getRetryAfter() {
    return Optional.ofNullable(retryAfter);
  }
}
