// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.client.metrics;

import static io.github.livedesk.camel.client.metrics.Loggers.SENDS;

import io.github.livedesk.camel.client.api.ApiResponse;
import io.github.livedesk.camel.client.api.Operation;
import io.github.livedesk.camel.model.LiveDeskMessage;
import io.github.livedesk.camel.model.failure.LiveDeskException;
import io.github.livedesk.camel.model.failure.LiveDeskHttpException;
import io.github.livedesk.camel.model.failure.LiveDeskMessageFailedException;
import io.github.livedesk.camel.model.failure.LiveDeskOutcomeUnknownException;
import io.github.livedesk.camel.model.failure.Outcome;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * What the log says of a send: its retries and its end, by ids, numbers and names of ours. Never a
 * text.
 */
public final class SendLog {

  private static final String NONE = "-";

  private final Operation request;
  private final long begun;

  private SendLog(Operation request) {
    this.request = request;
    this.begun = System.nanoTime();
  }

  /** The line of a send that begins now; null where nobody wants it, for then it costs nothing. */
  static SendLog begin(Operation request) {
    return SENDS.isDebugEnabled() ? new SendLog(request) : null;
  }

  void worked(ApiResponse reply) {
    SENDS.debug(
        "Sent: operation={} conversation={} message={} http={} outcome=ACCEPTED attempts={} millis={}",
        name(request),
        orNone(request.conversationId()),
        reply.body() instanceof LiveDeskMessage message ? message.id() : requested(request),
        reply.status(),
        reply.attempts(),
        millis());
  }

  void failed(LiveDeskException failure) {
    Object message = messageId(failure);
    write(name(request), failure, message == null ? requested(request) : message, millis());
  }

  /**
   * A send has failed before a client had it.
   *
   * @param resource as in {@link Operation#resource}
   */
  public static void failedBefore(String resource, LiveDeskException failure) {
    if (SENDS.isDebugEnabled()) {
      write(name(resource, failure.getOperation()), failure, NONE, 0);
    }
  }

  /**
   * It is decided what follows a call that did not work.
   *
   * @param requests made so far
   * @param outcome of the call
   * @param status its HTTP status; 0 where there is none
   * @param delay before the next one; null where there is none
   * @param reason why there is none
   */
  public static void decided(
      Operation request, int requests, Outcome outcome, int status, Duration delay, String reason) {
    if (!SENDS.isDebugEnabled()) {
      return;
    }
    if (delay == null) {
      SENDS.debug(
          "No retry: operation={} conversation={} attempt={} http={} outcome={} reason={}",
          name(request),
          orNone(request.conversationId()),
          requests,
          orNone(status),
          outcome,
          reason);
    } else {
      SENDS.debug(
          "Retry: operation={} conversation={} attempt={} http={} outcome={} wait={} ms",
          name(request),
          orNone(request.conversationId()),
          requests,
          orNone(status),
          outcome,
          delay.toMillis());
    }
  }

  private static void write(
      Object operation, LiveDeskException failure, Object message, long millis) {
    SENDS.debug(
        "Failed: operation={} conversation={} message={} http={} outcome={} attempts={} millis={} failure={}",
        operation,
        orNone(failure.getConversationId()),
        message,
        status(failure),
        failure.getOutcome(),
        failure.getAttempts(),
        millis,
        failure.getClass().getSimpleName());
  }

  /** With its resource, where it is not a message: several have an operation of one name. */
  private static Object name(Operation request) {
    return name(request.resource(), request.operationName());
  }

  private static Object name(String resource, String operation) {
    return resource == null ? orNone(operation) : resource + "." + orNone(operation);
  }

  private static Object requested(Operation request) {
    return orNone(request.messageId());
  }

  private static Object messageId(LiveDeskException failure) {
    if (failure instanceof LiveDeskMessageFailedException failed) {
      return failed.getMessageId();
    }
    return failure instanceof LiveDeskOutcomeUnknownException unknown
        ? unknown.getMessageId()
        : null;
  }

  private static Object status(LiveDeskException failure) {
    return orNone(failure instanceof LiveDeskHttpException http ? http.getHttpResponseCode() : 0);
  }

  private static Object orNone(int status) {
    return status == 0 ? NONE : status;
  }

  private static Object orNone(Object value) {
    return value == null ? NONE : value;
  }

  private long millis() {
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
  }
}
