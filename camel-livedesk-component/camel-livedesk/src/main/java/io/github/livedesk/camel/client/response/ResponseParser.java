// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.client.response;

import io.github.livedesk.camel.client.api.CallResult;
import io.github.livedesk.camel.client.api.CallResult.Failed;
import io.github.livedesk.camel.client.api.CallResult.Stored;
import io.github.livedesk.camel.client.api.Failure;
import io.github.livedesk.camel.client.http.RawResponse;
import io.github.livedesk.camel.client.settings.ClientSettings;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** HTTP response to what it means: what the call gives back, or the failure as one table. */
final class ResponseParser {

  private final int maxSize;
  private final SuccessReader success;
  private final boolean isConsumed;
  private final Supplier<Sent> sent;

  /**
   * @param settings size of an unpacked response
   * @param success reads what the call gives back
   * @param isConsumed whether the request's body can't be read again
   * @param sent what must never be shown; asked for on a failure only
   */
  ResponseParser(
      ClientSettings settings, SuccessReader success, boolean isConsumed, Supplier<Sent> sent) {
    this.maxSize = settings.maxResponseSize();
    this.success = success;
    this.isConsumed = isConsumed;
    this.sent = sent;
  }

  CallResult parse(RawResponse response) {
    if (response.status() < 200 || response.status() > 299) {
      boolean isTaken = response.doubt() == null && response.json() != null;
      Optional<CallResult> undelivered =
          isTaken
              ? success.undelivered(response.status(), response.json(), sent)
              : Optional.empty();
      return undelivered.orElseGet(() -> failed(failure(response)));
    }
    if (response.doubt() != null) {
      return unreadable(response, response.doubt());
    }
    if (response.cut()) {
      return unreadable(response, "is longer than maxResponseSize=" + maxSize + " bytes");
    }
    if (response.text().length == 0) {
      return success.acceptsEmpty()
          ? new Stored(response.status(), null)
          : unreadable(response, "is empty");
    }
    if (response.json() == null) {
      return unreadable(response, "is no JSON object");
    }
    try {
      return success.read(response.status(), response.json(), sent);
    } catch (UnexpectedBodyException e) {
      return unreadable(response, e.getMessage());
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
    List<String> fields = success.fields(response.json());
    String reason =
        "LiveDesk answered "
            + status
            + (shown.isEmpty() ? "" : ": " + shown)
            + (fields.isEmpty() ? "" : "; it names " + String.join(", ", fields))
            + advice(status);
    boolean mayAskToWait = status == 429 || status == 503;
    Duration retryAfter =
        mayAskToWait ? RetryAfter.parse(response.retryAfter(), Clock.systemUTC()) : null;
    if (status == 401 || status == 403) {
      return Failure.authentication(status, reason);
    }
    if (status == 429 || (status == 422 && words.contains("Too many messages"))) {
      return Failure.rateLimit(status, retryAfter, reason);
    }
    return Failure.response(status, retryAfter, reason).naming(fields);
  }

  private String advice(int status) {
    String credentials =
        "camel.component.livedesk.api-key and camel.component.livedesk.secret-key"
            + ", or the endpoint's apiKey and secretKey";
    return switch (status) {
      case 401 -> "; check " + credentials;
      case 403 ->
          "; check " + credentials + ": they may not be allowed to use this " + success.place();
      case 404 -> "; no such " + success.subject() + ", or baseUrl has a wrong path";
      default -> "";
    };
  }
}
