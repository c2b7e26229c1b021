// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.simulator.call;

import io.github.livedesk.camel.simulator.http.ShownName;
import java.util.ArrayList;
import java.util.List;

/**
 * What is surely a mistake in one request although the server lets it pass: one sentence each, with
 * names of fields, never with texts of a message or names of files.
 */
public final class Warnings {

  /** A request of 40 MiB can have millions of wrong fields. */
  private static final int MOST = 20;

  private final List<String> sentences = new ArrayList<>();
  private long left;

  public void add(String sentence) {
    if (sentences.size() < MOST) {
      sentences.add(sentence);
    } else {
      left++;
    }
  }

  public void addUnknownField(String name) {
    add("Field '" + ShownName.of(name) + "' is not in the API document; the server ignores it.");
  }

  /** Those so far, and how many more there were; immutable. */
  public List<String> toList() {
    var all = new ArrayList<>(sentences);
    if (left > 0) {
      all.add("There are " + left + " more warnings for this request.");
    }
    return List.copyOf(all);
  }
}
