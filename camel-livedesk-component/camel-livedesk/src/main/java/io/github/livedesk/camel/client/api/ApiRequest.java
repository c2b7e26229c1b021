// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.client.api;

import java.util.List;

/**
 * One call of LiveDesk's API, checked and complete. Whoever makes it, reads its response or logs it
 * asks here, and knows no operation.
 */
public sealed interface ApiRequest extends Operation permits MessageRequest, ResourceRequest {

  /** The HTTP method. */
  default String method() {
    return "POST";
  }

  /** Below {@code /api/v2/accounts/}, with its query, percent-encoded. */
  String path();

  /** What it carries. */
  Content content();

  /** Whether to make it twice is as good as once, whatever became of the first. */
  default boolean isSafeToRepeat() {
    return false;
  }

  /** The texts in it that must never show. */
  List<String> texts();

  /** Whether these are all texts of the message: a retry by its id alone knows none. */
  default boolean knowsAllTexts() {
    return true;
  }

  /** Ids and names in it that are the route's own, and may show. */
  List<String> names();

  /**
   * Hands this to the method for its kind.
   *
   * @param argument goes along
   * @return what that returns
   */
  <A, R> R accept(Visitor<A, R> visitor, A argument);

  /** One method for each kind of call. */
  interface Visitor<A, R> {

    R message(MessageRequest request, A argument);

    R resource(ResourceRequest request, A argument);
  }
}
