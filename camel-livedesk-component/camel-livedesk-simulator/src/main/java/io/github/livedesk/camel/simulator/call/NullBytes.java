// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.simulator.call;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.livedesk.camel.simulator.http.ShownName;
import io.github.livedesk.camel.simulator.store.ApiError;

/** U+0000: PostgreSQL, which is behind servers of this kind, stores it in no text and no JSON. */
public final class NullBytes {

  private NullBytes() {}

  public static void refuse(String field, String text) throws ApiError {
    if (hasOne(text)) {
      throw error(field);
    }
  }

  /** Refuses one in any text or name in the JSON. */
  public static void refuse(String field, JsonNode json) throws ApiError {
    String path = pathToOne(json);
    if (path != null) {
      throw error(field + path);
    }
  }

  private static ApiError error(String field) {
    return new ApiError(
        422,
        "Validation failed: " + field + " contains U+0000, which can't be stored; leave it out");
  }

  private static boolean hasOne(String text) {
    return text != null && text.indexOf('\0') >= 0;
  }

  /** From this node on; null when there is none. */
  private static String pathToOne(JsonNode node) {
    if (node.isTextual()) {
      return hasOne(node.textValue()) ? "" : null;
    }
    for (var member : node.properties()) {
      String path = hasOne(member.getKey()) ? "" : pathToOne(member.getValue());
      if (path != null) {
        return "." + ShownName.of(member.getKey()) + path;
      }
    }
    for (int i = 0; node.isArray() && i < node.size(); i++) {
      String path = pathToOne(node.get(i));
      if (path != null) {
        return "[" + i + "]" + path;
      }
    }
    return null;
  }
}
