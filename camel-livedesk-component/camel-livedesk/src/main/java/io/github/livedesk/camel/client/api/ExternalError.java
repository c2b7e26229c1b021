// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.client.api;

/**
 * Why the channel did not take a message, fit to be shown.
 *
 * @param words the channel's own, or the code and that they are left out; null where there are none
 * @param code null where there is none
 */
public record ExternalError(String words, String code) {

  /** Where the message has not failed. */
  public static final ExternalError NONE = new ExternalError(null, null);
}
