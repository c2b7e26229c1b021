// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.client.send;

import io.github.livedesk.camel.client.api.ApiRequest;
import io.github.livedesk.camel.client.api.ApiResponse;
import io.github.livedesk.camel.client.api.CallEnd;
import io.github.livedesk.camel.client.api.CallResult;
import io.github.livedesk.camel.client.api.CallResult.Failed;
import io.github.livedesk.camel.client.api.CallResult.Stored;
import io.github.livedesk.camel.client.api.CallResult.Undelivered;
import io.github.livedesk.camel.client.api.Failure;
import io.github.livedesk.camel.client.api.MessageRequest;
import io.github.livedesk.camel.client.api.MessageRequest.RetryMessage;
import io.github.livedesk.camel.client.api.ResponseCallback;
import io.github.livedesk.camel.client.metrics.SendLog;
import io.github.livedesk.camel.client.retry.RetryPolicy.Decision;
import io.github.livedesk.camel.model.LiveDeskMessage;
import io.github.livedesk.camel.model.failure.LiveDeskException;
import io.github.livedesk.camel.model.failure.LiveDeskOutcomeUnknownException;
import io.github.livedesk.camel.model.failure.Outcome;
import io.github.livedesk.camel.model.failure.SendContext;

/**
 * The send of one message, from its first call to the end that is reported: the call for it, then
 * those of the retry endpoint where the message failed. One step at a time, each handed over by the
 * one before, so that nothing here is shared between threads.
 */
final class Send implements CallResult.Visitor {

  private final MessageRequest request;
  private final ResponseCallback callback;
  private final SendConditions conditions;

  private int messageRetries;
  private boolean finished;

  /** How the current call ended. */
  private CallEnd end;

  /** The last call that LiveDesk answered with the message as failed. */
  private Undelivered undelivered;

  Send(MessageRequest request, ResponseCallback callback, SendConditions conditions) {
    this.request = request;
    this.callback = callback;
    this.conditions = conditions;
  }

  void start() {
    call(request);
  }

  private void call(ApiRequest next) {
    new RepeatedCall(request, next, conditions, this::ended).start();
  }

  /** Whatever is thrown here: the send ends, and once. */
  private void ended(CallEnd callEnd) {
    end = callEnd;
    try {
      callEnd.result().accept(this);
    } catch (RuntimeException | Error e) {
      if (finished) {
        throw e;
      }
      fail(Defect.failure(e).toException(context(null)));
    }
  }

  @Override
  public void stored(Stored result) {
    boolean isRetryWithoutMessage = result.body() == null && undelivered != null;
    Object body = isRetryWithoutMessage ? undelivered.message().retried() : result.body();
    succeed(new ApiResponse(result.status(), body, conditions.requests()));
  }

  @Override
  public void undelivered(Undelivered result) {
    Decision next =
        conditions
            .tools()
            .policy()
            .afterFailedMessage(result, messageRetries, conditions.remaining());
    undelivered = result;
    messageRetries++;
    SendLog.decided(
        request,
        conditions.requests(),
        Outcome.ACCEPTED,
        result.status(),
        next.delay(),
        next.reason());
    if (next.shouldRetry()) {
      conditions.tools().timer().after(next.delay(), conditions.bounds().pool(), this::retry);
    } else {
      reportFailedMessage(next.noRetryReason());
    }
  }

  private void retry() {
    if (conditions.tools().timer().isClosed()) {
      reportFailedMessage("the component was stopped");
    } else if (conditions.isOver()) {
      reportFailedMessage("totalTimeout leaves no time for it");
    } else {
      LiveDeskMessage message = undelivered.message();
      call(
          new RetryMessage(
              request.conversationId(), String.valueOf(message.id()), request.texts()));
    }
  }

  @Override
  public void failed(Failed result) {
    Failure failure = result.failure();
    if (undelivered == null) {
      fail(end.toException(failure, this::context));
    } else if (failure.outcome() == Outcome.UNKNOWN) {
      fail(retryUnknown(end.toException(failure, this::context)));
    } else if (conditions.tools().failOnFailedStatus()) {
      LiveDeskException exception = undelivered.toException(context("its retry call failed"));
      exception.addSuppressed(end.toException(failure, this::context));
      fail(exception);
    } else {
      succeedAsFailed();
    }
  }

  /** The retry call may have made LiveDesk send: whoever makes it again may send twice. */
  private LiveDeskException retryUnknown(LiveDeskException retry) {
    return LiveDeskOutcomeUnknownException.retryUnknown(
        context(null), undelivered.message().id(), retry);
  }

  /**
   * @param why there is no further retry call, or null
   */
  private void reportFailedMessage(String why) {
    if (conditions.tools().failOnFailedStatus()) {
      fail(undelivered.toException(context(why)));
    } else {
      succeedAsFailed();
    }
  }

  private void succeedAsFailed() {
    succeed(
        new ApiResponse(
            undelivered.status(),
            undelivered.message(),
            conditions.requests(),
            undelivered.error()));
  }

  private void succeed(ApiResponse reply) {
    finished = true;
    conditions.tools().calls().release(request);
    callback.onReply(reply);
  }

  private void fail(LiveDeskException failure) {
    finished = true;
    conditions.tools().calls().release(request);
    callback.onFailure(failure);
  }

  private SendContext context(String why) {
    return new SendContext(
        request.operationName(), request.conversationId(), conditions.requests(), why);
  }
}
