package io.github.livedesk.camel.simulator;

import java.time.Duration;

/** What the simulator was told to do with the next request of a conversation. */
sealed interface Behaviour {

  /** The message is stored, or retried, and fails. */
  record FailMessage(String externalError) implements Behaviour {}

  /**
   * Nothing is stored.
   *
   * @param status 300 to 599
   * @param retryAfter in seconds, or null for no such header
   */
  record Answer(int status, Long retryAfter) implements Behaviour {}

  /** All happens later. */
  record Delay(Duration time) implements Behaviour {}

  /** There is no answer. */
  record DropConnection(DropMoment moment) implements Behaviour {}
}
