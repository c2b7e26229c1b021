// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.binding;

import io.github.livedesk.camel.LiveDeskConstants;
import io.github.livedesk.camel.client.api.ApiRequest;
import io.github.livedesk.camel.client.api.ApiRequest.SendTemplate;
import io.github.livedesk.camel.client.api.ApiRequest.SendText;
import io.github.livedesk.camel.client.api.ApiResponse;
import io.github.livedesk.camel.client.source.SourceWatch;
import io.github.livedesk.camel.model.LiveDeskOperation;
import io.github.livedesk.camel.model.failure.LiveDeskException;
import io.github.livedesk.camel.model.failure.LiveDeskRequestException;
import io.github.livedesk.camel.model.failure.Outcome;
import io.github.livedesk.camel.model.failure.UnreadableValueException;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePropertyKey;

/** Between Camel's exchanges and the client's requests and replies. */
public final class ExchangeBinding {

  private final String endpointUri;
  private final LiveDeskMessageOptions options;

  /**
   * @param endpointUri the endpoint's own
   * @param options what the endpoint says of its messages
   */
  public ExchangeBinding(String endpointUri, LiveDeskMessageOptions options) {
    this.endpointUri = endpointUri;
    this.options = options;
  }

  /**
   * Whether to read an exchange may take as long as somebody else likes, for it has files, streams
   * or values of the route's own classes.
   */
  public static boolean mayWait(Exchange exchange) {
    return SlowInput.isIn(exchange);
  }

  /**
   * Reads an exchange, and changes nothing of it. What becomes of the request has to be told, by
   * {@link #succeed} or {@link #fail}.
   *
   * @param watch is told which file is being read
   * @throws LiveDeskRequestException when the exchange is not what the operation takes
   */
  public ApiRequest toRequest(Exchange exchange, SourceWatch watch) {
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

  private ApiRequest read(ExchangeOptions reader) {
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
  public void succeed(Exchange exchange, ApiRequest request, ApiResponse reply) {
    if (request.messageId() == null) {
      SentAttachments.succeed(exchange, request);
    } else {
      SentAttachments.retried(exchange);
    }
    ResponseHeaders.write(exchange.getMessage(), request, reply);
    exchange.getMessage().setBody(reply.message());
  }

  /** Fails the exchange; body and attachments stay as they were. */
  public static void fail(Exchange exchange, ApiRequest request, LiveDeskException failure) {
    SentAttachments.fail(exchange, request, failure.getOutcome() == Outcome.ACCEPTED);
    fail(exchange, failure);
  }

  /** Lets go of a request that was read too late to be sent. */
  public static void discard(ApiRequest request) {
    SentAttachments.end(request);
  }

  /** Fails the exchange of a request that the client did not take. */
  public static void abandon(Exchange exchange, ApiRequest request, Throwable cause) {
    SentAttachments.fail(exchange, request, false);
    exchange.setException(cause);
  }

  /** Where the failure of a send was handled: takes off the wait that Camel would still obey. */
  public static void failureHandled(Exchange exchange) {
    if (exchange.getProperty(ExchangePropertyKey.EXCEPTION_CAUGHT) instanceof LiveDeskException) {
      exchange.getMessage().removeHeader(LiveDeskConstants.REDELIVERY_DELAY);
    }
  }

  /** Fails an exchange that did not become a request. */
  public static void fail(Exchange exchange, LiveDeskException failure) {
    ResponseHeaders.write(exchange.getMessage(), failure);
    exchange.setException(failure);
  }
}
