// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.model.failure;

/**
 * What is known, after a failure, of the message at LiveDesk's side. It decides whether a send may
 * be repeated without a customer getting the same message twice.
 */
public enum Outcome {
  /**
   * LiveDesk can't have the message: the request was never written to its end. Repeating is safe.
   */
  NOT_SENT,
  /** LiveDesk answered and refused the message. Nothing was stored. */
  REJECTED,
  /** The request went out whole, but no usable answer came back: the message may be there. */
  UNKNOWN,
  /** LiveDesk stored the message, and reported afterwards that it could not be delivered. */
  ACCEPTED
}
