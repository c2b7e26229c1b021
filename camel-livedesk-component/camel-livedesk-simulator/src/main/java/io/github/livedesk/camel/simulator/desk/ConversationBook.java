// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.simulator.desk;

import io.github.livedesk.camel.simulator.desk.DeskConversation.Origin;
import io.github.livedesk.camel.simulator.store.ApiError;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Conversations with their contact, inbox and status, as many as there is room for: those that
 * began first drop out first. One that is not in it is open and has no contact, unless the rules
 * say that it does not exist.
 */
public final class ConversationBook {

  private final long room;
  private final Rules rules;
  private final Predicate<String> isWrittenTo;
  private final Runnable onChange;

  /** The one that began first first. */
  private final Map<String, DeskConversation> conversations = new LinkedHashMap<>();

  private long taken;
  private long lastNumber;

  /**
   * An empty book.
   *
   * @param room in bytes
   * @param isWrittenTo whether a conversation has messages: its number is not given again
   * @param onChange runs after each change; must be quick
   */
  ConversationBook(long room, Rules rules, Predicate<String> isWrittenTo, Runnable onChange) {
    this.room = room;
    this.rules = rules;
    this.isWrittenTo = isWrittenTo;
    this.onChange = onChange;
  }

  DeskConversation begin(Origin origin, Status status, Instant snoozedUntil) {
    DeskConversation begun;
    synchronized (this) {
      begun = DeskConversation.begin(nextId(), origin, status, snoozedUntil);
      put(begun);
    }
    onChange.run();
    return begun;
  }

  private String nextId() {
    String id;
    do {
      id = String.valueOf(++lastNumber);
    } while (conversations.containsKey(id) || isWrittenTo.test(id));
    return id;
  }

  private void put(DeskConversation conversation) {
    DeskConversation before = conversations.put(conversation.id(), conversation);
    taken += conversation.size() - (before == null ? 0 : before.size());
    Iterator<DeskConversation> oldest = conversations.values().iterator();
    while (taken > room && conversations.size() > 1) {
      taken -= oldest.next().size();
      oldest.remove();
    }
  }

  /** Refuses a conversation that does not exist: any id is one, unless the rules are strict. */
  public void check(String id) throws ApiError {
    boolean made = get(id).filter(conversation -> conversation.origin() != null).isPresent();
    if (!made && rules.isStrictConversations()) {
      throw ApiError.notFound();
    }
  }

  /** Looks whether a conversation can have another status. */
  public void checkChange(String id, Status status) throws ApiError {
    check(id);
    getOrUsual(id).status().checkChange(status);
  }

  /**
   * Gives a conversation another status; where it has it already nothing changes.
   *
   * @param until when it is open again, or null
   * @throws ApiError when there is no such conversation, or the status does not follow on its own
   */
  public DeskConversation change(String id, Status status, Instant until) throws ApiError {
    DeskConversation changed;
    synchronized (this) {
      checkChange(id, status);
      changed = getOrUsual(id);
      if (changed.status() == status) {
        return changed;
      }
      changed = changed.with(status, until);
      put(changed);
    }
    onChange.run();
    return changed;
  }

  /** Gives a conversation a status that need not follow on its own. */
  public void set(String id, Status status) {
    synchronized (this) {
      put(getOrUsual(id).with(status, null));
    }
    onChange.run();
  }

  /** Forgets one, as if it had not been made. */
  public void delete(String id) {
    synchronized (this) {
      DeskConversation deleted = conversations.remove(id);
      taken -= deleted == null ? 0 : deleted.size();
    }
    onChange.run();
  }

  /** The customer's own message opens it again; ours does not. */
  public void customerWrote(String id) {
    Status status = getOrUsual(id).status();
    if (status == Status.RESOLVED || status == Status.SNOOZED) {
      set(id, Status.OPEN);
    }
  }

  /** Empty where nothing is known of it. */
  public synchronized Optional<DeskConversation> get(String id) {
    return Optional.ofNullable(conversations.get(id)).map(DeskConversation::now);
  }

  /** What is known of it, or that it is open and has no contact. */
  public DeskConversation getOrUsual(String id) {
    return get(id).orElseGet(() -> DeskConversation.begin(id, null, Status.OPEN, null));
  }

  /** Those that were made, the one that began first first. */
  public synchronized List<DeskConversation> made() {
    return conversations.values().stream()
        .filter(conversation -> conversation.origin() != null)
        .map(DeskConversation::now)
        .toList();
  }

  /** Those with a contact, the one that began first first. */
  public List<DeskConversation> with(long contactId) {
    return made().stream().filter(conversation -> conversation.isWith(contactId)).toList();
  }

  void clear() {
    synchronized (this) {
      conversations.clear();
      taken = 0;
      lastNumber = 0;
    }
    onChange.run();
  }
}
