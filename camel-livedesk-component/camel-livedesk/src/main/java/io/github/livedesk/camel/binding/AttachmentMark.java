// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.binding;

import io.github.livedesk.camel.client.api.MessageRequest;
import io.github.livedesk.camel.client.api.MessageRequest.SendFiles;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.attachment.Attachment;

/**
 * What sends have done with one attachment. Copies of an exchange share the attachment, not the
 * properties, so that the mark is with the attachment.
 */
final class AttachmentMark {

  /** What a send that does not ask for it may do with an attachment. */
  enum Standing {
    /** It goes along. */
    FREE,
    /** This exchange has sent it, or a copy: it stays here. */
    SENT,
    /** A copy of the exchange is sending it: which of them has it must not be a matter of luck. */
    ON_ITS_WAY,
    /** A private note had it, or failed with it: it does not reach the customer by itself. */
    OF_A_NOTE
  }

  private static final WeakIdentityMap<Attachment, AttachmentMark> MARKS = new WeakIdentityMap<>();

  private final List<Lineage> sent = new ArrayList<>();
  private final List<Lineage> stored = new ArrayList<>();
  private final IdentityHashMap<MessageRequest, Lineage> onItsWay = new IdentityHashMap<>();
  private boolean ofNote;
  private boolean read;

  private AttachmentMark() {}

  /**
   * The one of an attachment.
   *
   * @param attachment null where a message has a name without one
   */
  static AttachmentMark of(Attachment attachment) {
    return attachment == null
        ? new AttachmentMark()
        : MARKS.getOrMake(attachment, AttachmentMark::new);
  }

  /**
   * Where it stands for an exchange that does not ask for it.
   *
   * @param asNote whether the exchange sends a private note
   */
  synchronized Standing standing(Exchange exchange, boolean asNote) {
    if (onItsWay.values().stream().anyMatch(lineage -> lineage.has(exchange))) {
      return Standing.ON_ITS_WAY;
    }
    if (isIn(sent, exchange)) {
      return Standing.SENT;
    }
    return ofNote && !asNote ? Standing.OF_A_NOTE : Standing.FREE;
  }

  /**
   * Before a send: from now on it is known who has it.
   *
   * @param anyway whether the route asks for it, wherever it stands
   * @return where it stood, always {@link Standing#FREE} where it goes
   */
  synchronized Standing begin(Exchange exchange, SendFiles request, boolean anyway) {
    // One attachment may hang on a message under two names.
    boolean goes = anyway || onItsWay.containsKey(request);
    Standing before = goes ? Standing.FREE : standing(exchange, request.privateNote());
    if (before == Standing.FREE) {
      onItsWay.put(request, Lineage.of(exchange));
      ofNote |= request.privateNote();
    }
    return before;
  }

  synchronized void end(MessageRequest request) {
    onItsWay.remove(request);
  }

  synchronized void sent(Exchange exchange) {
    add(sent, exchange);
  }

  /** LiveDesk has it in a message that was not delivered: a retry call may deliver it. */
  synchronized void stored(Exchange exchange) {
    add(stored, exchange);
  }

  synchronized boolean isStored(Exchange exchange) {
    return isIn(stored, exchange);
  }

  /** A note was to have it, and was refused before it became a request. */
  synchronized void meantForNote() {
    ofNote = true;
  }

  /** That it has given bytes: where it gives none later, it was read for good. */
  synchronized void read() {
    read = true;
  }

  synchronized boolean wasRead() {
    return read;
  }

  private static boolean isIn(List<Lineage> lineages, Exchange exchange) {
    return lineages.stream().anyMatch(lineage -> lineage.has(exchange));
  }

  /** Forgets those that are over: one attachment may go with any number of exchanges. */
  private static void add(List<Lineage> lineages, Exchange exchange) {
    lineages.removeIf(Lineage::isOver);
    lineages.add(Lineage.of(exchange));
  }
}
