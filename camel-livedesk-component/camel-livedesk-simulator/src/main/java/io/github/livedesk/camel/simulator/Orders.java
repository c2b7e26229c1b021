package io.github.livedesk.camel.simulator;

import io.github.livedesk.camel.simulator.Behaviour.Delay;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What was ordered for the next requests of each conversation, in order. */
final class Orders {

  private final Map<String, Deque<Behaviour>> waiting = new HashMap<>();

  /**
   * What to do with one request.
   *
   * @param delay before anything else
   * @param behaviour null for the usual one; never a delay
   */
  record Order(Duration delay, Behaviour behaviour) {

    /** Why a message is to fail, or null. */
    String externalError() {
      return behaviour instanceof Behaviour.FailMessage fail ? fail.externalError() : null;
    }
  }

  synchronized void add(String conversationId, int times, Behaviour behaviour) {
    Deque<Behaviour> queue = waiting.computeIfAbsent(conversationId, missing -> new ArrayDeque<>());
    for (int i = 0; i < times; i++) {
      queue.add(behaviour);
    }
  }

  /** Delays add up, and go along with what was ordered after them. */
  synchronized Order take(String conversationId) {
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
    return new Order(delay, behaviour);
  }

  synchronized List<Behaviour> waiting(String conversationId) {
    return List.copyOf(waiting.getOrDefault(conversationId, new ArrayDeque<>()));
  }

  synchronized void clear() {
    waiting.clear();
  }
}
