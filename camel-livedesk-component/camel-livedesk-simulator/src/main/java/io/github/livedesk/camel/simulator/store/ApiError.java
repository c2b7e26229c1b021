// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.simulator.store;

import java.io.Serial;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** A request that is not as the document says: what a Rails server of this kind answers. */
public final class ApiError extends Exception {

  @Serial private static final long serialVersionUID = 1L;

  private static final int NOT_ABLE_TO_READ = 400;
  private static final int NOT_FOUND = 404;
  private static final int NOT_VALID = 422;
  private static final int TOO_MANY = 429;
  private static final int NOT_CAUGHT = 500;

  private final int status;
  private final String explanation;
  private final transient List<String> attributes;
  private final long retryAfter;

  public ApiError(int status, String error) {
    this(status, error, null, List.of(), -1);
  }

  private ApiError(
      int status, String error, String explanation, List<String> attributes, long retryAfter) {
    super(error, null, false, false);
    this.status = status;
    this.explanation = explanation;
    this.attributes = attributes;
    this.retryAfter = retryAfter;
  }

  /** What Rails says of a request that it can't read, with a sentence that says why. */
  public static ApiError badRequest(String explanation) {
    return new ApiError(NOT_ABLE_TO_READ, "Bad Request", explanation, List.of(), -1);
  }

  /** What is asked for is not there. */
  public static ApiError notFound() {
    return new ApiError(NOT_FOUND, "Resource could not be found");
  }

  /**
   * What Rails says of attributes that its checks refuse.
   *
   * @param wrong by attribute the whole sentence on it; not empty
   */
  public static ApiError invalid(Map<String, String> wrong) {
    String message = String.join(", ", wrong.values());
    return new ApiError(NOT_VALID, message, null, List.copyOf(wrong.keySet()), -1);
  }

  /**
   * There were too many of these requests.
   *
   * @param retryAfter in seconds
   */
  public static ApiError tooMany(long retryAfter) {
    return new ApiError(TOO_MANY, "Retry later", null, List.of(), retryAfter);
  }

  /** What Rails says where the database refuses what its checks have let pass. */
  public static ApiError notCaught() {
    return new ApiError(NOT_CAUGHT, "Internal Server Error");
  }

  public int status() {
    return status;
  }

  /** How many seconds to wait; empty but for {@link #tooMany}. */
  public OptionalLong retryAfter() {
    return retryAfter < 0 ? OptionalLong.empty() : OptionalLong.of(retryAfter);
  }

  public Map<String, Object> toJson() {
    Map<String, Object> json = new LinkedHashMap<>();
    if (!attributes.isEmpty()) {
      json.put("message", getMessage());
      json.put("attributes", attributes);
      return json;
    }
    json.put("error", getMessage());
    if (status == NOT_ABLE_TO_READ || status == NOT_CAUGHT) {
      json.put("status", status);
    }
    if (explanation != null) {
      json.put("message", explanation);
    }
    return json;
  }
}
