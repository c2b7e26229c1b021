// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.simulator.desk;

import io.github.livedesk.camel.simulator.desk.DeskConversation.Origin;
import io.github.livedesk.camel.simulator.store.ApiError;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The contacts, the conversations with them, and how one begins. */
public final class Desk {

  private final Rules rules = new Rules();
  private final Race race = new Race();
  private final ContactStore contacts;
  private final ConversationBook conversations;

  /**
   * An empty desk.
   *
   * @param room in bytes, half of it for contacts
   * @param isWrittenTo whether a conversation has messages
   * @param onChange runs after each change; must be quick
   */
  public Desk(long room, Predicate<String> isWrittenTo, Runnable onChange) {
    this.contacts = new ContactStore(room / 2, onChange);
    this.conversations = new ConversationBook(room / 2, rules, isWrittenTo, onChange);
  }

  public Rules rules() {
    return rules;
  }

  public Race race() {
    return race;
  }

  public ContactStore contacts() {
    return contacts;
  }

  public ConversationBook conversations() {
    return conversations;
  }

  /** Where a conversation is to be: a session of a contact. */
  public record Place(Contact contact, Session session, boolean isNew) {}

  /**
   * Looks whether there can be such a conversation.
   *
   * @throws ApiError when inbox, contact or session do not exist, or do not go together
   */
  public Place place(Opening opening) throws ApiError {
    rules.checkInbox(opening.inboxId());
    if (opening.contactId() == null) {
      return placeOf(opening.sourceId());
    }
    Contact contact = contacts.require(opening.contactId());
    if (opening.sourceId() == null) {
      return new Place(contact, new Session(opening.inboxId(), ContactStore.newSourceId()), true);
    }
    var session = new Session(opening.inboxId(), opening.sourceId());
    Optional<Contact> owner = ownerOf(session);
    if (owner.isPresent() && owner.get().id() != contact.id()) {
      throw new ApiError(422, "source_id should be unique");
    }
    return new Place(contact, session, owner.isEmpty());
  }

  private Optional<Contact> ownerOf(Session session) {
    return contacts.all().stream()
        .filter(contact -> contact.sessions().contains(session))
        .findFirst();
  }

  /** A source id alone is looked for in all inboxes. */
  private Place placeOf(String sourceId) throws ApiError {
    for (Contact contact : sourceId == null ? List.<Contact>of() : contacts.all()) {
      for (Session session : contact.sessions()) {
        if (session.sourceId().equals(sourceId)) {
          return new Place(contact, session, false);
        }
      }
    }
    throw ApiError.notFound();
  }

  /**
   * Makes a conversation. Where its inbox has one only for a contact, it gives back the last one,
   * whatever its status, and leaves aside what is wished for.
   *
   * @throws ApiError as {@link #place}
   */
  public synchronized DeskConversation open(Opening opening) throws ApiError {
    Place place = place(opening);
    Contact contact = place.contact();
    Session session = place.session();
    if (rules.isOneConversationOnly(session.inboxId())) {
      Optional<DeskConversation> last =
          conversations.with(contact.id()).stream()
              .filter(known -> known.origin().inboxId() == session.inboxId())
              .reduce((earlier, later) -> later);
      if (last.isPresent()) {
        return last.get();
      }
    }
    if (place.isNew()) {
      contacts.addSession(contact.id(), session);
    }
    var origin =
        new Origin(
            contact.id(),
            session.inboxId(),
            session.sourceId(),
            opening.additionalAttributes(),
            opening.customAttributes());
    Status status = contact.profile().blocked() ? Status.RESOLVED : opening.status();
    return conversations.begin(origin, status, opening.snoozedUntil());
  }

  /** Forgets all, and is as usual again. */
  public void clear() {
    race.end();
    rules.clear();
    contacts.clear();
    conversations.clear();
  }
}
