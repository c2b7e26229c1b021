// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.client.concurrent;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Lets those that share a key go one after another, in the order in which they came. Whoever waits
 * holds no thread, and all keys are taken at once, so that no two wait for each other.
 */
public final class KeyedTurns {

  private final Map<Object, Deque<Turn>> queues = new HashMap<>();

  /**
   * Goes on at once where nobody with one of the keys is under way or waits, else later.
   *
   * @param keys one or more
   * @param start is called once, here or by whoever leaves, and must not wait
   */
  public Turn enter(Set<?> keys, Consumer<Turn> start) {
    var turn = new Turn(Set.copyOf(keys), start);
    boolean isFirst;
    synchronized (this) {
      for (Object key : turn.keys) {
        Deque<Turn> queue = queues.computeIfAbsent(key, unknown -> new ArrayDeque<>());
        turn.behind += queue.isEmpty() ? 0 : 1;
        queue.addLast(turn);
      }
      isFirst = turn.behind == 0;
    }
    if (isFirst) {
      start.accept(turn);
    }
    return turn;
  }

  /** How many are under way or wait. */
  public synchronized int size() {
    return (int) queues.values().stream().flatMap(Deque::stream).distinct().count();
  }

  private synchronized List<Turn> remove(Turn turn) {
    List<Turn> next = new ArrayList<>();
    for (Object key : turn.keys) {
      Deque<Turn> queue = queues.get(key);
      boolean wasFirst = queue != null && queue.peekFirst() == turn;
      if (queue == null || !queue.remove(turn)) {
        continue;
      }
      if (queue.isEmpty()) {
        queues.remove(key);
      } else if (wasFirst) {
        Turn first = queue.getFirst();
        first.behind--;
        if (first.behind == 0) {
          next.add(first);
        }
      }
    }
    return next;
  }

  /** A place in the queues of some keys. */
  public final class Turn {

    private final Set<Object> keys;
    private final Consumer<Turn> start;

    /** In how many queues another one is first. */
    private int behind;

    private Turn(Set<Object> keys, Consumer<Turn> start) {
      this.keys = keys;
      this.start = start;
    }

    /** Lets the next ones go, or gives up its place. To do so again does nothing. */
    public void leave() {
      remove(this).forEach(next -> next.start.accept(next));
    }
  }
}
