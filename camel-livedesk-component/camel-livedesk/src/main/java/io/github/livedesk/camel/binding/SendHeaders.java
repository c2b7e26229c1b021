// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.binding;

import io.github.livedesk.camel.LiveDeskConstants;
import io.github.livedesk.camel.client.api.ApiResponse;
import io.github.livedesk.camel.model.failure.LiveDeskException;
import org.apache.camel.Message;
import org.apache.camel.spi.HttpResponseAware;

/**
 * What each send leaves in the headers, whatever it was about. Each is set or removed every time:
 * none of an earlier send may be taken for one of this.
 */
public final class SendHeaders {

  private SendHeaders() {}

  /** After a success. */
  public static void write(Message message, ApiResponse response) {
    set(message, LiveDeskConstants.ATTEMPTS, response.attempts());
    set(message, LiveDeskConstants.HTTP_RESPONSE_CODE, response.status());
    set(message, LiveDeskConstants.OUTCOME, null);
    set(message, LiveDeskConstants.REDELIVERY_DELAY, null);
  }

  /** After a failure. */
  public static void write(Message message, LiveDeskException failure) {
    int status = failure instanceof HttpResponseAware http ? http.getHttpResponseCode() : 0;
    set(message, LiveDeskConstants.ATTEMPTS, failure.getAttempts());
    set(message, LiveDeskConstants.HTTP_RESPONSE_CODE, status == 0 ? null : status);
    set(message, LiveDeskConstants.OUTCOME, failure.getOutcome().name());
    set(
        message,
        LiveDeskConstants.REDELIVERY_DELAY,
        failure.getRetryAfter().map(wait -> wait.toMillis()).orElse(null));
  }

  /**
   * One header.
   *
   * @param value null removes it
   */
  public static void set(Message message, String name, Object value) {
    if (value == null) {
      message.removeHeader(name);
    } else {
      message.setHeader(name, value);
    }
  }
}
