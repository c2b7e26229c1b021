// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.client;

import io.github.livedesk.camel.model.LiveDeskException;

/**
 * Takes the end of a send. Exactly one of the two methods is called, once, on the pool that the
 * client was given: never on the thread that called {@code send}, never on an I/O thread.
 */
public interface ReplyCallback {

  void onReply(ApiReply reply);

  void onFailure(LiveDeskException failure);
}
