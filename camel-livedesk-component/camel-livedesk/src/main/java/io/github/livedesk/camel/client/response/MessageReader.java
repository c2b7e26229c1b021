// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.client.response;

import io.github.livedesk.camel.client.api.CallResult;
import io.github.livedesk.camel.client.api.CallResult.Stored;
import io.github.livedesk.camel.client.api.CallResult.Undelivered;
import io.github.livedesk.camel.model.LiveDeskMessage;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Reads the message in a response. */
final class MessageReader implements SuccessReader {

  private final boolean acceptsEmpty;
  private final int files;

  /**
   * @param acceptsEmpty whether an empty success is one
   * @param files how many were sent
   */
  MessageReader(boolean acceptsEmpty, int files) {
    this.acceptsEmpty = acceptsEmpty;
    this.files = files;
  }

  @Override
  public boolean acceptsEmpty() {
    return acceptsEmpty;
  }

  @Override
  public CallResult read(int status, Map<String, Object> json, Supplier<Sent> sent)
      throws UnexpectedBodyException {
    LiveDeskMessage message =
        message(json).orElseThrow(() -> new UnexpectedBodyException("has no message id"));
    if (message.isFailed()) {
      return undelivered(status, message, sent);
    }
    int stored = message.attachments().size();
    if (stored < files) {
      throw new UnexpectedBodyException("has " + stored + " of the " + files + " attachments sent");
    }
    return new Stored(status, message);
  }

  /** The document does not say which HTTP status its "Failure response" comes with. */
  @Override
  public Optional<CallResult> undelivered(
      int status, Map<String, Object> json, Supplier<Sent> sent) {
    return message(json)
        .filter(LiveDeskMessage::isFailed)
        .map(message -> undelivered(status, message, sent));
  }

  private static CallResult undelivered(int status, LiveDeskMessage message, Supplier<Sent> sent) {
    return new Undelivered(status, message, ExternalErrorReader.read(message, sent.get()));
  }

  /** Empty for what is no message, an error of another program with an id of its own perhaps. */
  private static Optional<LiveDeskMessage> message(Map<String, Object> json) {
    try {
      return Optional.of(LiveDeskMessage.of(json));
    } catch (IllegalArgumentException noMessage) {
      return Optional.empty();
    }
  }

  @Override
  public List<String> fields(Map<String, Object> json) {
    return List.of();
  }

  @Override
  public String subject() {
    return "conversation or message";
  }

  @Override
  public String place() {
    return "conversation";
  }
}
