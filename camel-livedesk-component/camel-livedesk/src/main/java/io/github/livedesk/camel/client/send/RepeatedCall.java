// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.client.send;

import io.github.livedesk.camel.client.api.ApiRequest;
import io.github.livedesk.camel.client.api.CallEnd;
import io.github.livedesk.camel.client.api.CallResult;
import io.github.livedesk.camel.client.api.CallResult.Failed;
import io.github.livedesk.camel.client.api.CallResult.Stored;
import io.github.livedesk.camel.client.api.CallResult.Undelivered;
import io.github.livedesk.camel.client.api.Failure;
import io.github.livedesk.camel.client.api.Operation;
import io.github.livedesk.camel.client.metrics.SendLog;
import io.github.livedesk.camel.client.retry.RetryPolicy.Decision;
import io.github.livedesk.camel.model.failure.Outcome;
import java.util.function.Consumer;

/**
 * One call, and its further attempts as the policy has them. One step at a time, each handed over
 * by the one before, so that nothing here is shared between threads.
 */
final class RepeatedCall implements CallResult.Visitor {

  private final Operation operation;
  private final ApiRequest request;
  private final SendConditions conditions;
  private final Consumer<CallEnd> handler;

  private int attempt = 1;
  private boolean ended;

  /** How the first attempt failed that may have worked. */
  private Failed unknown;

  /** How the last attempt failed that LiveDesk refused for now. */
  private Failed refused;

  /**
   * @param operation that the call is a part of
   * @param handler gets the end of it, once
   */
  RepeatedCall(
      Operation operation,
      ApiRequest request,
      SendConditions conditions,
      Consumer<CallEnd> handler) {
    this.operation = operation;
    this.request = request;
    this.conditions = conditions;
    this.handler = handler;
  }

  void start() {
    conditions.tools().calls().make(request, conditions.bounds(), this::attempted);
  }

  /** Whatever is thrown here: the call ends, and once. */
  private void attempted(CallResult result) {
    conditions.addRequests(result.requests());
    try {
      result.accept(this);
    } catch (RuntimeException | Error e) {
      if (ended) {
        throw e;
      }
      end(new CallEnd(new Failed(Defect.failure(e), 0, false), null));
    }
  }

  @Override
  public void stored(Stored result) {
    if (conditions.requests() == 1) {
      conditions.tools().policy().onFirstAttemptSuccess();
    }
    end(new CallEnd(result, null));
  }

  @Override
  public void undelivered(Undelivered result) {
    end(new CallEnd(result, null));
  }

  @Override
  public void failed(Failed result) {
    Failure failure = result.failure();
    if (unknown == null && failure.outcome() == Outcome.UNKNOWN) {
      unknown = result;
    }
    if (failure.outcome() == Outcome.REJECTED) {
      refused = result;
    }
    Decision next =
        conditions.tools().timer().isClosed()
            ? Decision.end("the component is being stopped")
            : conditions
                .tools()
                .policy()
                .afterFailure(result, request.isSafeToRepeat(), attempt, conditions.remaining());
    attempt++;
    SendLog.decided(
        operation,
        conditions.requests(),
        failure.outcome(),
        failure.status(),
        next.delay(),
        next.reason());
    if (next.shouldRetry()) {
      conditions
          .tools()
          .timer()
          .after(next.delay(), conditions.bounds().pool(), () -> resume(result));
    } else {
      finish(result, next.noRetryReason());
    }
  }

  private void resume(Failed last) {
    if (conditions.tools().timer().isClosed()) {
      finish(last, "the component was stopped");
    } else if (conditions.isOver()) {
      finish(last, "totalTimeout leaves no time for it");
    } else {
      start();
    }
  }

  /**
   * What may have worked once stays so, whatever became of the attempts after it. A refusal stays
   * one, with the wait that LiveDesk asked for, where no attempt after it got as far as to
   * LiveDesk.
   *
   * @param why there is no further attempt, or null
   */
  private void finish(Failed last, String why) {
    if (unknown != null && !request.isSafeToRepeat()) {
      end(new CallEnd(unknown, why));
    } else if (refused != null && last.failure().kind() == Failure.Kind.CONNECTION) {
      String reason = "the last attempt did not reach LiveDesk";
      end(new CallEnd(refused, reason, last.failure(), why));
    } else {
      end(new CallEnd(last, why));
    }
  }

  private void end(CallEnd end) {
    ended = true;
    handler.accept(end);
  }
}
