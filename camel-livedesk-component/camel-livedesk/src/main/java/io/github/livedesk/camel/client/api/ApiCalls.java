// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.client.api;

import java.util.function.Consumer;

/** Makes HTTP calls, each as one request. */
public interface ApiCalls {

  /**
   * Makes a call, and returns at once.
   *
   * @param bounds when it is given up
   * @param handler gets its result, once, on the pool
   */
  void make(ApiRequest request, SendBounds bounds, Consumer<CallResult> handler);

  /** Lets go of a request's files: no call will be made for it any more. */
  void release(Operation request);
}
