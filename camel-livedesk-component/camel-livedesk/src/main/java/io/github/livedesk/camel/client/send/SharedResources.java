// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.client.send;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongSupplier;

/**
 * What is made once for all who want the same. It lives from the first who takes it until some time
 * after the last has let it go.
 *
 * @param <K> what is wanted
 * @param <V> what is made
 */
final class SharedResources<K, V> {

  /** Whoever comes again soon finds it: so does an endpoint that Camel's cache has dropped. */
  private static final long IDLE_NANOS = TimeUnit.MINUTES.toNanos(1);

  /** However many are let go within that time. */
  private static final int MOST_IDLE = 10;

  private static final int ENDED = Integer.MIN_VALUE;

  private final Function<K, V> maker;
  private final Consumer<V> ender;
  private final LongSupplier clock;

  /** Changed under the lock of this alone. */
  private final Map<K, Lease> leases = new ConcurrentHashMap<>();

  /** Those that nobody had when they came here, the first first. Guarded by this. */
  private final Set<Lease> idle = new LinkedHashSet<>();

  private boolean closed;

  /**
   * @param ender is told of what has ended; must not wait
   * @param clock nanoseconds
   */
  SharedResources(Function<K, V> maker, Consumer<V> ender, LongSupplier clock) {
    this.maker = maker;
    this.ender = ender;
    this.clock = clock;
  }

  /** What is wanted, held once by the caller. Empty when this is closed. */
  synchronized Optional<Lease> take(K key) {
    if (closed) {
      return Optional.empty();
    }
    Lease lease = leases.computeIfAbsent(key, missing -> new Lease(missing, maker.apply(missing)));
    idle.remove(lease);
    lease.holders.incrementAndGet();
    return Optional.of(lease);
  }

  /** All that there is. */
  Collection<V> values() {
    return leases.values().stream().map(Lease::value).toList();
  }

  /** Ends what nobody has had for some time. Called at regular times. */
  void endIdle() {
    ended().forEach(ender);
  }

  private synchronized List<V> ended() {
    List<V> ended = new ArrayList<>();
    long now = clock.getAsLong();
    Iterator<Lease> eldestFirst = idle.iterator();
    while (eldestFirst.hasNext()) {
      Lease lease = eldestFirst.next();
      if (idle.size() <= MOST_IDLE && now - lease.idleSince < IDLE_NANOS) {
        break;
      }
      eldestFirst.remove();
      // Where a holder was quicker, it comes here again when that one lets go.
      if (lease.holders.compareAndSet(0, ENDED)) {
        leases.remove(lease.key);
        ended.add(lease.value);
      }
    }
    return ended;
  }

  /** Ends all, whoever has it, and returns it. Nothing can be taken any more. */
  synchronized Collection<V> close() {
    closed = true;
    Collection<V> all = values();
    leases.clear();
    idle.clear();
    return all;
  }

  private synchronized void nobodyHas(Lease lease) {
    if (!closed && lease.holders.get() == 0) {
      lease.idleSince = clock.getAsLong();
      idle.remove(lease);
      idle.add(lease);
    }
  }

  /** A thing, and how many have it. */
  final class Lease {

    private final K key;
    private final V value;
    private final AtomicInteger holders = new AtomicInteger();
    private long idleSince;

    private Lease(K key, V value) {
      this.key = key;
      this.value = value;
    }

    V value() {
      return value;
    }

    /** Takes it once more; false where it has ended, for whoever took it has let it go. */
    boolean hold() {
      int before = holders.get();
      while (before >= 0) {
        if (holders.compareAndSet(before, before + 1)) {
          return true;
        }
        before = holders.get();
      }
      return false;
    }

    /** Once for each time that it was taken. */
    void letGo() {
      if (holders.decrementAndGet() == 0) {
        nobodyHas(this);
      }
    }

    boolean hasEnded() {
      return holders.get() < 0;
    }
  }
}
