// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.simulator.api;

import io.github.livedesk.camel.simulator.behaviour.Behaviour;
import io.github.livedesk.camel.simulator.http.Replies;
import io.github.livedesk.camel.simulator.store.RecordedCall.Reply;
import io.undertow.util.StatusCodes;
import java.util.LinkedHashMap;
import java.util.Map;

/** The response of a status that was planned, as a Rails server behind a proxy writes it. */
final class PlannedAnswer {

  private PlannedAnswer() {}

  /** Text for 429, a proxy's page from 500 on, JSON for all else. */
  static Reply of(Behaviour.Answer answer) {
    int status = answer.status();
    String reason = StatusCodes.getReason(status);
    Reply plain =
        status == 429
            ? Replies.text(status, "text/plain", "Retry later\n")
            : status >= 500
                ? Replies.text(
                    status,
                    "text/html",
                    "<html><title>" + status + " " + reason + "</title></html>")
                : Replies.json(status, Map.of("error", reason));
    if (answer.retryAfter() == null) {
      return plain;
    }
    Map<String, String> headers = new LinkedHashMap<>(plain.headers());
    headers.put("Retry-After", answer.retryAfter().toString());
    return new Reply(status, headers, plain.body());
  }
}
