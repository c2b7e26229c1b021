// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.client;

/** What is tried again. The names are the values of the option {@code retryMode}. */
public enum RetryMode {
  /** Nothing; failed messages are not sent again either. */
  none,
  /** What LiveDesk surely did not process, and failed messages by its own retry call. */
  safe,
  /** Also what it may have processed: a customer may get a message twice. */
  all
}
