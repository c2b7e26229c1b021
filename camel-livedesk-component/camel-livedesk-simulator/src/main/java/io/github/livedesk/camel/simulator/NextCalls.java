// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.simulator;

import io.github.livedesk.camel.simulator.behaviour.Behaviour;
import io.github.livedesk.camel.simulator.behaviour.Behaviour.Answer;
import io.github.livedesk.camel.simulator.behaviour.Behaviour.Delay;
import io.github.livedesk.camel.simulator.behaviour.Behaviour.DropConnection;
import io.github.livedesk.camel.simulator.behaviour.PlannedBehaviours;
import io.github.livedesk.camel.simulator.behaviour.PlannedCall;
import java.time.Duration;

/**
 * What the simulator is to do with the next calls of a kind, as {@link SimulatedConversation} has
 * it for the next requests of a conversation.
 *
 * <pre>{@code
 * livedesk.next(DeskCall.CREATE_CONTACT).answer(429).dropConnection(DropMoment.AFTER_STORING);
 * }</pre>
 */
public final class NextCalls {

  private final PlannedCall call;
  private final PlannedBehaviours planned;

  NextCalls(DeskCall call, PlannedBehaviours planned) {
    this.call = PlannedCall.valueOf(call.name());
    this.planned = planned;
  }

  /**
   * Answers the next call with a status, and stores nothing.
   *
   * @param status 300 to 599
   */
  public NextCalls answer(int status) {
    return plan(new Answer(status, null));
  }

  /**
   * Answers the next call with a status and a Retry-After, and stores nothing.
   *
   * @param status 300 to 599
   * @param retryAfter in whole seconds, not negative
   */
  public NextCalls answer(int status, Duration retryAfter) {
    return plan(Answer.of(status, retryAfter));
  }

  /** Lets the next call wait before anything is stored. */
  public NextCalls delay(Duration time) {
    return plan(new Delay(time));
  }

  /** Drops the connection of the next call without an answer. */
  public NextCalls dropConnection(DropMoment moment) {
    return plan(new DropConnection(moment == DropMoment.AFTER_STORING));
  }

  private NextCalls plan(Behaviour behaviour) {
    planned.add(call.key(), 1, behaviour);
    return this;
  }
}
