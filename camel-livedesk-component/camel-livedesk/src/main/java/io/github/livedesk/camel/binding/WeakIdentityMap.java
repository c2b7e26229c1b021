// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.binding;

import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;

/**
 * Values by the very object, whatever it says that it equals: an attachment without content can't
 * even say that. An object that nobody else has any more is forgotten.
 *
 * @param <K> of the objects
 * @param <V> of the values, which must not refer to their object
 */
final class WeakIdentityMap<K, V> {

  private final ConcurrentMap<Key, V> values = new ConcurrentHashMap<>();
  private final ReferenceQueue<Object> forgotten = new ReferenceQueue<>();

  /** Null where there is none. */
  V get(K object) {
    return values.get(new Key(object, null));
  }

  V getOrMake(K object, Supplier<V> maker) {
    forget();
    return values.computeIfAbsent(new Key(object, forgotten), key -> maker.get());
  }

  /** False where there is a value already, which stays. */
  boolean putFirst(K object, V value) {
    forget();
    return values.putIfAbsent(new Key(object, forgotten), value) == null;
  }

  private void forget() {
    for (Reference<?> key = forgotten.poll(); key != null; key = forgotten.poll()) {
      values.remove(key);
    }
  }

  private static final class Key extends WeakReference<Object> {

    private final int hash;

    Key(Object object, ReferenceQueue<Object> queue) {
      super(object, queue);
      this.hash = System.identityHashCode(object);
    }

    @Override
    public int hashCode() {
      return hash;
    }

    /** A forgotten one equals itself alone, so that it can be removed. */
    @Override
    public boolean equals(Object other) {
      return this == other || (other instanceof Key key && get() != null && get() == key.get());
    }
  }
}
