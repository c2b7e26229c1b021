// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.benchmark.contender;

import java.io.IOException;

/** One way to send messages. Any number of threads may use it at once. */
public interface Contender extends AutoCloseable {

  /**
   * Sends one message.
   *
   * @param conversationId where to
   * @param done is told the end of it, once; where the contender blocks, before this returns
   */
  void send(String conversationId, Done done);

  /** LiveDesk endpoints that Camel has made for the messages so far; 0 without Camel. */
  default long endpoints() {
    return 0;
  }

  @Override
  void close() throws IOException;

  /** Takes the end of one send. */
  interface Done {

    /**
     * The end.
     *
     * @param reply what the sender gets of the stored message; null after a failure
     * @param failure null after a success
     */
    void ended(Object reply, Throwable failure);
  }
}
