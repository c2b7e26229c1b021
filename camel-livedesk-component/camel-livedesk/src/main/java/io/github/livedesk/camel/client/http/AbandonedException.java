// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.client.http;

import java.io.IOException;
import java.io.Serial;

/** A request that is not written on, by our own decision: nothing that comes is a reply to it. */
final class AbandonedException extends IOException {

  @Serial private static final long serialVersionUID = 1L;

  AbandonedException(String message) {
    super(message);
  }
}
