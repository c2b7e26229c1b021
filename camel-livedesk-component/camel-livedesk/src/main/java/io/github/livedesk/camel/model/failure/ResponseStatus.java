// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.model.failure;

import java.time.Duration;

/**
 * What a response that is no success says of the message. Not in the exception itself: Simple would
 * find two methods for {@code ${exception.transient}}.
 */
public final class ResponseStatus {

  private ResponseStatus() {}

  /**
   * What is known of the message.
   *
   * @param status the HTTP status, 300 to 599
   * @param retryAfter the wait that LiveDesk asked for, or null
   */
  public static Outcome outcome(int status, Duration retryAfter) {
    boolean refused = status == 503 ? retryAfter != null : status < 500 && status != 408;
    return refused ? Outcome.REJECTED : Outcome.UNKNOWN;
  }

  /**
   * Whether the same send, made later, may work.
   *
   * @param status the HTTP status, 300 to 599
   */
  public static boolean isTransient(int status) {
    return status == 408 || status >= 500;
  }
}
