// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.simulator;

/** A call that belongs to no conversation: {@link LiveDeskSimulator#next}. */
public enum DeskCall {
  /** {@code POST contacts}. */
  CREATE_CONTACT,
  /** {@code GET contacts}. */
  SEARCH_CONTACTS,
  /** {@code PATCH contacts/:id}. */
  UPDATE_CONTACT,
  /** {@code POST conversations}. */
  CREATE_CONVERSATION
}
