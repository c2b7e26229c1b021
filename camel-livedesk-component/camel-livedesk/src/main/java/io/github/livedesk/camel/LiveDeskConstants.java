// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel;

import io.github.livedesk.camel.model.LiveDeskOperation;
import org.apache.camel.Exchange;
import org.apache.camel.spi.Metadata;

/** The headers that the component reads and writes. */
public final class LiveDeskConstants {

  @Metadata(
      label = "producer",
      enums = LiveDeskOperation.NAMES,
      description =
          "What to do, where the endpoint does not say: text, attachment, template or retry. An op in the endpoint beats this header.",
      javaType = "String")
  public static final String OPERATION = "CamelLiveDeskOperation";

  @Metadata(
      label = "producer",
      description =
          "(text, attachment, template, retry) The conversation that gets the message: 1 to 64 ASCII letters, digits, '-' and '_'."
              + " Read, never written.",
      javaType = "String")
  public static final String CONVERSATION_ID = "CamelLiveDeskConversationId";

  @Metadata(
      label = "producer",
      description =
          "(text, attachment) Whether the message is a note that only agents see: true or false.",
      javaType = "Boolean")
  public static final String PRIVATE = "CamelLiveDeskPrivate";

  @Metadata(
      label = "producer",
      description =
          "(text, attachment) Id of the message of the same conversation that this one replies to.",
      javaType = "Long")
  public static final String IN_REPLY_TO = "CamelLiveDeskInReplyTo";

  @Metadata(
      label = "producer",
      description = "(text, attachment) Content attributes of the message, by their API names.",
      javaType = "java.util.Map<String, Object>")
  public static final String CONTENT_ATTRIBUTES = "CamelLiveDeskContentAttributes";

  @Metadata(
      label = "producer",
      description = "(attachment, template) The text that goes along, or that the chat shows.",
      javaType = "String")
  public static final String CONTENT = "CamelLiveDeskContent";

  @Metadata(
      label = "producer",
      description = "(template) Name of a WhatsApp template; the body is then its values.",
      javaType = "String")
  public static final String TEMPLATE_NAME = "CamelLiveDeskTemplateName";

  @Metadata(
      label = "producer",
      description = "(template) Language of the template named by option or header.",
      javaType = "String")
  public static final String TEMPLATE_LANGUAGE = "CamelLiveDeskTemplateLanguage";

  @Metadata(
      label = "producer",
      description = "(template) Category of the template named by option or header.",
      javaType = "String")
  public static final String TEMPLATE_CATEGORY = "CamelLiveDeskTemplateCategory";

  @Metadata(
      label = "producer",
      description = "(template) Namespace of the template named by option or header.",
      javaType = "String")
  public static final String TEMPLATE_NAMESPACE = "CamelLiveDeskTemplateNamespace";

  @Metadata(
      label = "producer",
      description =
          "(attachment) Name of the file, where there is only one; folders before it are cut.",
      javaType = "String")
  public static final String FILE_NAME = "CamelLiveDeskFileName";

  @Metadata(
      label = "producer",
      description = "(attachment) Content type of the file, where there is only one.",
      javaType = "String")
  public static final String FILE_CONTENT_TYPE = "CamelLiveDeskFileContentType";

  @Metadata(
      label = "producer",
      description =
          "(attachment) Name of a file that has none of its own: bytes, streams, files of consumers.",
      javaType = "String")
  public static final String CAMEL_FILE_NAME = Exchange.FILE_NAME;

  @Metadata(
      label = "producer",
      description = "(attachment) Content type of such a file.",
      javaType = "String")
  public static final String CAMEL_FILE_CONTENT_TYPE = Exchange.FILE_CONTENT_TYPE;

  @Metadata(
      label = "producer",
      description =
          "After the send: id of the message as LiveDesk stored it. Removed where a send failed"
              + " without one. (retry) The message to retry.",
      javaType = "Long")
  public static final String MESSAGE_ID = "CamelLiveDeskMessageId";

  @Metadata(
      label = "producer",
      description = "After the send: the conversation it went to.",
      javaType = "String")
  public static final String MESSAGE_CONVERSATION_ID = "CamelLiveDeskMessageConversationId";

  @Metadata(
      label = "producer",
      description =
          "After the send: status of the stored message, such as sent. It says stored, not delivered.",
      javaType = "String")
  public static final String MESSAGE_STATUS = "CamelLiveDeskMessageStatus";

  @Metadata(
      label = "producer",
      description = "After the send, failed or not: HTTP requests made for it, 0 or more.",
      javaType = "Integer")
  public static final String ATTEMPTS = "CamelLiveDeskAttempts";

  @Metadata(
      label = "producer",
      enums = "NOT_SENT,REJECTED,UNKNOWN,ACCEPTED",
      description =
          "After a failed send: what is known of the message at LiveDesk's side, NOT_SENT, REJECTED,"
              + " UNKNOWN or ACCEPTED.",
      javaType = "String")
  public static final String OUTCOME = "CamelLiveDeskOutcome";

  @Metadata(
      label = "producer",
      description = "After a message that LiveDesk could not deliver: the channel's own words.",
      javaType = "String")
  public static final String EXTERNAL_ERROR = "CamelLiveDeskExternalError";

  @Metadata(
      label = "producer",
      description =
          "After a message that LiveDesk could not deliver: the channel's code, such as 131047.",
      javaType = "String")
  public static final String EXTERNAL_ERROR_CODE = "CamelLiveDeskExternalErrorCode";

  @Metadata(
      label = "producer",
      description = "After the send, failed or not: HTTP status of LiveDesk's last reply, if any.",
      javaType = "Integer")
  public static final String HTTP_RESPONSE_CODE = Exchange.HTTP_RESPONSE_CODE;

  @Metadata(
      label = "producer",
      description =
          "After a failed send, where LiveDesk said how long to wait: that time in milliseconds."
              + " Camel's error handler takes it as its next delay.",
      javaType = "Long")
  public static final String REDELIVERY_DELAY = Exchange.REDELIVERY_DELAY;

  private LiveDeskConstants() {}
}
