// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.simulator.store;

import io.github.livedesk.camel.simulator.store.Conversation.Entry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** The conversations, in memory, as many as there is room for: the quietest drop out first. */
public final class MessageStore {

  /** The number of no request. */
  public static final long NO_CALL = 0;

  private final long room;
  private final int mostMessages;
  private final Runnable onChange;

  /** By activity, the quietest first. */
  private final Map<String, Conversation> conversations = new LinkedHashMap<>();

  /** By id, the oldest message first. */
  private final NavigableMap<Long, Conversation> messages = new TreeMap<>();

  private final Map<String, Attachment> files = new HashMap<>();
  private long taken;
  private long lastConversation;
  private long lastId;
  private long lastAttachmentId;

  /**
   * An empty store.
   *
   * @param room in bytes
   * @param mostMessages how many stay, from 1
   * @param onChange runs after each change; must be quick
   */
  public MessageStore(long room, int mostMessages, Runnable onChange) {
    this.room = room;
    this.mostMessages = mostMessages;
    this.onChange = onChange;
  }

  /**
   * Stores a message; a reply to a message that is not there becomes no reply, with a warning.
   *
   * @param externalError why it fails, or null
   * @param call the number of the request, or {@link #NO_CALL}
   */
  public Entry store(
      String conversationId, IncomingMessage incoming, String externalError, long call) {
    Entry entry;
    synchronized (this) {
      Conversation known = conversations.remove(conversationId);
      Conversation conversation =
          known == null ? new Conversation(conversationId, ++lastConversation) : known;
      conversations.put(conversationId, conversation);
      Message message = message(conversation, incoming).withExternalError(externalError);
      List<Long> made = call == NO_CALL ? List.of() : List.of(call);
      entry = new Entry(message, made, warnings(incoming, message));
      conversation.put(entry);
      message.attachments().forEach(file -> files.put(file.path(), file));
      taken += entry.size();
      messages.put(message.id(), conversation);
      makeRoom();
      while (messages.size() > mostMessages) {
        dropOldest(messages.firstEntry().getValue());
      }
    }
    onChange.run();
    return entry;
  }

  private static List<String> warnings(IncomingMessage incoming, Message message) {
    if (incoming.inReplyTo() == null || message.inReplyTo() != null) {
      return incoming.warnings();
    }
    List<String> all = new ArrayList<>(incoming.warnings());
    all.add(
        "in_reply_to is %d, and this conversation has no such message; the message becomes no reply."
            .formatted(incoming.inReplyTo()));
    return List.copyOf(all);
  }

  private Message message(Conversation conversation, IncomingMessage incoming) {
    Long repliedTo = incoming.inReplyTo();
    boolean known = repliedTo != null && conversation.get(repliedTo.toString()) != null;
    return new Message(
        ++lastId,
        conversation.id(),
        conversation.nextSortingId(),
        incoming.content(),
        incoming.privateNote(),
        incoming.fromCustomer(),
        "sent",
        null,
        known ? repliedTo : null,
        Instant.now(),
        incoming.attachments().stream().map(this::numbered).toList(),
        incoming.templateParams());
  }

  private Attachment numbered(Attachment file) {
    file.content().keep();
    return file.withId(++lastAttachmentId);
  }

  /** The newest message stays, whatever its size. */
  private void makeRoom() {
    while (taken > room) {
      Conversation quietest = conversations.values().iterator().next();
      if (conversations.size() > 1) {
        conversations.remove(quietest.id());
        quietest.entries().forEach(this::forget);
      } else if (quietest.size() > 1) {
        dropOldest(quietest);
      } else {
        return;
      }
    }
  }

  private void dropOldest(Conversation conversation) {
    forget(conversation.dropOldest());
    if (conversation.size() == 0) {
      conversations.remove(conversation.id());
    }
  }

  private void forget(Entry entry) {
    taken -= entry.size();
    messages.remove(entry.message().id());
    entry.message().attachments().forEach(this::remove);
  }

  private void remove(Attachment file) {
    files.remove(file.path());
    file.content().release();
  }

  /**
   * Looks whether a message can be retried.
   *
   * @throws ApiError when there is no such message, or it has not failed
   */
  public synchronized void checkRetry(String conversationId, String messageId) throws ApiError {
    if (!find(conversationId, messageId).message().status().equals("failed")) {
      throw new ApiError(422, "Message has not failed");
    }
  }

  /**
   * Gives a message another status.
   *
   * @param externalError why it failed, or null where it is sent now
   * @param calls the number of the request, where there was one
   * @throws ApiError when there is no such message
   */
  public Message change(
      String conversationId, String messageId, String externalError, List<Long> calls)
      throws ApiError {
    Message changed;
    synchronized (this) {
      Entry entry = find(conversationId, messageId);
      changed = entry.message().withExternalError(externalError);
      conversations.get(conversationId).put(entry.with(changed, calls));
    }
    onChange.run();
    return changed;
  }

  private Entry find(String conversationId, String messageId) throws ApiError {
    Conversation conversation = conversations.get(conversationId);
    Entry entry = conversation == null ? null : conversation.get(messageId);
    if (entry == null) {
      throw ApiError.notFound();
    }
    return entry;
  }

  /** The file that is served at a path; the caller has its content too and releases it. */
  public synchronized Optional<Attachment> file(String path) {
    Optional<Attachment> file = Optional.ofNullable(files.get(path));
    file.ifPresent(found -> found.content().keep());
    return file;
  }

  /** Whether a conversation has messages. */
  public synchronized boolean isWrittenTo(String conversationId) {
    return conversations.containsKey(conversationId);
  }

  /** Empty when there is no such conversation. */
  public synchronized List<Entry> entries(String conversationId) {
    Conversation conversation = conversations.get(conversationId);
    return conversation == null ? List.of() : conversation.entries();
  }

  public List<Message> messages(String conversationId) {
    return entries(conversationId).stream().map(Entry::message).toList();
  }

  /** The one that began first first. */
  public synchronized List<String> conversationIds() {
    return conversations.values().stream()
        .sorted(Comparator.comparingLong(Conversation::number))
        .map(Conversation::id)
        .toList();
  }

  /** What an inbox lists, the one with the newest message first. */
  public synchronized List<Map<String, Object>> overview() {
    List<Map<String, Object>> all =
        new ArrayList<>(conversations.values().stream().map(Conversation::overview).toList());
    Collections.reverse(all);
    return all;
  }

  public void clear() {
    synchronized (this) {
      conversations.clear();
      files.values().forEach(file -> file.content().release());
      files.clear();
      taken = 0;
      messages.clear();
      lastAttachmentId = 0;
      lastId = 0;
    }
    onChange.run();
  }
}
