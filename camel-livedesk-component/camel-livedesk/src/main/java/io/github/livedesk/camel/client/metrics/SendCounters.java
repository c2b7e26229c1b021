// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.client.metrics;

import io.github.livedesk.camel.client.api.ApiResponse;
import io.github.livedesk.camel.model.failure.LiveDeskException;
import io.github.livedesk.camel.model.failure.Outcome;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/**
 * What became of all sends, since this was made. Any number of threads may count at once; numbers
 * that are read while sends end may be a send apart from each other.
 */
public final class SendCounters {

  private final LongAdder begun = new LongAdder();
  private final LongAdder ended = new LongAdder();
  private final LongAdder sent = new LongAdder();
  private final LongAdder attempts = new LongAdder();
  private final LongAdder retries = new LongAdder();
  private final Map<Outcome, LongAdder> failed = new EnumMap<>(Outcome.class);

  public SendCounters() {
    for (Outcome outcome : Outcome.values()) {
      failed.put(outcome, new LongAdder());
    }
  }

  /** Sends that worked. */
  public long sent() {
    return sent.sum();
  }

  /** Sends that failed with this outcome, bad input included. */
  public long failed(Outcome outcome) {
    return failed.get(outcome).sum();
  }

  /** HTTP requests made for the sends that have ended, those of the retry call included. */
  public long attempts() {
    return attempts.sum();
  }

  /** Those of the attempts that were not the first of their send. */
  public long retries() {
    return retries.sum();
  }

  /** Sends that a client has, and that have not ended. 0 or more. */
  public long inFlight() {
    return Math.max(0, begun.sum() - ended.sum());
  }

  /** A send has failed before a client had it. */
  public void failedBefore(LiveDeskException failure) {
    failed.get(failure.getOutcome()).increment();
  }

  /** A client has a send, or what it is read from. */
  public void begun() {
    begun.increment();
  }

  /** What was to be sent is read, or is not: a send begins now, or there will be none. */
  public void readEnded() {
    ended.increment();
  }

  void worked(ApiResponse reply) {
    ended.increment();
    sent.increment();
    attempted(reply.attempts());
  }

  void failed(LiveDeskException failure) {
    ended.increment();
    failed.get(failure.getOutcome()).increment();
    attempted(failure.getAttempts());
  }

  /**
   * @param number of one send; 0 where it never came to a request
   */
  private void attempted(int number) {
    attempts.add(number);
    retries.add(Math.max(0, number - 1));
  }
}
