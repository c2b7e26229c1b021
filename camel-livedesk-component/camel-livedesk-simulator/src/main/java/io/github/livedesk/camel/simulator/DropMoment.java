// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.simulator;

/** When a connection is dropped without an answer. */
public enum DropMoment {
  /** LiveDesk has not got the message. */
  BEFORE_STORING,
  /** LiveDesk has got the message, and nobody can know. */
  AFTER_STORING
}
