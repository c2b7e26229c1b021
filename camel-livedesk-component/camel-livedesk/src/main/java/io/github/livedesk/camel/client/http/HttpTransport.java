// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.client.http;

import static io.github.livedesk.camel.client.metrics.Loggers.LOG;

import io.github.livedesk.camel.client.api.SendBounds;
import io.github.livedesk.camel.client.api.StoppedException;
import io.github.livedesk.camel.client.settings.TransportSettings;
import java.io.IOException;
import java.io.Serial;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.pool.PoolStats;
import org.apache.hc.core5.util.Timeout;

/**
 * Connections of one kind, and the requests that are out on them. Knows when each request is
 * overdue, and brings every one to an end when it is closed.
 */
public final class HttpTransport {

  /** HttpClient's own time-outs end with the connection's set-up: it can't tell who is silent. */
  private static final RequestConfig CONFIG =
      RequestConfig.custom()
          .setResponseTimeout(Timeout.DISABLED)
          .setConnectionRequestTimeout(Timeout.DISABLED)
          .setProtocolUpgradeEnabled(false)
          // From 5.6 on HttpClient unpacks by itself, with a bound and errors of its own.
          .setContentCompressionEnabled(false)
          .build();

  private static final long TIDIED_EACH_NANOS =
      TimeUnit.MILLISECONDS.toNanos(HttpClients.MAX_KEEP_ALIVE.toMilliseconds());

  private final TransportSettings settings;
  private final DefaultClientTlsStrategy tls;
  private final HostResolver resolver;
  private final String proxyHost;
  private final Set<PendingCall> inFlight = ConcurrentHashMap.newKeySet();
  private final ResponseMemory memory;
  private final Set<ConnectionProbe> probes = ConcurrentHashMap.newKeySet();
  private volatile Reactor reactor;
  private volatile boolean closed;
  private long tidied = System.nanoTime();

  public HttpTransport(TransportSettings settings, HostResolver resolver, ResponseMemory memory) {
    this.settings = settings;
    this.resolver = resolver;
    this.memory = memory;
    this.proxyHost = settings.proxy() == null ? null : settings.proxy().host();
    this.tls = HttpClients.tls(settings);
    this.reactor = newReactor();
  }

  private Reactor newReactor() {
    return new Reactor(settings, tls, resolver, this::reactorFailed, this::reactorDied);
  }

  /**
   * Sends a request. The handler gets a reply or the reason why there is none, once, on the pool.
   *
   * @param target where to
   * @param request what
   * @param identity tells whether a reply is the request's
   * @param limits how long and how much
   */
  public void send(
      HttpHost target,
      RequestProducer request,
      ResponseCheck identity,
      Limits limits,
      BiConsumer<RawResponse, Exception> handler) {
    var call =
        new PendingCall(request, limits.bounds(), limits.silenceNanos(), handler, inFlight::remove);
    inFlight.add(call);
    if (closed) {
      call.abort(new StoppedException());
      return;
    }
    if (call.isOverdue(System.nanoTime())) {
      call.abort(new TotalTimeoutException());
      return;
    }
    String host = proxyHost == null ? target.getHostName() : proxyHost;
    resolver.whenKnown(host, () -> start(call, target, identity, limits.replySize()));
  }

  private void start(PendingCall call, HttpHost target, ResponseCheck identity, int replySize) {
    if (call.isDone()) {
      return;
    }
    try {
      Reactor current = liveReactor();
      var context = new CallContext(call, current.kept());
      context.setRequestConfig(CONFIG);
      call.request().onConnection(context::begin);
      var consumer = new ResponseCollector(replySize, call, identity, memory);
      call.started(current.http().execute(target, call.request(), consumer, null, context, call));
      if (current.hasEnded()) {
        // Perhaps too late to be among those that were given up with it.
        call.failed(new BrokenCallException(current.cause()));
      }
    } catch (RuntimeException e) {
      call.failed(e);
    } catch (Error e) {
      call.failed(new BrokenCallException(e));
    }
  }

