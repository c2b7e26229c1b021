// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.client.send;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.livedesk.camel.client.RetryMode;
import io.github.livedesk.camel.client.api.ApiCalls;
import io.github.livedesk.camel.client.api.ApiRequest;
import io.github.livedesk.camel.client.api.ApiResponse;
import io.github.livedesk.camel.client.api.CallResult;
import io.github.livedesk.camel.client.api.CallResult.Stored;
import io.github.livedesk.camel.client.api.Content;
import io.github.livedesk.camel.client.api.Content.NoContent;
import io.github.livedesk.camel.client.api.Operation;
import io.github.livedesk.camel.client.api.OperationCalls;
import io.github.livedesk.camel.client.api.ResourceRequest;
import io.github.livedesk.camel.client.api.ResponseCallback;
import io.github.livedesk.camel.client.api.SendBounds;
import io.github.livedesk.camel.client.concurrent.KeyedTurns;
import io.github.livedesk.camel.client.retry.RetryBudget;
import io.github.livedesk.camel.client.retry.RetryPolicy;
import io.github.livedesk.camel.client.retry.RetryTimer;
import io.github.livedesk.camel.client.retry.VirtualTime;
import io.github.livedesk.camel.client.settings.RetrySettings;
import io.github.livedesk.camel.model.failure.LiveDeskConnectionException;
import io.github.livedesk.camel.model.failure.LiveDeskException;
import io.github.livedesk.camel.model.failure.LiveDeskOutcomeUnknownException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Operations of several calls, in virtual time. */
class OperationRunTest {

  private final VirtualTime time = new VirtualTime();
  private final RetryTimer timer = new RetryTimer(time);
  private final KeyedTurns turns = new KeyedTurns();
  private final List<Object> ends = new ArrayList<>();

  private final ApiCalls calls =
      new ApiCalls() {
        @Override
        public void make(ApiRequest request, SendBounds bounds, Consumer<CallResult> handler) {
          handler.accept(new Stored(200, "found"));
        }

        @Override
        public void release(Operation operation) {
          // no files
        }
      };

  private final ResponseCallback callback =
      new ResponseCallback() {
        @Override
        public void onReply(ApiResponse reply) {
          ends.add(reply.body());
        }

        @Override
        public void onFailure(LiveDeskException failure) {
          ends.add(failure);
        }
      };

  private void run(BiConsumer<OperationCalls, ResponseCallback> steps) {
    var retry =
        new RetrySettings(
            RetryMode.safe, 3, Duration.ofSeconds(1), Duration.ofSeconds(20), Duration.ZERO, 0);
    var tools =
        new SendTools(
            calls,
            new RetryPolicy(retry, new RetryBudget(), () -> 1),
            timer,
            time::nanos,
            turns,
            "account",
            true);
    long deadline = time.nanos() + Duration.ofMinutes(1).toNanos();
    var conditions = new SendConditions(tools, new SendBounds(deadline, Runnable::run));
    new OperationRun(new Steps(steps), conditions, callback).start();
  }

  private record Steps(BiConsumer<OperationCalls, ResponseCallback> steps) implements Operation {

    @Override
    public String operationName() {
      return "try";
    }

    @Override
    public String resource() {
      return "things";
    }

    @Override
    public void run(OperationCalls calls, ResponseCallback callback) {
      steps.accept(calls, callback);
    }
  }

  private record Look() implements ResourceRequest {

    @Override
    public String operationName() {
      return "look";
    }

    @Override
    public String path() {
      return "things";
    }

    @Override
    public Content content() {
      return new NoContent();
    }

    @Override
    public List<String> texts() {
      return List.of();
    }

    @Override
    public List<String> names() {
      return List.of();
    }

    @Override
    public List<String> fields() {
      return List.of();
    }

    @Override
    public String subject() {
      return "thing";
    }

    @Override
    public Object read(Map<String, Object> json) {
      return json;
    }
  }

  @Test
  void theRequestsOfAllCallsAreCounted() {
    run(
        (steps, end) ->
            steps.call(
                new Look(),
                first ->
                    steps.call(
                        new Look(),
                        second -> end.onReply(new ApiResponse(200, steps.requests(), 1)))));

    assertThat(ends).containsExactly(2);
  }

  @Test
  void aStepThatThrowsEndsTheOperationAndLetsTheNextGo() {
    run(
        (steps, end) ->
            steps.inTurn(
                Set.of("key"),
                () ->
                    steps.call(
                        new Look(),
                        found -> {
                          throw new IllegalStateException("a defect");
                        })));
    run(
        (steps, end) ->
            steps.inTurn(Set.of("key"), () -> end.onReply(new ApiResponse(200, "b", 1))));

    assertThat(ends).hasSize(2);
    assertThat(ends.get(0)).isInstanceOf(LiveDeskOutcomeUnknownException.class);
    assertThat((Exception) ends.get(0))
        .hasMessage(
            "op=try of livedesk:things: the send broke off with IllegalStateException (outcome"
                + " UNKNOWN)");
    assertThat(ends.get(1)).isEqualTo("b");
    assertThat(turns.size()).isZero();
  }

  @Test
  void whatIsThrownAfterTheEndEndsItNoSecondTime() {
    try {
      run(
          (steps, end) ->
              steps.call(
                  new Look(),
                  found -> {
                    end.onReply(new ApiResponse(200, "a", 1));
                    throw new IllegalStateException("a defect");
                  }));
    } catch (IllegalStateException defect) {
      ends.add("thrown");
    }

    assertThat(ends).containsExactly("a", "thrown");
  }

  @Test
  void aPauseGrowsAndEndsWithTheTime() {
    List<Long> woken = new ArrayList<>();
    List<Boolean> begun = new ArrayList<>();
    run(
        (steps, end) -> {
          for (int number = 1; number < 9; number++) {
            begun.add(steps.pause(number, () -> woken.add(time.nanos())));
          }
        });

    time.pass(Duration.ofMinutes(2));

    assertThat(begun).startsWith(true, true, true);
    assertThat(woken).isSorted().hasSizeGreaterThan(2);
  }

  @Test
  void afterTheStopThereIsNoPause() {
    List<Boolean> begun = new ArrayList<>();
    timer.close();

    run((steps, end) -> begun.add(steps.pause(1, () -> ends.add("woken"))));

    assertThat(begun).containsExactly(false);
    assertThat(ends).isEmpty();
  }

  @Test
  void whoWaitsForAnotherEndsWithItsTime() {
    run((steps, end) -> steps.inTurn(Set.of("key"), () -> {}));
    run((steps, end) -> steps.inTurn(Set.of("key", "other"), () -> ends.add("too early")));

    time.pass(Duration.ofMinutes(2));

    assertThat(ends).singleElement().isInstanceOf(LiveDeskConnectionException.class);
    assertThat(turns.size()).isEqualTo(1);
  }

  @Test
  void whoWaitsForAnotherEndsWithTheStop() {
    run((steps, end) -> steps.inTurn(Set.of("key"), () -> {}));
    run((steps, end) -> steps.inTurn(Set.of("key"), () -> ends.add("too early")));

    timer.close();

    assertThat(ends).singleElement().isInstanceOf(LiveDeskConnectionException.class);
    assertThat((Exception) ends.get(0)).hasMessageContaining("the component was stopped");
  }
}
