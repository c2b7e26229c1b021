// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.client.response;

import io.github.livedesk.camel.client.api.ApiResponse;
import io.github.livedesk.camel.client.api.ExternalError;
import io.github.livedesk.camel.client.http.RawResponse;
import io.github.livedesk.camel.client.settings.ClientSettings;
import io.github.livedesk.camel.model.LiveDeskMessage;
import io.github.livedesk.camel.model.failure.LiveDeskAuthenticationException;
import io.github.livedesk.camel.model.failure.LiveDeskException;
import io.github.livedesk.camel.model.failure.LiveDeskMessageFailedException;
import io.github.livedesk.camel.model.failure.LiveDeskOutcomeUnknownException;
import io.github.livedesk.camel.model.failure.LiveDeskRateLimitException;
import io.github.livedesk.camel.model.failure.LiveDeskResponseException;
import io.github.livedesk.camel.model.failure.SendContext;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** HTTP reply to what it means: the stored message, or the failure as one table. */
final class ResponseParser {

  private final SendContext context;
  private final int maxSize;
  private final boolean emptyIsTaken;
  private final int files;
  private final Supplier<Sent> sent;

  /**
   * @param context the send
   * @param settings size of an unpacked reply
   * @param emptyIsTaken whether an empty success is one: the document shows no reply of a retry
   * @param files how many were sent
   * @param sent what must never be shown; asked for on a failure only
   */
  ResponseParser(
      SendContext context,
      ClientSettings settings,
      boolean emptyIsTaken,
      int files,
      Supplier<Sent> sent) {
    this.context = context;
    this.maxSize = settings.maxResponseSize();
    this.emptyIsTaken = emptyIsTaken;
    this.files = files;
    this.sent = sent;
  }

  /**
   * @throws LiveDeskException when the reply is no message, or one with the status failed
   */
  ApiResponse read(RawResponse wire) {
    ApiResponse reply = readFailed(wire);
    if (reply.message() != null && reply.message().isFailed()) {
      throw failedMessage(reply);
    }
    return reply;
  }

  /**
   * @throws LiveDeskException when the reply is no message
   */
  ApiResponse readFailed(RawResponse reply) {
    if (reply.status() < 200 || reply.status() > 299) {
      return storedAsFailed(reply).orElseThrow(() -> failure(reply));
    }
    if (reply.doubt() != null) {
      throw unreadable(reply, reply.doubt());
    }
    if (emptyIsTaken && reply.text().length == 0 && !reply.cut()) {
      return new ApiResponse(reply.status(), null, context.attempts());
    }
    LiveDeskMessage message = message(reply);
    int stored = message.attachments().size();
    if (stored < files && !message.isFailed()) {
      throw unreadable(reply, "has " + stored + " of the " + files + " attachments sent");
    }
    return apiReply(reply, message);
  }

  private ApiResponse apiReply(RawResponse reply, LiveDeskMessage message) {
    return message.isFailed()
        ? new ApiResponse(
            reply.status(),
            message,
            context.attempts(),
            ExternalErrorReader.read(message, sent.get()))
        : new ApiResponse(reply.status(), message, context.attempts());
  }

  /** The document does not say which HTTP status its "Failure response" comes with. */
  private Optional<ApiResponse> storedAsFailed(RawResponse reply) {
    return Optional.ofNullable(reply.doubt() == null ? reply.json() : null)
        .flatMap(ResponseParser::message)
        .filter(LiveDeskMessage::isFailed)
        .map(message -> apiReply(reply, message));
  }

  /** Empty for what is no message, an error of another program with an id of its own perhaps. */
  private static Optional<LiveDeskMessage> message(Map<String, Object> json) {
    try {
      return Optional.of(LiveDeskMessage.of(json));
    } catch (IllegalArgumentException noMessage) {
      return Optional.empty();
    }
  }

  private LiveDeskMessage message(RawResponse reply) {
    if (reply.cut()) {
      throw unreadable(reply, "is longer than maxResponseSize=" + maxSize + " bytes");
    }
    if (reply.text().length == 0) {
      throw unreadable(reply, "is empty");
    }
    if (reply.json() == null) {
      throw unreadable(reply, "is no JSON object");
    }
    return message(reply.json()).orElseThrow(() -> unreadable(reply, "has no message id"));
  }

  private LiveDeskException unreadable(RawResponse reply, String what) {
    return LiveDeskOutcomeUnknownException.unreadableReply(
        context, reply.status(), "the reply with HTTP status " + reply.status() + " " + what);
  }

  private LiveDeskException failure(RawResponse reply) {
    int status = reply.status();
    String words = ErrorText.of(reply.json(), reply.text());
    String shown = words.isBlank() ? "" : ErrorText.shown(words, sent.get());
    String reason =
        "LiveDesk answered " + status + (shown.isEmpty() ? "" : ": " + shown) + advice(status);
    boolean mayAskToWait = status == 429 || status == 503;
    Duration retryAfter =
        mayAskToWait ? RetryAfter.parse(reply.retryAfter(), Clock.systemUTC()) : null;
    if (status == 401 || status == 403) {
      return new LiveDeskAuthenticationException(context, status, reason);
    }
    if (status == 429 || (status == 422 && words.contains("Too many messages"))) {
      return new LiveDeskRateLimitException(context, status, retryAfter, reason);
    }
    return new LiveDeskResponseException(context, status, retryAfter, reason);
  }

  private static String advice(int status) {
    String credentials =
        "camel.component.livedesk.api-key and camel.component.livedesk.secret-key"
            + ", or the endpoint's apiKey and secretKey";
    return switch (status) {
      case 401 -> "; check " + credentials;
      case 403 -> "; check " + credentials + ": they may not be allowed to use this conversation";
      case 404 -> "; no such conversation or message, or baseUrl has a wrong path";
      default -> "";
    };
  }

  private LiveDeskException failedMessage(ApiResponse reply) {
    ExternalError error = reply.externalError();
    return new LiveDeskMessageFailedException(
        context, reply.status(), reply.message().id(), error.words(), error.code());
  }
}
