// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.client.api;

import java.io.Serial;

/**
 * Stands in for an exception that nobody expected, a defect of this component. Its class and its
 * stack trace are kept; its text is not, for it may quote a message.
 */
public final class UnexpectedException extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  private UnexpectedException(RuntimeException unexpected) {
    super(unexpected.getClass().getName());
    setStackTrace(unexpected.getStackTrace());
  }

  /** An error of the virtual machine as it is, any other without its text. */
  public static Throwable withoutText(Throwable thrown) {
    return thrown instanceof RuntimeException unexpected
        ? new UnexpectedException(unexpected)
        : thrown;
  }
}
