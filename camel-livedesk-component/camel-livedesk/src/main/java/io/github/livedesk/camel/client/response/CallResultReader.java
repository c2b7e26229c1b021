// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.client.response;

import static io.github.livedesk.camel.client.metrics.Loggers.LOG;

import io.github.livedesk.camel.client.api.ApiRequest;
import io.github.livedesk.camel.client.api.CallResult;
import io.github.livedesk.camel.client.api.CallResult.Failed;
import io.github.livedesk.camel.client.api.Failure;
import io.github.livedesk.camel.client.api.MessageRequest;
import io.github.livedesk.camel.client.api.ResourceRequest;
import io.github.livedesk.camel.client.api.UnexpectedException;
import io.github.livedesk.camel.client.http.RawResponse;
import io.github.livedesk.camel.client.http.RequestProducer;
import io.github.livedesk.camel.client.settings.ClientSettings;

/** Reads, once, what a call came to. The same for all calls of a client. */
public final class CallResultReader {

  private static final ApiRequest.Visitor<RequestProducer, SuccessReader> OF_KIND =
      new ApiRequest.Visitor<>() {
        @Override
        public SuccessReader message(MessageRequest message, RequestProducer producer) {
          return new MessageReader(message.acceptsEmptySuccess(), producer.files().size());
        }

        @Override
        public SuccessReader resource(ResourceRequest resource, RequestProducer producer) {
          return new ResourceReader(resource);
        }
      };

  private final ClientSettings settings;
  private final FailureTranslator failures;

  public CallResultReader(ClientSettings settings) {
    this.settings = settings;
    this.failures = new FailureTranslator(settings);
  }

  /** A call for which no request could be made. */
  public Failed notMade(Exception cause) {
    return new Failed(failures.translate(cause, false), 0, false);
  }

  /** A request without a response. */
  public Failed failed(RequestProducer producer, Exception cause) {
    return failed(failures.translate(cause, producer.isComplete()), producer);
  }

  /** A request and the response to it. */
  public CallResult read(ApiRequest request, RequestProducer producer, RawResponse response) {
    if (settings.transport().proxy() != null && !producer.isBegun()) {
      String reason = "the proxy answered " + response.status() + " instead of connecting";
      return failed(Failure.connection(reason, null), producer);
    }
    try {
      return parser(request, producer).parse(response);
    } catch (RuntimeException | Error e) {
      // Whatever it is, there was a response, and the send must end.
      String reason = "the reply could not be read, " + e.getClass().getSimpleName();
      Throwable cause = UnexpectedException.withoutText(e);
      if (e instanceof RuntimeException) {
        LOG.error(
            "A response could not be read, {}. This is a defect of the component",
            cause.getMessage(),
            cause);
      }
      return failed(Failure.unreadableResponse(0, reason, cause), producer);
    }
  }

  private ResponseParser parser(ApiRequest request, RequestProducer producer) {
    SuccessReader success = request.accept(OF_KIND, producer);
    return new ResponseParser(settings, success, producer.isConsumed(), () -> sent(request));
  }

  /** What the server may quote and nobody may read. */
  private Sent sent(ApiRequest request) {
    return new Sent(settings.secrets(), request.texts(), request.names(), request.knowsAllTexts());
  }

  private static Failed failed(Failure failure, RequestProducer producer) {
    return new Failed(failure, 1, producer.isConsumed());
  }
}
