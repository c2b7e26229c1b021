// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.client;

import io.github.livedesk.camel.model.LiveDeskMessage;

/**
 * A success of LiveDesk's API.
 *
 * @param status HTTP status, 200 to 299
 * @param message the message as LiveDesk stored it; null where a retry was taken without a word
 * @param attempts HTTP requests made, 1 or more
 */
public record ApiReply(int status, LiveDeskMessage message, int attempts) {

  /** This reply's message, once a retry of it was taken without a word. */
  ApiReply retried(ApiReply retry) {
    return new ApiReply(retry.status, message.retried(), retry.attempts);
  }
}
