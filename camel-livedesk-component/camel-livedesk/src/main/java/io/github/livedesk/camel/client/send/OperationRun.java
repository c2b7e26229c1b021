// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.client.send;

import io.github.livedesk.camel.client.api.ApiResponse;
import io.github.livedesk.camel.client.api.CallEnd;
import io.github.livedesk.camel.client.api.CallResult;
import io.github.livedesk.camel.client.api.CallResult.Failed;
import io.github.livedesk.camel.client.api.CallResult.Stored;
import io.github.livedesk.camel.client.api.CallResult.Undelivered;
import io.github.livedesk.camel.client.api.Failure;
import io.github.livedesk.camel.client.api.MessageRequest;
import io.github.livedesk.camel.client.api.Operation;
import io.github.livedesk.camel.client.api.OperationCalls;
import io.github.livedesk.camel.client.api.ResourceRequest;
import io.github.livedesk.camel.client.api.ResponseCallback;
import io.github.livedesk.camel.client.concurrent.KeyedTurns.Turn;
import io.github.livedesk.camel.client.retry.RetryTimer;
import io.github.livedesk.camel.model.failure.LiveDeskException;
import io.github.livedesk.camel.model.failure.SendContext;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * The calls of one operation, from its start to its end, which lets those go that wait for it. One
 * step at a time, each handed over by the one before.
 */
final class OperationRun implements OperationCalls, ResponseCallback {

  private final Operation operation;
  private final SendConditions conditions;
  private final ResponseCallback callback;
  private volatile Turn turn;
  private boolean isTold;

  /**
   * @param callback gets the end of it, once
   */
  OperationRun(Operation operation, SendConditions conditions, ResponseCallback callback) {
    this.operation = operation;
    this.conditions = conditions;
    this.callback = callback;
  }

  void start() {
    operation.run(this, this);
  }

  @Override
  public void send(MessageRequest request, ResponseCallback end) {
    new Send(request, end, conditions).start();
  }

  @Override
  public void send(ResourceRequest request, ResponseCallback end) {
    call(request, callEnd -> callEnd.result().accept(new Report(callEnd, end)));
  }

  @Override
  public void call(ResourceRequest request, Consumer<CallEnd> handler) {
    Consumer<CallEnd> guarded = end -> guard(() -> handler.accept(end));
    new RepeatedCall(operation, request, conditions, guarded).start();
  }

  @Override
  public boolean pause(int number, Runnable next) {
    RetryTimer timer = conditions.tools().timer();
    Duration wait = conditions.tools().policy().pause(number);
    if (timer.isClosed() || wait.compareTo(conditions.remaining()) >= 0) {
      return false;
    }
    timer.after(wait, conditions.bounds().pool(), () -> guard(next));
    return true;
  }

  @Override
  public void inTurn(Set<String> keys, Runnable next) {
    var isDecided = new AtomicBoolean();
    Object scope = conditions.tools().scope();
    Set<Object> scoped =
        keys.stream().map(key -> List.of(scope, key)).collect(Collectors.toUnmodifiableSet());
    Turn place =
        conditions
            .tools()
            .turns()
            .enter(
                scoped,
                mine -> {
                  if (isDecided.compareAndSet(false, true)) {
                    turn = mine;
                    conditions.bounds().pool().execute(() -> guard(next));
                  }
                });
    if (!isDecided.get()) {
      Runnable tooLate =
          () -> {
            if (isDecided.compareAndSet(false, true)) {
              place.leave();
              onFailure(missedTurn().toException(context(null)));
            }
          };
      Duration remaining = conditions.remaining();
      conditions
          .tools()
          .timer()
          .after(
              remaining.isNegative() ? Duration.ZERO : remaining,
              conditions.bounds().pool(),
              tooLate);
    }
  }

  private Failure missedTurn() {
    return Failure.connection(
        conditions.tools().timer().isClosed()
            ? "the component was stopped before the request went out"
            : "another op="
                + operation.operationName()
                + " that has a key in common was under way for all of totalTimeout",
        null);
  }

  @Override
  public int requests() {
    return conditions.requests();
  }

  @Override
  public SendContext context(String why) {
    return new SendContext(
        operation.resource(),
        operation.operationName(),
        operation.conversationId(),
        conditions.requests(),
        why);
  }

  /** Whatever is thrown by a step: the operation ends, and once. */
  private void guard(Runnable step) {
    try {
      step.run();
    } catch (RuntimeException | Error e) {
      if (isTold) {
        throw e;
      }
      onFailure(Defect.failure(e).toException(context(null)));
    }
  }

  @Override
  public void onReply(ApiResponse reply) {
    leave();
    callback.onReply(reply);
  }

  @Override
  public void onFailure(LiveDeskException failure) {
    leave();
    callback.onFailure(failure);
  }

  private void leave() {
    isTold = true;
    Turn ended = turn;
    if (ended != null) {
      ended.leave();
    }
  }

  /** Tells what the only call came to. */
  private final class Report implements CallResult.Visitor {

    private final CallEnd callEnd;
    private final ResponseCallback end;

    Report(CallEnd callEnd, ResponseCallback end) {
      this.callEnd = callEnd;
      this.end = end;
    }

    @Override
    public void stored(Stored result) {
      end.onReply(new ApiResponse(result.status(), result.body(), requests()));
    }

    /** Only a message is. */
    @Override
    public void undelivered(Undelivered result) {
      end.onFailure(result.toException(context(callEnd.why())));
    }

    @Override
    public void failed(Failed result) {
      end.onFailure(callEnd.toException(result.failure(), OperationRun.this::context));
    }
  }
}
