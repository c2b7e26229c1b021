// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.client.metrics;

import static io.github.livedesk.camel.client.metrics.Loggers.SENDS;

import io.github.livedesk.camel.client.api.ApiRequest;
import io.github.livedesk.camel.client.api.ApiResponse;
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

  private final ApiRequest request;
  private final long begun;

  private SendLog(ApiRequest request) {
    this.request = request;
    this.begun = System.nanoTime();
  }

  /** The line of a send that begins now; null where nobody wants it, for then it costs nothing. */
  static SendLog begin(ApiRequest request) {
    return SENDS.isDebugEnabled() ? new SendLog(request) : null;
  }

  void worked(ApiResponse reply) {
    SENDS.debug(
        "Sent: operation={} conversation={} message={} http={} outcome=ACCEPTED attempts={} millis={}",
        request.operation(),
        request.conversationId(),
        reply.message() == null ? requested(request) : orNone(reply.message().id()),
        reply.status(),
        reply.attempts(),
        millis());
  }

  void failed(LiveDeskException failure) {
    Object message = messageId(failure);
    write(failure, message == null ? requested(request) : message, millis());
  }

  /** A send has failed before a client had it. */
  public static void failedBefore(LiveDeskException failure) {
    if (SENDS.isDebugEnabled()) {
      write(failure, NONE, 0);
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
      ApiRequest request,
      int requests,
      Outcome outcome,
      int status,
      Duration delay,
      String reason) {
    if (!SENDS.isDebugEnabled()) {
      return;
    }
    if (delay == null) {
      SENDS.debug(
          "No retry: operation={} conversation={} attempt={} http={} outcome={} reason={}",
          request.operation(),
          request.conversationId(),
          requests,
          orNone(status),
          outcome,
          reason);
    } else {
      SENDS.debug(
          "Retry: operation={} conversation={} attempt={} http={} outcome={} wait={} ms",
          request.operation(),
          request.conversationId(),
          requests,
          orNone(status),
          outcome,
          delay.toMillis());
    }
  }

  private static void write(LiveDeskException failure, Object message, long millis) {
    SENDS.debug(
        "Failed: operation={} conversation={} message={} http={} outcome={} attempts={} millis={} failure={}",
        orNone(failure.getOperation()),
        orNone(failure.getConversationId()),
        message,
        status(failure),
        failure.getOutcome(),
        failure.getAttempts(),
        millis,
        failure.getClass().getSimpleName());
  }

  private static Object requested(ApiRequest request) {
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
