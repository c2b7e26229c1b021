// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.client.send;

import static io.github.livedesk.camel.client.metrics.Loggers.LOG;

import io.github.livedesk.camel.client.api.ApiCalls;
import io.github.livedesk.camel.client.api.ApiRequest;
import io.github.livedesk.camel.client.api.CallResult;
import io.github.livedesk.camel.client.api.Content;
import io.github.livedesk.camel.client.api.Content.FilesContent;
import io.github.livedesk.camel.client.api.Content.JsonContent;
import io.github.livedesk.camel.client.api.Failure;
import io.github.livedesk.camel.client.api.Json;
import io.github.livedesk.camel.client.api.Operation;
import io.github.livedesk.camel.client.api.SendBounds;
import io.github.livedesk.camel.client.body.JsonBody;
import io.github.livedesk.camel.client.body.MultipartBody;
import io.github.livedesk.camel.client.body.RequestBody;
import io.github.livedesk.camel.client.http.AuthorizationHeader;
import io.github.livedesk.camel.client.http.BrokenCallException;
import io.github.livedesk.camel.client.http.HttpTransport;
import io.github.livedesk.camel.client.http.HttpTransport.Limits;
import io.github.livedesk.camel.client.http.ProbeFailure;
import io.github.livedesk.camel.client.http.RawResponse;
import io.github.livedesk.camel.client.http.RequestProducer;
import io.github.livedesk.camel.client.http.UnsolicitedBytesException;
import io.github.livedesk.camel.client.response.CallResultReader;
import io.github.livedesk.camel.client.response.ResponseIdentity;
import io.github.livedesk.camel.client.settings.ClientSettings;
import io.github.livedesk.camel.client.settings.Credentials;
import io.github.livedesk.camel.client.settings.ProxySettings;
import io.github.livedesk.camel.client.source.InMemory;
import io.github.livedesk.camel.client.source.SourceReads;
import io.github.livedesk.camel.client.source.SourceWatch;
import io.github.livedesk.camel.client.source.UnreadableFileException;
import io.github.livedesk.camel.model.FileContent;
import io.github.livedesk.camel.model.FilePart;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.message.BasicHeader;
import org.apache.hc.core5.http.message.BasicHttpRequest;

/** LiveDesk's API over HTTP (API document, "Send message"). Has no state but its settings. */
public final class HttpCalls implements ApiCalls {

  private static final Header ACCEPT = new BasicHeader(HttpHeaders.ACCEPT, "application/json");

  private final ClientSettings settings;
  private final HttpTransport transport;
  private final SourceReads reads;
  private final Executor readers;
  private final CallResultReader results;
  private final HttpHost target;
  private final String accounts;
  private final Header authorization;
  private final Header proxyAuthorization;

  /**
   * @param readers threads that may be held for ever
   */
  public HttpCalls(
      ClientSettings settings, HttpTransport transport, SourceReads reads, Executor readers) {
    this.settings = settings;
    this.transport = transport;
    this.reads = reads;
    this.readers = readers;
    URI base = settings.baseUrl();
    this.target = new HttpHost(base.getScheme(), hostName(base), base.getPort());
    this.accounts = withoutSlashes(base.getRawPath()) + "/api/v2/accounts/";
    this.authorization = new AuthorizationHeader(HttpHeaders.AUTHORIZATION, settings.credentials());
    this.proxyAuthorization = proxyAuthorization(settings);
    this.results = new CallResultReader(settings);
  }

  /** Preemptive proxy authentication: after a 407 a one-shot body could not be repeated. */
  private static Header proxyAuthorization(ClientSettings settings) {
    ProxySettings proxy = settings.transport().proxy();
    boolean plain = settings.baseUrl().getScheme().equalsIgnoreCase("http");
    return plain && proxy != null && proxy.user() != null
        ? new AuthorizationHeader(
            HttpHeaders.PROXY_AUTHORIZATION, new Credentials(proxy.user(), proxy.password()))
        : null;
  }

  private static String withoutSlashes(String path) {
    int end = path.length();
    while (end > 0 && path.charAt(end - 1) == '/') {
      end--;
    }
    return path.substring(0, end);
  }

  private static String hostName(URI base) {
    String host = base.getHost();
    return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
  }

  /** Looks whether LiveDesk can be reached, and waits for it: connectTimeout at most. */
  Optional<ProbeFailure> probe() {
    return transport.probe(target);
  }

