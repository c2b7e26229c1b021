package io.github.livedesk.camel.client;

import io.github.livedesk.camel.client.ApiRequest.RetryMessage;
import io.github.livedesk.camel.client.ApiRequest.SendFiles;
import io.github.livedesk.camel.client.ApiRequest.SendTemplate;
import io.github.livedesk.camel.client.ApiRequest.SendText;
import io.github.livedesk.camel.client.HttpTransport.Limits;
import io.github.livedesk.camel.model.LiveDeskConnectionException;
import io.github.livedesk.camel.model.LiveDeskException;
import io.github.livedesk.camel.model.LiveDeskOutcomeUnknownException;
import io.github.livedesk.camel.model.SendContext;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.message.BasicHeader;
import org.apache.hc.core5.http.message.BasicHttpRequest;

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
  }

  /** Sends, and returns at once; the callback gets the end of it. */
  public void send(ApiRequest request, ReplyCallback callback) {
    var limits =
        new Limits(
            System.nanoTime() + settings.totalTimeout().toNanos(),
            settings.responseTimeout().toNanos(),
            settings.maxResponseSize());
    RequestProducer producer;
    try {
      producer = new RequestProducer(post(request), body(request));
    } catch (SourceException e) {
      var failure = FailureReader.unsendable(context(request, 0), e);
      executor.execute(() -> callback.onFailure(failure));
      return;
    }
    transport.send(
        target,
        producer,
        limits,
        (reply, cause) -> finish(request, producer, reply, cause, callback));
  }

  private RequestBody body(ApiRequest request) throws SourceException {
    if (request instanceof SendText text) {
      return new JsonBody(Json.write(text.message()));
    }
    if (request instanceof SendTemplate template) {
      return new JsonBody(Json.write(template.message()));
    }
    if (request instanceof RetryMessage) {
      return JsonBody.none();
    }
    return new MultipartBody((SendFiles) request, executor);
  }

  /** Whether it can't send any more, for its component was stopped. */
  public boolean isClosed() {
    return transport.isClosed();
  }

  private BasicHttpRequest post(ApiRequest request) {
    String path = conversations + request.path();
    var post = new BasicHttpRequest("POST", target, path);
    post.addHeader(authorization);
    post.addHeader(ACCEPT);
    return post;
  }

  private void finish(
      ApiRequest request,
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
    } catch (RuntimeException | Error e) {
      // Whatever it is, there was a reply, and the exchange must end.
      String reason = "the reply could not be read, " + e.getClass().getSimpleName();
      callback.onFailure(
          LiveDeskOutcomeUnknownException.unreadableReply(context(request, 1), 0, reason));
      return;
    }
    callback.onReply(result);
  }

  private ApiReply read(
      ApiRequest request, RequestProducer producer, WireReply reply, Exception cause) {
    SendContext context = context(request, 1);
    if (cause != null) {
      throw failures.read(context, producer.isComplete(), cause);
    }
    if (settings.transport().proxy() != null && !producer.isBegun()) {
      String reason = "the proxy answered " + reply.status() + " instead of connecting";
      throw new LiveDeskConnectionException(context, reason, null);
    }
    var reader = new ReplyReader(context, settings, producer.files(), () -> hidden(request));
    return request instanceof RetryMessage ? reader.readTaken(reply) : reader.read(reply);
  }

  /** What the server may quote and nobody may read. */
  private List<String> hidden(ApiRequest request) {
    var hidden = new ArrayList<>(secrets);
    request.texts().forEach(text -> hidden.addAll(Json.quotations(text)));
    return hidden;
  }

  private static SendContext context(ApiRequest request, int attempts) {
    return new SendContext(request.operation(), request.conversationId(), attempts);
  }

  private static String hostName(URI base) {
    String host = base.getHost();
    return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
  }
}
