// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.binding;

import static io.github.livedesk.camel.binding.SendHeaders.set;

import io.github.livedesk.camel.LiveDeskConstants;
import io.github.livedesk.camel.client.api.ApiResponse;
import io.github.livedesk.camel.client.api.MessageRequest;
import io.github.livedesk.camel.model.LiveDeskMessage;
import io.github.livedesk.camel.model.LiveDeskOperation;
import io.github.livedesk.camel.model.failure.LiveDeskException;
import io.github.livedesk.camel.model.failure.LiveDeskMessageFailedException;
import io.github.livedesk.camel.model.failure.LiveDeskOutcomeUnknownException;
import org.apache.camel.Message;

/** What the send of a message leaves in the headers, beside {@link SendHeaders}. */
final class ResponseHeaders {

  private ResponseHeaders() {}

  static void write(Message message, MessageRequest request, ApiResponse reply) {
    LiveDeskMessage stored = reply.message();
    set(message, LiveDeskConstants.MESSAGE_ID, stored == null ? requested(request) : stored.id());
    set(message, LiveDeskConstants.MESSAGE_CONVERSATION_ID, request.conversationId());
    set(message, LiveDeskConstants.MESSAGE_STATUS, stored == null ? null : stored.status());
    set(message, LiveDeskConstants.EXTERNAL_ERROR, reply.externalError().words());
    set(message, LiveDeskConstants.EXTERNAL_ERROR_CODE, reply.externalError().code());
    SendHeaders.write(message, reply);
  }

  static void write(Message message, LiveDeskException failure) {
    var failed = failure instanceof LiveDeskMessageFailedException stored ? stored : null;
    // A retry that failed is still about its message: it must be possible to try it once more.
    boolean retry = LiveDeskOperation.retry.name().equals(failure.getOperation());
    Long messageId = messageId(failure);
    if (!retry || messageId != null) {
      set(message, LiveDeskConstants.MESSAGE_ID, messageId);
    }
    if (!retry || failure.getConversationId() != null) {
      set(message, LiveDeskConstants.MESSAGE_CONVERSATION_ID, failure.getConversationId());
    }
    set(message, LiveDeskConstants.MESSAGE_STATUS, failed == null ? null : "failed");
    set(
        message,
        LiveDeskConstants.EXTERNAL_ERROR,
        failed == null ? null : failed.getExternalError());
    set(
        message,
        LiveDeskConstants.EXTERNAL_ERROR_CODE,
        failed == null ? null : failed.getExternalErrorCode());
    SendHeaders.write(message, failure);
  }

  /** The message of a retry that was taken without a word. */
  private static Object requested(MessageRequest request) {
    String id = request.messageId();
    try {
      return Long.valueOf(id);
    } catch (NumberFormatException notOfTheUsualKind) {
      return id;
    }
  }

  private static Long messageId(LiveDeskException failure) {
    if (failure instanceof LiveDeskMessageFailedException failed) {
      return failed.getMessageId();
    }
    return failure instanceof LiveDeskOutcomeUnknownException unknown
        ? unknown.getMessageId()
        : null;
  }
}
