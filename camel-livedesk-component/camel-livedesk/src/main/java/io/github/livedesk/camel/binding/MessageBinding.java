// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.binding;

import io.github.livedesk.camel.client.api.ApiResponse;
import io.github.livedesk.camel.client.api.MessageRequest;
import io.github.livedesk.camel.client.api.MessageRequest.SendTemplate;
import io.github.livedesk.camel.client.api.MessageRequest.SendText;
import io.github.livedesk.camel.client.source.SourceWatch;
import io.github.livedesk.camel.model.LiveDeskOperation;
import io.github.livedesk.camel.model.LiveDeskRecord;
import io.github.livedesk.camel.model.failure.LiveDeskException;
import io.github.livedesk.camel.model.failure.Names;
import io.github.livedesk.camel.model.failure.Outcome;
import io.github.livedesk.camel.model.failure.UnreadableValueException;
import org.apache.camel.Exchange;

/** The messages of conversations. */
public final class MessageBinding implements ResourceBinding<MessageRequest> {

  private final String endpointUri;
  private final LiveDeskMessageOptions options;

  /**
   * @param endpointUri the endpoint's own
   * @param options what the endpoint says of its messages
   */
  public MessageBinding(String endpointUri, LiveDeskMessageOptions options) {
    this.endpointUri = endpointUri;
    this.options = options;
  }

  /** Null: it is what the component is for, and needs no name. */
  @Override
  public String resource() {
    return null;
  }

  @Override
  public boolean mayWait(Exchange exchange) {
    return SlowInput.isIn(exchange);
  }

  @Override
  public MessageRequest toOperation(Exchange exchange, SourceWatch watch) {
    ExchangeOptions reader = reader(exchange, watch);
    try {
      return read(reader);
    } catch (Throwable thrown) {
      // Code of the route's own throws anything: Groovy and Kotlin checked exceptions too.
      reader.attachments().keepFromCustomer();
      throw thrown instanceof LiveDeskException refused
          ? refused
          : reader.wrong(UnreadableValueException.of("body", thrown));
    }
  }

  private ExchangeOptions reader(Exchange exchange, SourceWatch watch) {
    var evaluated = EvaluatedOptions.of(exchange, endpointUri);
    return new ExchangeOptions(exchange, new SendOptions(options, evaluated), watch);
  }

  private MessageRequest read(ExchangeOptions reader) {
    if (reader.body() instanceof LiveDeskRecord) {
      throw reader.wrong(
          "body",
          Names.typeName(reader.body()) + ", whose JSON has personal data",
          "what is to be sent; set the body before");
    }
    LiveDeskOperation operation = reader.operation();
    if (operation == LiveDeskOperation.text || operation == LiveDeskOperation.template) {
      reader.attachments().refuseAny(operation);
    }
    return switch (operation) {
      case text -> new SendText(reader.conversationId(), TextRequestMapper.read(reader));
      case attachment -> AttachmentRequestMapper.read(reader, reader.conversationId());
      case template ->
          new SendTemplate(reader.conversationId(), TemplateRequestMapper.read(reader));
      case retry -> RetryRequestMapper.read(reader);
    };
  }

  /** Puts a stored message into the exchange, and takes attachments that were sent off it. */
  @Override
  public void succeed(Exchange exchange, MessageRequest request, ApiResponse reply) {
    if (request.messageId() == null) {
      SentAttachments.succeed(exchange, request);
    } else {
      SentAttachments.retried(exchange);
    }
    ResponseHeaders.write(exchange.getMessage(), request, reply);
    exchange.getMessage().setBody(reply.message());
  }

  /** Attachments stay as they were too. */
  @Override
  public void fail(Exchange exchange, MessageRequest request, LiveDeskException failure) {
    SentAttachments.fail(exchange, request, failure.getOutcome() == Outcome.ACCEPTED);
    refuse(exchange, failure);
  }

  @Override
  public void discard(MessageRequest request) {
    SentAttachments.end(request);
  }

  @Override
  public void abandon(Exchange exchange, MessageRequest request, Throwable cause) {
    SentAttachments.fail(exchange, request, false);
    exchange.setException(cause);
  }

  @Override
  public void fail(Exchange exchange, LiveDeskException failure) {
    refuse(exchange, failure);
  }

  /** Fails an exchange before it came to an endpoint. */
  public static void refuse(Exchange exchange, LiveDeskException failure) {
    ResponseHeaders.write(exchange.getMessage(), failure);
    exchange.setException(failure);
  }
}
