// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.client.retry;

import io.github.livedesk.camel.client.RetryMode;
import io.github.livedesk.camel.client.api.Failure;
import io.github.livedesk.camel.model.failure.Outcome;

/**
 * Which failures are tried again, as one table: by the mode, and in either mode for calls that read
 * or set something, which to make twice does no harm.
 *
 * <pre>
 * what happened                                    outcome   safe  all   reads
 * bad input, a file that breaks                    NOT_SENT  no    no    no
 * refused, unknown host, TLS, connect time-out,
 *   connection lost before the last byte           NOT_SENT  yes   yes   yes
 * 429                                              REJECTED  yes   yes   yes
 * 422 "Too many messages": its minute is too long  REJECTED  no    no    no
 * 503 with Retry-After                             REJECTED  yes   yes   yes
 * 401, 403, redirects, other 4xx                   REJECTED  no    no    no
 * 408, other 5xx, time-out or connection lost
 *   after the last byte                            UNKNOWN   no    yes   yes
 * 2xx that can't be read, or may be another's      UNKNOWN   no    no    yes
 * message stored with status failed                ACCEPTED  by the retry call
 * </pre>
 */
final class RetryRules {

  private RetryRules() {}

  static boolean mayRepeat(Failure failure, boolean isSafe, RetryMode mode) {
    if (mode == RetryMode.none) {
      return false;
    }
    if (isSafe && failure.outcome() == Outcome.UNKNOWN) {
      return true;
    }
    if (!failure.isTransient()) {
      return false;
    }
    return switch (failure.outcome()) {
      case NOT_SENT -> true;
      case REJECTED -> !isConversationLimit(failure);
      case UNKNOWN -> mode == RetryMode.all;
      case ACCEPTED -> false;
    };
  }

  private static boolean isConversationLimit(Failure failure) {
    return failure.kind() == Failure.Kind.RATE_LIMIT && failure.status() == 422;
  }
}
