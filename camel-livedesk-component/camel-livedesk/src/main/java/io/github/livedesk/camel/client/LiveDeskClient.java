package io.github.livedesk.camel.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.github.livedesk.camel.client.ApiRequest.SendText;
import io.github.livedesk.camel.model.LiveDeskConnectionException;
import io.github.livedesk.camel.model.LiveDeskException;
import io.github.livedesk.camel.model.LiveDeskRequestException;
import io.github.livedesk.camel.model.SendContext;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.message.BasicHeader;
import org.apache.hc.core5.http.message.BasicHttpRequest;
import org.apache.hc.core5.util.Timeout;

/**
 * Sends messages to LiveDesk (API document, "Send message"). Has no state but its settings: any
 * number of threads may use it at once.
 */
public final class LiveDeskClient {

  private static final Header ACCEPT = new BasicHeader(HttpHeaders.ACCEPT, "application/json");

  private final ClientSettings settings;
  private final HttpTransport transport;
  private final Executor executor;
  private final FailureReader failures;
  private final HttpHost target;
  private final String conversations;
  private final Header authorization;
  private final RequestConfig config;
  private final List<String> secrets;

  LiveDeskClient(ClientSettings settings, HttpTransport transport, Executor executor) {
    this.settings = settings;
    this.transport = transport;
    this.executor = executor;
    this.failures = new FailureReader(settings);
    URI base = settings.baseUrl();
    this.target = new HttpHost(base.getScheme(), hostName(base), base.getPort());
    this.conversations =
        base.getRawPath().replaceAll("/+$", "") + "/api/v2/accounts/conversations/";
    this.authorization = new AuthorizationHeader(settings.credentials());
    this.secrets = settings.credentials().secrets();
    this.config =
        RequestConfig.custom()
            .setResponseTimeout(Timeout.of(settings.responseTimeout()))
            // The wait for a connection is bounded by the total time-out, which the transport
            // keeps.
            .setConnectionRequestTimeout(Timeout.DISABLED)
            .setProtocolUpgradeEnabled(false)
            .build();
  }

  /** Sends, and returns at once; the callback gets the end of it. */
  public void send(SendText request, ReplyCallback callback) {
    long deadline = System.nanoTime() + settings.totalTimeout().toNanos();
    RequestProducer producer;
    try {
      producer = new RequestProducer(post(request), Json.write(request.message()));
    } catch (JsonProcessingException e) {
      executor.execute(() -> callback.onFailure(notJson(request)));
      return;
    }
    transport.send(
        target,
        producer,
        config,
        settings.maxResponseSize(),
        deadline,
        (reply, cause) -> finish(request, producer, reply, cause, callback));
  }

  /** Whether it can't send any more, for its component was stopped. */
  public boolean isClosed() {
    return transport.isClosed();
  }

  private BasicHttpRequest post(ApiRequest request) {
    String path = conversations + request.conversationId() + "/messages";
    var post = new BasicHttpRequest("POST", target, path);
    post.addHeader(authorization);
    post.addHeader(ACCEPT);
    return post;
  }

  private void finish(
      SendText request,
      RequestProducer producer,
      WireReply reply,
      Exception cause,
      ReplyCallback callback) {
    ApiReply result;
    try {
      result = read(request, producer, reply, cause);
    } catch (LiveDeskException failure) {
      callback.onFailure(failure);
      return;
    }
    callback.onReply(result);
  }

  private ApiReply read(
      SendText request, RequestProducer producer, WireReply reply, Exception cause) {
    var context = new SendContext(request.operation(), request.conversationId(), 1);
    if (cause != null) {
      throw failures.read(context, producer.isComplete(), cause);
    }
    if (settings.transport().proxy() != null && !producer.isBegun()) {
      String reason = "the proxy answered " + reply.status() + " instead of connecting";
      throw new LiveDeskConnectionException(context, reason, null);
    }
    var hidden = new ArrayList<>(secrets);
    hidden.add(request.message().content());
    return new ReplyReader(context, settings.maxResponseSize(), hidden).read(reply);
  }

  private static LiveDeskRequestException notJson(ApiRequest request) {
    return new LiveDeskRequestException(
        new SendContext(request.operation(), request.conversationId(), 0),
        "content_attributes",
        "a value that can't be written as JSON",
        "text, numbers, booleans, and maps and lists of these");
  }

  private static String hostName(URI base) {
    String host = base.getHost();
    return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
  }
}
