// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.simulator.desk;

import io.github.livedesk.camel.simulator.store.ApiError;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The contacts, as many as there is room for: those that nothing was done with drop out first. */
public final class ContactStore {

  /** Far from the ids of messages and conversations, so that nobody takes one for the other. */
  private static final long FIRST_ID = 42_000_001;

  private final long room;
  private final Runnable onChange;

  /** By activity, the quietest first. */
  private final Map<Long, Contact> contacts = new LinkedHashMap<>();

  private long taken;
  private long nextId = FIRST_ID;

  /**
   * An empty store.
   *
   * @param room in bytes
   * @param onChange runs after each change; must be quick
   */
  public ContactStore(long room, Runnable onChange) {
    this.room = room;
    this.onChange = onChange;
  }

  /** Looks whether a contact can be made. */
  public synchronized void check(Profile profile) throws ApiError {
    ContactValidator.check(profile, contacts.values());
  }

  /**
   * Makes a contact.
   *
   * @param inboxIds it gets a session in each
   * @throws ApiError when the server's checks refuse it
   */
  public Contact create(Profile profile, List<Long> inboxIds) throws ApiError {
    Contact made;
    synchronized (this) {
      check(profile);
      made = insert(profile, inboxIds);
    }
    onChange.run();
    return made;
  }

  /**
   * Makes a contact that was checked before another one was stored. The database keeps e-mail and
   * identifier unique, but no phone.
   *
   * @throws ApiError when the database refuses it
   */
  public Contact createUnchecked(Profile profile, List<Long> inboxIds) throws ApiError {
    Contact made;
    synchronized (this) {
      made = insert(profile, inboxIds);
    }
    onChange.run();
    return made;
  }

  /** The database has no opinion on forms, and an empty identifier is one like any other to it. */
  private Contact insert(Profile profile, List<Long> inboxIds) throws ApiError {
    Collection<Contact> others = contacts.values();
    if (ContactValidator.isTaken(profile, others, Profile::email)
        || ContactValidator.isTaken(profile, others, Profile::identifier)) {
      throw ApiError.notCaught();
    }
    List<Session> sessions =
        inboxIds.stream().map(inbox -> new Session(inbox, newSourceId())).toList();
    var contact = new Contact(nextId++, profile, Instant.now(), sessions);
    put(contact);
    return contact;
  }

  static String newSourceId() {
    return UUID.randomUUID().toString();
  }

  private void put(Contact contact) {
    Contact before = contacts.remove(contact.id());
    contacts.put(contact.id(), contact);
    taken += contact.size() - (before == null ? 0 : before.size());
    Iterator<Contact> quietest = contacts.values().iterator();
    while (taken > room && contacts.size() > 1) {
      taken -= quietest.next().size();
      quietest.remove();
    }
  }

  /** Looks whether a contact can be changed so. */
  public synchronized void checkUpdate(long id, Map<String, Object> changes) throws ApiError {
    Contact contact = require(id);
    List<Contact> others = contacts.values().stream().filter(other -> other.id() != id).toList();
    ContactValidator.check(contact.profile().with(changes), others);
  }

  /**
   * Changes a contact.
   *
   * @param changes by the names of the API
   * @throws ApiError when there is no such contact, or the server's checks refuse it
   */
  public Contact update(long id, Map<String, Object> changes) throws ApiError {
    Contact changed;
    synchronized (this) {
      checkUpdate(id, changes);
      Contact contact = require(id);
      changed = contact.with(contact.profile().with(changes));
      put(changed);
    }
    onChange.run();
    return changed;
  }

  /** Makes a session of a contact. */
  synchronized void addSession(long id, Session session) throws ApiError {
    put(require(id).with(session));
  }

  public synchronized Optional<Contact> get(long id) {
    return Optional.ofNullable(contacts.get(id));
  }

  Contact require(long id) throws ApiError {
    return get(id).orElseThrow(ApiError::notFound);
  }

  /** The one that was made first first. */
  public synchronized List<Contact> all() {
    return contacts.values().stream().sorted(Comparator.comparingLong(Contact::id)).toList();
  }

  public void clear() {
    synchronized (this) {
      contacts.clear();
      taken = 0;
      nextId = FIRST_ID;
    }
    onChange.run();
  }
}
