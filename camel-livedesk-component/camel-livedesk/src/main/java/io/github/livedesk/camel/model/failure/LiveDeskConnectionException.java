// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.model.failure;

import java.io.Serial;

/**
 * The request never reached LiveDesk whole: refused, unresolvable, TLS failure, connect time-out,
 * no free connection in time, or the connection was lost before the last byte was written. The
 * outcome is always {@link Outcome#NOT_SENT}.
 */
public final class LiveDeskConnectionException extends LiveDeskException {

  @Serial private static final long serialVersionUID = 1L;

  /**
   * @param context the send that failed
   * @param reason one sentence without message text or credentials
   * @param cause the network failure, or null
   */
  public LiveDeskConnectionException(SendContext context, String reason, Throwable cause) {
    super(context, Outcome.NOT_SENT, true, reason, cause);
  }
}
