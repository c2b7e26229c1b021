// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.client.api;

import io.github.livedesk.camel.model.FilePart;
import io.github.livedesk.camel.model.TemplateMessage;
import io.github.livedesk.camel.model.TextMessage;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A call of LiveDesk's API, checked and complete. */
public sealed interface ApiRequest {

  /** The operation's name, as in the option {@code op}. */
  String operation();

  /** The conversation: 1 to 64 ASCII letters, digits, {@code -} and {@code _}. */
  String conversationId();

  /** What follows the conversations' own path. */
  default String path() {
    return conversationId() + "/messages";
  }

  /** The texts in it that must never show. */
  List<String> texts();

  /** Ids and names in it that are the route's own, and may show. */
  default List<String> names() {
    return List.of(conversationId());
  }

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

    @Override
    public List<String> texts() {
      return Texts.of(message.content(), message.contentAttributes()).orElseThrow();
    }
  }

  /**
   * Files, perhaps with a text (API document, "Image/audio/file request").
   *
   * @param conversationId the conversation
   * @param caption the text that goes along, or null
   * @param privateNote whether only agents see it
   * @param contentAttributes such as {@code in_reply_to}; may be empty
   * @param files one or more; names are null or fit to be sent
   * @param maxFileSize bytes of one file, or 0 for no limit
   */
  record SendFiles(
      String conversationId,
      String caption,
      boolean privateNote,
      Map<String, Object> contentAttributes,
      List<FilePart> files,
      long maxFileSize)
      implements ApiRequest {

    @Override
    public String operation() {
      return "attachment";
    }

    @Override
    public List<String> texts() {
      return Texts.of(caption, contentAttributes).orElseThrow();
    }

    /** Never the texts. */
    @Override
    public String toString() {
      return "SendFiles[" + conversationId + ", " + files.size() + "]";
    }
  }

  /**
   * A WhatsApp template (API document, "WhatsApp template request").
   *
   * @param conversationId the conversation
   * @param message a message that keeps all rules
   */
  record SendTemplate(String conversationId, TemplateMessage message) implements ApiRequest {

    @Override
    public String operation() {
      return "template";
    }

    @Override
    public List<String> texts() {
      return message.texts();
    }

    @Override
    public List<String> names() {
      return Stream.concat(Stream.of(conversationId), message.names().stream()).toList();
    }
  }

  /**
   * The retry of a failed message (API document, "Retry failed message").
   *
   * @param conversationId the conversation
   * @param messageId the message: 1 to 64 ASCII letters, digits, {@code -} and {@code _}
   * @param texts of the message, as far as they are known; empty where nothing is known of them
   */
  record RetryMessage(String conversationId, String messageId, List<String> texts)
      implements ApiRequest {

    @Override
    public String operation() {
      return "retry";
    }

    @Override
    public String path() {
      return conversationId + "/messages/" + messageId + "/retry";
    }

    @Override
    public List<String> names() {
      return List.of(conversationId, messageId);
    }

    /** Never the texts. */
    @Override
    public String toString() {
      return "RetryMessage[" + conversationId + ", " + messageId + "]";
    }
  }
}
