// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.binding;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.livedesk.camel.model.LiveDeskMessage;
import io.github.livedesk.camel.model.TextMessage;
import io.github.livedesk.camel.model.Unicode;
import io.github.livedesk.camel.model.failure.LiveDeskRequestException;
import io.github.livedesk.camel.model.failure.Names;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The body of {@code op=text}, with what headers and options say of it. */
final class TextRequestMapper {

  static final String TYPES =
      "text, a TextMessage, or a Map or JsonNode with content, private, content_attributes";

  private static final List<String> FIELDS = List.of("content", "private", "content_attributes");

  private TextRequestMapper() {}

  /**
   * The message to send: what the body leaves open is filled in from header, then option.
   *
   * @throws LiveDeskRequestException when it is no text message
   */
  static TextMessage read(ExchangeOptions reader) {
    TextMessage body = fromBody(reader);
    String content = body.content() == null ? null : PlainText.withoutMark(body.content());
    if (content == null || Unicode.isBlank(content)) {
      throw reader.wrong("content", emptiness(reader, content), "text");
    }
    MessageFields.checkText(reader, "content", content);
    return new TextMessage(
        content,
        MessageFields.privateNote(reader, body.privateNote()),
        MessageFields.attributes(reader, body.contentAttributes()));
  }

  private static String emptiness(ExchangeOptions reader, String content) {
    Object body = reader.message().getBody();
    boolean isEmpty = content == null || (content.isEmpty() && !(body instanceof CharSequence));
    return isEmpty && !(body instanceof Map) && !(body instanceof TextMessage)
        ? "nothing, the body is empty"
        : content == null ? "nothing" : "blank text";
  }

  /** What the body says; its text is null where there is none. */
  static TextMessage fromBody(ExchangeOptions reader) {
    Object body = reader.body();
    if (body instanceof TextMessage message) {
      return message;
    }
    Optional<Map<String, Object>> json = ObjectBody.of(reader, body);
    if (json.isPresent()) {
      return fromMap(reader, json.get());
    }
    if (body instanceof JsonNode node && node.isTextual()) {
      return TextMessage.builder().content(node.textValue()).build();
    }
    if (body instanceof LiveDeskMessage) {
      throw reader.wrong(
          "body",
          "the reply of an earlier send, which is JSON for programs",
          "text; that of the message is ${body.content}");
    }
    return TextMessage.builder().content(PlainText.of(reader, body)).build();
  }

  /** A message with the API's own names. */
  private static TextMessage fromMap(ExchangeOptions reader, Map<String, Object> map) {
    for (String name : map.keySet()) {
      if (!FIELDS.contains(name)) {
        throw unknownField(reader, name);
      }
    }
    Object content = map.get("content");
    Object attributes = map.get("content_attributes");
    return new TextMessage(
        content == null ? null : Given.text(reader, "content", content, "text"),
        Given.flag(reader, "private", map.get("private")),
        attributes == null ? null : Given.object(reader, "content_attributes", attributes));
  }

  private static LiveDeskRequestException unknownField(ExchangeOptions reader, String name) {
    String nearest =
        Names.nearest(name, FIELDS).map(right -> "; did you mean " + right + "?").orElse("");
    return reader.wrong(
        "body",
        "a field that op=text does not have, " + Names.shown(name),
        String.join(", ", FIELDS) + nearest);
  }
}
