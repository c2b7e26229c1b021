// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.client.http;

import io.github.livedesk.camel.client.settings.TransportSettings;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import org.apache.hc.client5.http.impl.async.CloseableHttpAsyncClient;
import org.apache.hc.client5.http.impl.nio.PoolingAsyncClientConnectionManager;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.core5.function.Callback;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.pool.PoolStats;

/**
 * I/O threads and their connections. An {@link Error} that gets to one of the threads ends it, and
 * nothing that was on it goes on: then the whole reactor is given up, and another takes its place.
 */
final class Reactor {

  private final IdleConnectionGuard kept = new IdleConnectionGuard();

  /** What has ended it; null while it works. */
  private final AtomicReference<Throwable> end = new AtomicReference<>();

  private final PoolingAsyncClientConnectionManager connections;
  private final CloseableHttpAsyncClient http;

  /**
   * @param onFailure gets what an I/O thread has met and gone on from
   * @param onDeath gets the reactor and what has ended one of its threads; runs on that thread, and
   *     not once the reactor is closed
   */
  Reactor(
      TransportSettings settings,
      DefaultClientTlsStrategy tls,
      HostResolver resolver,
      Callback<Exception> onFailure,
      BiConsumer<Reactor, Throwable> onDeath) {
    this.connections = HttpClients.connections(settings, tls, resolver);
    var threads =
        new IoThreads(
            cause -> {
              if (!hasEnded()) {
                onDeath.accept(this, cause);
              }
            });
    this.http = HttpClients.create(settings, connections, kept, onFailure, threads);
    http.start();
  }

  CloseableHttpAsyncClient http() {
    return http;
  }

  IdleConnectionGuard kept() {
    return kept;
  }

  /** Closes connections that won't be used any more, and forgets them and hosts that have none. */
  void closeExpired() {
    connections.closeExpired();
    kept.forgetClosed();
  }

  PoolStats stats() {
    return connections.getTotalStats();
  }

  /** Whether it can't send any more. */
  boolean hasEnded() {
    return end.get() != null;
  }

  /** What has ended it; null while it works. */
  Throwable cause() {
    return end.get();
  }

  /** From now on nothing is sent on it; false where that was so before. */
  boolean end(Throwable cause) {
    return end.compareAndSet(null, cause);
  }

  void close() {
    end(new IllegalStateException("The component was stopped"));
    http.close(CloseMode.IMMEDIATE);
  }
}
