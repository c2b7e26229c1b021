package io.github.livedesk.camel.simulator;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The conversations and the requests, in memory. */
final class Desk {

  private final Map<String, List<StoredMessage>> conversations = new LinkedHashMap<>();
  private final List<RecordedRequest> requests = new ArrayList<>();
  private final Map<String, StoredAttachment> files = new HashMap<>();
  private long lastId;
  private long lastAttachmentId;

  synchronized void record(RecordedRequest request) {
    requests.add(request);
  }

  /** Stores a message; a reply to a message that is not there becomes no reply. */
  synchronized StoredMessage store(String conversationId, Draft draft) {
    List<StoredMessage> messages =
        conversations.computeIfAbsent(conversationId, missing -> new ArrayList<>());
    boolean known =
        messages.stream().anyMatch(message -> Long.valueOf(message.id()).equals(draft.inReplyTo()));
    List<StoredAttachment> attachments =
        draft.attachments().stream()
            .map(
                file ->
                    new StoredAttachment(
                        ++lastAttachmentId, file.fileName(), file.contentType(), file.bytes()))
            .toList();
    var message =
        new StoredMessage(
            ++lastId,
            conversationId,
            messages.size() + 1L,
            draft.content(),
            draft.privateNote(),
            "sent",
            known ? draft.inReplyTo() : null,
            Instant.now(),
            attachments,
            draft.templateParams());
    messages.add(message);
    attachments.forEach(file -> files.put(file.path(), file));
    return message;
  }

  /** The file that is served at a path. */
  synchronized Optional<StoredAttachment> file(String path) {
    return Optional.ofNullable(files.get(path));
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
    files.clear();
    lastAttachmentId = 0;
    lastId = 0;
  }
}
