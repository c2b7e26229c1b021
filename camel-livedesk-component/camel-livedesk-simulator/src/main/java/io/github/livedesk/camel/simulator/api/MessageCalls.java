// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.simulator.api;

import io.github.livedesk.camel.simulator.call.Operation;
import io.github.livedesk.camel.simulator.call.Prepared;
import io.github.livedesk.camel.simulator.call.Warnings;
import io.github.livedesk.camel.simulator.desk.Desk;
import io.github.livedesk.camel.simulator.desk.DeskConversation.Origin;
import io.github.livedesk.camel.simulator.store.ApiError;
import io.github.livedesk.camel.simulator.store.CallLog;
import io.github.livedesk.camel.simulator.store.Conversation.Entry;
import io.github.livedesk.camel.simulator.store.IncomingMessage;
import io.github.livedesk.camel.simulator.store.Message;
import io.github.livedesk.camel.simulator.store.MessageStore;
import io.github.livedesk.camel.simulator.store.Request;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The calls for messages. */
final class MessageCalls {

  /** Where nothing is known of a conversation's inbox. */
  private static final long SOME_INBOX = 79;

  private final MessageStore store;
  private final Desk desk;
  private final CallLog calls;

  MessageCalls(MessageStore store, Desk desk, CallLog calls) {
    this.store = store;
    this.desk = desk;
    this.calls = calls;
  }

  /** A new one. */
  Operation send(String conversationId) {
    return new Operation(
        conversationId,
        (request, warnings) -> {
          desk.conversations().check(conversationId);
          return prepared(conversationId, read(request, warnings), warnings);
        });
  }

  private Prepared prepared(String conversationId, IncomingMessage incoming, Warnings warnings) {
    IncomingMessage judged = incoming.withWarnings(warnings.toList());
    return context -> {
      Entry stored = store.store(conversationId, judged, context.externalError(), context.number());
      calls.warned(context.number(), stored.warnings());
      return json(stored.message(), context);
    };
  }

  /** One that has failed, again. */
  Operation retry(String conversationId, String messageId) {
    return new Operation(
        conversationId,
        (request, warnings) -> {
          desk.conversations().check(conversationId);
          store.checkRetry(conversationId, messageId);
          return context ->
              json(
                  store.change(
                      conversationId,
                      messageId,
                      context.externalError(),
                      List.of(context.number())),
                  context);
        });
  }

  private Map<String, Object> json(Message message, Prepared.Context context) {
    Origin origin = desk.conversations().getOrUsual(message.conversationId()).origin();
    long inboxId = origin == null ? SOME_INBOX : origin.inboxId();
    return MessageJson.of(message, inboxId, context.baseUrl());
  }

  private static IncomingMessage read(Request request, Warnings warnings)
      throws ApiError, IOException {
    String header = request.header("Content-Type");
    String type = header == null ? "" : header.split(";", 2)[0].trim().toLowerCase(Locale.ROOT);
    return switch (type) {
      case "application/json" -> TextValidator.read(request, warnings);
      case "multipart/form-data" -> AttachmentValidator.read(request, warnings);
      default ->
          throw new ApiError(
              422, "Content-Type is neither application/json nor multipart/form-data");
    };
  }
}
