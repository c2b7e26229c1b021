// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.simulator.store;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The messages of a conversation, oldest first, with the calls that made or retried them. */
public final class Conversation {

  /**
   * One message.
   *
   * @param warnings of the request that made it
   */
  public record Entry(Message message, List<Long> calls, List<String> warnings) {

    Entry with(Message changed, List<Long> more) {
      List<Long> all = new ArrayList<>(calls);
      all.addAll(more);
      return new Entry(changed, List.copyOf(all), warnings);
    }

    /** What it takes of the memory, roughly, in bytes. */
    long size() {
      return message.size() + 2L * warnings.stream().mapToLong(String::length).sum();
    }
  }

  private static final int SHOWN = 100;

  private final String id;
  private final long number;
  private final Map<String, Entry> entries = new LinkedHashMap<>();
  private long lastSortingId;
  private Message last;

  /**
   * @param number how many conversations began up to this one
   */
  Conversation(String id, long number) {
    this.id = id;
    this.number = number;
  }

  String id() {
    return id;
  }

  long number() {
    return number;
  }

  long nextSortingId() {
    return ++lastSortingId;
  }

  void put(Entry entry) {
    last = entry.message();
    entries.put(String.valueOf(last.id()), entry);
  }

  /** The entry of a message, or null. */
  Entry get(String messageId) {
    return entries.get(messageId);
  }

  int size() {
    return entries.size();
  }

  Entry dropOldest() {
    Iterator<Entry> oldest = entries.values().iterator();
    Entry dropped = oldest.next();
    oldest.remove();
    return dropped;
  }

  List<Entry> entries() {
    return List.copyOf(entries.values());
  }

  /** What an inbox says of it. */
  Map<String, Object> overview() {
    Map<String, Object> overview = new LinkedHashMap<>();
    overview.put("id", id);
    overview.put("messages", entries.size());
    overview.put("failed", messages().stream().filter(Message::isFailed).count());
    overview.put("lastMessageAt", last.createdAt().toString());
    String text = last.shownText();
    overview.put(
        "lastText", text == null ? null : text.substring(0, Math.min(SHOWN, text.length())));
    overview.put("lastPrivate", last.privateNote());
    return overview;
  }

  List<Message> messages() {
    return entries.values().stream().map(Entry::message).toList();
  }
}
