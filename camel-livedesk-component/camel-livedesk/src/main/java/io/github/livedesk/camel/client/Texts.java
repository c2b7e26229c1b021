// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.client;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.livedesk.camel.model.TextMessage;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds the texts of a message, which nobody but sender and customer should read. */
public final class Texts {

  /** The id of a message, and what the server itself has put there. */
  private static final Set<String> NO_TEXTS = Set.of(TextMessage.IN_REPLY_TO, "external_error");

  private Texts() {}

  /**
   * The content, and every text within the attributes.
   *
   * @param content null where there is none
   */
  public static List<String> of(String content, Map<String, Object> attributes) {
    if (attributes.isEmpty()) {
      return content == null ? List.of() : List.of(content);
    }
    var texts = new ArrayList<String>();
    collect(content, texts);
    collect(attributes, texts);
    return texts;
  }

  /**
   * Every text within whatever a body may be made of, numbers too.
   *
   * @param value null, a text, a number, a map, a collection or JSON; anything else has none
   */
  public static List<String> within(Object value) {
    var texts = new ArrayList<String>();
    collect(value, texts);
    return texts;
  }

  private static void collect(Object value, List<String> texts) {
    if (value instanceof Map<?, ?> map) {
      map.forEach((name, item) -> collect(name, item, texts));
    } else if (value instanceof Collection<?> items) {
      items.forEach(item -> collect(item, texts));
    } else if (value instanceof JsonNode json) {
      json.fieldNames().forEachRemaining(name -> collect(name, json.get(name), texts));
      if (json.isArray()) {
        json.forEach(item -> collect(item, texts));
      } else if (json.isTextual() || json.isNumber()) {
        texts.add(json.asText());
      }
    } else if (value instanceof CharSequence || value instanceof Number) {
      texts.add(value.toString());
    }
  }

  private static void collect(Object name, Object value, List<String> texts) {
    if (!NO_TEXTS.contains(name)) {
      collect(value, texts);
    }
  }
}
