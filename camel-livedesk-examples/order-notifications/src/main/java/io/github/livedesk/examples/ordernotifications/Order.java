// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.examples.ordernotifications;

import java.util.List;

/**
 * An order, as the shop writes it in JSON.
 *
 * @param id the shop's number for it
 * @param conversation the customer's conversation in LiveDesk
 * @param customer the name to address the customer by
 * @param state as the customer knows it, such as "on its way"
 */
public record Order(String id, long conversation, String customer, String state) {

  /** The values of the template's positions 1 and 2. */
  public List<String> templateValues() {
    return List.of(customer, state);
  }
}
