// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.simulator.desk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A contact, as the desk has it.
 *
 * @param id unique in the simulator
 * @param sessions in the order in which they were made
 */
public record Contact(long id, Profile profile, Instant createdAt, List<Session> sessions) {

  private static final int OWN_SIZE = 500;
  private static final int SESSION_SIZE = 150;

  public Contact {
    sessions = List.copyOf(sessions);
  }

  Contact with(Profile changed) {
    return new Contact(id, changed, createdAt, sessions);
  }

  Contact with(Session more) {
    List<Session> all = new ArrayList<>(sessions);
    all.add(more);
    return new Contact(id, profile, createdAt, all);
  }

  /** What it takes of the memory, roughly, in bytes. */
  long size() {
    return OWN_SIZE + SESSION_SIZE * (long) sessions.size() + profile.size();
  }
}
