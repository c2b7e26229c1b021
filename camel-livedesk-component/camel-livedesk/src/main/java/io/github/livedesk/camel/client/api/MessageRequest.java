// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.client.api;

import io.github.livedesk.camel.client.api.Content.FilesContent;
import io.github.livedesk.camel.client.api.Content.JsonContent;
import io.github.livedesk.camel.client.api.Content.NoContent;
import io.github.livedesk.camel.model.FilePart;
import io.github.livedesk.camel.model.LiveDeskOperation;
import io.github.livedesk.camel.model.TemplateMessage;
import io.github.livedesk.camel.model.TextMessage;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A call about a message of a conversation (API document, "Send message"). */
public sealed interface MessageRequest extends ApiRequest {

  /** The operation, as in the option {@code op}. */
  LiveDeskOperation operation();

  @Override
  default String operationName() {
    return operation().name();
  }

  /** The conversation: 1 to 64 ASCII letters, digits, {@code -} and {@code _}. */
  @Override
  String conversationId();

  @Override
  default String path() {
    return "conversations/" + conversationId() + "/messages";
  }

  /** Whether a success without a body is one: the document shows no response of a retry. */
  default boolean acceptsEmptySuccess() {
    return false;
  }

  /** The text that the stored message will have; null where it has none, or another. */
  default String storedText() {
    return null;
  }

  @Override
  default List<String> names() {
    return List.of(conversationId());
  }

  @Override
  default <A, R> R accept(Visitor<A, R> visitor, A argument) {
    return visitor.message(this, argument);
  }

  @Override
  default void run(OperationCalls calls, ResponseCallback callback) {
    calls.send(this, callback);
  }

  /**
   * A text message or private note (API document, "Text message request").
   *
   * @param conversationId the conversation
   * @param message a message whose text is there and not blank
   */
  record SendText(String conversationId, TextMessage message) implements MessageRequest {

    @Override
    public LiveDeskOperation operation() {
      return LiveDeskOperation.text;
    }

    @Override
    public Content content() {
      return new JsonContent(message);
    }

    @Override
    public String storedText() {
      return message.content();
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
   */
  record SendFiles(
      String conversationId,
      String caption,
      boolean privateNote,
      Map<String, Object> contentAttributes,
      List<FilePart> files)
      implements MessageRequest {

    @Override
    public LiveDeskOperation operation() {
      return LiveDeskOperation.attachment;
    }

    @Override
    public FilesContent content() {
      return new FilesContent(caption, privateNote, contentAttributes, files);
    }

    @Override
    public String storedText() {
      return caption;
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
  record SendTemplate(String conversationId, TemplateMessage message) implements MessageRequest {

    @Override
    public LiveDeskOperation operation() {
      return LiveDeskOperation.template;
    }

    /** What LiveDesk makes of its text is LiveDesk's affair: nothing is known of that. */
    @Override
    public Content content() {
      return new JsonContent(message);
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
      implements MessageRequest {

    @Override
    public LiveDeskOperation operation() {
      return LiveDeskOperation.retry;
    }

    @Override
    public Content content() {
      return new NoContent();
    }

    @Override
    public boolean acceptsEmptySuccess() {
      return true;
    }

    @Override
    public boolean knowsAllTexts() {
      return !texts.isEmpty();
    }

    @Override
    public String path() {
      return "conversations/" + conversationId + "/messages/" + messageId + "/retry";
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
