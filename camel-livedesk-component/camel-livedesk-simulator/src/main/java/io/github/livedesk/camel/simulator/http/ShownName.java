// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.simulator.http;

/** A name that the sender chose, as it may stand in a sentence. */
public final class ShownName {

  private static final int LONGEST = 40;

  private ShownName() {}

  public static String of(String name) {
    var shown = new StringBuilder();
    name.codePoints()
        .limit(LONGEST)
        .forEach(c -> shown.appendCodePoint(Character.isISOControl(c) ? '?' : c));
    return name.codePointCount(0, name.length()) > LONGEST ? shown + "…" : shown.toString();
  }
}