  @Override
  public void make(ApiRequest request, SendBounds bounds, Consumer<CallResult> handler) {
    if (waits(request)) {
      reads.read(new Call(request, bounds, handler), bounds, settings.responseTimeout());
      return;
    }
    RequestBody body;
    try {
      body = body(request, SourceWatch.NONE);
    } catch (UnreadableFileException e) {
      handler.accept(results.notMade(e));
      return;
    }
    send(request, body, bounds, handler);
  }

  /** Whether to make its body may take as long as somebody else likes. */
  private static boolean waits(ApiRequest request) {
    return !request.files().isEmpty()
        && !request.files().stream().map(FilePart::content).allMatch(InMemory::is);
  }

  private void send(
      ApiRequest request, RequestBody body, SendBounds bounds, Consumer<CallResult> handler) {
    var producer = new RequestProducer(head(request), body);
    var limits =
        new Limits(bounds, settings.responseTimeout().toNanos(), settings.maxResponseSize());
    transport.send(
        target,
        producer,
        ResponseIdentity.of(request, producer),
        limits,
        (reply, cause) -> {
          if (cause instanceof UnsolicitedBytesException) {
            // Nothing was written. That connection is gone, and a new one is never out of step.
            make(request, bounds, handler);
          } else {
            warnOfDoubt(reply);
            handler.accept(
                cause == null
                    ? results.read(request, producer, reply)
                    : results.failed(producer, cause));
          }
        });
  }

  /** How a send failed that never came to a call. */
  Failure notMade(Exception cause) {
    return results.notMade(cause).failure();
  }

  private static void warnOfDoubt(RawResponse reply) {
    if (reply != null && reply.doubt() != null) {
      LOG.warn("A reply with HTTP status {} is not taken: it {}", reply.status(), reply.doubt());
    }
  }

  private BasicHttpRequest head(ApiRequest request) {
    var head = new BasicHttpRequest(request.method(), target, accounts + request.path());
    head.addHeader(authorization);
    head.addHeader(ACCEPT);
    if (proxyAuthorization != null) {
      head.addHeader(proxyAuthorization);
    }
    return head;
  }

  private RequestBody body(ApiRequest request, SourceWatch watch) throws UnreadableFileException {
    return request.content().accept(new BodyMaker(watch));
  }

  /** On a thread that may be held: to close may take as long as to read. */
  @Override
  public void release(Operation request) {
    request.files().forEach(file -> readers.execute(() -> close(file.content())));
  }

  private static void close(FileContent content) {
    try {
      content.close();
    } catch (IOException | RuntimeException | Error nothingLeftToDo) {
      // whether the message was sent is decided elsewhere
    }
  }

  /** Makes the body of a request. */
  private final class BodyMaker implements Content.Visitor<RequestBody, UnreadableFileException> {

    private final SourceWatch watch;

    BodyMaker(SourceWatch watch) {
      this.watch = watch;
    }

    @Override
    public RequestBody json(JsonContent content) {
      return new JsonBody(Json.write(content));
    }

    @Override
    public RequestBody files(FilesContent content) throws UnreadableFileException {
      return new MultipartBody(content, settings.maxAttachmentSize(), watch, readers);
    }

    @Override
    public RequestBody none() {
      return JsonBody.none();
    }
  }

  /** A call whose files are read first. It ends once, whatever is thrown. */
  private final class Call implements SourceReads.Source<RequestBody> {

    private final ApiRequest request;
    private final SendBounds bounds;
    private final Consumer<CallResult> handler;
    private final AtomicBoolean ended = new AtomicBoolean();

    Call(ApiRequest request, SendBounds bounds, Consumer<CallResult> handler) {
      this.request = request;
      this.bounds = bounds;
      this.handler = handler;
    }

    @Override
    public RequestBody read(SourceWatch watch) throws UnreadableFileException {
      return body(request, watch);
    }

    @Override
    public void succeed(RequestBody body) {
      send(request, body, bounds, this::end);
    }

    @Override
    public void fail(Throwable cause) {
      end(
          results.notMade(
              cause instanceof IOException known ? known : new BrokenCallException(cause)));
    }

    @Override
    public void discard(RequestBody body) {
      body.close();
    }

    private void end(CallResult result) {
      if (ended.compareAndSet(false, true)) {
        handler.accept(result);
      }
    }
  }
}
