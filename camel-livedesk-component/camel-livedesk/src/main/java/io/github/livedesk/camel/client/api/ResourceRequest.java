// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.client.api;

import java.util.List;
import java.util.Map;

/** A call about anything but a message. Its success is a JSON object, which it reads itself. */
public non-sealed interface ResourceRequest extends ApiRequest {

  /**
   * Reads the JSON object of a success.
   *
   * @return what the operation gives back; never null
   * @throws IllegalArgumentException where it is none; the message says what is missing, as the
   *     rest of a sentence that begins with the reply, and without any of its values
   */
  Object read(Map<String, Object> json);

  /** Whether a success without a body is one. */
  default boolean acceptsEmptySuccess() {
    return false;
  }

  /** The names of its fields, as the API has them. */
  List<String> fields();

  /** What LiveDesk may not have where it answers 404, in words. */
  String subject();

  /**
   * Why a response may be that to another request.
   *
   * @param json a refusal too
   * @return null where nothing speaks against it
   */
  default String doubt(Map<String, Object> json) {
    return null;
  }

  /** Whether a response can be that to this request alone. */
  default boolean isProof(Map<String, Object> json) {
    return false;
  }

  @Override
  default <A, R> R accept(Visitor<A, R> visitor, A argument) {
    return visitor.resource(this, argument);
  }

  @Override
  default void run(OperationCalls calls, ResponseCallback callback) {
    calls.send(this, callback);
  }
}
