package io.github.livedesk.camel.model;

/**
 * Which send a failure belongs to.
 *
 * @param operation what was asked for, such as {@code text}; null only when the failure is that the
 *     operation itself could not be told
 * @param conversationId the conversation, or null when it was missing or malformed
 * @param attempts HTTP requests made so far for this send, 0 or more
 */
public record SendContext(String operation, String conversationId, int attempts) {

  @Override
  public String toString() {
    var text = new StringBuilder(operation == null ? "send" : "op=" + operation);
    if (conversationId != null) {
      text.append(" to conversation ").append(conversationId);
    }
    if (attempts > 1) {
      text.append(" in ").append(attempts).append(" attempts");
    }
    return text.toString();
  }
}
