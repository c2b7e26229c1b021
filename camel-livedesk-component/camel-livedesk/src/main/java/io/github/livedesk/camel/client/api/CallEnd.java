// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.client.api;

import io.github.livedesk.camel.model.failure.LiveDeskException;
import io.github.livedesk.camel.model.failure.SendContext;
import java.util.function.Function;

/**
 * What a call came to, with all its attempts.
 *
 * @param result of the attempt that counts
 * @param why there is no further attempt, where one could be expected; else null
 * @param last how the last attempt failed, where that is another one than counts; else null
 * @param whyLast why there is none after that; may be null
 */
public record CallEnd(CallResult result, String why, Failure last, String whyLast) {

  /** Where the last attempt counts. */
  public CallEnd(CallResult result, String why) {
    this(result, why, null, null);
  }

  /**
   * The exception of an operation that ends with a failure of this call.
   *
   * @param failure the one that counts
   * @param context of the operation, by the reason why it is not tried again
   */
  public LiveDeskException toException(Failure failure, Function<String, SendContext> context) {
    LiveDeskException exception = failure.toException(context.apply(why));
    if (last != null) {
      exception.addSuppressed(last.toException(context.apply(whyLast)));
    }
    return exception;
  }
}
