// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.client.send;

import static io.github.livedesk.camel.client.metrics.Loggers.LOG;

import io.github.livedesk.camel.client.concurrent.ElasticExecutor;
import io.github.livedesk.camel.client.concurrent.KeyedTurns;
import io.github.livedesk.camel.client.http.ConnectionCounts;
import io.github.livedesk.camel.client.http.HostResolver;
import io.github.livedesk.camel.client.http.HttpTransport;
import io.github.livedesk.camel.client.http.ResponseMemory;
import io.github.livedesk.camel.client.metrics.CredentialStatus;
import io.github.livedesk.camel.client.metrics.SendCounters;
import io.github.livedesk.camel.client.retry.RetryBudget;
import io.github.livedesk.camel.client.retry.RetryPolicy;
import io.github.livedesk.camel.client.retry.RetryTimer;
import io.github.livedesk.camel.client.settings.ClientSettings;
import io.github.livedesk.camel.client.settings.Credentials;
import io.github.livedesk.camel.client.settings.TransportSettings;
import io.github.livedesk.camel.client.source.SourceReads;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/**
 * What all clients of a component share: the pool on which exchanges go on, the clock, and the
 * connections. From its construction to {@link #close}.
 */
public final class ClientResources implements AutoCloseable {

  private static final long TICK_MILLIS = 50;

  private static final int USUAL_READERS = 10;

  /** Longer than a burst of quick steps takes, so that only steps which block add threads. */
  private static final long GROWTH_MILLIS = 100;

  private final ElasticExecutor executor;
  private final ElasticExecutor readers;
  private final SourceReads reads;
  private final HostResolver resolver;
  private final List<ScheduledFuture<?>> clocks;
  private final RetryTimer retryTimer;
  private final KeyedTurns turns = new KeyedTurns();
  private final ResponseMemory replyMemory = new ResponseMemory();
  private final RetryBudget retryBudget = new RetryBudget();
  private final SendCounters counters;
  private final SharedResources<TransportSettings, HttpTransport> transports =
      new SharedResources<>(this::newTransport, this::end, System::nanoTime);
  private final SharedResources<Account, CredentialStatus> accounts =
      new SharedResources<>(account -> new CredentialStatus(), ended -> {}, System::nanoTime);

  /**
   * @param pool runs callbacks; may refuse a task when it is full, must not run one on the caller's
   *     thread
   * @param corePoolSize threads of the pool in use while nothing blocks, 1 or more
   * @param readers runs what may never come back: reads of files, looks for the addresses of hosts.
   *     Has no limit, so that no number of these holds up anything else
   * @param timer ticks; is given nothing that waits
   * @param counters count all sends
   */
  public ClientResources(
      Executor pool,
      int corePoolSize,
      Executor readers,
      ScheduledExecutorService timer,
      SendCounters counters) {
    this.counters = counters;
    this.executor = new ElasticExecutor(pool, corePoolSize);
    this.readers = new ElasticExecutor(readers, USUAL_READERS);
    this.reads = new SourceReads(this.readers);
    this.resolver = HostResolver.system(this.readers);
    this.retryTimer = new RetryTimer(timer::schedule);
    this.clocks =
        List.of(
            repeat(timer, this::tick, TICK_MILLIS),
            repeat(timer, executor::tick, GROWTH_MILLIS),
            repeat(timer, this.readers::tick, GROWTH_MILLIS));
  }

  private HttpTransport newTransport(TransportSettings settings) {
    return new HttpTransport(settings, resolver, replyMemory);
  }

  private void end(HttpTransport transport) {
    readers.execute(transport::close);
  }

  /**
   * A client with these settings, to be closed by the caller; equal transport settings share
   * connections. Empty when this is closed.
   */
  public Optional<LiveDeskClient> client(ClientSettings settings) {
    var account = new Account(settings.baseUrl(), settings.credentials());
    return transports
        .take(settings.transport())
        .flatMap(
            transport -> accounts.take(account).map(state -> client(settings, transport, state)));
  }

  private LiveDeskClient client(
      ClientSettings settings,
      SharedResources<TransportSettings, HttpTransport>.Lease transport,
      SharedResources<Account, CredentialStatus>.Lease account) {
    var calls = new HttpCalls(settings, transport.value(), reads, readers);
    var policy =
        new RetryPolicy(
            settings.retry(), retryBudget, () -> ThreadLocalRandom.current().nextDouble());
    var tools =
        new SendTools(
            calls,
            policy,
            retryTimer,
            System::nanoTime,
            turns,
            new Account(settings.baseUrl(), settings.credentials()),
            settings.failOnFailedStatus());
    return new LiveDeskClient(
        settings, calls, reads, executor, tools, counters, transport, account);
  }

  private void tick() {
    long now = System.nanoTime();
    reads.tick(now);
    transports.values().forEach(transport -> transport.tick(now));
    transports.endIdle();
    accounts.endIdle();
  }

  /** A clock that goes on, whatever happens at one of its ticks. */
  private static ScheduledFuture<?> repeat(
      ScheduledExecutorService timer, Runnable action, long millis) {
    Runnable guarded =
        () -> {
          try {
            action.run();
          } catch (RuntimeException | Error e) {
            tell(e);
          }
        };
    return timer.scheduleWithFixedDelay(guarded, millis, millis, TimeUnit.MILLISECONDS);
  }

  /** Whatever is thrown here would stop the clock: where there is no memory, there is no line. */
  private static void tell(Throwable thrown) {
    try {
      LOG.warn(
          "The clock of the LiveDesk component goes on after {}",
          thrown.getClass().getName(),
          thrown);
    } catch (RuntimeException | Error noLine) {
      // the clock goes on
    }
  }

  /** What is left of the budget for retries, 0 to 100; a retry takes 5. */
  public int retryBudget() {
    return retryBudget.available();
  }

  /** The connections of all clients. */
  public ConnectionCounts connections() {
    return transports.values().stream()
        .map(HttpTransport::connections)
        .reduce(ConnectionCounts.NONE, ConnectionCounts::plus);
  }

  /** Ends what is under way: NOT_SENT, or UNKNOWN where the request was out. */
  @Override
  public void close() {
    clocks.forEach(clock -> clock.cancel(false));
    // Before the requests: what they fail with now must not be tried again.
    retryTimer.close();
    reads.close();
    transports.close().forEach(HttpTransport::close);
    executor.hurry();
    readers.hurry();
  }

  /** Runs what the pools, shut down by now, did not take. To be called last. */
  public void runLeftovers() {
    executor.close();
    readers.close();
  }

  /** Who sends where: what LiveDesk accepts or refuses credentials for. */
  record Account(URI baseUrl, Credentials credentials) {}
}
