// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.client.contact;

import io.github.livedesk.camel.model.ResponseJson;
import io.github.livedesk.camel.model.contact.ContactInbox;
import io.github.livedesk.camel.model.contact.LiveDeskContact;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The contact in a response. The documents show it as {@code payload.contact}, as {@code payload},
 * and not at all to their end: each is taken.
 */
final class ContactJson {

  private ContactJson() {}

  /**
   * @throws IllegalArgumentException where there is none
   */
  static LiveDeskContact read(Map<String, Object> response) {
    Map<String, Object> payload = object(response.get("payload")).orElse(response);
    Map<String, Object> json = object(payload.get("contact")).orElse(payload);
    LiveDeskContact contact = LiveDeskContact.of(json);
    Optional<ContactInbox> session = object(payload.get("contact_inbox")).map(ContactInbox::of);
    return session.map(made -> with(contact, made)).orElse(contact);
  }

  /** Empty where a response has none, as a refusal. */
  static Optional<LiveDeskContact> find(Map<String, Object> response) {
    try {
      return Optional.of(read(response));
    } catch (IllegalArgumentException none) {
      return Optional.empty();
    }
  }

  @SuppressWarnings("unchecked") // JSON has no other keys than text
  private static Optional<Map<String, Object>> object(Object value) {
    return value instanceof Map<?, ?> map && !ResponseJson.isLarge(map)
        ? Optional.of((Map<String, Object>) map)
        : Optional.empty();
  }

  /** The session that was just made may be told apart from the contact. */
  private static LiveDeskContact with(LiveDeskContact contact, ContactInbox session) {
    boolean isThere =
        session.sourceId() == null
            || contact.inboxes().stream().anyMatch(it -> session.sourceId().equals(it.sourceId()));
    if (isThere) {
      return contact;
    }
    List<ContactInbox> inboxes = new ArrayList<>(contact.inboxes());
    inboxes.add(session);
    return contact.withInboxes(inboxes);
  }

  /** Whether a contact has one of the keys that a request gives. */
  static boolean hasKeyOf(LiveDeskContact contact, Map<String, Object> request) {
    return ContactKey.given(request).stream().anyMatch(key -> key.isOf(contact));
  }

  /** A contact with another key than was sent may be that of another request. */
  static Optional<String> doubt(LiveDeskContact contact, Map<String, Object> request) {
    return ContactKey.given(request).stream().anyMatch(key -> key.differs(contact))
        ? Optional.of("its contact has another identifier, email or phone_number")
        : Optional.empty();
  }

  /** Whether one of the contacts of a page has a text as one of its keys, or as its name. */
  static boolean hasOneWith(Map<String, Object> response, String text) {
    return response.get("payload") instanceof List<?> items
        && !ResponseJson.isLarge(items)
        && items.stream()
            .anyMatch(
                item ->
                    item instanceof Map<?, ?> contact
                        && !ResponseJson.isLarge(contact)
                        && (text.equals(contact.get("identifier"))
                            || text.equals(contact.get("phone_number"))
                            || text.equals(contact.get("name"))
                            || (contact.get("email") instanceof String email
                                && email.equalsIgnoreCase(text))));
  }
}
