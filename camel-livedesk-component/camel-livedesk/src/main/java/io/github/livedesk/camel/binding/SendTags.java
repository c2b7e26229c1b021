// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.binding;

import io.github.livedesk.camel.LiveDeskConstants;
import io.github.livedesk.camel.client.api.Texts;
import io.github.livedesk.camel.client.source.SourceWatch;
import io.github.livedesk.camel.model.failure.LiveDeskException;
import io.github.livedesk.camel.model.failure.Outcome;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/** What a trace may say of a send: ids, numbers and names of ours, never a text. */
public final class SendTags {

  public static final String OPERATION = "livedesk.operation";
  public static final String CONVERSATION_ID = "livedesk.conversation.id";
  public static final String MESSAGE_ID = "livedesk.message.id";
  public static final String MESSAGE_STATUS = "livedesk.message.status";
  public static final String ATTEMPTS = "livedesk.attempts";
  public static final String OUTCOME = "livedesk.outcome";
  public static final String HTTP_STATUS = "http.status_code";

  private SendTags() {}

  /** What is known before an operation on a resource of that name. */
  public static Map<String, String> before(Exchange exchange, String resource, Object op) {
    Object operation =
        op == null ? exchange.getMessage().getHeader(LiveDeskConstants.OPERATION) : op;
    return operation instanceof String name && Ids.isPathId(name)
        ? Map.of(OPERATION, resource + "." + name)
        : Map.of();
  }

  /** What is known before the send of a message. */
  public static Map<String, String> before(Exchange exchange, LiveDeskMessageOptions options) {
    try {
      // Not by the bytes of the body: what a trace reads, the send could not read again.
      return new ExchangeOptions(exchange, new SendOptions(options, Map.of()), SourceWatch.NONE)
          .operationByType()
          .map(operation -> Map.of(OPERATION, operation.name()))
          .orElse(Map.of());
    } catch (RuntimeException | Error toldByTheSend) {
      return Map.of();
    }
  }

  /**
   * What is known after the send, whether it worked or failed.
   *
   * @param isMessage whether it was that of a message
   */
  public static Map<String, String> after(Exchange exchange, boolean isMessage) {
    Map<String, String> tags = new LinkedHashMap<>();
    LiveDeskException failure = exchange.getException(LiveDeskException.class);
    if (failure == null && exchange.isFailed()) {
      // No send of ours ended so: the headers are of an earlier one.
      return tags;
    }
    Message message = exchange.getMessage();
    if (failure == null) {
      put(tags, OUTCOME, Outcome.ACCEPTED);
    } else {
      put(tags, OUTCOME, failure.getOutcome());
      put(tags, CONVERSATION_ID, failure.getConversationId());
    }
    if (isMessage) {
      putMessage(tags, message, failure == null);
    }
    put(tags, ATTEMPTS, message.getHeader(LiveDeskConstants.ATTEMPTS));
    put(tags, HTTP_STATUS, message.getHeader(LiveDeskConstants.HTTP_RESPONSE_CODE));
    return tags;
  }

  private static void putMessage(Map<String, String> tags, Message message, boolean isSent) {
    if (isSent) {
      put(tags, CONVERSATION_ID, message.getHeader(LiveDeskConstants.MESSAGE_CONVERSATION_ID));
    }
    // After a retry that failed it is as the route has set it: perhaps no id at all.
    messageId(message.getHeader(LiveDeskConstants.MESSAGE_ID))
        .ifPresent(id -> put(tags, MESSAGE_ID, id));
    put(tags, MESSAGE_STATUS, message.getHeader(LiveDeskConstants.MESSAGE_STATUS));
  }

  private static Optional<String> messageId(Object header) {
    boolean mayBeOne = header instanceof Number || header instanceof CharSequence;
    return Optional.ofNullable(mayBeOne ? header : null)
        .flatMap(Texts::within)
        .flatMap(texts -> texts.stream().filter(Ids::isPathId).findFirst());
  }

  private static void put(Map<String, String> tags, String name, Object value) {
    if (value != null) {
      tags.put(name, value.toString());
    }
  }
}
