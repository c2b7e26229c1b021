// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.binding;

import java.util.Map;

/** The options of one send: what {@code toD} has evaluated, else what the endpoint says. */
final class SendOptions {

  private final LiveDeskMessageOptions endpoint;
  private final Map<String, String> evaluated;

  SendOptions(LiveDeskMessageOptions endpoint, Map<String, String> evaluated) {
    this.endpoint = endpoint;
    this.evaluated = evaluated;
  }

  /** Never evaluated apart: which call is made is the endpoint's. */
  String op() {
    return endpoint.getOp();
  }

  /** Never evaluated apart: what is lost without an error is the endpoint's to say. */
  boolean ignoreAttachments() {
    return endpoint.isIgnoreAttachments();
  }

  String conversationId() {
    return evaluated.getOrDefault("conversationId", endpoint.getConversationId());
  }

  String messageId() {
    return evaluated.getOrDefault("messageId", endpoint.getMessageId());
  }

  /** A boolean; or text, which need not be one. */
  Object privateNote() {
    Object text = evaluated.get("private");
    return text == null ? endpoint.getPrivate() : text;
  }

  /** A number; or text, which need not be one. */
  Object inReplyTo() {
    Object text = evaluated.get("inReplyTo");
    return text == null ? endpoint.getInReplyTo() : text;
  }

  String content() {
    return evaluated.getOrDefault("content", endpoint.getContent());
  }

  String templateName() {
    return evaluated.getOrDefault("templateName", endpoint.getTemplateName());
  }

  String templateLanguage() {
    return evaluated.getOrDefault("templateLanguage", endpoint.getTemplateLanguage());
  }

  String templateCategory() {
    return evaluated.getOrDefault("templateCategory", endpoint.getTemplateCategory());
  }

  String templateNamespace() {
    return evaluated.getOrDefault("templateNamespace", endpoint.getTemplateNamespace());
  }
}
