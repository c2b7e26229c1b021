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

  /** A text; of an option that is none, the option's own type where the endpoint says it. */
  Object get(MessageOption option) {
    Object text = evaluated.get(option.optionName());
    return text == null ? option.of(endpoint) : text;
  }

  /** The value of an option that is a text. */
  String text(MessageOption option) {
    return (String) get(option);
  }
}
