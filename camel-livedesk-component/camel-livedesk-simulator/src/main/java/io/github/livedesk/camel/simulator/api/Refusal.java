// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.simulator.api;

import io.github.livedesk.camel.simulator.behaviour.Behaviour;
import io.github.livedesk.camel.simulator.http.Replies;
import io.github.livedesk.camel.simulator.store.ApiError;
import io.github.livedesk.camel.simulator.store.RecordedCall.Reply;

/** The response of a request that is refused. */
final class Refusal {

  private Refusal() {}

  /** JSON, but for too many requests: those never reach the application that writes JSON. */
  static Reply of(ApiError error) {
    return error.retryAfter().isPresent()
        ? PlannedAnswer.of(new Behaviour.Answer(error.status(), error.retryAfter().getAsLong()))
        : Replies.json(error.status(), error.toJson());
  }
}
