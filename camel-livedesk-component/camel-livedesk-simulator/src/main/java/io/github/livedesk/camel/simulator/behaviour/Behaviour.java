// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.simulator.behaviour;

import java.time.Duration;

/** What the simulator was told to do with a request. */
public sealed interface Behaviour {

  /**
   * The message is stored, or retried, and fails.
   *
   * @param externalError not blank
   */
  record FailMessage(String externalError) implements Behaviour {
    public FailMessage {
      if (externalError == null || externalError.isBlank()) {
        throw new IllegalArgumentException("externalError: a text, not blank");
      }
    }
  }

  /**
   * Nothing is stored.
   *
   * @param status 300 to 599
   * @param retryAfter in seconds, or null for no such header
   */
  record Answer(int status, Long retryAfter) implements Behaviour {
    public Answer {
      if (status < 300 || status > 599) {
        throw new IllegalArgumentException("status: 300 to 599, not " + status);
      }
    }

    public static Answer of(int status, Duration retryAfter) {
      return new Answer(status, notNegative(retryAfter).toSeconds());
    }
  }

  /** All happens later. */
  record Delay(Duration time) implements Behaviour {
    public Delay {
      notNegative(time);
    }
  }

  /**
   * There is no answer.
   *
   * @param stored whether the message is stored before
   */
  record DropConnection(boolean stored) implements Behaviour {}

  private static Duration notNegative(Duration time) {
    if (time.isNegative()) {
      throw new IllegalArgumentException("Not negative, unlike " + time);
    }
    return time;
  }
}
