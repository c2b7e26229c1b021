// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.model.failure;

/**
 * Which send a failure belongs to.
 *
 * @param resource what it is about, as in the URI; null where it is messages
 * @param operation what was asked for, such as {@code text}; null only when the failure is that the
 *     operation itself could not be told
 * @param conversationId the conversation, or null when it was missing or malformed
 * @param attempts HTTP requests made so far for this send, 0 or more
 * @param whyNotAgain why it was not tried again, where that could be expected; else null
 */
public record SendContext(
    String resource, String operation, String conversationId, int attempts, String whyNotAgain) {

  /** Of a message. */
  public SendContext(String operation, String conversationId, int attempts, String whyNotAgain) {
    this(null, operation, conversationId, attempts, whyNotAgain);
  }

  /** Where nobody expects another try. */
  public SendContext(String operation, String conversationId, int attempts) {
    this(operation, conversationId, attempts, null);
  }

  /** One sentence for people. */
  String sentence(String reason, Outcome outcome) {
    return this
        + ": "
        + reason
        + (whyNotAgain == null ? "" : "; not tried again, " + whyNotAgain)
        + " (outcome "
        + outcome
        + ")";
  }

  @Override
  public String toString() {
    var text = new StringBuilder(operation == null ? "send" : "op=" + operation);
    if (resource != null) {
      text.append(" of livedesk:").append(resource);
    }
    if (conversationId != null) {
      text.append(resource == null ? " to conversation " : " for conversation ")
          .append(conversationId);
    }
    if (attempts > 1) {
      text.append(" in ").append(attempts).append(" attempts");
    }
    return text.toString();
  }
}
