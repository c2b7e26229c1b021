// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.client.metrics;

import java.util.OptionalInt;

/**
 * Whether LiveDesk accepted these credentials at the last send. Only responses that prove them
 * valid or invalid change it: a 500 or a lost connection does not.
 */
public final class CredentialStatus {

  /** HTTP status of the refusal; 0 where there was none. */
  private volatile int refusal;

  void accepted() {
    // Mostly nothing changes: a read is cheaper than a write that all threads see.
    if (refusal != 0) {
      refusal = 0;
    }
  }

  /**
   * @param status 401 or 403
   */
  void refused(int status) {
    refusal = status;
  }

  /** The status of a refusal that nothing has followed. */
  public OptionalInt refusal() {
    int status = refusal;
    return status == 0 ? OptionalInt.empty() : OptionalInt.of(status);
  }
}
