// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.client.send;

import static io.github.livedesk.camel.client.metrics.Loggers.LOG;

import io.github.livedesk.camel.client.api.ApiCalls;
import io.github.livedesk.camel.client.api.ApiRequest;
import io.github.livedesk.camel.client.api.ApiRequest.RetryMessage;
import io.github.livedesk.camel.client.api.ApiResponse;
import io.github.livedesk.camel.client.api.CallResult;
import io.github.livedesk.camel.client.api.CallResult.Failed;
import io.github.livedesk.camel.client.api.CallResult.Stored;
import io.github.livedesk.camel.client.api.CallResult.Undelivered;
import io.github.livedesk.camel.client.api.Failure;
import io.github.livedesk.camel.client.api.ResponseCallback;
import io.github.livedesk.camel.client.api.SendBounds;
import io.github.livedesk.camel.client.api.UnexpectedException;
import io.github.livedesk.camel.client.metrics.SendLog;
import io.github.livedesk.camel.client.retry.RetryPolicy;
import io.github.livedesk.camel.client.retry.RetryPolicy.Decision;
import io.github.livedesk.camel.client.retry.RetryTimer;
import io.github.livedesk.camel.client.settings.ClientSettings;
import io.github.livedesk.camel.model.LiveDeskMessage;
import io.github.livedesk.camel.model.failure.LiveDeskException;
import io.github.livedesk.camel.model.failure.LiveDeskOutcomeUnknownException;
import io.github.livedesk.camel.model.failure.Outcome;
import io.github.livedesk.camel.model.failure.SendContext;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * One send, from its first call to the end that is reported: the calls that are tried again, then
 * those of the retry endpoint for a message that failed. One step at a time, each handed over by
 * the one before, so that nothing here is shared between threads.
 */
final class Send implements CallResult.Visitor {

  private final ApiRequest request;
  private final ResponseCallback callback;
  private final ApiCalls calls;
  private final RetryPolicy policy;
  private final RetryTimer timer;
  private final LongSupplier clock;
  private final boolean failOnFailedStatus;
  private final SendBounds bounds;

  private ApiRequest current;
  private int attempt = 1;
  private int requests;
  private int messageRetries;
  private boolean finished;

  /** The last call that LiveDesk answered with the message as failed. */
  private Undelivered undelivered;

  /** How the first attempt of the current call failed that may have worked. */
  private Failure unknown;

  /** How the last attempt of the current call failed that LiveDesk refused for now. */
  private Failure refused;

  /**
   * @param bounds when it is given up, by the clock, and where it goes on
   * @param clock nanoseconds
   */
  Send(
      ApiRequest request,
      SendBounds bounds,
      ResponseCallback callback,
      ApiCalls calls,
      RetryPolicy policy,
      RetryTimer timer,
      LongSupplier clock,
      ClientSettings settings) {
    this.request = request;
    this.callback = callback;
    this.calls = calls;
    this.policy = policy;
    this.timer = timer;
    this.clock = clock;
    this.failOnFailedStatus = settings.failOnFailedStatus();
    this.bounds = bounds;
    this.current = request;
  }

  void start() {
    calls.make(current, bounds, this::ended);
  }

  /** Whatever is thrown here: the send ends, and once. */
  private void ended(CallResult result) {
    requests += result.requests();
    try {
      result.accept(this);
    } catch (RuntimeException | Error e) {
      if (finished) {
        throw e;
      }
      breakOff(e);
    }
  }

  private void breakOff(Throwable thrown) {
    Throwable cause = UnexpectedException.withoutText(thrown);
    if (thrown instanceof RuntimeException) {
      LOG.error(
          "A send broke off with {}. This is a defect of the component", cause.getMessage(), cause);
    }
    fail(
        LiveDeskOutcomeUnknownException.brokenReply(
            context(null), "the send broke off with " + thrown.getClass().getSimpleName(), cause));
  }

  @Override
  public void stored(Stored result) {
    if (requests == 1) {
      policy.onFirstAttemptSuccess();
    }
    boolean isRetryWithoutMessage = result.message() == null && undelivered != null;
    LiveDeskMessage message =
        isRetryWithoutMessage ? undelivered.message().retried() : result.message();
    succeed(new ApiResponse(result.status(), message, requests));
  }

