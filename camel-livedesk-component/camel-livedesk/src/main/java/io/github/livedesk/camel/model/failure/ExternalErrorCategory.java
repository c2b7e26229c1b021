// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.model.failure;

/** What an external error asks for. The codes are in {@link ExternalErrorCodes}. */
public enum ExternalErrorCategory {
  /** Passing trouble at the channel: the same message works in seconds or minutes. */
  TRANSIENT,
  /** Too many messages to this one recipient: the same message works a little later. */
  RECIPIENT_RATE,
  /** Held back for hours or a day, such as by a limit for marketing messages. */
  LATER,
  /** The customer's 24 hours are over: only a template gets through. */
  NEEDS_TEMPLATE,
  /** This recipient can't be reached. */
  RECIPIENT,
  /** The message is not as the channel wants it. */
  REQUEST,
  /** The template is not as it was approved, or not approved. */
  TEMPLATE,
  /** The account behind the channel needs a person: credentials, payment, registration. */
  ACCOUNT,
  /** A code that is not known here, or none. */
  UNKNOWN;

  /** Whether the same message, sent again by LiveDesk's retry call, may get through soon. */
  public boolean isTransient() {
    return this == TRANSIENT || this == RECIPIENT_RATE;
  }
}
