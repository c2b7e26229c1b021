// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.model;

import java.io.Serializable;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * One thing that is wrong with a message.
 *
 * @param field the option, header or body field
 * @param found what was found there, described without showing message text or a secret
 * @param takes what the field takes
 */
public record Fault(String field, String found, String takes) implements Serializable {

  /** More would not be read, but would fill logs. */
  private static final int SHOWN = 10;

  @Override
  public String toString() {
    return field + ": found " + found + "; it takes " + takes;
  }

  /** The first ten in words, and how many more there are. */
  static String joined(List<Fault> faults) {
    String first =
        faults.stream().limit(SHOWN).map(Fault::toString).collect(Collectors.joining("; and "));
    int more = faults.size() - SHOWN;
    if (more <= 0) {
      return first;
    }
    String count = String.format(Locale.ROOT, "%,d", more);
    return first + "; and " + count + (more == 1 ? " more fault" : " more faults");
  }
}
