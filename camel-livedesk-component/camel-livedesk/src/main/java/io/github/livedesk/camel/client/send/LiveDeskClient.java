// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.client.send;

import io.github.livedesk.camel.client.api.Operation;
import io.github.livedesk.camel.client.api.ResponseCallback;
import io.github.livedesk.camel.client.api.SendBounds;
import io.github.livedesk.camel.client.concurrent.ElasticExecutor;
import io.github.livedesk.camel.client.http.HttpTransport;
import io.github.livedesk.camel.client.http.ProbeFailure;
import io.github.livedesk.camel.client.metrics.CredentialStatus;
import io.github.livedesk.camel.client.metrics.ObservedCallback;
import io.github.livedesk.camel.client.metrics.SendCounters;
import io.github.livedesk.camel.client.settings.ClientSettings;
import io.github.livedesk.camel.client.settings.TransportSettings;
import io.github.livedesk.camel.client.source.SourceReads;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Sends messages to LiveDesk, until it is closed and some time after. Any number of threads may use
 * it at once.
 */
public final class LiveDeskClient implements AutoCloseable {

  private final ClientSettings settings;
  private final HttpCalls calls;
  private final SourceReads reads;
  private final ElasticExecutor pool;
  private final SendTools tools;
  private final SendCounters counters;
  private final SharedResources<TransportSettings, HttpTransport>.Lease transport;
  private final SharedResources<ClientResources.Account, CredentialStatus>.Lease account;
  private final AtomicBoolean closed = new AtomicBoolean();

  LiveDeskClient(
      ClientSettings settings,
      HttpCalls calls,
      SourceReads reads,
      ElasticExecutor pool,
      SendTools tools,
      SendCounters counters,
      SharedResources<TransportSettings, HttpTransport>.Lease transport,
      SharedResources<ClientResources.Account, CredentialStatus>.Lease account) {
    this.settings = settings;
    this.calls = calls;
    this.reads = reads;
    this.pool = pool;
    this.tools = tools;
    this.counters = counters;
    this.transport = transport;
    this.account = account;
  }

  /**
   * Sends, and returns at once; the callback gets the end of it. The connections stay until then.
   *
   * @param bounds from {@link #bounds}
   * @return false where this was closed too long ago, and nothing was done
   */
  public boolean send(Operation operation, SendBounds bounds, ResponseCallback callback) {
    if (!transport.hold()) {
      return false;
    }
    var counted =
        new ObservedCallback(operation, callback, counters, account.value(), transport::letGo);
    try {
      new OperationRun(operation, new SendConditions(tools, bounds), counted).start();
    } catch (RuntimeException | Error e) {
      counted.letGo();
      throw e;
    }
    counters.begun();
    return true;
  }

  /**
   * Reads what to send where that may wait for somebody else, and returns at once. It is given up
   * when the total time-out has run out, and when the component stops.
   *
   * @param bounds from {@link #bounds}
   */
  public <O extends Operation> void read(SourceReads.Source<O> source, SendBounds bounds) {
    counters.begun();
    reads.read(new CountedSource<>(source, counters, calls), bounds, settings.responseTimeout());
  }

  /** Of a send that begins now, on this thread. */
  public SendBounds bounds() {
    long deadline = System.nanoTime() + settings.totalTimeout().toNanos();
    return new SendBounds(deadline, pool.ofThisThread());
  }

  /**
   * Looks whether LiveDesk can be reached: DNS, TCP, proxy and TLS, with the checks that a send
   * makes. LiveDesk gets no request. Waits for it, {@code connectTimeout} for all of it at most.
   *
   * @return what failed; empty when nothing did. Through a proxy without TLS, only the proxy is
   *     looked at: there is nothing else to see without a request
   */
  public Optional<ProbeFailure> probe() {
    return calls.probe();
  }

  /**
   * The status, 401 or 403, by which LiveDesk refused these credentials, for this address, at the
   * last send that it accepted or refused them for; empty when it accepted them, or when there was
   * no such send since the first client that has them was made.
   */
  public OptionalInt refusedCredentials() {
    return account.value().refusal();
  }

  /**
   * Whether it can't send any more, for its component was stopped, or it was closed too long ago.
   */
  public boolean hasEnded() {
    return transport.hasEnded() || transport.value().isClosed();
  }

  /** Lets go of the connections. What it has begun to send comes to its end. */
  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      transport.letGo();
      account.letGo();
    }
  }
}
