package io.github.livedesk.camel.binding;

import io.github.livedesk.camel.client.ApiRequest.SendFiles;
import io.github.livedesk.camel.model.FilePart;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePropertyKey;
import org.apache.camel.attachment.Attachment;
import org.apache.camel.attachment.AttachmentMessage;

/**
 * The attachments of a Camel message. They stay on it when the body is replaced, and each copy of
 * an exchange gets them anew: an attachment that was sent must not go along with the next message
 * by itself, for the first may have been a note for agents and the next may be for the customer.
 */
final class CamelAttachments {

  /**
   * By attachment, the ids of the exchanges that have sent it. Copies of an exchange share the
   * attachments, not the properties, so that the mark is with the attachment. Whoever adds the same
   * attachment to another exchange sends it there too.
   */
  private static final Map<Attachment, Set<String>> SENT =
      Collections.synchronizedMap(new WeakHashMap<>());

  /** The same, for those of a message that LiveDesk has stored and not delivered. */
  private static final Map<Attachment, Set<String>> STORED =
      Collections.synchronizedMap(new WeakHashMap<>());

  private CamelAttachments() {}

  /** All attachments by their ids; empty where there is none. */
  static Map<String, Attachment> all(Exchange exchange) {
    var message = exchange.getMessage(AttachmentMessage.class);
    // Asked first, since Camel makes room for attachments where one looks at them.
    return message == null || !message.hasAttachments() ? Map.of() : message.getAttachmentObjects();
  }

  /** Those that neither this exchange has sent, nor a copy of it or of what it is a copy of. */
  static Map<String, Attachment> unsent(Exchange exchange) {
    Map<String, Attachment> all = all(exchange);
    if (all.isEmpty()) {
      return all;
    }
    var unsent = new LinkedHashMap<>(all);
    unsent.values().removeIf(attachment -> isMarked(SENT, attachment, exchange));
    return unsent;
  }

  /** After a success: takes the attachments that were sent off the message. */
  static void sent(Exchange exchange, SendFiles request) {
    for (FilePart file : request.files()) {
      if (file.content() instanceof AttachedContent attached) {
        take(exchange, attached.attachment());
      }
    }
  }

  /** After a failure that left a message in the conversation: a retry call may deliver it. */
  static void stored(Exchange exchange, SendFiles request) {
    for (FilePart file : request.files()) {
      if (file.content() instanceof AttachedContent attached) {
        mark(STORED, attached.attachment(), exchange);
      }
    }
  }

  /** After a retry call that worked: the stored message was sent with its attachments. */
  static void retried(Exchange exchange) {
    all(exchange).values().stream()
        .filter(attachment -> isMarked(STORED, attachment, exchange))
        .forEach(attachment -> take(exchange, attachment));
  }

  private static void take(Exchange exchange, Attachment attachment) {
    mark(SENT, attachment, exchange);
    var message = exchange.getMessage(AttachmentMessage.class);
    all(exchange)
        .forEach(
            (id, present) -> {
              if (present == attachment) {
                message.removeAttachment(id);
              }
            });
    if (message.getAttachmentObjects().isEmpty()) {
      message.clearAttachments();
    }
  }

  private static boolean isMarked(
      Map<Attachment, Set<String>> marks, Attachment attachment, Exchange exchange) {
    Set<String> exchanges = marks.get(attachment);
    return exchanges != null && !Collections.disjoint(exchanges, family(exchange));
  }

  private static void mark(
      Map<Attachment, Set<String>> marks, Attachment attachment, Exchange exchange) {
    marks
        .computeIfAbsent(attachment, first -> ConcurrentHashMap.newKeySet())
        .addAll(family(exchange));
  }

  /** The exchange, and the one that it was copied from to go its own way. */
  private static Set<String> family(Exchange exchange) {
    var ids = new TreeSet<String>();
    ids.add(exchange.getExchangeId());
    String original = exchange.getProperty(ExchangePropertyKey.CORRELATION_ID, String.class);
    if (original != null) {
      ids.add(original);
    }
    return ids;
  }
}
