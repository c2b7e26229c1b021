// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.client.api;

import io.github.livedesk.camel.model.failure.SendContext;
import java.util.Set;
import java.util.function.Consumer;

/** Makes the calls of one operation, within its time. */
public interface OperationCalls {

  /** Sends a message, and retries it where that is of use; the callback gets the end of it. */
  void send(MessageRequest request, ResponseCallback callback);

  /** Makes the only call that the operation has; the callback gets the end of it. */
  void send(ResourceRequest request, ResponseCallback callback);

  /**
   * Makes one of several calls, with further attempts where they are of use.
   *
   * @param handler gets the end of it, once
   */
  void call(ResourceRequest request, Consumer<CallEnd> handler);

  /**
   * Waits, the longer the higher the number.
   *
   * @param number 1 or more
   * @param next what follows
   * @return false where there is no time left: then nothing follows
   */
  boolean pause(int number, Runnable next);

  /**
   * Goes on when no other operation of the component that shares a key is under way. Where its time
   * runs out before, the operation ends, and nothing was sent.
   *
   * @param keys one or more
   * @param next what follows
   */
  void inTurn(Set<String> keys, Runnable next);

  /** HTTP requests made so far, 0 or more. */
  int requests();

  /**
   * What an exception says of the operation, as it stands.
   *
   * @param why it is not tried again, where that could be expected; else null
   */
  SendContext context(String why);
}
