// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.simulator.behaviour;

import io.github.livedesk.camel.simulator.behaviour.Behaviour.Delay;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What is planned: for the next requests of each conversation, in turn, and for every n-th. */
public final class PlannedBehaviours {

  private static final Planned NONE = new Planned(Duration.ZERO, null);

  private final Map<String, Deque<Behaviour>> waiting = new HashMap<>();
  private final List<Regular> regular = new ArrayList<>();
  private final Runnable onChange;

  /**
   * What to do with one request.
   *
   * @param delay before anything else
   * @param behaviour null for the usual one; never a delay
   */
  public record Planned(Duration delay, Behaviour behaviour) {

    /** Why a message is to fail, or null. */
    public String externalError() {
      return behaviour instanceof Behaviour.FailMessage fail ? fail.externalError() : null;
    }
  }

  /**
   * Nothing is planned.
   *
   * @param onChange runs after each behaviour that is planned for a conversation; must be quick
   */
  public PlannedBehaviours(Runnable onChange) {
    this.onChange = onChange;
  }

  public void add(String conversationId, int times, Behaviour behaviour) {
    synchronized (this) {
      Deque<Behaviour> queue =
          waiting.computeIfAbsent(conversationId, missing -> new ArrayDeque<>());
      for (int i = 0; i < times; i++) {
        queue.add(behaviour);
      }
    }
    onChange.run();
  }

  /** For every n-th request of all that come to it. */
  private static final class Regular {

    private final int n;
    private final Behaviour behaviour;
    private int counted;

    Regular(int n, Behaviour behaviour) {
      this.n = n;
      this.behaviour = behaviour;
    }

    boolean isDue() {
      counted = (counted + 1) % n;
      return counted == 0;
    }
  }

  public synchronized void addForEvery(int n, Behaviour behaviour) {
    regular.add(new Regular(n, behaviour));
  }

  /** What is planned for a request's conversation, or else what is due regularly. */
  public synchronized Planned takeForRequest(String conversationId) {
    Planned own = take(conversationId);
    return own.equals(NONE) ? due() : own;
  }

  private Planned due() {
    Duration delay = Duration.ZERO;
    for (Regular next : regular) {
      if (next.isDue()) {
        if (next.behaviour instanceof Delay more) {
          delay = delay.plus(more.time());
        } else {
          return new Planned(delay, next.behaviour);
        }
      }
    }
    return new Planned(delay, null);
  }

  /** Delays add up, and go along with what was planned after them. */
  public synchronized Planned take(String conversationId) {
    Deque<Behaviour> queue = waiting.getOrDefault(conversationId, new ArrayDeque<>());
    Duration delay = Duration.ZERO;
    while (queue.peek() instanceof Delay next) {
      delay = delay.plus(next.time());
      queue.remove();
    }
    Behaviour behaviour = queue.poll();
    if (queue.isEmpty()) {
      waiting.remove(conversationId);
    }
    return new Planned(delay, behaviour);
  }

  public synchronized List<Behaviour> waiting(String conversationId) {
    return List.copyOf(waiting.getOrDefault(conversationId, new ArrayDeque<>()));
  }

  public synchronized void clear() {
    waiting.clear();
    regular.clear();
  }
}
