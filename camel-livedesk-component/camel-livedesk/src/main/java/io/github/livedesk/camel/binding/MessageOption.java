// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.binding;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

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

  /** The headers, by the names of the options. */
  public static Map<String, String> headers() {
    return Arrays.stream(values())
        .collect(Collectors.toMap(MessageOption::optionName, MessageOption::header));
  }

  private String header() {
    return "CamelLiveDesk" + Character.toUpperCase(optionName.charAt(0)) + optionName.substring(1);
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