  /** Another one where the last has died. */
  private Reactor liveReactor() {
    Reactor current = reactor;
    return current.hasEnded() && !closed ? replace() : current;
  }

  private synchronized Reactor replace() {
    if (reactor.hasEnded() && !closed) {
      reactor = newReactor();
    }
    return reactor;
  }

  /**
   * Looks whether a host can be reached, and waits for it: connectTimeout at most. It can't while
   * there is no I/O thread.
   */
  public Optional<ProbeFailure> probe(HttpHost target) {
    if (reactor.hasEnded() && !closed) {
      String reason = "an I/O thread of the component ended; the next send starts another";
      return Optional.of(
          new ProbeFailure("I/O", target.getHostName(), target.getPort(), reason, "Error"));
    }
    var probe = new ConnectionProbe(target, settings, resolver, tls);
    probes.add(probe);
    if (closed) {
      probe.abort();
    }
    try {
      return probe.look();
    } finally {
      probes.remove(probe);
    }
  }

  /** On the thread that has ended: what was on it can't go on, and nobody else would say so. */
  private void reactorDied(Reactor dead, Throwable cause) {
    if (!closed) {
      endAllOf(dead, cause);
    }
  }

  /** No send gets another reactor before: it would be ended with the dead one. */
  private synchronized void endAllOf(Reactor dead, Throwable cause) {
    if (closed || !dead.end(cause)) {
      return;
    }
    LOG.error(
        "An I/O thread of the LiveDesk component ended with {}; the next send starts another",
        cause.getClass().getName(),
        cause);
    abort(List.copyOf(inFlight), () -> new BrokenCallException(cause));
    dead.close();
  }

  private void reactorFailed(Exception e) {
    if (closed) {
      // A connection that is closed from without may be in the reactor's hands at that moment.
      LOG.debug(
          "An I/O thread reported {} while connections were being closed", e.getClass().getName());
    } else {
      LOG.warn(
          "An I/O thread of the LiveDesk component reported {}",
          e.getClass().getName(),
          MalformedResponseException.withoutQuotes(e));
    }
  }

  public ConnectionCounts connections() {
    PoolStats stats = reactor.stats();
    return new ConnectionCounts(stats.getLeased(), stats.getAvailable(), stats.getPending());
  }

  /**
   * Gives up what is overdue, and what the server is silent about. Called at regular times, by one
   * thread.
   */
  public void tick(long now) {
    inFlight.forEach(PendingCall::handOver);
    List<PendingCall> silent = inFlight.stream().filter(call -> call.isSilent(now)).toList();
    abort(silent, SilenceException::new);
    List<PendingCall> overdue = inFlight.stream().filter(call -> call.isOverdue(now)).toList();
    overdue.forEach(call -> call.abortOverdue(now));
    overdue.forEach(PendingCall::cancel);
    probes.stream().filter(probe -> probe.isOverdue(now)).forEach(ConnectionProbe::abort);
    if (now - tidied >= TIDIED_EACH_NANOS) {
      tidied = now;
      reactor.closeExpired();
    }
  }

  /**
   * All are given up before any is cancelled: a freed connection must not go to the next of them.
   */
  private static void abort(List<PendingCall> calls, Supplier<Exception> reason) {
    calls.forEach(call -> call.abort(reason.get()));
    calls.forEach(PendingCall::cancel);
  }

  public boolean isClosed() {
    return closed;
  }

  /** Ends every request, and all threads and connections. */
  public synchronized void close() {
    closed = true;
    abort(List.copyOf(inFlight), StoppedException::new);
    probes.forEach(ConnectionProbe::abort);
    reactor.close();
  }

  /**
   * What a request may take.
   *
   * @param bounds of its send
   * @param silenceNanos of the server, while it could read or reply
   * @param replySize bytes
   */
  public record Limits(SendBounds bounds, long silenceNanos, int replySize) {}

  /** The server was silent for too long. */
  public static final class SilenceException extends IOException {
    @Serial private static final long serialVersionUID = 1L;
  }

  /** The total time-out has run out. */
  public static final class TotalTimeoutException extends IOException {
    @Serial private static final long serialVersionUID = 1L;
  }
}
