package io.github.livedesk.camel.simulator;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The conversations and the requests, in memory. */
final class Desk {

  private final Map<String, List<StoredMessage>> conversations = new LinkedHashMap<>();
  private final List<RecordedRequest> requests = new ArrayList<>();
  private long lastId;

  synchronized void record(RecordedRequest request) {
    requests.add(request);
  }

  /** Stores a text message; a reply to a message that is not there becomes no reply. */
  synchronized StoredMessage store(
      String conversationId, String content, boolean privateNote, Long inReplyTo) {
    List<StoredMessage> messages =
        conversations.computeIfAbsent(conversationId, missing -> new ArrayList<>());
    boolean known =
        messages.stream().anyMatch(message -> Long.valueOf(message.id()).equals(inReplyTo));
    var message =
        new StoredMessage(
            ++lastId,
            conversationId,
            messages.size() + 1L,
            content,
            privateNote,
            "sent",
            known ? inReplyTo : null,
            Instant.now());
    messages.add(message);
    return message;
  }

  synchronized List<StoredMessage> messages(String conversationId) {
    return List.copyOf(conversations.getOrDefault(conversationId, List.of()));
  }

  synchronized List<String> conversationIds() {
    return List.copyOf(conversations.keySet());
  }

  synchronized List<RecordedRequest> requests() {
    return List.copyOf(requests);
  }

  synchronized void clear() {
    conversations.clear();
    requests.clear();
    lastId = 0;
  }
}
