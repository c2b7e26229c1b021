// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.client.api;

import io.github.livedesk.camel.model.LiveDeskMessage;

/**
 * A success of LiveDesk's API.
 *
 * @param status HTTP status, 200 to 299
 * @param body the message as LiveDesk stored it, or what else the operation gives back; null where
 *     a retry was taken without a word
 * @param attempts HTTP requests made, 1 or more
 * @param externalError why the message failed, where it has; never null
 */
public record ApiResponse(int status, Object body, int attempts, ExternalError externalError) {

  /** A reply without an external error. */
  public ApiResponse(int status, Object body, int attempts) {
    this(status, body, attempts, ExternalError.NONE);
  }

  /** The body of a call about a message; null where there is none. */
  public LiveDeskMessage message() {
    return (LiveDeskMessage) body;
  }

  /** Not the body: it may be about a person. */
  @Override
  public String toString() {
    return "ApiResponse[status=" + status + ", attempts=" + attempts + "]";
  }
}
