// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.client;

import static io.github.livedesk.camel.client.LiveDeskLog.LOG;

import io.github.livedesk.camel.client.ApiRequest.RetryMessage;
import io.github.livedesk.camel.client.ApiRequest.SendFiles;
import io.github.livedesk.camel.client.ApiRequest.SendTemplate;
import io.github.livedesk.camel.client.ApiRequest.SendText;
import io.github.livedesk.camel.client.HttpTransport.Limits;
import io.github.livedesk.camel.model.FileContent;
import io.github.livedesk.camel.model.SendContext;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.message.BasicHeader;
import org.apache.hc.core5.http.message.BasicHttpRequest;

/** LiveDesk's API over HTTP (API document, "Send message"). Has no state but its settings. */
final class HttpCalls implements Calls {

  private static final Header ACCEPT = new BasicHeader(HttpHeaders.ACCEPT, "application/json");

  private final ClientSettings settings;
  private final HttpTransport transport;
  private final Executor executor;
  private final EndedCall.Reading reading;
  private final HttpHost target;
  private final String conversations;
  private final Header authorization;
  private final Header proxyAuthorization;

  HttpCalls(ClientSettings settings, HttpTransport transport, Executor executor) {
    this.settings = settings;
    this.transport = transport;
    this.executor = executor;
    URI base = settings.baseUrl();
    this.target = new HttpHost(base.getScheme(), hostName(base), base.getPort());
    this.conversations =
        base.getRawPath().replaceAll("/+$", "") + "/api/v2/accounts/conversations/";
    this.authorization = new AuthorizationHeader(HttpHeaders.AUTHORIZATION, settings.credentials());
    this.proxyAuthorization = proxyAuthorization(settings);
    this.reading = new EndedCall.Reading(settings);
  }

  /**
   * Without being asked, where no tunnel is made: when the proxy asks, a file may be gone already.
   */
  private static Header proxyAuthorization(ClientSettings settings) {
    ProxySettings proxy = settings.transport().proxy();
    boolean plain = settings.baseUrl().getScheme().equalsIgnoreCase("http");
    return plain && proxy != null && proxy.user() != null
        ? new AuthorizationHeader(
            HttpHeaders.PROXY_AUTHORIZATION, new Credentials(proxy.user(), proxy.password()))
        : null;
  }

  private static String hostName(URI base) {
    String host = base.getHost();
    return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
  }

  boolean isClosed() {
    return transport.isClosed();
  }

  /** Looks whether LiveDesk can be reached, and waits for it: connectTimeout at most. */
  Optional<Unreachable> probe() {
    return transport.probe(target);
  }

  /** Files are looked at on the pool, for that may take as long as to read them. */
  @Override
  public void make(ApiRequest request, long deadline, Consumer<Ended> handler) {
    if (request instanceof SendFiles) {
      executor.execute(() -> makeHere(request, deadline, handler));
    } else {
      makeHere(request, deadline, handler);
    }
  }

  private void makeHere(ApiRequest request, long deadline, Consumer<Ended> handler) {
    RequestProducer producer;
    try {
      producer = new RequestProducer(post(request), body(request));
    } catch (SourceException e) {
      handler.accept(new Unsendable(e));
      return;
    }
    var limits =
        new Limits(deadline, settings.responseTimeout().toNanos(), settings.maxResponseSize());
    transport.send(
        target,
        producer,
        new ReplyIdentity(request, producer),
        limits,
        (reply, cause) -> {
          if (cause instanceof UnaskedBytesException) {
            // Nothing was written. That connection is gone, and a new one is never out of step.
            makeHere(request, deadline, handler);
          } else {
            warnOfDoubt(reply);
            handler.accept(new EndedCall(request, producer, reply, cause, reading));
          }
        });
  }

  private static void warnOfDoubt(WireReply reply) {
    if (reply != null && reply.doubt() != null) {
      LOG.warn("A reply with HTTP status {} is not taken: it {}", reply.status(), reply.doubt());
    }
  }

  private BasicHttpRequest post(ApiRequest request) {
    var post = new BasicHttpRequest("POST", target, conversations + request.path());
    post.addHeader(authorization);
    post.addHeader(ACCEPT);
    if (proxyAuthorization != null) {
      post.addHeader(proxyAuthorization);
    }
    return post;
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
    try {
      return new MultipartBody((SendFiles) request, executor);
    } catch (RuntimeException | Error e) {
      // A source of the user's own can throw anything; the exchange must end all the same.
      throw SourceException.unreadable(e);
    }
  }

  /** On the pool: to close may take as long as to read. */
  @Override
  public void release(ApiRequest request) {
    if (request instanceof SendFiles message) {
      message.files().forEach(file -> executor.execute(() -> close(file.content())));
    }
  }

  private static void close(FileContent content) {
    try {
      content.close();
    } catch (IOException | RuntimeException | Error nothingLeftToDo) {
      // whether the message was sent is decided elsewhere
    }
  }

  /** A call for which there is no request, for a file can't be read. */
  private record Unsendable(SourceException cause) implements Ended {

    @Override
    public int requests() {
      return 0;
    }

    @Override
    public boolean isSpent() {
      return false;
    }

    @Override
    public ApiReply read(SendContext context) {
      throw FailureReader.unsendable(context, cause);
    }

    @Override
    public ApiReply readFailed(SendContext context) {
      return read(context);
    }
  }
}
