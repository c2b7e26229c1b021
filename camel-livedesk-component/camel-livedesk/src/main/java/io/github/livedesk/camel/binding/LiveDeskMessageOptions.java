// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.binding;

import io.github.livedesk.camel.model.LiveDeskOperation;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;

/** What an endpoint says of its messages; where a header says otherwise, the header counts. */
@UriParams
public class LiveDeskMessageOptions {

  @UriParam(
      displayName = "Operation",
      label = "producer",
      enums = LiveDeskOperation.NAMES + ",create,search,update,ensure,status",
      description =
          "What to do: text, attachment, template or retry with messages; create, search, update or"
              + " ensure with contacts; create or status with conversations. Where it is left open,"
              + " the header CamelLiveDeskOperation decides, then, of a message, the body.")
  private String op;

  @UriParam(
      label = "producer",
      description =
          "The conversation that gets the messages: 1 to 64 ASCII letters, digits, '-' and '_'."
              + " Required, here or as header CamelLiveDeskConversationId.")
  private String conversationId;

  @UriParam(
      label = "producer",
      description =
          "The message to retry: 1 to 64 ASCII letters, digits, '-' and '_'. For op=retry, where the"
              + " header CamelLiveDeskMessageId does not say; else the body does.")
  private String messageId;

  @UriParam(
      name = "private",
      label = "producer",
      defaultValue = "false",
      description = "Whether the messages are notes that only agents see.")
  private Boolean privateNote;

  @UriParam(
      label = "producer",
      description = "Id of the message of the same conversation that is replied to, 1 or more.")
  private Long inReplyTo;

  @UriParam(
      label = "producer",
      description =
          "The text that goes along with attachments, or that the chat shows for a template named"
              + " here, where the message has none.")
  private String content;

  @UriParam(
      label = "producer",
      description =
          "Name of a WhatsApp template. With it the body is the template's values: a Map, or a List"
              + " for the positions 1, 2, 3.")
  private String templateName;

  @UriParam(
      label = "producer",
      description = "Language of the template named here, such as en_US; required with it.")
  private String templateLanguage;

  @UriParam(
      label = "producer",
      description = "Category of the template named here, such as MARKETING.")
  private String templateCategory;

  @UriParam(
      label = "producer",
      description = "Namespace of the template named here, where the provider has them.")
  private String templateNamespace;

  @UriParam(
      label = "producer",
      defaultValue = "false",
      description =
          "Whether the attachments of the Camel message are left aside. If not, they are sent along"
              + " with files, and make a text or template beside them an error.")
  private boolean ignoreAttachments;

  public String getOp() {
    return op;
  }

  public void setOp(String op) {
    this.op = op;
  }

  public String getConversationId() {
    return conversationId;
  }

  public void setConversationId(String conversationId) {
    this.conversationId = conversationId;
  }

  public String getMessageId() {
    return messageId;
  }

  public void setMessageId(String messageId) {
    this.messageId = messageId;
  }

  /** Whether the messages are private notes; null where the endpoint does not say. */
  public Boolean getPrivate() {
    return privateNote;
  }

  public void setPrivate(Boolean privateNote) {
    this.privateNote = privateNote;
  }

  public String getContent() {
    return content;
  }

  public void setContent(String content) {
    this.content = content;
  }

  public String getTemplateName() {
    return templateName;
  }

  public void setTemplateName(String templateName) {
    this.templateName = templateName;
  }

  public String getTemplateLanguage() {
    return templateLanguage;
  }

  public void setTemplateLanguage(String templateLanguage) {
    this.templateLanguage = templateLanguage;
  }

  public String getTemplateCategory() {
    return templateCategory;
  }

  public void setTemplateCategory(String templateCategory) {
    this.templateCategory = templateCategory;
  }

  public String getTemplateNamespace() {
    return templateNamespace;
  }

  public void setTemplateNamespace(String templateNamespace) {
    this.templateNamespace = templateNamespace;
  }

  public Long getInReplyTo() {
    return inReplyTo;
  }

  public void setInReplyTo(Long inReplyTo) {
    this.inReplyTo = inReplyTo;
  }

  public boolean isIgnoreAttachments() {
    return ignoreAttachments;
  }

  public void setIgnoreAttachments(boolean ignoreAttachments) {
    this.ignoreAttachments = ignoreAttachments;
  }
}
