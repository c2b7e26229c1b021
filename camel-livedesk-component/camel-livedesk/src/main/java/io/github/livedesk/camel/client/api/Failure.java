// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.client.api;

import io.github.livedesk.camel.model.failure.FieldError;
import io.github.livedesk.camel.model.failure.LiveDeskAuthenticationException;
import io.github.livedesk.camel.model.failure.LiveDeskConnectionException;
import io.github.livedesk.camel.model.failure.LiveDeskException;
import io.github.livedesk.camel.model.failure.LiveDeskOutcomeUnknownException;
import io.github.livedesk.camel.model.failure.LiveDeskRateLimitException;
import io.github.livedesk.camel.model.failure.LiveDeskRequestException;
import io.github.livedesk.camel.model.failure.LiveDeskResponseException;
import io.github.livedesk.camel.model.failure.Outcome;
import io.github.livedesk.camel.model.failure.ResponseStatus;
import io.github.livedesk.camel.model.failure.SendContext;
import java.time.Duration;

/**
 * How a call failed. Retries are decided by it; the exception is made from it at the end of the
 * send, once, when its attempts are known.
 *
 * @param kind which exception it becomes
 * @param outcome what is known of the message at LiveDesk's side
 * @param isTransient whether the same send, made later, may work
 * @param status HTTP status; 0 where no response came, or none that could be read
 * @param retryAfter the wait that LiveDesk asked for, or null
 * @param reason one sentence without message text or credentials
 * @param error what is wrong with the file that could not be sent; null for other kinds
 * @param cause the reason below, fit to be shown, or null
 */
public record Failure(
    Kind kind,
    Outcome outcome,
    boolean isTransient,
    int status,
    Duration retryAfter,
    String reason,
    FieldError error,
    Throwable cause) {

  /** The exceptions. */
  public enum Kind {
    REQUEST,
    CONNECTION,
    AUTHENTICATION,
    RATE_LIMIT,
    RESPONSE,
    UNKNOWN
  }

  /** A file can't be sent as it is, which was found before the request or half-way through it. */
  public static Failure request(FieldError error) {
    return new Failure(
        Kind.REQUEST, Outcome.NOT_SENT, false, 0, null, error.toString(), error, null);
  }

  /** LiveDesk did not get the request as a whole. */
  public static Failure connection(String reason, Throwable cause) {
    return new Failure(Kind.CONNECTION, Outcome.NOT_SENT, true, 0, null, reason, null, cause);
  }

  /** 401 or 403. */
  public static Failure authentication(int status, String reason) {
    return new Failure(
        Kind.AUTHENTICATION, Outcome.REJECTED, false, status, null, reason, null, null);
  }

  /** 429, or 422 with "Too many messages". */
  public static Failure rateLimit(int status, Duration retryAfter, String reason) {
    return new Failure(
        Kind.RATE_LIMIT, Outcome.REJECTED, true, status, retryAfter, reason, null, null);
  }

  /** Any other response that is no success. */
  public static Failure response(int status, Duration retryAfter, String reason) {
    return new Failure(
        Kind.RESPONSE,
        ResponseStatus.outcome(status, retryAfter),
        ResponseStatus.isTransient(status),
        status,
        retryAfter,
        reason,
        null,
        null);
  }

  /** The request went out, and no response came. */
  public static Failure noResponse(String reason, Throwable cause) {
    return new Failure(Kind.UNKNOWN, Outcome.UNKNOWN, true, 0, null, reason, null, cause);
  }

  /**
   * A response came, and is none that LiveDesk documents, or could not be read.
   *
   * @param status the HTTP status, or 0 when not even that could be read
   * @param cause an error of the virtual machine or of a library, or null
   */
  public static Failure unreadableResponse(int status, String reason, Throwable cause) {
    return new Failure(Kind.UNKNOWN, Outcome.UNKNOWN, false, status, null, reason, null, cause);
  }

  /** The exception of a send that ends with this. */
  public LiveDeskException toException(SendContext context) {
    return switch (kind) {
      case REQUEST ->
          new LiveDeskRequestException(context, error.field(), error.found(), error.takes());
      case CONNECTION -> new LiveDeskConnectionException(context, reason, cause);
      case AUTHENTICATION -> new LiveDeskAuthenticationException(context, status, reason);
      case RATE_LIMIT -> new LiveDeskRateLimitException(context, status, retryAfter, reason);
      case RESPONSE -> new LiveDeskResponseException(context, status, retryAfter, reason);
      case UNKNOWN -> unknown(context);
    };
  }

  private LiveDeskException unknown(SendContext context) {
    if (isTransient) {
      return LiveDeskOutcomeUnknownException.noReply(context, reason, cause);
    }
    return cause == null
        ? LiveDeskOutcomeUnknownException.unreadableReply(context, status, reason)
        : LiveDeskOutcomeUnknownException.brokenReply(context, reason, cause);
  }
}
