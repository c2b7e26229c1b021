// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.binding;

import java.util.Arrays;

/**
 * The options that belong to one message: each has a header too, so that {@code toD} can hand its
 * value over without an endpoint of its own. The one place that lists them.
 */
public enum MessageOption {
  CONVERSATION_ID("conversationId"),
  MESSAGE_ID("messageId"),
  PRIVATE("private"),
  IN_REPLY_TO("inReplyTo"),
  CONTENT("content"),
  TEMPLATE_NAME("templateName"),
  TEMPLATE_LANGUAGE("templateLanguage"),
  TEMPLATE_CATEGORY("templateCategory"),
  TEMPLATE_NAMESPACE("templateNamespace");

  private final String optionName;

  MessageOption(String optionName) {
    this.optionName = optionName;
  }

  /** The name in a URI. */
  public String optionName() {
    return optionName;
  }

  /** Whether an option of a URI is one of these. */
  public static boolean isOne(String optionName) {
    return Arrays.stream(values()).anyMatch(option -> option.optionName.equals(optionName));
  }

  /** What an endpoint says; null where it says nothing. */
  Object of(LiveDeskMessageOptions endpoint) {
    return switch (this) {
      case CONVERSATION_ID -> endpoint.getConversationId();
      case MESSAGE_ID -> endpoint.getMessageId();
      case PRIVATE -> endpoint.getPrivate();
      case IN_REPLY_TO -> endpoint.getInReplyTo();
      case CONTENT -> endpoint.getContent();
      case TEMPLATE_NAME -> endpoint.getTemplateName();
      case TEMPLATE_LANGUAGE -> endpoint.getTemplateLanguage();
      case TEMPLATE_CATEGORY -> endpoint.getTemplateCategory();
      case TEMPLATE_NAMESPACE -> endpoint.getTemplateNamespace();
    };
  }
}
