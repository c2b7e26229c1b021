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
import java.util.List;

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
 * @param fields of the request that LiveDesk names as wrong; empty where it names none
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
    List<String> fields,
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
        Kind.REQUEST, Outcome.NOT_SENT, false, 0, null, error.toString(), List.of(), error, null);
  }

  /** LiveDesk did not get the request as a whole. */
  public static Failure connection(String reason, Throwable cause) {
    return new Failure(
        Kind.CONNECTION, Outcome.NOT_SENT, true, 0, null, reason, List.of(), null, cause);
  }

  /** 401 or 403. */
  public static Failure authentication(int status, String reason) {
    return new Failure(
        Kind.AUTHENTICATION, Outcome.REJECTED, false, status, null, reason, List.of(), null, null);
  }

  /** 429, or 422 with "Too many messages". */
  public static Failure rateLimit(int status, Duration retryAfter, String reason) {
    return new Failure(
        Kind.RATE_LIMIT, Outcome.REJECTED, true, status, retryAfter, reason, List.of(), null, null);
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
        List.of(),
        null,
        null);
  }

  /** The same of a call that only looks, in an operation that was to send something after it. */
  public Failure beforeAnythingWasSent() {
    return kind == Kind.UNKNOWN
        ? connection(reason, cause)
        : new Failure(
            kind, Outcome.NOT_SENT, isTransient, status, retryAfter, reason, fields, error, cause);
  }

  /** The same, with one more thing to say. */
  public Failure with(String more) {
    return new Failure(
        kind, outcome, isTransient, status, retryAfter, reason + more, fields, error, cause);
  }

  /** The same, with the fields that LiveDesk names. */
  public Failure naming(List<String> named) {
    return new Failure(kind, outcome, isTransient, status, retryAfter, reason, named, error, cause);
  }

  /** The request went out, and no response came. */
  public static Failure noResponse(String reason, Throwable cause) {
    return new Failure(
        Kind.UNKNOWN, Outcome.UNKNOWN, true, 0, null, reason, List.of(), null, cause);
  }

  /**
   * A response came, and is none that LiveDesk documents, or could not be read.
   *
   * @param status the HTTP status, or 0 when not even that could be read
   * @param cause an error of the virtual machine or of a library, or null
   */
  public static Failure unreadableResponse(int status, String reason, Throwable cause) {
    return new Failure(
        Kind.UNKNOWN, Outcome.UNKNOWN, false, status, null, reason, List.of(), null, cause);
  }

  /** The exception of a send that ends with this. */
  public LiveDeskException toException(SendContext context) {
    return switch (kind) {
      case REQUEST ->
          new LiveDeskRequestException(context, error.field(), error.found(), error.takes());
      case CONNECTION -> new LiveDeskConnectionException(context, reason, cause);
      case AUTHENTICATION -> new LiveDeskAuthenticationException(context, outcome, status, reason);
      case RATE_LIMIT ->
          new LiveDeskRateLimitException(context, outcome, status, retryAfter, reason);
      case RESPONSE -> new LiveDeskResponseException(context, outcome, status, retryAfter, reason);
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
