package io.github.livedesk.camel.client;

import io.github.livedesk.camel.model.LiveDeskAuthenticationException;
import io.github.livedesk.camel.model.LiveDeskException;
import io.github.livedesk.camel.model.LiveDeskMessage;
import io.github.livedesk.camel.model.LiveDeskMessageFailedException;
import io.github.livedesk.camel.model.LiveDeskOutcomeUnknownException;
import io.github.livedesk.camel.model.LiveDeskRateLimitException;
import io.github.livedesk.camel.model.LiveDeskResponseException;
import io.github.livedesk.camel.model.SendContext;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** HTTP reply to what it means: the stored message, or the failure as one table. */
final class ReplyReader {

  private final SendContext context;
  private final int maxSize;
  private final boolean emptyIsTaken;
  private final int files;
  private final Supplier<List<String>> hidden;

  /**
   * @param context the send
   * @param settings size of an unpacked reply
   * @param emptyIsTaken whether an empty success is one: the document shows no reply of a retry
   * @param files how many were sent
   * @param hidden credentials and message texts, never to be shown; asked for on a failure only
   */
  ReplyReader(
      SendContext context,
      ClientSettings settings,
      boolean emptyIsTaken,
      int files,
      Supplier<List<String>> hidden) {
    this.context = context;
    this.maxSize = settings.maxResponseSize();
    this.emptyIsTaken = emptyIsTaken;
    this.files = files;
    this.hidden = hidden;
  }

  /**
   * @throws LiveDeskException when the reply is no message, or one with the status failed
   */
  ApiReply read(WireReply wire) {
    ApiReply reply = readFailed(wire);
    if (reply.message() != null && reply.message().isFailed()) {
      throw failedMessage(reply);
    }
    return reply;
  }

  /**
   * @throws LiveDeskException when the reply is no message
   */
  ApiReply readFailed(WireReply wire) {
    WireReply reply = Unpacker.unpack(wire, maxSize);
    if (reply.status() < 200 || reply.status() > 299) {
      throw failure(reply);
    }
    if (emptyIsTaken && wire.body().length == 0) {
      return new ApiReply(wire.status(), null, context.attempts());
    }
    LiveDeskMessage message = message(reply);
    int stored = message.attachments().size();
    if (stored < files && !message.isFailed()) {
      throw unreadable(reply, "has " + stored + " of the " + files + " attachments sent");
    }
    return new ApiReply(reply.status(), message, context.attempts());
  }

  private LiveDeskMessage message(WireReply reply) {
    if (reply.cut()) {
      throw unreadable(reply, "is longer than maxResponseSize=" + maxSize + " bytes");
    }
    if (reply.body().length == 0) {
      throw unreadable(reply, "is empty");
    }
    Optional<Map<String, Object>> json = Json.readObject(reply.body());
    if (json.isEmpty()) {
      throw unreadable(reply, "is no JSON object");
    }
    try {
      return LiveDeskMessage.of(json.get());
    } catch (IllegalArgumentException noMessage) {
      throw unreadable(reply, "has no message id");
    }
  }

  private LiveDeskException unreadable(WireReply reply, String what) {
    return LiveDeskOutcomeUnknownException.unreadableReply(
        context, reply.status(), "the reply with HTTP status " + reply.status() + " " + what);
  }

  private LiveDeskException failure(WireReply reply) {
    int status = reply.status();
    String words = ErrorText.of(reply.body());
    String shown = ErrorText.mask(words, hidden.get());
    String reason = "LiveDesk answered " + status + (shown.isEmpty() ? "" : ": " + shown);
    Duration retryAfter = RetryAfter.parse(reply.retryAfter(), Clock.systemUTC());
    if (status == 401 || status == 403) {
      return new LiveDeskAuthenticationException(context, status, reason);
    }
    if (status == 429 || (status == 422 && words.contains("Too many messages"))) {
      return new LiveDeskRateLimitException(context, status, retryAfter, reason);
    }
    return new LiveDeskResponseException(context, status, retryAfter, reason);
  }

  private LiveDeskException failedMessage(ApiReply reply) {
    LiveDeskMessage message = reply.message();
    String words = message.externalError();
    String shown = words == null ? null : ErrorText.mask(words, hidden.get());
    return new LiveDeskMessageFailedException(context, reply.status(), message.id(), shown);
  }
}
