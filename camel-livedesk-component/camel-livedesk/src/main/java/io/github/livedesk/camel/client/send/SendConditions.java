// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.client.send;

import io.github.livedesk.camel.client.api.SendBounds;
import java.time.Duration;

/** What one send works with, and its requests, counted by one step after the other. */
final class SendConditions {

  private final SendTools tools;
  private final SendBounds bounds;
  private int requests;

  /**
   * @param bounds when it is given up, by the clock, and where it goes on
   */
  SendConditions(SendTools tools, SendBounds bounds) {
    this.tools = tools;
    this.bounds = bounds;
  }

  SendTools tools() {
    return tools;
  }

  SendBounds bounds() {
    return bounds;
  }

  void addRequests(int number) {
    requests += number;
  }

  /** HTTP requests made so far. */
  int requests() {
    return requests;
  }

  /** Of the total time-out; zero or less where it has run out. */
  Duration remaining() {
    return Duration.ofNanos(bounds.deadline() - tools.clock().getAsLong());
  }

  boolean isOver() {
    Duration remaining = remaining();
    return remaining.isNegative() || remaining.isZero();
  }
}
