// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.simulator.behaviour;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * The calls that belong to no conversation: what is planned for one is for all calls of its kind.
 */
public enum PlannedCall {
  CREATE_CONTACT,
  SEARCH_CONTACTS,
  UPDATE_CONTACT,
  CREATE_CONVERSATION;

  /** The one of such a name: {@code create-contact}. */
  public static Optional<PlannedCall> named(String name) {
    return Arrays.stream(values()).filter(call -> call.title().equals(name)).findFirst();
  }

  private String title() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** What its behaviours are planned for; no conversation has this id. */
  public String key() {
    return ":" + title();
  }
}
