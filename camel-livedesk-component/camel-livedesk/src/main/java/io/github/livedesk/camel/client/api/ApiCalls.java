// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.client.api;

import io.github.livedesk.camel.model.failure.LiveDeskException;
import io.github.livedesk.camel.model.failure.SendContext;
import java.util.function.Consumer;

/** Makes HTTP calls, each as one request. */
public interface ApiCalls {

  /**
   * Makes a call, and returns at once.
   *
   * @param bounds when it is given up
   * @param handler gets its end, once, on the pool
   */
  void make(ApiRequest request, SendBounds bounds, Consumer<Ended> handler);

  /** Lets go of a request's files: no call will be made for it any more. */
  void release(ApiRequest request);

  /** A call that has come to its end. All that is asked of it can be asked more than once. */
  interface Ended {

    /** HTTP requests that were made for it: 1, or 0 where not even one could be. */
    int requests();

    /** Whether its body was a stream that has been read, and can't be read again. */
    boolean isSpent();

    /**
     * What came of it.
     *
     * @param context the send that it belongs to, for the failure to name
     * @throws LiveDeskException when it failed, or the message has the status failed
     */
    ApiResponse read(SendContext context);

    /** As {@link #read}, where a message with the status failed is no failure. */
    ApiResponse readFailed(SendContext context);
  }
}
