// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.examples.outbox;

import io.github.livedesk.camel.model.TemplateMessage;

/**
 * A message that is to be sent, as it stands on the topic in JSON.
 *
 * @param orderId no two orders have the same; one that comes again is not sent again
 * @param conversationId also the key on the topic, which keeps a conversation's orders in order
 * @param text the message; null where it is a template
 * @param template the message, in the shape that LiveDesk's document has; null where it is a text
 */
public record Order(String orderId, String conversationId, String text, TemplateMessage template) {

  public Order {
    if (orderId == null || orderId.isBlank()) {
      throw new IllegalArgumentException("orderId: takes a text, found nothing");
    }
    if ((text == null) == (template == null)) {
      throw new IllegalArgumentException(
          "text, template: takes one of them, found " + (text == null ? "none" : "both"));
    }
  }

  /** What goes to LiveDesk. */
  public Object message() {
    return text == null ? template : text;
  }
}
