// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.binding;

import io.github.livedesk.camel.LiveDeskConstants;
import io.github.livedesk.camel.client.api.ApiRequest;
import io.github.livedesk.camel.client.api.ApiResponse;
import io.github.livedesk.camel.model.LiveDeskMessage;
import io.github.livedesk.camel.model.LiveDeskOperation;
import io.github.livedesk.camel.model.failure.LiveDeskException;
import io.github.livedesk.camel.model.failure.LiveDeskMessageFailedException;
import io.github.livedesk.camel.model.failure.LiveDeskOutcomeUnknownException;
import org.apache.camel.Message;
import org.apache.camel.spi.HttpResponseAware;

/**
 * What a send leaves in the headers. Each is set or removed every time: none of an earlier send may
 * be taken for one of this.
 */
final class ResponseHeaders {

  private ResponseHeaders() {}

  static void write(Message message, ApiRequest request, ApiResponse reply) {
    LiveDeskMessage stored = reply.message();
    set(message, LiveDeskConstants.MESSAGE_ID, stored == null ? requested(request) : stored.id());
    set(message, LiveDeskConstants.MESSAGE_CONVERSATION_ID, request.conversationId());
    set(message, LiveDeskConstants.MESSAGE_STATUS, stored == null ? null : stored.status());
    set(message, LiveDeskConstants.ATTEMPTS, reply.attempts());
    set(message, LiveDeskConstants.HTTP_RESPONSE_CODE, reply.status());
    set(message, LiveDeskConstants.OUTCOME, null);
    set(message, LiveDeskConstants.EXTERNAL_ERROR, reply.externalError().words());
    set(message, LiveDeskConstants.EXTERNAL_ERROR_CODE, reply.externalError().code());
    set(message, LiveDeskConstants.REDELIVERY_DELAY, null);
  }

  static void write(Message message, LiveDeskException failure) {
    int status = failure instanceof HttpResponseAware http ? http.getHttpResponseCode() : 0;
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
    set(message, LiveDeskConstants.ATTEMPTS, failure.getAttempts());
    set(message, LiveDeskConstants.HTTP_RESPONSE_CODE, status == 0 ? null : status);
    set(message, LiveDeskConstants.OUTCOME, failure.getOutcome().name());
    set(
        message,
        LiveDeskConstants.EXTERNAL_ERROR,
        failed == null ? null : failed.getExternalError());
    set(
        message,
        LiveDeskConstants.EXTERNAL_ERROR_CODE,
        failed == null ? null : failed.getExternalErrorCode());
    set(
        message,
        LiveDeskConstants.REDELIVERY_DELAY,
        failure.getRetryAfter().map(wait -> wait.toMillis()).orElse(null));
  }

  /** The message of a retry that was taken without a word. */
  private static Object requested(ApiRequest request) {
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

  private static void set(Message message, String name, Object value) {
    if (value == null) {
      message.removeHeader(name);
    } else {
      message.setHeader(name, value);
    }
  }
}
