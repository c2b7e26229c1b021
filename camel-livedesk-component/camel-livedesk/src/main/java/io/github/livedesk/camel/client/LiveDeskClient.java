// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.client;

import java.util.Optional;
import java.util.OptionalInt;

/** Sends messages to LiveDesk. Any number of threads may use it at once. */
public final class LiveDeskClient {

  private final ClientSettings settings;
  private final HttpCalls calls;
  private final SourceReads reads;
  private final ElasticExecutor pool;
  private final RetryPolicy policy;
  private final RetryTimer timer;
  private final SendCounters counters;
  private final AccountState account;

  LiveDeskClient(
      ClientSettings settings,
      HttpCalls calls,
      SourceReads reads,
      ElasticExecutor pool,
      RetryPolicy policy,
      RetryTimer timer,
      SendCounters counters,
      AccountState account) {
    this.settings = settings;
    this.calls = calls;
    this.reads = reads;
    this.pool = pool;
    this.policy = policy;
    this.timer = timer;
    this.counters = counters;
    this.account = account;
  }

  /**
   * Sends, and returns at once; the callback gets the end of it.
   *
   * @param bounds from {@link #bounds}
   */
  public void send(ApiRequest request, Bounds bounds, ReplyCallback callback) {
    var counted = new CountedSend(request, callback, counters, account);
    new Send(request, bounds, counted, calls, policy, timer, System::nanoTime, settings).start();
    counters.begun();
  }

  /**
   * Reads what to send where that may wait for somebody else, and returns at once. It is given up
   * when the total time-out has run out, and when the component stops.
   *
   * @param bounds from {@link #bounds}
   */
  public void read(RequestSource source, Bounds bounds) {
    counters.begun();
    reads.read(new CountedSource(source, counters, calls), bounds, settings.responseTimeout());
  }

  /** Of a send that begins now, on this thread. */
  public Bounds bounds() {
    long deadline = System.nanoTime() + settings.totalTimeout().toNanos();
    return new Bounds(deadline, pool.ofThisThread());
  }

  /**
   * Looks whether LiveDesk can be reached: DNS, TCP, proxy and TLS, with the checks that a send
   * makes. LiveDesk gets no request. Waits for it, {@code connectTimeout} for all of it at most.
   *
   * @return what failed; empty when nothing did. Through a proxy without TLS, only the proxy is
   *     looked at: there is nothing else to see without a request
   */
  public Optional<Unreachable> probe() {
    return calls.probe();
  }

  /**
   * The status, 401 or 403, by which LiveDesk refused these credentials, for this address, at the
   * last send that it accepted or refused them for; empty when it accepted them, or when there was
   * no such send since the component's start.
   */
  public OptionalInt refusedCredentials() {
    return account.refusal();
  }

  /** Whether it can't send any more, for its component was stopped. */
  public boolean isClosed() {
    return calls.isClosed();
  }
}
