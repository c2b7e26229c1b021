// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.client.send;

import io.github.livedesk.camel.client.api.ApiCalls;
import io.github.livedesk.camel.client.api.ApiCalls.Ended;
import io.github.livedesk.camel.client.api.ApiRequest;
import io.github.livedesk.camel.client.api.ApiRequest.RetryMessage;
import io.github.livedesk.camel.client.api.ApiResponse;
import io.github.livedesk.camel.client.api.ResponseCallback;
import io.github.livedesk.camel.client.api.SendBounds;
import io.github.livedesk.camel.client.retry.RetryPolicy;
import io.github.livedesk.camel.client.retry.RetryPolicy.Decision;
import io.github.livedesk.camel.client.retry.RetryTimer;
import io.github.livedesk.camel.client.settings.ClientSettings;
import io.github.livedesk.camel.model.failure.LiveDeskConnectionException;
import io.github.livedesk.camel.model.failure.LiveDeskException;
import io.github.livedesk.camel.model.failure.LiveDeskMessageFailedException;
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
final class Send {

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
  private Ended failed;

  /** The first attempt of the current call that may have worked. */
  private Ended unknown;

  /** The last attempt of the current call that LiveDesk refused for now. */
  private Ended refused;

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
  private void ended(Ended call) {
    try {
      goOnAfter(call);
    } catch (RuntimeException | Error e) {
      if (finished) {
        throw e;
      }
      fail(
          LiveDeskOutcomeUnknownException.brokenReply(
              context(null), "the send broke off with " + e.getClass().getSimpleName(), e));
    }
  }

  private void goOnAfter(Ended call) {
    requests += call.requests();
    ApiResponse reply;
    try {
      reply = call.read(context(null));
    } catch (LiveDeskMessageFailedException failure) {
      messageFailed(call, failure);
      return;
    } catch (LiveDeskException failure) {
      callFailed(call, failure);
      return;
    }
    succeeded(reply);
  }

  private void succeeded(ApiResponse reply) {
    if (requests == 1) {
      policy.succeededAtOnce();
    }
    boolean takenWithoutAWord = reply.message() == null && failed != null;
    succeed(takenWithoutAWord ? failed.readFailed(context(null)).retried(reply) : reply);
  }

  private void callFailed(Ended call, LiveDeskException failure) {
    if (unknown == null && failure.getOutcome() == Outcome.UNKNOWN) {
      unknown = call;
    }
    if (failure.getOutcome() == Outcome.REJECTED) {
      refused = call;
    }
    Decision next =
        timer.isClosed()
            ? Decision.stop(null)
            : policy.afterFailure(failure, attempt, call.isSpent(), remaining());
    attempt++;
    goOn(next, call);
  }

  private void messageFailed(Ended call, LiveDeskMessageFailedException failure) {
    Decision next = policy.afterFailedMessage(failure, messageRetries, remaining());
    failed = call;
    unknown = null;
    refused = null;
    attempt = 1;
    messageRetries++;
    current =
        new RetryMessage(
            request.conversationId(), String.valueOf(failure.getMessageId()), request.texts());
    goOn(next, call);
  }

  private void goOn(Decision next, Ended call) {
    if (next.goesOn()) {
      timer.after(next.delay(), bounds.pool(), () -> resume(call));
    } else {
      finish(call, next.why());
    }
  }

  private void resume(Ended last) {
    if (timer.isClosed()) {
      finish(last, "the component was stopped");
    } else if (remaining().isNegative() || remaining().isZero()) {
      finish(last, "totalTimeout leaves no time for it");
    } else {
      start();
    }
  }

  /**
   * @param last the call that ended last
   * @param why there is no further one, or null
   */
  private void finish(Ended last, String why) {
    if (failed == null) {
      // What may have worked once stays so, whatever became of the attempts after it.
      fail(unknown == null ? callFailure(last, why) : failureOf(unknown, why));
    } else if (unknown != null) {
      fail(retryUnknown(failureOf(unknown, why)));
    } else {
      reportFailedMessage(last, why);
    }
  }

  /** The retry call may have made LiveDesk send: whoever makes it again may send twice. */
  private LiveDeskException retryUnknown(LiveDeskException retry) {
    var message = (LiveDeskMessageFailedException) failureOf(failed, null);
    return LiveDeskOutcomeUnknownException.retryUnknown(
        context(null), message.getMessageId(), retry);
  }

  private void reportFailedMessage(Ended last, String why) {
    if (!failOnFailedStatus) {
      succeed(failed.readFailed(context(null)));
    } else if (last == failed) {
      fail(failureOf(failed, why));
    } else {
      LiveDeskException failure = failureOf(failed, "its retry call failed");
      failure.addSuppressed(callFailure(last, why));
      fail(failure);
    }
  }

  /**
   * How the current call failed, which surely did not work. A refusal stays one, with the wait that
   * LiveDesk asked for, where no attempt after it got as far as to LiveDesk.
   */
  private LiveDeskException callFailure(Ended last, String why) {
    LiveDeskException failure = failureOf(last, why);
    if (refused == null || !(failure instanceof LiveDeskConnectionException)) {
      return failure;
    }
    LiveDeskException refusal = failureOf(refused, "the last attempt did not reach LiveDesk");
    refusal.addSuppressed(failure);
    return refusal;
  }

  private LiveDeskException failureOf(Ended call, String why) {
    try {
      throw new IllegalStateException("A failure that became " + call.read(context(why)));
    } catch (LiveDeskException failure) {
      return failure;
    }
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
    return new SendContext(request.operation(), request.conversationId(), requests, why);
  }

  private Duration remaining() {
    return Duration.ofNanos(bounds.deadline() - clock.getAsLong());
  }
}
