// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.client.response;

import io.github.livedesk.camel.client.api.CallResult;
import io.github.livedesk.camel.client.api.CallResult.Failed;
import io.github.livedesk.camel.client.api.CallResult.Stored;
import io.github.livedesk.camel.client.api.CallResult.Undelivered;
import io.github.livedesk.camel.client.api.Failure;
import io.github.livedesk.camel.client.http.RawResponse;
import io.github.livedesk.camel.client.settings.ClientSettings;
import io.github.livedesk.camel.model.LiveDeskMessage;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** HTTP response to what it means: the stored message, or the failure as one table. */
final class ResponseParser {

  private final int maxSize;
  private final boolean acceptsEmpty;
  private final int files;
  private final boolean isConsumed;
  private final Supplier<Sent> sent;

  /**
   * @param settings size of an unpacked response
   * @param acceptsEmpty whether an empty success is one: the document shows no response of a retry
   * @param files how many were sent
   * @param isConsumed whether the request's body can't be read again
   * @param sent what must never be shown; asked for on a failure only
   */
  ResponseParser(
      ClientSettings settings,
      boolean acceptsEmpty,
      int files,
      boolean isConsumed,
      Supplier<Sent> sent) {
    this.maxSize = settings.maxResponseSize();
    this.acceptsEmpty = acceptsEmpty;
    this.files = files;
    this.isConsumed = isConsumed;
    this.sent = sent;
  }

  CallResult parse(RawResponse response) {
    if (response.status() < 200 || response.status() > 299) {
      return storedAsFailed(response).orElseGet(() -> failed(failure(response)));
    }
    if (response.doubt() != null) {
      return unreadable(response, response.doubt());
    }
    if (response.cut()) {
      return unreadable(response, "is longer than maxResponseSize=" + maxSize + " bytes");
    }
    if (response.text().length == 0) {
      return acceptsEmpty ? new Stored(response.status(), null) : unreadable(response, "is empty");
    }
    if (response.json() == null) {
      return unreadable(response, "is no JSON object");
    }
    return message(response.json())
        .map(message -> result(response, message))
        .orElseGet(() -> unreadable(response, "has no message id"));
  }

  private CallResult result(RawResponse response, LiveDeskMessage message) {
    if (message.isFailed()) {
      return undelivered(response, message);
    }
    int stored = message.attachments().size();
    return stored < files
        ? unreadable(response, "has " + stored + " of the " + files + " attachments sent")
        : new Stored(response.status(), message);
  }

  private CallResult undelivered(RawResponse response, LiveDeskMessage message) {
    return new Undelivered(
        response.status(), message, ExternalErrorReader.read(message, sent.get()));
  }

  /** The document does not say which HTTP status its "Failure response" comes with. */
  private Optional<CallResult> storedAsFailed(RawResponse response) {
    return Optional.ofNullable(response.doubt() == null ? response.json() : null)
        .flatMap(ResponseParser::message)
        .filter(LiveDeskMessage::isFailed)
        .map(message -> undelivered(response, message));
  }

  /** Empty for what is no message, an error of another program with an id of its own perhaps. */
  private static Optional<LiveDeskMessage> message(Map<String, Object> json) {
    try {
      return Optional.of(LiveDeskMessage.of(json));
    } catch (IllegalArgumentException noMessage) {
      return Optional.empty();
    }
  }

  private CallResult unreadable(RawResponse response, String what) {
    String reason = "the reply with HTTP status " + response.status() + " " + what;
    return failed(Failure.unreadableResponse(response.status(), reason, null));
  }

  private CallResult failed(Failure failure) {
    return new Failed(failure, 1, isConsumed);
  }

  private Failure failure(RawResponse response) {
    int status = response.status();
    String words = ErrorText.of(response.json(), response.text());
    String shown = words.isBlank() ? "" : ErrorText.shown(words, sent.get());
    String reason =
        "LiveDesk answered " + status + (shown.isEmpty() ? "" : ": " + shown) + advice(status);
    boolean mayAskToWait = status == 429 || status == 503;
    Duration retryAfter =
        mayAskToWait ? RetryAfter.parse(response.retryAfter(), Clock.systemUTC()) : null;
    if (status == 401 || status == 403) {
      return Failure.authentication(status, reason);
    }
    if (status == 429 || (status == 422 && words.contains("Too many messages"))) {
      return Failure.rateLimit(status, retryAfter, reason);
    }
    return Failure.response(status, retryAfter, reason);
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
}
