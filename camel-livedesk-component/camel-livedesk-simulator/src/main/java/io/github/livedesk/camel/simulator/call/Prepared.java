// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.simulator.call;

import io.github.livedesk.camel.simulator.store.ApiError;

/** A request that was judged and is to be carried out. */
@FunctionalInterface
public interface Prepared {

  /**
   * How it is carried out.
   *
   * @param number of the request
   * @param externalError why its message is to fail, or null
   * @param baseUrl where the simulator is for who asks
   */
  record Context(long number, String externalError, String baseUrl) {}

  /** Does it; what is answered, as Maps and Lists. */
  Object run(Context context) throws ApiError;

  /** Whether other requests must come first. */
  default boolean waits() {
    return false;
  }

  /** Runs what carries it out: now, or from another thread as soon as the others are there. */
  default void whenReady(Runnable carryOut) {
    carryOut.run();
  }
}
