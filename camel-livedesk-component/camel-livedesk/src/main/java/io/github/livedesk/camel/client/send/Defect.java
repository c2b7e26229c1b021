// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.client.send;

import static io.github.livedesk.camel.client.metrics.Loggers.LOG;

import io.github.livedesk.camel.client.api.Failure;
import io.github.livedesk.camel.client.api.UnexpectedException;

/** What it means for a send that our own code, or the virtual machine, threw something. */
final class Defect {

  private Defect() {}

  /** How the send failed; a defect of ours is logged. */
  static Failure failure(Throwable thrown) {
    Throwable cause = UnexpectedException.withoutText(thrown);
    if (thrown instanceof RuntimeException) {
      LOG.error(
          "A send broke off with {}. This is a defect of the component", cause.getMessage(), cause);
    }
    return Failure.unreadableResponse(
        0, "the send broke off with " + thrown.getClass().getSimpleName(), cause);
  }
}
