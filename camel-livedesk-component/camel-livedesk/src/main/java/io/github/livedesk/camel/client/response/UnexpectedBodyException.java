// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.client.response;

import java.io.Serial;

/** The body of a success is not what the call gives back. */
final class UnexpectedBodyException extends Exception {

  @Serial private static final long serialVersionUID = 1L;

  /**
   * @param what the rest of a sentence that begins with the reply, such as "has no message id"
   */
  UnexpectedBodyException(String what) {
    super(what);
  }
}
