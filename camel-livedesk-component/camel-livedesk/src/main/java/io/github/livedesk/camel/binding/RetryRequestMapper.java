// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.binding;

import io.github.livedesk.camel.LiveDeskConstants;
import io.github.livedesk.camel.client.api.MessageRequest.RetryMessage;
import io.github.livedesk.camel.client.api.Texts;
import io.github.livedesk.camel.model.FileMessage;
import io.github.livedesk.camel.model.LiveDeskMessage;
import io.github.livedesk.camel.model.TemplateMessage;
import io.github.livedesk.camel.model.TextMessage;
import io.github.livedesk.camel.model.UntrustedValues;
import io.github.livedesk.camel.model.failure.LiveDeskRequestException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What {@code op=retry} needs: two ids, which a failed send has left in the headers. The texts of
 * the message go along to be hidden, as far as the exchange still has them.
 */
final class RetryRequestMapper {

  private RetryRequestMapper() {}

  /**
   * The message to retry: by header, option, then body.
   *
   * @throws LiveDeskRequestException when there is no id, or none that can be one
   */
  static RetryMessage read(ExchangeOptions reader) {
    String conversationId = reader.conversationIdOfRetry();
    Object id =
        reader.headerOr(
            LiveDeskConstants.MESSAGE_ID, reader.options().text(MessageOption.MESSAGE_ID));
    String takes =
        "the id of a message, as header "
            + LiveDeskConstants.MESSAGE_ID
            + ", as option or, if it is a number, as body: "
            + Ids.PATH_ID_RULE;
    if (id == null) {
      id = idInBody(reader, takes);
    }
    if (id instanceof LiveDeskMessage message) {
      id = message.id();
    }
    return new RetryMessage(
        conversationId, Given.pathId(reader, "messageId", id, takes), texts(reader));
  }

  /** A text may be that of the message that failed: one word would go into a path and a log. */
  private static Object idInBody(ExchangeOptions reader, String takes) {
    Object body = reader.message().getBody();
    if (!(body instanceof CharSequence)) {
      return body;
    }
    String text = UntrustedValues.text("messageId", body);
    if (Ids.isPathId(text) && !isNumber(text)) {
      throw reader.wrong("messageId", "a text that is no number", takes);
    }
    return text;
  }

  /**
   * What the failed send has left in the exchange: the server may quote it. Where a part of it
   * can't be read, nothing counts as known: a retry needs none of it.
   */
  private static List<String> texts(ExchangeOptions reader) {
    var texts = new ArrayList<String>();
    for (Optional<List<String>> part :
        List.of(
            ofBody(reader.message().getBody()),
            Texts.within(reader.message().getHeader(LiveDeskConstants.CONTENT)),
            Texts.within(reader.message().getHeader(LiveDeskConstants.CONTENT_ATTRIBUTES)),
            Texts.within(reader.options().text(MessageOption.CONTENT)))) {
      if (part.isEmpty()) {
        return List.of();
      }
      texts.addAll(part.get());
    }
    return texts;
  }

  private static Optional<List<String>> ofBody(Object body) {
    if (body instanceof LiveDeskMessage message) {
      return Texts.of(message.content(), message.contentAttributes());
    }
    if (body instanceof TextMessage message) {
      return Texts.of(message.content(), message.contentAttributes());
    }
    if (body instanceof TemplateMessage message) {
      return Optional.of(message.texts());
    }
    if (body instanceof FileMessage message) {
      return Texts.of(message.content(), message.contentAttributes());
    }
    // The id of the message, and no text of it.
    boolean isId = body instanceof Number || (body instanceof String text && isNumber(text));
    return isId ? Optional.of(List.of()) : Texts.within(body);
  }

  private static boolean isNumber(String text) {
    return text.chars().allMatch(Character::isDigit);
  }
}
