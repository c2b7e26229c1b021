// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.simulator.store;

import java.util.List;
import java.util.Map;

/**
 * A message that was judged and is to be stored.
 *
 * @param content its text, or null
 * @param privateNote whether only agents see it
 * @param fromCustomer whether the customer wrote it
 * @param inReplyTo the message replied to, or null
 * @param attachments its files; ids are given when they are stored
 * @param templateParams of a template message; otherwise empty
 * @param warnings what is surely a mistake in its request
 */
public record IncomingMessage(
    String content,
    boolean privateNote,
    boolean fromCustomer,
    Long inReplyTo,
    List<Attachment> attachments,
    Map<String, Object> templateParams,
    List<String> warnings) {

  public IncomingMessage(
      String content,
      boolean privateNote,
      Long inReplyTo,
      List<Attachment> attachments,
      Map<String, Object> templateParams) {
    this(content, privateNote, false, inReplyTo, attachments, templateParams, List.of());
  }

  /** A text that the customer wrote. */
  public static IncomingMessage ofCustomer(String content) {
    return new IncomingMessage(content, false, true, null, List.of(), Map.of(), List.of());
  }

  public IncomingMessage withWarnings(List<String> found) {
    return new IncomingMessage(
        content, privateNote, fromCustomer, inReplyTo, attachments, templateParams, found);
  }
}
