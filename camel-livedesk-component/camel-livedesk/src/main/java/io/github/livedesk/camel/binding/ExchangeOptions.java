// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.binding;

import io.github.livedesk.camel.LiveDeskConstants;
import io.github.livedesk.camel.client.source.SourceWatch;
import io.github.livedesk.camel.model.LiveDeskOperation;
import io.github.livedesk.camel.model.Unicode;
import io.github.livedesk.camel.model.UntrustedValues;
import io.github.livedesk.camel.model.failure.FieldErrors;
import io.github.livedesk.camel.model.failure.LiveDeskRequestException;
import io.github.livedesk.camel.model.failure.SendContext;
import io.github.livedesk.camel.model.failure.UnreadableValueException;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.StreamCache;

/** The values of one send, where a header beats an option. Refuses what it would have to guess. */
final class ExchangeOptions implements Refusals {

  private final Exchange exchange;
  private final SendOptions options;
  private final SourceWatch watch;
  private final CamelAttachments attachments = new CamelAttachments(this);
  private LiveDeskOperation operation;
  private String conversationId;
  private Object body;

  ExchangeOptions(Exchange exchange, SendOptions options, SourceWatch watch) {
    this.exchange = exchange;
    this.options = options;
    this.watch = watch;
    this.body = exchange.getMessage().getBody();
  }

  Exchange exchange() {
    return exchange;
  }

  Message message() {
    return exchange.getMessage();
  }

  SendOptions options() {
    return options;
  }

  /** Is told which file is being read. */
  SourceWatch watch() {
    return watch;
  }

  /** The body; where bytes turned out to be a text, that text. */
  Object body() {
    return body;
  }

  /** The first bytes of a body that is a stream; the body has them all the same. */
  byte[] peek(InputStream stream, int count) {
    byte[] start = ByteBody.start(this, stream, count);
    if (!(stream instanceof StreamCache)) {
      body = new SequenceInputStream(new ByteArrayInputStream(start), stream);
    }
    return start;
  }

  /**
   * The operation. The one setting where the option beats the header: which call is made is the
   * route's. Where neither says, the body decides; its bytes are read where they have to be.
   */
  LiveDeskOperation operation() {
    operation = operationByType().orElse(null);
    if (operation == null) {
      // First, so that no stream is read for a message that can't be sent.
      conversationId();
      operation =
          bodyByItsBytes() instanceof String
              ? LiveDeskOperation.text
              : LiveDeskOperation.attachment;
    }
    return operation;
  }

  /** The body where only its bytes tell what it is: a String where they are a text. */
  Object bodyByItsBytes() {
    body = ByteBody.textOrFile(this, body);
    return body;
  }

  /** Whether endpoint or header say what to do, and not the body. */
  boolean isOperationGiven() {
    return options.op() != null || message().getHeader(LiveDeskConstants.OPERATION) != null;
  }

  /** The operation; empty where only the bytes of the body can tell. */
  Optional<LiveDeskOperation> operationByType() {
    if (options.op() != null) {
      return Optional.of(LiveDeskOperation.valueOf(options.op()));
    }
    Object header = message().getHeader(LiveDeskConstants.OPERATION);
    if (header == null) {
      return OperationResolver.operationFor(this);
    }
    if (header instanceof LiveDeskOperation given) {
      return Optional.of(given);
    }
    String name = Given.text(this, LiveDeskConstants.OPERATION, header, LiveDeskOperation.NAMES);
    var named = LiveDeskOperation.of(name);
    if (named.isEmpty()) {
      throw wrong(LiveDeskConstants.OPERATION, Ids.describe(name), LiveDeskOperation.NAMES);
    }
    return named;
  }

  /** The attachments of the Camel message. */
  CamelAttachments attachments() {
    return attachments;
  }

  /** From header, then option, then what the call before has found. */
  String conversationId() {
    Object given =
        headerOr(LiveDeskConstants.CONVERSATION_ID, options.text(MessageOption.CONVERSATION_ID));
    return conversationId(
        given == null ? message().getHeader(LiveDeskConstants.CURRENT_CONVERSATION_ID) : given);
  }

