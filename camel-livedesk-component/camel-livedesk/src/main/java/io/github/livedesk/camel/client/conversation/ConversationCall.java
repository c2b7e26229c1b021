// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.client.conversation;

import io.github.livedesk.camel.client.api.Content;
import io.github.livedesk.camel.client.api.Content.JsonContent;
import io.github.livedesk.camel.client.api.ResourceRequest;
import io.github.livedesk.camel.client.api.Texts;
import io.github.livedesk.camel.model.ResponseJson;
import io.github.livedesk.camel.model.conversation.LiveDeskConversation;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** One call about a conversation. */
public sealed interface ConversationCall extends ResourceRequest {

  /** As in a URI. */
  String RESOURCE = "conversations";

  @Override
  default String resource() {
    return RESOURCE;
  }

  /**
   * Makes a conversation (API document, "Create conversation"). LiveDesk may give back an older one
   * where the inbox has one for each contact.
   *
   * @param inboxId the inbox, 1 or more
   * @param contactId the contact; null where the session alone tells
   * @param sourceId the session; null where the contact alone tells
   * @param json all of it, by the API's names
   */
  record Create(Long inboxId, Long contactId, String sourceId, Map<String, Object> json)
      implements ConversationCall {

    @Override
    public String operationName() {
      return "create";
    }

    @Override
    public String path() {
      return RESOURCE;
    }

    @Override
    public Content content() {
      return new JsonContent(json);
    }

    @Override
    public List<String> texts() {
      return Texts.within(json).orElseThrow();
    }

    @Override
    public List<String> names() {
      return contactId == null
          ? List.of(String.valueOf(inboxId))
          : List.of(String.valueOf(inboxId), String.valueOf(contactId));
    }

    @Override
    public List<String> fields() {
      return List.copyOf(json.keySet());
    }

    @Override
    public String subject() {
      return "inbox, contact or session";
    }

    @Override
    public LiveDeskConversation read(Map<String, Object> response) {
      return LiveDeskConversation.of(payload(response).orElse(response));
    }

    @Override
    public String doubt(Map<String, Object> response) {
      Map<String, Object> json = payload(response).orElse(response);
      Long found = LiveDeskConversation.contactId(json);
      return contactId != null && found != null && !found.equals(contactId)
          ? "its conversation is that of another contact"
          : null;
    }

    /** A conversation with this very contact may stay in hand, whichever request it answers. */
    @Override
    public boolean isProof(Map<String, Object> response) {
      Map<String, Object> json = payload(response).orElse(response);
      return contactId != null && contactId.equals(LiveDeskConversation.contactId(json));
    }

    /** Never the session. */
    @Override
    public String toString() {
      return "Create[" + inboxId + ", " + contactId + "]";
    }
  }

  /**
   * Gives a conversation another status (API document, "Update status").
   *
   * @param conversationId the conversation: 1 to 64 ASCII letters, digits, {@code -} and {@code _}
   * @param status as LiveDesk has it
   * @param json all of it, by the API's names
   */
  record SetStatus(String conversationId, String status, Map<String, Object> json)
      implements ConversationCall {

    @Override
    public String operationName() {
      return "status";
    }

    @Override
    public String path() {
      return RESOURCE + "/" + conversationId + "/toggle_status";
    }

    @Override
    public Content content() {
      return new JsonContent(json);
    }

    @Override
    public List<String> texts() {
      return List.of();
    }

    @Override
    public List<String> names() {
      return List.of(conversationId, status);
    }

    @Override
    public List<String> fields() {
      return List.copyOf(json.keySet());
    }

    @Override
    public String subject() {
      return "conversation";
    }

    @Override
    public boolean acceptsEmptySuccess() {
      return true;
    }

    /**
     * The document does not show the response.
     *
     * @return the conversation; null where the response has none
     */
    @Override
    public LiveDeskConversation read(Map<String, Object> response) {
      Map<String, Object> json = payload(response).orElse(response);
      if (Boolean.FALSE.equals(json.get("success"))) {
        throw new IllegalArgumentException("says that the status was not changed");
      }
      return json.containsKey("id") ? LiveDeskConversation.of(json) : null;
    }

    @Override
    public String doubt(Map<String, Object> response) {
      Object found = found(response);
      return found != null && isNumber(conversationId) && !isSame(found)
          ? "its conversation is another one"
          : null;
    }

    @Override
    public boolean isProof(Map<String, Object> response) {
      Object found = found(response);
      return found != null && isSame(found);
    }

    private static Object found(Map<String, Object> response) {
      Map<String, Object> json = payload(response).orElse(response);
      return json.containsKey("conversation_id") ? json.get("conversation_id") : json.get("id");
    }

    private boolean isSame(Object found) {
      return Objects.toString(found).equals(conversationId);
    }

    private static boolean isNumber(String id) {
      return id.chars().allMatch(c -> c >= '0' && c <= '9');
    }
  }

  @SuppressWarnings("unchecked") // JSON has no other keys than text
  private static Optional<Map<String, Object>> payload(Map<String, Object> response) {
    return response.get("payload") instanceof Map<?, ?> map && !ResponseJson.isLarge(map)
        ? Optional.of((Map<String, Object>) map)
        : Optional.empty();
  }
}
