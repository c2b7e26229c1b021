// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.client.response;

import io.github.livedesk.camel.client.api.MessageRequest;
import io.github.livedesk.camel.client.body.SentFile;
import io.github.livedesk.camel.client.http.RequestProducer;
import io.github.livedesk.camel.client.http.ResponseCheck;
import io.github.livedesk.camel.model.Numbers;
import java.util.List;
import java.util.Map;

/** Tells whether a reply is about the message of a request, by all that both of them say. */
final class MessageIdentity implements ResponseCheck {

  private final MessageRequest request;
  private final RequestProducer producer;

  /**
   * @param producer knows the files that were sent
   */
  MessageIdentity(MessageRequest request, RequestProducer producer) {
    this.request = request;
    this.producer = producer;
  }

  @Override
  public long messageId(Map<String, Object> json) {
    Object id = json.get("id");
    return id instanceof Integer || id instanceof Long ? Math.max(0, ((Number) id).longValue()) : 0;
  }

  @Override
  public String doubt(Map<String, Object> json, boolean isSeen) {
    if (messageId(json) == 0) {
      return null;
    }
    if (isOfAnotherConversation(json.get("conversation_id"))) {
      return "its conversation_id is that of another conversation";
    }
    String asked = request.messageId();
    if (asked != null) {
      return !isSame(messageId(json), asked) && isNumber(asked)
          ? "its id is not that of the message to retry"
          : null;
    }
    if (isSeen) {
      return "its id is that of the message in an earlier reply on the same connection";
    }
    return contentDoubt(json);
  }

  @Override
  public boolean isProof(Map<String, Object> json) {
    return messageId(json) > 0
        && request.messageId() == null
        && !"failed".equals(json.get("status"));
  }

  /** A conversation that is asked for by a text may be given as a number in the reply. */
  private boolean isOfAnotherConversation(Object found) {
    String asked = request.conversationId();
    if (found instanceof Number number) {
      return !isSame(number, asked) && isNumber(asked);
    }
    return found instanceof String text && !text.isBlank() && !isSame(text, asked);
  }

  private String contentDoubt(Map<String, Object> json) {
    String doubt = textDoubt(request.storedText(), json);
    List<SentFile> files = producer.files();
    return doubt == null
            && !files.isEmpty()
            && SentContent.areOthers(files, json.get("attachments"))
        ? "its attachments have other names and sizes"
        : doubt;
  }

  private static String textDoubt(String sent, Map<String, Object> json) {
    return sent != null
            && json.get("content") instanceof String stored
            && SentContent.isAnother(sent, stored)
        ? "its content is another text"
        : null;
  }

  private static boolean isNumber(String id) {
    return id.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  private static boolean isSame(Object found, String asked) {
    String text = String.valueOf(found);
    return text.equals(asked)
        || (isNumber(text)
            && isNumber(asked)
            && Numbers.withoutZeros(text).equals(Numbers.withoutZeros(asked)));
  }
}
