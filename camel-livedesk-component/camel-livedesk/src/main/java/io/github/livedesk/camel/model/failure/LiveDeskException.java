// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.model.failure;

import java.io.Serial;
import java.time.Duration;
import java.util.Optional;
import org.apache.camel.RuntimeCamelException;

/**
 * Every failure of the component. Route on the subclass ({@code onException}), on {@link
 * #getOutcome()} or on {@link #isTransient()}; in Simple as {@code ${exception.outcome}}.
 *
 * <p>No message text, file content or credential is ever part of an exception.
 */
public abstract sealed class LiveDeskException extends RuntimeCamelException
    permits LiveDeskRequestException, LiveDeskConnectionException, LiveDeskHttpException {

  @Serial private static final long serialVersionUID = 1L;

  private final String operation;
  private final String conversationId;
  private final int attempts;
  private final Outcome outcome;
  private final boolean retryable;

  /**
   * @param context the send that failed
   * @param outcome what is known of the message at LiveDesk's side
   * @param isTransient whether the same send, made later, may work
   * @param reason one sentence without message text or credentials
   * @param cause the reason below, or null
   */
  LiveDeskException(
      SendContext context, Outcome outcome, boolean isTransient, String reason, Throwable cause) {
    super(context.sentence(reason, outcome), cause);
    this.operation = context.operation();
    this.conversationId = context.conversationId();
    this.attempts = context.attempts();
    this.outcome = outcome;
    this.retryable = isTransient;
  }

  /** The operation, such as {@code text}; null when the failure is that it could not be told. */
  public String getOperation() {
    return operation;
  }

  /** The conversation, or null when it was missing or malformed. */
  public String getConversationId() {
    return conversationId;
  }

  /** HTTP requests made for this send, 0 or more. */
  public int getAttempts() {
    return attempts;
  }

  /** What is known of the message at LiveDesk's side; never null. */
  public Outcome getOutcome() {
    return outcome;
  }

  /**
   * Whether the same send, made later, may work. Says nothing about duplicates: that is what {@link
   * #getOutcome()} is for.
   */
  public boolean isTransient() {
    return retryable;
  }

  /** How long LiveDesk asked to wait before the next try; empty when it did not say. */
  public Optional<Duration> getRetryAfter() {
    return Optional.empty();
  }
}
