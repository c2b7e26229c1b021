// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.client.api;

import io.github.livedesk.camel.model.FilePart;
import java.util.List;

/** What a route asks for, checked and complete: one call of the API, or several in a row. */
public interface Operation {

  /** As in the option {@code op}. */
  String operationName();

  /** What it is about, as in the URI; null where it is messages. */
  default String resource() {
    return null;
  }

  /** The conversation that it is about; null where it is about none. */
  default String conversationId() {
    return null;
  }

  /** The stored message that it is about; null where it makes a new one. */
  default String messageId() {
    return null;
  }

  /** The files in it; empty where there are none. */
  default List<FilePart> files() {
    return List.of();
  }

  /** Makes its calls, and returns at once; the callback gets the end of it, once. */
  void run(OperationCalls calls, ResponseCallback callback);
}
