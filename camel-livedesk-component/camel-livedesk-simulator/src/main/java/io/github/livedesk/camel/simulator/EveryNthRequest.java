// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.simulator;

import io.github.livedesk.camel.simulator.behaviour.Behaviour.Answer;
import io.github.livedesk.camel.simulator.behaviour.Behaviour.Delay;
import io.github.livedesk.camel.simulator.behaviour.Behaviour.DropConnection;
import io.github.livedesk.camel.simulator.behaviour.Behaviour.FailMessage;
import io.github.livedesk.camel.simulator.behaviour.PlannedBehaviours;
import java.time.Duration;

/**
 * Every n-th request that the simulator would otherwise take, until it is reset: for tests of load
 * and of long runs.
 *
 * <pre>{@code
 * livedesk.every(1).delay(Duration.ofMillis(50));
 * livedesk.every(50).answer(429, Duration.ofSeconds(1));
 * livedesk.every(100).dropConnection(DropMoment.AFTER_STORING);
 * }</pre>
 *
 * <p>What is planned for a conversation comes first. Of two behaviours for the same request the one
 * that was planned first happens, and the other does not count the request; a delay goes along with
 * the behaviours after it.
 */
public final class EveryNthRequest {

  private final int n;
  private final PlannedBehaviours planned;

  EveryNthRequest(int n, PlannedBehaviours planned) {
    if (n < 1) {
      throw new IllegalArgumentException("every: 1 or more, not " + n);
    }
    this.n = n;
    this.planned = planned;
  }

  /**
   * Lets the message fail, a new one or a retried one alike.
   *
   * @param externalError such as {@code 130429: Rate limit hit}, not blank
   */
  public void fail(String externalError) {
    planned.addForEvery(n, new FailMessage(externalError));
  }

  /**
   * Answers with a status, and stores nothing.
   *
   * @param status 300 to 599
   */
  public void answer(int status) {
    planned.addForEvery(n, new Answer(status, null));
  }

  /**
   * Answers with a status and a Retry-After, and stores nothing.
   *
   * @param status 300 to 599
   * @param retryAfter in whole seconds, not negative
   */
  public void answer(int status, Duration retryAfter) {
    planned.addForEvery(n, Answer.of(status, retryAfter));
  }

  /** Lets the request wait before it is looked at. */
  public void delay(Duration time) {
    planned.addForEvery(n, new Delay(time));
  }

  /** Drops the connection without an answer. */
  public void dropConnection(DropMoment moment) {
    planned.addForEvery(n, new DropConnection(moment == DropMoment.AFTER_STORING));
  }
}
