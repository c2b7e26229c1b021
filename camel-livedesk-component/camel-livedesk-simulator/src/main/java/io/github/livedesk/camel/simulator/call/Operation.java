// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.simulator.call;

import io.github.livedesk.camel.simulator.store.ApiError;
import io.github.livedesk.camel.simulator.store.Request;
import java.io.IOException;

/**
 * What the head of a request asks for.
 *
 * @param plannedFor the conversation, or the kind of call, whose planned behaviours it takes
 * @param judge of the request as a whole
 */
public record Operation(String plannedFor, Judge judge) {

  /** Tells requests that are taken from those that are refused; changes nothing. */
  @FunctionalInterface
  public interface Judge {
    Prepared judge(Request request, Warnings warnings) throws ApiError, IOException;
  }
}
