// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.simulator;

import io.github.livedesk.camel.simulator.store.Message;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;

/**
 * A message of a conversation, as the simulator keeps it.
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
public record StoredMessage(
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
    List<StoredAttachment> attachments,
    Map<String, Object> templateParams) {

  static StoredMessage of(Message message) {
    return new StoredMessage(
        message.id(),
        message.conversationId(),
        message.sortingId(),
        message.content(),
        message.privateNote(),
        message.fromCustomer(),
        message.status(),
        message.externalError(),
        message.inReplyTo(),
        message.createdAt(),
        message.attachments().stream().map(StoredAttachment::new).toList(),
        message.templateParams());
  }

  /** Whether LiveDesk could not deliver it. */
  public boolean isFailed() {
    return status.equals("failed");
  }

  /**
   * The file of this name.
   *
   * @throws NoSuchElementException when there is none; it names those that there are
   */
  public StoredAttachment attachment(String fileName) {
    return attachments.stream()
        .filter(file -> file.fileName().equals(fileName))
        .findFirst()
        .orElseThrow(
            () ->
                new NoSuchElementException(
                    "Message %d has no file %s; it has %s".formatted(id, fileName, attachments)));
  }

  /** The name of the template; null when it is no template message. */
  public String templateName() {
    return (String) templateParams.get("name");
  }

  /** The values of the template's body by position or name; empty when there are none. */
  public Map<String, String> templateParameters() {
    return Message.templateParameters(templateParams);
  }
}
