package io.github.livedesk.camel.client;

import java.io.IOException;
import java.io.Serial;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.async.CloseableHttpAsyncClient;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.io.CloseMode;

/**
 * Connections of one kind, and the requests that are out on them. Knows when each request is
 * overdue, and brings every one to an end when it is closed.
 */
final class HttpTransport {

  private final CloseableHttpAsyncClient http;
  private final HostResolver resolver;
  private final String proxyHost;
  private final Executor executor;
  private final Set<InFlight> inFlight = ConcurrentHashMap.newKeySet();
  private volatile boolean closed;

  HttpTransport(TransportSettings settings, HostResolver resolver, Executor executor) {
    this.resolver = resolver;
    this.executor = executor;
    this.proxyHost = settings.proxy() == null ? null : settings.proxy().host();
    this.http = HttpClients.create(settings, resolver);
    http.start();
  }

  /**
   * Sends a request. The handler gets a reply or the reason why there is none, once, on the pool.
   *
   * @param target where to
   * @param request what
   * @param config time-outs
   * @param maxReplySize bytes
   * @param deadline {@link System#nanoTime} at which it is given up
   */
  void send(
      HttpHost target,
      RequestProducer request,
      RequestConfig config,
      int maxReplySize,
      long deadline,
      BiConsumer<WireReply, Exception> handler) {
    var call = new InFlight(request, deadline, executor, handler, inFlight::remove);
    inFlight.add(call);
    if (closed) {
      call.abort(new StoppedException());
      return;
    }
    String host = proxyHost == null ? target.getHostName() : proxyHost;
    resolver.whenKnown(host, () -> start(call, target, config, maxReplySize));
  }

  private void start(InFlight call, HttpHost target, RequestConfig config, int maxReplySize) {
    if (call.hasEnded()) {
      return;
    }
    HttpClientContext context = HttpClientContext.create();
    context.setRequestConfig(config);
    try {
      call.started(
          http.execute(
              target, call.request(), new ReplyConsumer(maxReplySize), null, context, call));
    } catch (RuntimeException e) {
      call.failed(e);
    }
  }

  /** Gives up what is overdue. Called at regular times. */
  void tick(long now) {
    for (InFlight call : inFlight) {
      if (call.isOverdue(now)) {
        call.abort(new TotalTimeoutException());
      }
    }
  }

  boolean isClosed() {
    return closed;
  }

  /** Ends every request, and all threads and connections. */
  void close() {
    closed = true;
    inFlight.forEach(call -> call.abort(new StoppedException()));
    http.close(CloseMode.IMMEDIATE);
  }

  /** The total time-out has run out. */
  static final class TotalTimeoutException extends IOException {
    @Serial private static final long serialVersionUID = 1L;
  }

  /** The component is being stopped. */
  static final class StoppedException extends IOException {
    @Serial private static final long serialVersionUID = 1L;
  }
}
