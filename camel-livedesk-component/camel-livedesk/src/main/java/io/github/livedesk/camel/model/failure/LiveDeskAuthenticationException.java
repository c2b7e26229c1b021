// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.model.failure;

import java.io.Serial;

/**
 * LiveDesk answered 401 or 403: the key or secret is wrong, or the key's agent may not write in
 * this conversation.
 */
public final class LiveDeskAuthenticationException extends LiveDeskHttpException {

  @Serial private static final long serialVersionUID = 1L;

  /**
   * @param context the send that failed
   * @param status 401 or 403
   * @param reason one sentence without message text or credentials
   */
  public LiveDeskAuthenticationException(SendContext context, int status, String reason) {
    this(context, Outcome.REJECTED, status, reason);
  }

  /**
   * @param context the send that failed
   * @param outcome what is known of what was to be sent
   * @param status 401 or 403
   * @param reason one sentence without message text or credentials
   */
  public LiveDeskAuthenticationException(
      SendContext context, Outcome outcome, int status, String reason) {
    super(context, outcome, false, status, reason, null);
  }
}
