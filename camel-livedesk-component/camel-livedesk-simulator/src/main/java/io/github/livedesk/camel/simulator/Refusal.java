// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.simulator;

import java.io.Serial;
import java.util.Map;

/** A request that is not as the document says: what a Rails server of this kind answers. */
final class Refusal extends Exception {

  @Serial private static final long serialVersionUID = 1L;

  private final int status;

  Refusal(int status, String error) {
    super(error, null, false, false);
    this.status = status;
  }

  int status() {
    return status;
  }

  Map<String, Object> toJson() {
    return status == 400 || status == 500
        ? Map.of("status", status, "error", getMessage())
        : Map.of("error", getMessage());
  }
}
