package io.github.livedesk.camel.client;

import io.github.livedesk.camel.model.TextMessage;

/** A call of LiveDesk's API, checked and complete. */
public sealed interface ApiRequest {

  /** The operation's name, as in the option {@code op}. */
  String operation();

  /** The conversation: 1 to 64 ASCII letters, digits, {@code -} and {@code _}. */
  String conversationId();

  /**
   * A text message or private note (API document, "Text message request").
   *
   * @param conversationId the conversation
   * @param message a message whose text is there and not blank
   */
  record SendText(String conversationId, TextMessage message) implements ApiRequest {

    @Override
    public String operation() {
      return "text";
    }
  }
}
