// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.client.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;

/**
 * Looks host names up on reading threads. Left alone, HttpClient would do it on its I/O threads,
 * where a name server that does not answer stalls every other send.
 */
public final class HostResolver implements DnsResolver {

  private static final long KEPT_NANOS = TimeUnit.SECONDS.toNanos(10);
  private static final long FAILURE_KEPT_NANOS = TimeUnit.SECONDS.toNanos(1);

  /** More names than that at a time are those of other days. */
  private static final int MANY = 1_000;

  private final DnsResolver lookup;
  private final Executor executor;
  private final LongSupplier clock;
  private final ConcurrentMap<String, Answer> answers = new ConcurrentHashMap<>();

  /** What waits for a look-up, by name; guards itself. */
  private final Map<String, List<Runnable>> pending = new HashMap<>();

  /**
   * @param clock nanoseconds
   */
  HostResolver(DnsResolver lookup, Executor executor, LongSupplier clock) {
    this.lookup = lookup;
    this.executor = executor;
    this.clock = clock;
  }

  /**
   * Runs the action once {@link #resolve} won't wait: at once, or on a reading thread after a
   * look-up.
   */
  void whenKnown(String host, Runnable action) {
    if (isKnown(host)) {
      action.run();
      return;
    }
    boolean first;
    synchronized (pending) {
      List<Runnable> waiting = pending.computeIfAbsent(host, missing -> new ArrayList<>());
      first = waiting.isEmpty();
      waiting.add(action);
    }
    if (first) {
      executor.execute(() -> lookUp(host));
    }
  }

  private boolean isKnown(String host) {
    Answer answer = answers.get(host);
    return answer != null && !answer.isOld(clock.getAsLong());
  }

  /** Once for all that wait for this name. */
  private void lookUp(String host) {
    List<Runnable> actions;
    try {
      answers.put(host, ask(host));
      forgetSome();
    } finally {
      synchronized (pending) {
        actions = pending.remove(host);
      }
      actions.forEach(Runnable::run);
    }
  }

  /**
   * An old answer still counts for a request that waits for a connection, unless it is one of many.
   */
  private void forgetSome() {
    if (answers.size() > MANY) {
      long now = clock.getAsLong();
      answers.values().removeIf(answer -> answer.isOld(now));
    }
  }

  @Override
  public InetAddress[] resolve(String host) throws UnknownHostException {
    Answer answer = answers.get(host);
    if (answer == null) {
      return lookup.resolve(host);
    }
    if (answer.failure() != null) {
      throw answer.failure();
    }
    return answer.addresses();
  }

  @Override
  public String resolveCanonicalHostname(String host) throws UnknownHostException {
    return lookup.resolveCanonicalHostname(host);
  }

  private Answer ask(String host) {
    try {
      return new Answer(lookup.resolve(host), null, clock.getAsLong() + KEPT_NANOS);
    } catch (UnknownHostException e) {
      return unknown(e);
    } catch (RuntimeException | LinkageError e) {
      return unknown((UnknownHostException) new UnknownHostException(host).initCause(e));
    }
  }

  private Answer unknown(UnknownHostException failure) {
    return new Answer(null, failure, clock.getAsLong() + FAILURE_KEPT_NANOS);
  }

  @SuppressWarnings("ArrayRecordComponent") // handed to HttpClient as it came, never compared
  private record Answer(InetAddress[] addresses, UnknownHostException failure, long expires) {

    boolean isOld(long now) {
      return now - expires >= 0;
    }
  }

  public static HostResolver system(Executor executor) {
    return new HostResolver(SystemDefaultDnsResolver.INSTANCE, executor, System::nanoTime);
  }
}
