// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.reliability;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLong;

/** What a server has really received, stored and answered: the truth about each message. */
final class Ledger {

  private final AtomicIntegerArray asked;
  private final AtomicIntegerArray stored;
  private final AtomicIntegerArray answered;
  private final Map<Long, Integer> owners = new ConcurrentHashMap<>();
  private final AtomicLong ids = new AtomicLong();

  /**
   * @param messages numbers go from 1 to this
   */
  Ledger(int messages) {
    this.asked = new AtomicIntegerArray(messages + 1);
    this.stored = new AtomicIntegerArray(messages + 1);
    this.answered = new AtomicIntegerArray(messages + 1);
  }

  /** Notes the head of a request, and returns how often there was one for that message. */
  int ask(int number) {
    return asked.incrementAndGet(number);
  }

  /** Notes a request that was read to its end and stored, and returns the id of what is stored. */
  long store(int number) {
    stored.incrementAndGet(number);
    long id = ids.incrementAndGet();
    owners.put(id, number);
    return id;
  }

  /** Notes that a whole reply of its own goes out for a message that is stored. */
  void answer(int number) {
    answered.incrementAndGet(number);
  }

  /** How often a message was stored. */
  int stored(int number) {
    return stored.get(number);
  }

  /** Whether a success is true that gave this id for that message. */
  boolean confirms(int number, long id) {
    return answered.get(number) > 0 && Integer.valueOf(number).equals(owners.get(id));
  }

  /** What is known of a success with this id for that message, in words. */
  String tell(int number, long id) {
    return "its id "
        + id
        + " is that of message "
        + owners.get(id)
        + "; replies of its own: "
        + answered.get(number);
  }
}
