// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.simulator.inbox;

import io.github.livedesk.camel.simulator.desk.Contact;
import io.github.livedesk.camel.simulator.desk.Desk;
import io.github.livedesk.camel.simulator.desk.DeskConversation;
import io.github.livedesk.camel.simulator.desk.DeskConversation.Origin;
import io.github.livedesk.camel.simulator.store.MessageStore;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What an inbox reads of the desk: with whom a conversation is, where, and how it stands. */
final class DeskView {

  private final MessageStore store;
  private final Desk desk;

  DeskView(MessageStore store, Desk desk) {
    this.store = store;
    this.desk = desk;
  }

  /** Those with messages and those that were only made, the one with the newest activity first. */
  List<Map<String, Object>> conversations() {
    Deque<DeskConversation> unwritten = new ArrayDeque<>();
    for (DeskConversation made : desk.conversations().made()) {
      if (!store.isWrittenTo(made.id())) {
        unwritten.push(made);
      }
    }
    List<Map<String, Object>> all = new ArrayList<>();
    for (Map<String, Object> written : store.overview()) {
      Instant at = Instant.parse((String) written.get("lastMessageAt"));
      while (!unwritten.isEmpty() && unwritten.peek().createdAt().isAfter(at)) {
        all.add(overview(unwritten.pop()));
      }
      written.putAll(of((String) written.get("id")));
      all.add(written);
    }
    unwritten.forEach(made -> all.add(overview(made)));
    return all;
  }

  private Map<String, Object> overview(DeskConversation made) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", made.id());
    json.put("messages", 0);
    json.put("failed", 0);
    json.put("lastMessageAt", null);
    json.put("lastText", null);
    json.put("lastPrivate", false);
    json.putAll(of(made));
    return json;
  }

  /** What is known of a conversation. */
  Map<String, Object> of(String id) {
    return of(desk.conversations().getOrUsual(id));
  }

  private Map<String, Object> of(DeskConversation conversation) {
    Origin origin = conversation.origin();
    Instant until = conversation.snoozedUntil();
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("status", conversation.status().toString());
    json.put("snoozedUntil", until == null ? null : until.toString());
    json.put("inboxId", origin == null ? null : origin.inboxId());
    json.put(
        "contact",
        origin == null
            ? null
            : desk.contacts().get(origin.contactId()).map(DeskView::contact).orElse(null));
    return json;
  }

  private static Map<String, Object> contact(Contact contact) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", contact.id());
    json.put("name", contact.profile().name());
    json.put("email", contact.profile().email());
    json.put("phoneNumber", contact.profile().phoneNumber());
    json.put("identifier", contact.profile().identifier());
    return json;
  }
}
