// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.client.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.livedesk.camel.model.Numbers;
import io.github.livedesk.camel.model.ResponseJson;
import io.github.livedesk.camel.model.TextMessage;
import io.github.livedesk.camel.model.UntrustedValues;
import io.github.livedesk.camel.model.failure.UnreadableValueException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds the texts of a message, which nobody but sender and customer should read. */
public final class Texts {

  /** The id of a message, and what the server itself has put there. */
  private static final Set<String> NO_TEXTS = Set.of(TextMessage.IN_REPLY_TO, "external_error");

  private static final String FIELD = "texts";

  private final List<String> texts = new ArrayList<>();

  /** All but the one that the others are in. */
  private int values = -1;

  private Texts() {}

  /**
   * The content, and every text within the attributes.
   *
   * @param content null where there is none
   * @return empty where they can't be told, as with {@link #within}
   */
  public static Optional<List<String>> of(String content, Map<String, Object> attributes) {
    if (!ResponseJson.isLarge(attributes) && attributes.isEmpty()) {
      return Optional.of(content == null ? List.of() : List.of(content));
    }
    return within(content, attributes);
  }

  /**
   * Every text within whatever a body may be made of, numbers too.
   *
   * @param value null, a text, a number, a map, a collection or JSON; anything else has none
   * @return empty where they can't be told: there is more than a message has, or it can't be read
   */
  public static Optional<List<String>> within(Object value) {
    return within(null, value);
  }

  private static Optional<List<String>> within(String first, Object value) {
    var found = new Texts();
    if (first != null) {
      found.texts.add(first);
    }
    try {
      return Optional.of(
          UntrustedValues.read(
              FIELD,
              () -> {
                found.collect(value, 0);
                return found.texts;
              }));
    } catch (UnreadableValueException tooMuch) {
      return Optional.empty();
    }
  }

  private void collect(Object value, int level) {
    UntrustedValues.check(FIELD, ++values, level);
    if (ResponseJson.isLarge(value)) {
      throw new IllegalArgumentException("Still text, and dear to look into");
    }
    if (value instanceof Map<?, ?> map) {
      UntrustedValues.object(FIELD, map)
          .orElseThrow()
          .forEach((name, item) -> collect(name, item, level + 1));
    } else if (value instanceof Collection<?> items) {
      UntrustedValues.list(FIELD, items).forEach(item -> collect(item, level + 1));
    } else if (value instanceof JsonNode json) {
      collectJson(json, level);
    } else if (value instanceof CharSequence
        || (value instanceof Number number && !Numbers.isHuge(number))) {
      texts.add(UntrustedValues.text(FIELD, value));
    }
  }

  private void collectJson(JsonNode json, int level) {
    if (json.isObject()) {
      json.fields().forEachRemaining(it -> collect(it.getKey(), it.getValue(), level + 1));
    } else if (json.isArray()) {
      json.forEach(item -> collect(item, level + 1));
    } else if (json.isTextual()) {
      texts.add(json.textValue());
    } else if (json.isNumber()) {
      collect(json.numberValue(), level);
    }
  }

  private void collect(String name, Object value, int level) {
    if (!NO_TEXTS.contains(name)) {
      collect(value, level);
    }
  }
}
