// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.client.response;

import io.github.livedesk.camel.client.api.ApiCalls;
import io.github.livedesk.camel.client.api.ApiRequest;
import io.github.livedesk.camel.client.api.ApiRequest.RetryMessage;
import io.github.livedesk.camel.client.api.ApiResponse;
import io.github.livedesk.camel.client.http.RawResponse;
import io.github.livedesk.camel.client.http.RequestProducer;
import io.github.livedesk.camel.client.settings.ClientSettings;
import io.github.livedesk.camel.model.failure.LiveDeskConnectionException;
import io.github.livedesk.camel.model.failure.LiveDeskException;
import io.github.livedesk.camel.model.failure.LiveDeskOutcomeUnknownException;
import io.github.livedesk.camel.model.failure.SendContext;
import java.util.List;
import java.util.function.Function;

/** A request that was made, and the reply to it or the reason why there is none. */
public final class EndedCall implements ApiCalls.Ended {

  private final ApiRequest request;
  private final RequestProducer producer;
  private final RawResponse reply;
  private final Exception cause;
  private final Reading reading;

  /**
   * @param reply null where there is a cause
   * @param cause null where there is a reply
   */
  public EndedCall(
      ApiRequest request,
      RequestProducer producer,
      RawResponse reply,
      Exception cause,
      Reading reading) {
    this.request = request;
    this.producer = producer;
    this.reply = reply;
    this.cause = cause;
    this.reading = reading;
  }

  @Override
  public int requests() {
    return 1;
  }

  @Override
  public boolean isSpent() {
    return producer.isSpent();
  }

  @Override
  public ApiResponse read(SendContext context) {
    return read(context, reader -> reader.read(reply));
  }

  @Override
  public ApiResponse readFailed(SendContext context) {
    return read(context, reader -> reader.readFailed(reply));
  }

  private ApiResponse read(SendContext context, Function<ResponseParser, ApiResponse> reader) {
    if (cause != null) {
      throw reading.failures.read(context, producer.isComplete(), cause);
    }
    if (reading.settings.transport().proxy() != null && !producer.isBegun()) {
      String reason = "the proxy answered " + reply.status() + " instead of connecting";
      throw new LiveDeskConnectionException(context, reason, null);
    }
    try {
      boolean emptyIsTaken = request instanceof RetryMessage;
      return reader.apply(
          new ResponseParser(
              context, reading.settings, emptyIsTaken, producer.files().size(), this::sent));
    } catch (LiveDeskException failure) {
      throw failure;
    } catch (RuntimeException | Error e) {
      // Whatever it is, there was a reply, and the send must end. What a library says of it may
      // quote the reply; what the virtual machine says does not.
      String reason = "the reply could not be read, " + e.getClass().getSimpleName();
      throw LiveDeskOutcomeUnknownException.brokenReply(
          context, reason, e instanceof Error ? e : null);
    }
  }

  /** What the server may quote and nobody may read. */
  private Sent sent() {
    List<String> texts = request.texts();
    boolean complete = !(request instanceof RetryMessage && texts.isEmpty());
    return new Sent(reading.settings.secrets(), texts, request.names(), complete);
  }

  /** How ends are read: the same for all calls of a client. */
  public static final class Reading {

    private final ClientSettings settings;
    private final FailureTranslator failures;

    public Reading(ClientSettings settings) {
      this.settings = settings;
      this.failures = new FailureTranslator(settings);
    }

    /** Of a call of which nothing was written. */
    public LiveDeskException failure(SendContext context, Exception cause) {
      return failures.read(context, false, cause);
    }
  }
}