  @Override
  public void undelivered(Undelivered result) {
    Decision next = policy.afterFailedMessage(result, messageRetries, remaining());
    undelivered = result;
    unknown = null;
    refused = null;
    attempt = 1;
    messageRetries++;
    current =
        new RetryMessage(
            request.conversationId(), String.valueOf(result.message().id()), request.texts());
    SendLog.decided(
        request, requests, Outcome.ACCEPTED, result.status(), next.delay(), next.reason());
    goOn(next, null);
  }

  @Override
  public void failed(Failed result) {
    Failure failure = result.failure();
    if (unknown == null && failure.outcome() == Outcome.UNKNOWN) {
      unknown = failure;
    }
    if (failure.outcome() == Outcome.REJECTED) {
      refused = failure;
    }
    Decision next =
        timer.isClosed()
            ? Decision.end("the component is being stopped")
            : policy.afterFailure(result, attempt, remaining());
    attempt++;
    SendLog.decided(
        request, requests, failure.outcome(), failure.status(), next.delay(), next.reason());
    goOn(next, failure);
  }

  /**
   * @param last how the last call failed; null where it had the message as failed
   */
  private void goOn(Decision next, Failure last) {
    if (next.shouldRetry()) {
      timer.after(next.delay(), bounds.pool(), () -> resume(last));
    } else {
      finish(last, next.noRetryReason());
    }
  }

  private void resume(Failure last) {
    if (timer.isClosed()) {
      finish(last, "the component was stopped");
    } else if (remaining().isNegative() || remaining().isZero()) {
      finish(last, "totalTimeout leaves no time for it");
    } else {
      start();
    }
  }

  /**
   * @param last how the last call failed; null where it had the message as failed
   * @param why there is no further one, or null
   */
  private void finish(Failure last, String why) {
    if (undelivered == null) {
      // What may have worked once stays so, whatever became of the attempts after it.
      fail(unknown == null ? callFailure(last, why) : unknown.toException(context(why)));
    } else if (unknown != null) {
      fail(retryUnknown(unknown.toException(context(why))));
    } else {
      reportFailedMessage(last, why);
    }
  }

  /** The retry call may have made LiveDesk send: whoever makes it again may send twice. */
  private LiveDeskException retryUnknown(LiveDeskException retry) {
    return LiveDeskOutcomeUnknownException.retryUnknown(
        context(null), undelivered.message().id(), retry);
  }

  private void reportFailedMessage(Failure last, String why) {
    if (!failOnFailedStatus) {
      succeed(
          new ApiResponse(
              undelivered.status(), undelivered.message(), requests, undelivered.error()));
    } else if (last == null) {
      fail(undelivered.toException(context(why)));
    } else {
      LiveDeskException failure = undelivered.toException(context("its retry call failed"));
      failure.addSuppressed(callFailure(last, why));
      fail(failure);
    }
  }

  /**
   * How the current call failed, which surely did not work. A refusal stays one, with the wait that
   * LiveDesk asked for, where no attempt after it got as far as to LiveDesk.
   */
  private LiveDeskException callFailure(Failure last, String why) {
    LiveDeskException failure = last.toException(context(why));
    if (refused == null || last.kind() != Failure.Kind.CONNECTION) {
      return failure;
    }
    LiveDeskException refusal =
        refused.toException(context("the last attempt did not reach LiveDesk"));
    refusal.addSuppressed(failure);
    return refusal;
  }

  private void succeed(ApiResponse reply) {
    finished = true;
    calls.release(request);
    callback.onReply(reply);
  }

  private void fail(LiveDeskException failure) {
    finished = true;
    calls.release(request);
    callback.onFailure(failure);
  }

  private SendContext context(String why) {
    return new SendContext(request.operation().name(), request.conversationId(), requests, why);
  }

  private Duration remaining() {
    return Duration.ofNanos(bounds.deadline() - clock.getAsLong());
  }
}
