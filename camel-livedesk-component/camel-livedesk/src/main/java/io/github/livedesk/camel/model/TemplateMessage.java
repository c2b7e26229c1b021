// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.github.livedesk.camel.model.failure.FieldErrors;
import io.github.livedesk.camel.model.failure.UnreadableValueException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A WhatsApp template with its values (API document, "WhatsApp template request"):
 *
 * <pre>{@code
 * TemplateMessage.builder("order_update", "en_US")
 *     .content("Hi John, your order was shipped")
 *     .parameters("John", "shipped")
 *     .header(TemplateHeader.image("https://example.com/parcel.png"))
 *     .urlButton("track/12345")
 *     .build()
 * }</pre>
 *
 * <p>There is none that breaks a documented rule.
 */
public final class TemplateMessage {

  /** Fields that hold words of the API's own. */
  private static final Set<String> KINDS = Set.of("type", "sub_type");

  private final Map<String, Object> json;

  private TemplateMessage(Map<String, Object> json) {
    this.json = frozen(json);
  }

  private static Map<String, Object> frozen(Map<?, ?> map) {
    var copy = new LinkedHashMap<String, Object>();
    map.forEach((name, value) -> copy.put(name.toString(), frozenValue(value)));
    return Collections.unmodifiableMap(copy);
  }

  private static Object frozenValue(Object value) {
    if (value instanceof Map<?, ?> map) {
      return frozen(map);
    }
    return value instanceof List<?> list
        ? list.stream().map(TemplateMessage::frozenValue).toList()
        : value;
  }

  /**
   * Reads the documented JSON object.
   *
   * @throws IllegalArgumentException with what is wrong with it: the first ten faults, and how many
   *     more there are; an {@link UnreadableValueException} where a value can't be read
   */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public static TemplateMessage of(Map<String, Object> json) {
    var faults = new FieldErrors();
    return of(json, faults).orElseThrow(() -> new IllegalArgumentException(faults.inWords()));
  }

  /**
   * Reads the documented JSON object.
   *
   * @param faults gets all that is wrong with it; then the result is empty
   * @throws UnreadableValueException where a value can't be read
   */
  public static Optional<TemplateMessage> of(Map<String, Object> json, FieldErrors faults) {
    Map<String, Object> message = TemplateValidator.apply(json, faults);
    return faults.isEmpty() ? Optional.of(new TemplateMessage(message)) : Optional.empty();
  }

  /**
   * A message without {@link Builder#content content} yet.
   *
   * @param name of the template
   * @param language as approved, such as {@code en_US}
   */
  public static Builder builder(String name, String language) {
    return new Builder(name, language);
  }

  /** The documented JSON object: values as text, positions in numeric order; can't be changed. */
  @JsonValue
  public Map<String, Object> toMap() {
    return json;
  }

  /** The text for the chat and all values: what nobody but sender and customer should read. */
  public List<String> texts() {
    var texts = new ArrayList<String>();
    collect(json.get("content"), Set.of(), texts);
    var params = (Map<?, ?>) json.get("template_params");
    // Its names are the user's own.
    collect(params.get("processed_params"), Set.of(), texts);
    for (String part : List.of("header_params", "footer_params", "button_params")) {
      collect(params.get(part), KINDS, texts);
    }
    return texts;
  }

  /** Names of the template itself: what its author, not the customer, wrote. */
  public List<String> names() {
    var params = (Map<?, ?>) json.get("template_params");
    return Stream.of("name", "namespace", "category", "language")
        .map(params::get)
        .filter(Objects::nonNull)
        .map(Object::toString)
        .toList();
  }

  private static void collect(Object value, Set<String> kinds, List<String> texts) {
    if (value instanceof Map<?, ?> map) {
      map.forEach(
          (name, item) -> {
            if (!kinds.contains(name)) {
              collect(item, kinds, texts);
            }
          });
    } else if (value instanceof List<?> list) {
      list.forEach(item -> collect(item, kinds, texts));
    } else if (value instanceof String text) {
      texts.add(text);
    }
  }

  static Map<String, String> positions(String... values) {
    var positions = new LinkedHashMap<String, String>();
    for (String value : values) {
      positions.put(String.valueOf(positions.size() + 1), value);
    }
    return positions;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof TemplateMessage message && json.equals(message.json);
  }

  @Override
  public int hashCode() {
    return json.hashCode();
  }

  /** Never its values. */
  @Override
  public String toString() {
    return "TemplateMessage";
  }

  /** Collects what a template needs, and what it may have. */
  public static final class Builder {

    private final Map<String, Object> message = new LinkedHashMap<>();
    private final Map<String, Object> params = new LinkedHashMap<>();
    private final Map<String, Object> values = new LinkedHashMap<>();
    private final List<Map<String, Object>> buttons = new ArrayList<>();

    private Builder(String name, String language) {
      message.put("content", null);
      message.put("template_params", params);
      params.put("name", name);
      params.put("language", language);
    }

    /** What agents see in the chat, not blank; the customer gets the template. */
    public Builder content(String text) {
      message.put("content", text);
      return this;
    }

    /** The values of the body's variables, in order; a further call goes on where this ends. */
    public Builder parameters(String... inOrder) {
      for (String value : inOrder) {
        values.put(String.valueOf(values.size() + 1), value);
      }
      return this;
    }

    /** The value of one of the body's variables by its name. */
    public Builder parameter(String name, String value) {
      values.put(name, value);
      return this;
    }

    /** The category it was approved in, such as {@code MARKETING}. */
    public Builder category(String category) {
      params.put("category", category);
      return this;
    }

    /** The namespace, where the provider has them. */
    public Builder namespace(String namespace) {
      params.put("namespace", namespace);
      return this;
    }

    /** The header. */
    public Builder header(TemplateHeader header) {
      params.put("header_params", header.toMap());
      return this;
    }

    /** The values of the footer's variables, in order. */
    public Builder footer(String... inOrder) {
      params.put("footer_params", Map.of("text_variables", positions(inOrder)));
      return this;
    }

    /** The next button opens a page: what follows the URL that the template has. */
    public Builder urlButton(String text) {
      return button(new TemplateButton.Url(buttons.size(), text));
    }

    /** The next button sends a fixed answer. */
    public Builder quickReplyButton(String payload) {
      return button(new TemplateButton.QuickReply(buttons.size(), payload));
    }

    /** A button at a place of its own. */
    public Builder button(TemplateButton button) {
      buttons.add(button.toMap());
      return this;
    }

    /**
     * The message.
     *
     * @throws IllegalArgumentException with what is wrong with it: the first ten faults, and how
     *     many more there are
     */
    public TemplateMessage build() {
      if (!values.isEmpty()) {
        params.put("processed_params", values);
      }
      if (!buttons.isEmpty()) {
        params.put("button_params", buttons);
      }
      return of(message);
    }
  }
}
