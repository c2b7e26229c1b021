// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.simulator.api;

import java.io.IOException;
import java.io.Serial;

/** A body that is no multipart body; the message says why. */
final class NoMultipartException extends IOException {

  @Serial private static final long serialVersionUID = 1L;

  NoMultipartException(String why) {
    super(why);
  }
}
