// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.client.http;

import java.io.IOException;
import java.io.Serial;

/** An error of the virtual machine or of a library, which ended a call and nothing else. */
public final class BrokenCallException extends IOException {

  @Serial private static final long serialVersionUID = 1L;

  public BrokenCallException(Throwable error) {
    super(error.getClass().getName(), error);
  }

  /** Its name, fit to be shown. */
  public String error() {
    return getCause().getClass().getSimpleName();
  }
}
