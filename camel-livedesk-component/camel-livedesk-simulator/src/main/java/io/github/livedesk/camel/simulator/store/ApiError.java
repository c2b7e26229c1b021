// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.simulator.store;

import java.io.Serial;
import java.util.LinkedHashMap;
import java.util.Map;

/** A request that is not as the document says: what a Rails server of this kind answers. */
public final class ApiError extends Exception {

  @Serial private static final long serialVersionUID = 1L;

  private final int status;
  private final String explanation;

  public ApiError(int status, String error) {
    this(status, error, null);
  }

  private ApiError(int status, String error, String explanation) {
    super(error, null, false, false);
    this.status = status;
    this.explanation = explanation;
  }

  /** What Rails says of a request that it can't read, with a sentence that says why. */
  public static ApiError badRequest(String explanation) {
    return new ApiError(400, "Bad Request", explanation);
  }

  public int status() {
    return status;
  }

  public Map<String, Object> toJson() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("error", getMessage());
    if (status == 400 || status == 500) {
      json.put("status", status);
    }
    if (explanation != null) {
      json.put("message", explanation);
    }
    return json;
  }
}
