// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.model.failure;

import java.io.Serializable;

/**
 * One thing that is wrong with a message.
 *
 * @param field the option, header or body field
 * @param found what was found there, described without showing message text or a secret
 * @param takes what the field takes
 */
public record FieldError(String field, String found, String takes) implements Serializable {

  /** Each is cut where it is longer than anybody reads. */
  public FieldError {
    field = Listing.cut(field);
    found = Listing.cut(found);
    takes = Listing.cut(takes);
  }

  @Override
  public String toString() {
    return field + ": found " + found + "; it takes " + takes;
  }
}
