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
  private final Map<String, Failures> failures = new HashMap<>();
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
                null,
                known ? draft.inReplyTo() : null,
                Instant.now(),
                attachments,
                draft.templateParams())
            .withExternalError(nextError(conversationId));
    messages.add(message);
    attachments.forEach(file -> files.put(file.path(), file));
    return message;
  }

  /** From now on, so many messages of a conversation fail, new ones and retried ones alike. */
  synchronized void failNext(String conversationId, int count, String externalError) {
    failures.put(conversationId, new Failures(count, externalError));
  }

  /** The next outcome in a conversation: its external error, or null. */
  private String nextError(String conversationId) {
    Failures left = failures.remove(conversationId);
    if (left == null || left.count() < 1) {
      return null;
    }
    failures.put(conversationId, new Failures(left.count() - 1, left.externalError()));
    return left.externalError();
  }

  /**
   * Sends a failed message again.
   *
   * @throws Refusal when there is no such message, or it has not failed
   */
  synchronized StoredMessage retry(String conversationId, String messageId) throws Refusal {
    List<StoredMessage> messages = conversations.getOrDefault(conversationId, List.of());
    for (int i = 0; i < messages.size(); i++) {
      StoredMessage message = messages.get(i);
      if (String.valueOf(message.id()).equals(messageId)) {
        if (!message.status().equals("failed")) {
          throw new Refusal(422, "Message has not failed");
        }
        StoredMessage retried = message.withExternalError(nextError(conversationId));
        messages.set(i, retried);
        return retried;
      }
    }
    throw new Refusal(404, "Resource could not be found");
  }

  /** What is left of an order to fail. */
  private record Failures(int count, String externalError) {}

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
    failures.clear();
    files.clear();
    lastAttachmentId = 0;
    lastId = 0;
  }
}
