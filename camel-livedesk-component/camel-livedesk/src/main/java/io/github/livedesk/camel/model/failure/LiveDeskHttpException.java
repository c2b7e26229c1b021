// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.model.failure;

import java.io.Serial;
import org.apache.camel.spi.HttpResponseAware;

/** A failure after the request went out: LiveDesk answered, or should have. */
public abstract sealed class LiveDeskHttpException extends LiveDeskException
    implements HttpResponseAware
    permits LiveDeskAuthenticationException,
        LiveDeskRateLimitException,
        LiveDeskResponseException,
        LiveDeskOutcomeUnknownException,
        LiveDeskMessageFailedException {

  @Serial private static final long serialVersionUID = 1L;

  private final int httpResponseCode;

  LiveDeskHttpException(
      SendContext context,
      Outcome outcome,
      boolean isTransient,
      int status,
      String reason,
      Throwable cause) {
    super(context, outcome, isTransient, reason, cause);
    this.httpResponseCode = status;
  }

  /** The HTTP status, 200 to 599; 0 when no answer came. */
  @Override
  public int getHttpResponseCode() {
    return httpResponseCode;
  }

  /** Not supported: the response is what it was. */
  @Override
  public void setHttpResponseCode(int code) {
    throw new UnsupportedOperationException("The HTTP response of a failure can't be changed");
  }

  /** Always null: the reason phrase is not kept. */
  @Override
  public String getHttpResponseStatus() {
    return null;
  }

  /** Not supported: the response is what it was. */
  @Override
  public void setHttpResponseStatus(String status) {
    throw new UnsupportedOperationException("The HTTP response of a failure can't be changed");
  }
}
