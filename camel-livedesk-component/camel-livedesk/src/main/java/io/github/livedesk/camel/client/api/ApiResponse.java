// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.client.api;

import io.github.livedesk.camel.model.LiveDeskMessage;

/**
 * A success of LiveDesk's API.
 *
 * @param status HTTP status, 200 to 299
 * @param message the message as LiveDesk stored it; null where a retry was taken without a word
 * @param attempts HTTP requests made, 1 or more
 * @param externalError why the message failed, where it has; never null
 */
public record ApiResponse(
    int status, LiveDeskMessage message, int attempts, ExternalError externalError) {

  /** A reply without an external error. */
  public ApiResponse(int status, LiveDeskMessage message, int attempts) {
    this(status, message, attempts, ExternalError.NONE);
  }
}
