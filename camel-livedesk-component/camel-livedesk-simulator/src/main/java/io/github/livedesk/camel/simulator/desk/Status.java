// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.simulator.desk;

import io.github.livedesk.camel.simulator.store.ApiError;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The status of a conversation, and which one follows which (the vendor's user guide). */
public enum Status {
  OPEN,
  /** The guide calls it AI-Replying. */
  PENDING,
  SNOOZED,
  RESOLVED,
  CLOSED;

  /** By the API's name; empty where there is none of it. */
  public static Optional<Status> named(String name) {
    return Arrays.stream(values()).filter(status -> status.toString().equals(name)).findFirst();
  }

  private boolean leadsTo(Status next) {
    return switch (this) {
      case OPEN, PENDING, SNOOZED -> next != CLOSED;
      case RESOLVED -> next != SNOOZED;
      case CLOSED -> next == OPEN;
    };
  }

  /** Refuses what the guide does not name; to stay the same is no change, and allowed. */
  void checkChange(Status next) throws ApiError {
    if (next != this && !leadsTo(next)) {
      throw new ApiError(422, "Status can't change from " + this + " to " + next);
    }
  }

  /** As in the API. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
