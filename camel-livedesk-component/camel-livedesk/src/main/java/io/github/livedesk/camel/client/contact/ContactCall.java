// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.client.contact;

import io.github.livedesk.camel.client.api.Content;
import io.github.livedesk.camel.client.api.Content.JsonContent;
import io.github.livedesk.camel.client.api.Content.NoContent;
import io.github.livedesk.camel.client.api.ResourceRequest;
import io.github.livedesk.camel.client.api.Texts;
import io.github.livedesk.camel.model.contact.LiveDeskContactPage;
import java.util.List;
import java.util.Map;

/** One call about contacts. */
public sealed interface ContactCall extends ContactOperation, ResourceRequest {

  @Override
  default String subject() {
    return "contact or inbox";
  }

  @Override
  default List<String> names() {
    return List.of();
  }

  /**
   * Makes a contact (API document, "Create contact").
   *
   * @param inboxId the inbox, 1 or more
   * @param json by the API's names; {@code inbox_id} is among them
   */
  record Create(Long inboxId, Map<String, Object> json) implements ContactCall {

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
      return textsOf(json);
    }

    @Override
    public List<String> fields() {
      return List.copyOf(json.keySet());
    }

    @Override
    public ContactResult read(Map<String, Object> response) {
      return new ContactResult(ContactJson.read(response), true);
    }

    @Override
    public String doubt(Map<String, Object> response) {
      return ContactJson.find(response).flatMap(it -> ContactJson.doubt(it, json)).orElse(null);
    }

    @Override
    public boolean isProof(Map<String, Object> response) {
      return ContactJson.find(response).filter(it -> ContactJson.hasKeyOf(it, json)).isPresent();
    }

    @Override
    public String toString() {
      return "Create[]";
    }
  }

  /**
   * Changes a contact (API document, "Update contact").
   *
   * @param id of the contact
   * @param inboxId the inbox that is meant, or null
   * @param json by the API's names, one or more; null empties a field
   */
  record Update(long id, Long inboxId, Map<String, Object> json) implements ContactCall {

    @Override
    public String operationName() {
      return "update";
    }

    @Override
    public String method() {
      return "PATCH";
    }

    @Override
    public String path() {
      return RESOURCE + "/" + id;
    }

    @Override
    public Content content() {
      return new JsonContent(json);
    }

    @Override
    public boolean isSafeToRepeat() {
      return true;
    }

    @Override
    public List<String> texts() {
      return textsOf(json);
    }

    @Override
    public List<String> names() {
      return List.of(String.valueOf(id));
    }

    @Override
    public List<String> fields() {
      return List.copyOf(json.keySet());
    }

    @Override
    public ContactResult read(Map<String, Object> response) {
      return new ContactResult(ContactJson.read(response), null);
    }

    @Override
    public String doubt(Map<String, Object> response) {
      return ContactJson.find(response).filter(it -> it.id() != id).isPresent()
          ? "its contact is another one"
          : null;
    }

    @Override
    public boolean isProof(Map<String, Object> response) {
      return ContactJson.find(response).filter(it -> it.id() == id).isPresent();
    }

    @Override
    public String toString() {
      return "Update[" + id + "]";
    }
  }

  /**
   * Looks for contacts, or lists them (API document, "Search contact").
   *
   * @param query what is in the address after the question mark, percent-encoded; may be empty
   * @param sought the text in it that is looked for; null where all are listed
   */
  record Search(String query, String sought) implements ContactCall {

    @Override
    public String operationName() {
      return "search";
    }

    @Override
    public String method() {
      return "GET";
    }

    @Override
    public String path() {
      return query.isEmpty() ? RESOURCE : RESOURCE + "?" + query;
    }

    @Override
    public Content content() {
      return new NoContent();
    }

    @Override
    public boolean isSafeToRepeat() {
      return true;
    }

    @Override
    public Long inboxId() {
      return null;
    }

    /** As they stand in the address too: a proxy may quote it. */
    @Override
    public List<String> texts() {
      return sought == null ? List.of(query) : List.of(sought, query);
    }

    @Override
    public List<String> fields() {
      return List.of();
    }

    @Override
    public LiveDeskContactPage read(Map<String, Object> response) {
      return LiveDeskContactPage.of(response);
    }

    /** Where one of those found has the whole text. An empty page may be anybody's. */
    @Override
    public boolean isProof(Map<String, Object> response) {
      return sought != null && ContactJson.hasOneWith(response, sought);
    }

    @Override
    public String toString() {
      return "Search[]";
    }
  }

  private static List<String> textsOf(Map<String, Object> json) {
    return Texts.within(json).orElseThrow();
  }
}