  /** As {@link #conversationId()}, else that of the send before, which failed. */
  String conversationIdOfRetry() {
    Object value =
        headerOr(LiveDeskConstants.CONVERSATION_ID, options.text(MessageOption.CONVERSATION_ID));
    if (value == null) {
      value = message().getHeader(LiveDeskConstants.MESSAGE_CONVERSATION_ID);
    }
    return conversationId(
        value == null ? message().getHeader(LiveDeskConstants.CURRENT_CONVERSATION_ID) : value);
  }

  private String conversationId(Object value) {
    String takes =
        Ids.PATH_ID_RULE + ", as option or as header " + LiveDeskConstants.CONVERSATION_ID;
    conversationId = Given.pathId(this, "conversationId", value, takes);
    return conversationId;
  }

  /** Whether header or option make it a private note; null where neither says. */
  Boolean privateNote() {
    Object header = message().getHeader(LiveDeskConstants.PRIVATE);
    return header == null
        ? Given.flag(this, "private", options.get(MessageOption.PRIVATE))
        : Given.flag(this, LiveDeskConstants.PRIVATE, header);
  }

  /** The message replied to, by header alone; null where it does not say. */
  Long inReplyToHeader() {
    return Given.messageNumber(
        this, LiveDeskConstants.IN_REPLY_TO, message().getHeader(LiveDeskConstants.IN_REPLY_TO));
  }

  /** The message replied to, by option; null where it does not say. */
  Long inReplyToOption() {
    return Given.messageNumber(this, "inReplyTo", options.get(MessageOption.IN_REPLY_TO));
  }

  /**
   * The text that goes along with something else.
   *
   * @param inBody what the body says, or null
   */
  String content(String inBody) {
    String header = textHeader(LiveDeskConstants.CONTENT);
    String given = header == null ? firstOf(inBody, options.text(MessageOption.CONTENT)) : header;
    if (given == null || Unicode.isBlank(given)) {
      return null;
    }
    String text = PlainText.withoutMark(given);
    MessageFields.checkText(this, "content", text);
    return text;
  }

  private static String firstOf(String first, String second) {
    return first == null ? second : first;
  }

  /** A header whose value is text, else the option. */
  String textHeaderOr(String name, String option) {
    return firstOf(textHeader(name), option);
  }

  /** A header whose value is text, or null. */
  String textHeader(String name) {
    Object header = message().getHeader(name);
    return header == null ? null : Given.text(this, name, header, "text");
  }

  /** A header that need not be ours: null where its value is no text. */
  String anyTextHeader(String name) {
    return message().getHeader(name) instanceof CharSequence text
        ? UntrustedValues.text(name, text)
        : null;
  }

  /** Content attributes by header; empty where it does not say. */
  Map<String, Object> contentAttributes() {
    Object header = message().getHeader(LiveDeskConstants.CONTENT_ATTRIBUTES);
    return header == null
        ? Map.of()
        : Given.object(this, LiveDeskConstants.CONTENT_ATTRIBUTES, header);
  }

  @Override
  public LiveDeskRequestException wrong(String field, String found, String takes) {
    return new LiveDeskRequestException(context(), field, found, takes);
  }

  /** The refusal of this send for several reasons. */
  LiveDeskRequestException wrong(FieldErrors faults) {
    return new LiveDeskRequestException(context(), faults);
  }

  /** The refusal of this send, which says where the value broke. */
  LiveDeskRequestException wrong(UnreadableValueException unreadable) {
    return new LiveDeskRequestException(context(), unreadable);
  }

  private SendContext context() {
    return new SendContext(operation == null ? null : operation.name(), conversationId, 0);
  }

  /** Whether it is a template that is read. */
  boolean isForTemplate() {
    return operation == LiveDeskOperation.template;
  }

  /** The value of a header, else the option. */
  Object headerOr(String header, Object option) {
    Object value = message().getHeader(header);
    return value == null ? option : value;
  }
}
