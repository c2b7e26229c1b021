// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.simulator.store;

import io.github.livedesk.camel.simulator.content.SpoolFile;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A message of a conversation, as the store has it.
 *
 * @param id unique in the simulator, from 1
 * @param conversationId the conversation, as in the path of the request
 * @param sortingId position in the conversation, from 1
 * @param content its text; null where there are only files
 * @param privateNote whether only agents see it
 * @param fromCustomer whether the customer wrote it
 * @param status {@code sent} or {@code failed}
 * @param externalError why it failed, or null
 * @param inReplyTo the message of the same conversation that it replies to, or null
 * @param createdAt when it came
 * @param attachments its files; empty when there are none
 * @param templateParams of a template message, as they came; otherwise empty
 */
public record Message(
    long id,
    String conversationId,
    long sortingId,
    String content,
    boolean privateNote,
    boolean fromCustomer,
    String status,
    String externalError,
    Long inReplyTo,
    Instant createdAt,
    List<Attachment> attachments,
    Map<String, Object> templateParams) {

  private static final int OWN_SIZE = 1_000;

  boolean isFailed() {
    return status.equals("failed");
  }

  /** The values of a template's body by position or name; empty when there are none. */
  public static Map<String, String> templateParameters(Map<String, Object> templateParams) {
    var values = new LinkedHashMap<String, String>();
    if (templateParams.get("processed_params") instanceof Map<?, ?> params) {
      params.forEach((name, value) -> values.put(name.toString(), value.toString()));
    }
    return values;
  }

  /** What the customer reads: in a template's text, values stand where they have a place. */
  String shownText() {
    String text = content;
    for (var value : templateParameters(templateParams).entrySet()) {
      text = text.replace("{{" + value.getKey() + "}}", value.getValue());
    }
    return text;
  }

  /** What it takes of the memory, roughly, in bytes. */
  long size() {
    long names = attachments.stream().mapToLong(Attachment::headSize).sum();
    return OWN_SIZE + Sizes.of(content) + Sizes.of(templateParams) + names + sizeOfFiles();
  }

  /** Several may be pieces of one file on disk, which stays as a whole. */
  private long sizeOfFiles() {
    Set<SpoolFile> files = new HashSet<>();
    long size = 0;
    for (Attachment attachment : attachments) {
      SpoolFile file = attachment.content().file();
      if (file == null) {
        size += attachment.content().size();
      } else if (files.add(file)) {
        size += file.size();
      }
    }
    return size;
  }

  /** The same message, failed with an error, or sent where there is none. */
  Message withExternalError(String error) {
    return new Message(
        id,
        conversationId,
        sortingId,
        content,
        privateNote,
        fromCustomer,
        error == null ? "sent" : "failed",
        error,
        inReplyTo,
        createdAt,
        attachments,
        templateParams);
  }
}
