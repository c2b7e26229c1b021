// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.binding;

import io.github.livedesk.camel.model.failure.LiveDeskRequestException;

/** Refuses what an operation does not take. */
@FunctionalInterface
public interface Refusals {

  /**
   * The refusal of this send.
   *
   * @param field the option, header or body field at fault
   * @param found what was found there, described without a value of it
   * @param takes what the field takes
   */
  LiveDeskRequestException wrong(String field, String found, String takes);
}
