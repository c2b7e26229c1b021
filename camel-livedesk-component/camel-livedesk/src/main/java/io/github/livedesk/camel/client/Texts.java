// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.client;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Finds the texts of a message, which nobody but sender and customer should read. */
final class Texts {

  private Texts() {}

  /**
   * The content, and every text within the attributes.
   *
   * @param content null where there is none
   */
  static List<String> of(String content, Map<String, Object> attributes) {
    if (attributes.isEmpty()) {
      return content == null ? List.of() : List.of(content);
    }
    var texts = new ArrayList<String>();
    collect(content, texts);
    collect(attributes, texts);
    return texts;
  }

  private static void collect(Object value, List<String> texts) {
    if (value instanceof Map<?, ?> map) {
      map.values().forEach(item -> collect(item, texts));
    } else if (value instanceof Collection<?> items) {
      items.forEach(item -> collect(item, texts));
    } else if (value instanceof String text) {
      texts.add(text);
    }
  }
}
