// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.binding;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;

/** A body that is an object of the API's JSON: a Map or a JsonNode. */
public final class ObjectBody {

  private ObjectBody() {}

  /** Its members; empty where the body is anything else. */
  public static Optional<Map<String, Object>> of(Refusals reader, Object body) {
    if (body instanceof ObjectNode node) {
      return Optional.of(Given.object(reader, "body", plain(reader, node)));
    }
    return body instanceof Map<?, ?> map
        ? Optional.of(Given.object(reader, "body", map))
        : Optional.empty();
  }

  private static Map<?, ?> plain(Refusals reader, ObjectNode node) {
    try {
      return (Map<?, ?>) ExactJson.read(node);
    } catch (ExactJson.RefusedException e) {
      throw reader.wrong("body", e.found(), e.takes());
    }
  }
}
