// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel;

import io.github.livedesk.camel.model.LiveDeskOperation;
import org.apache.camel.Exchange;
import org.apache.camel.spi.Metadata;

/** The headers that the component reads and writes. */
public final class LiveDeskConstants {

  @Metadata(
      label = "producer",
      enums = LiveDeskOperation.NAMES + ",create,search,update,ensure,status",
      description =
          "What to do, where the endpoint does not say; as the option op, which beats this header.",
      javaType = "String")
  public static final String OPERATION = "CamelLiveDeskOperation";

  @Metadata(
      label = "producer",
      description =
          "(text, attachment, template, retry; conversations: status) The conversation that gets the message, or the status: 1 to 64 ASCII letters, digits, '-' and '_'."
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

  @Metadata(
      label = "producer",
      description = "(contacts, conversations) The inbox, 1 or more. Read, never written.",
      javaType = "Long")
  public static final String INBOX_ID = "CamelLiveDeskInboxId";

  @Metadata(
      label = "producer",
      description =
          "(contacts: update; conversations: create) The contact, 1 or more. Read, never written.",
      javaType = "Long")
  public static final String CONTACT_ID = "CamelLiveDeskContactId";

  @Metadata(
      label = "producer",
      description = "(contacts) Name of the contact.",
      javaType = "String")
  public static final String CONTACT_NAME = "CamelLiveDeskContactName";

  @Metadata(
      label = "producer",
      description = "(contacts) E-mail address of the contact: one @ and no blanks.",
      javaType = "String")
  public static final String CONTACT_EMAIL = "CamelLiveDeskContactEmail";

  @Metadata(
      label = "producer",
      description = "(contacts) Phone number of the contact: + and 2 to 15 digits.",
      javaType = "String")
  public static final String CONTACT_PHONE_NUMBER = "CamelLiveDeskContactPhoneNumber";

  @Metadata(
      label = "producer",
      description = "(contacts) Number or name of the contact in a system of yours.",
      javaType = "String")
  public static final String CONTACT_IDENTIFIER = "CamelLiveDeskContactIdentifier";

  @Metadata(
      label = "producer",
      description = "(contacts) Address of a picture of the contact.",
      javaType = "String")
  public static final String CONTACT_AVATAR_URL = "CamelLiveDeskContactAvatarUrl";

  @Metadata(
      label = "producer",
      description = "(contacts: search) Text to search for.",
      javaType = "String")
  public static final String QUERY = "CamelLiveDeskQuery";

  @Metadata(
      label = "producer",
      description = "(contacts: search) Page of the search, from 1.",
      javaType = "Integer")
  public static final String PAGE = "CamelLiveDeskPage";

  @Metadata(
      label = "producer",
      description =
          "After create or ensure of contacts: whether this call made the contact. False where it was found, or may be another's.",
      javaType = "Boolean")
  public static final String CONTACT_CREATED = "CamelLiveDeskContactCreated";

  @Metadata(
      label = "producer",
      description =
          "(conversations: create) The contact's session in the inbox. Read, never written.",
      javaType = "String")
  public static final String SOURCE_ID = "CamelLiveDeskSourceId";

  @Metadata(
      label = "producer",
      description = "(conversations: status) Status that the conversation is given.",
      javaType = "String")
  public static final String CONVERSATION_STATUS = "CamelLiveDeskConversationStatus";

  @Metadata(
      label = "producer",
      description =
          "(conversations: status) With snoozed, until when: an Instant, seconds since 1970, or a time as text.",
      javaType = "java.time.Instant")
  public static final String SNOOZED_UNTIL = "CamelLiveDeskSnoozedUntil";

  @Metadata(
      label = "producer",
      description =
          "What is in hand: the contact of the last call. Counts after header, body and option.",
      javaType = "Long")
  public static final String CURRENT_CONTACT_ID = "CamelLiveDeskCurrentContactId";

  @Metadata(
      label = "producer",
      description = "What is in hand: the inbox of that contact.",
      javaType = "Long")
  public static final String CURRENT_INBOX_ID = "CamelLiveDeskCurrentInboxId";

  @Metadata(
      label = "producer",
      description =
          "What is in hand: the session of that contact in that inbox. Whoever has it can open the customer's chat.",
      javaType = "String")
  public static final String CURRENT_SOURCE_ID = "CamelLiveDeskCurrentSourceId";

  @Metadata(
      label = "producer",
      description =
          "What is in hand: the conversation of the last call. A message goes there where nothing else says where.",
      javaType = "String")
  public static final String CURRENT_CONVERSATION_ID = "CamelLiveDeskCurrentConversationId";

  private LiveDeskConstants() {}
}
