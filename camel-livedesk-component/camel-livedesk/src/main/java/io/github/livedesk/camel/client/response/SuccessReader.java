// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.client.response;

import io.github.livedesk.camel.client.api.CallResult;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Reads what differs from one kind of call to another in the response to it. */
interface SuccessReader {

  /** Whether a success without a body is one: the document shows no response of a retry. */
  boolean acceptsEmpty();

  /**
   * Reads the JSON of a success.
   *
   * @param sent what must never be shown
   */
  CallResult read(int status, Map<String, Object> json, Supplier<Sent> sent)
      throws UnexpectedBodyException;

  /** The message that a refusal gives as stored and failed; empty where it is none. */
  Optional<CallResult> undelivered(int status, Map<String, Object> json, Supplier<Sent> sent);

  /**
   * The fields of the request that a refusal names as wrong.
   *
   * @param json null where there is none
   */
  List<String> fields(Map<String, Object> json);

  /** What LiveDesk may not have where it answers 404. */
  String subject();

  /** What it may not allow to use where it answers 403. */
  String place();
}
