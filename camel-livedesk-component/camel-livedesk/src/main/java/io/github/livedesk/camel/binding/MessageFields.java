// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.binding;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.livedesk.camel.LiveDeskConstants;
import io.github.livedesk.camel.model.FileMessage;
import io.github.livedesk.camel.model.TextMessage;
import io.github.livedesk.camel.model.Unicode;
import io.github.livedesk.camel.model.UntrustedValues;
import io.github.livedesk.camel.model.failure.LiveDeskRequestException;
import java.util.LinkedHashMap;
import java.util.Map;

/** What every kind of message has beside its body: where header, body and option meet. */
public final class MessageFields {

  private MessageFields() {}

  /**
   * Whether it is a private note.
   *
   * @param inBody what the body says, or null
   */
  static boolean privateNote(ExchangeOptions reader, Boolean inBody) {
    Boolean outside = reader.privateNote();
    if (outside != null && inBody != null && !outside.equals(inBody)) {
      // Whichever won, a note meant for agents might reach the customer.
      throw reader.wrong(
          "private", inBody + " in the body, " + outside + " outside", "the same value in both");
    }
    return Boolean.TRUE.equals(outside) || Boolean.TRUE.equals(inBody);
  }

  /**
   * Whether header, option or body say that it is one. What can't be read counts as such: the send
   * is refused, and what it was to have is not for the customer.
   */
  static boolean isNote(ExchangeOptions reader) {
    try {
      return Boolean.TRUE.equals(reader.privateNote())
          || Boolean.TRUE.equals(Given.flag(reader, "private", inBody(reader.body())));
    } catch (Throwable unreadable) {
      // A body of the route's own throws anything; who reads it for the send is told.
      return true;
    }
  }

  private static Object inBody(Object body) {
    if (body instanceof TextMessage text) {
      return text.privateNote();
    }
    if (body instanceof FileMessage file) {
      return file.privateNote();
    }
    if (body instanceof ObjectNode node) {
      JsonNode value = node.get("private");
      if (value == null || value.isNull()) {
        return null;
      }
      if (value.isBoolean()) {
        return value.booleanValue();
      }
      // Not the text of anything else: that of a huge number takes long to make.
      return value.isTextual() ? value.textValue() : value;
    }
    return body instanceof Map<?, ?> map
        ? UntrustedValues.object("body", map).orElseThrow().get("private")
        : null;
  }

  /** By falling weight: the header for the reply, the header map, the body, the option. */
  static Map<String, Object> attributes(ExchangeOptions reader, Map<String, Object> inBody) {
    var attributes = new LinkedHashMap<String, Object>();
    put(attributes, reader.inReplyToOption());
    attributes.putAll(inBody);
    attributes.putAll(reader.contentAttributes());
    put(attributes, reader.inReplyToHeader());
    Object replyTo = attributes.get(TextMessage.IN_REPLY_TO);
    put(attributes, Given.messageNumber(reader, LiveDeskConstants.IN_REPLY_TO, replyTo));
    return attributes.isEmpty()
        ? attributes
        : JsonCopy.of(reader, "content_attributes", attributes);
  }

  private static void put(Map<String, Object> attributes, Long inReplyTo) {
    if (inReplyTo != null) {
      attributes.put(TextMessage.IN_REPLY_TO, inReplyTo);
    }
  }

  /**
   * Refuses text that has no form in UTF-8, or none in the server's database, or hardly an end.
   *
   * @throws LiveDeskRequestException where half a surrogate pair stands alone, or a NUL
   */
  public static void checkText(Refusals reader, String field, String text) {
    if (text.length() > UntrustedValues.MOST_CHARACTERS) {
      throw reader.wrong(field, text.length() + " characters", UntrustedValues.TEXT);
    }
    int half = Unicode.firstUnpairedSurrogate(text);
    if (half >= 0) {
      throw reader.wrong(field, "half a character at position " + (half + 1), "valid Unicode");
    }
    int nul = Unicode.firstNul(text);
    if (nul >= 0) {
      throw reader.wrong(
          field, "a NUL character (U+0000) at position " + (nul + 1), "text without one");
    }
  }
}
