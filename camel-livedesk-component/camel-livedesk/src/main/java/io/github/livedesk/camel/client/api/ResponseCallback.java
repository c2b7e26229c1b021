// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.client.api;

import io.github.livedesk.camel.model.failure.LiveDeskException;

/**
 * Takes the end of a send. Exactly one of the two methods is called, once, on the pool that the
 * client was given: never on the thread that called {@code send}, never on an I/O thread.
 */
public interface ResponseCallback {

  /** LiveDesk stored the message, or took the retry. */
  void onReply(ApiResponse reply);

  /** It did not; the failure says whether the customer may have got the message. */
  void onFailure(LiveDeskException failure);
}
