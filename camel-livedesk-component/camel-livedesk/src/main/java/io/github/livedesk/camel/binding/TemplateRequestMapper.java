// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.binding;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.livedesk.camel.LiveDeskConstants;
import io.github.livedesk.camel.model.TemplateMessage;
import io.github.livedesk.camel.model.UntrustedValues;
import io.github.livedesk.camel.model.failure.FieldErrors;
import io.github.livedesk.camel.model.failure.LiveDeskRequestException;
import io.github.livedesk.camel.model.failure.Names;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The body of {@code op=template}: a whole message, or the values of a template named outside. */
final class TemplateRequestMapper {

  static final String TYPES =
      "a TemplateMessage, or a Map, JsonNode or JSON text as documented; with templateName a Map or"
          + " List of its values, or nothing";

  private static final String NAME_OR_WHOLE =
      "a whole message with template_params; or values, with the template's name as option"
          + " templateName or as header "
          + LiveDeskConstants.TEMPLATE_NAME;

  private TemplateRequestMapper() {}

  /**
   * The message to send.
   *
   * @throws LiveDeskRequestException with all that is wrong with it
   */
  static TemplateMessage read(ExchangeOptions reader) {
    refuseWhatTemplatesAreNot(reader);
    Map<String, Object> json = json(reader, reader.message().getBody());
    var faults = new FieldErrors();
    return TemplateMessage.of(json, faults).orElseThrow(() -> reader.wrong(faults));
  }

  /** A template always goes to the customer, as a message of its own. */
  private static void refuseWhatTemplatesAreNot(ExchangeOptions reader) {
    if (Boolean.TRUE.equals(reader.privateNote())) {
      throw reader.wrong("private", "true", "false or nothing with op=template");
    }
    if (reader.inReplyToHeader() != null || reader.inReplyToOption() != null) {
      throw reader.wrong("inReplyTo", "a message", "nothing with op=template");
    }
    if (!reader.contentAttributes().isEmpty()) {
      throw reader.wrong(
          LiveDeskConstants.CONTENT_ATTRIBUTES, "attributes", "nothing with op=template");
    }
  }

  private static Map<String, Object> json(ExchangeOptions reader, Object body) {
    if (body instanceof TemplateMessage message) {
      return completed(reader, message.toMap());
    }
    String name =
        reader.textHeaderOr(
            LiveDeskConstants.TEMPLATE_NAME, reader.options().text(MessageOption.TEMPLATE_NAME));
    Object value = plain(reader, body);
    if (name != null) {
      return named(reader, name, value);
    }
    Map<String, Object> members =
        value instanceof Map<?, ?> map
            ? UntrustedValues.object("body", map).orElse(Map.of())
            : Map.of();
    if (members.containsKey("template_params")) {
      return completed(reader, members);
    }
    String without = value instanceof Map<?, ?> ? " without template_params" : "";
    throw reader.wrong(
        "body", Names.typeName(value) + without + ", and templateName is missing", NAME_OR_WHOLE);
  }

  /** A whole message, as headers change it, and options where it leaves something open. */
  private static Map<String, Object> completed(ExchangeOptions reader, Map<String, Object> body) {
    SendOptions options = reader.options();
    var message = new LinkedHashMap<String, Object>(body);
    put(message, "content", reader.content(textOf("content", message.get("content"))));
    if (message.get("template_params") instanceof Map<?, ?> given) {
      var params = Given.object(reader, "template_params", given);
      fill(reader, params, "name", LiveDeskConstants.TEMPLATE_NAME, null);
      fill(
          reader,
          params,
          "language",
          LiveDeskConstants.TEMPLATE_LANGUAGE,
          options.text(MessageOption.TEMPLATE_LANGUAGE));
      fill(
          reader,
          params,
          "category",
          LiveDeskConstants.TEMPLATE_CATEGORY,
          options.text(MessageOption.TEMPLATE_CATEGORY));
      fill(
          reader,
          params,
          "namespace",
          LiveDeskConstants.TEMPLATE_NAMESPACE,
          options.text(MessageOption.TEMPLATE_NAMESPACE));
      message.put("template_params", params);
    }
    return message;
  }

  private static String textOf(String field, Object value) {
    return value instanceof CharSequence ? UntrustedValues.text(field, value) : null;
  }

  private static void fill(
      ExchangeOptions reader,
      Map<String, Object> params,
      String name,
      String header,
      String option) {
    String fromHeader = reader.textHeader(header);
    put(params, name, fromHeader == null && params.get(name) == null ? option : fromHeader);
  }

  private static void put(Map<String, Object> map, String name, String value) {
    if (value != null) {
      map.put(name, value);
    }
  }

  /** The short form. Where nobody says what the chat shows, it shows the template's name. */
  private static Map<String, Object> named(ExchangeOptions reader, String name, Object values) {
    SendOptions options = reader.options();
    var params = new LinkedHashMap<String, Object>();
    params.put("name", name);
    params.put(
        "language",
        reader.textHeaderOr(
            LiveDeskConstants.TEMPLATE_LANGUAGE, options.text(MessageOption.TEMPLATE_LANGUAGE)));
    params.put(
        "category",
        reader.textHeaderOr(
            LiveDeskConstants.TEMPLATE_CATEGORY, options.text(MessageOption.TEMPLATE_CATEGORY)));
    params.put(
        "namespace",
        reader.textHeaderOr(
            LiveDeskConstants.TEMPLATE_NAMESPACE, options.text(MessageOption.TEMPLATE_NAMESPACE)));
    params.put("processed_params", processedParams(reader, values));
    String content = reader.content(null);
    var message = new LinkedHashMap<String, Object>();
    message.put("content", content == null ? name : content);
    message.put("template_params", params);
    return message;
  }

  private static Object processedParams(ExchangeOptions reader, Object values) {
    if (values == null || values instanceof Map<?, ?>) {
      return values;
    }
    if (values instanceof List<?> list) {
      var positions = new LinkedHashMap<String, Object>();
      UntrustedValues.list("body", list)
          .forEach(value -> positions.put(String.valueOf(positions.size() + 1), value));
      return positions;
    }
    throw reader.wrong("body", Names.typeName(values), TYPES);
  }

  /** JSON in any form as maps, lists, texts and numbers; an empty body as null. */
  private static Object plain(ExchangeOptions reader, Object body) {
    try {
      if (body instanceof JsonNode tree) {
        return ExactJson.read(tree);
      }
      if (!(body instanceof CharSequence) && !PlainText.isRead(body)) {
        return body;
      }
      String text = PlainText.of(reader, body);
      return text.isBlank() ? null : ExactJson.read(text);
    } catch (ExactJson.RefusedException e) {
      throw reader.wrong("body", e.found(), e.takes());
    }
  }
}
