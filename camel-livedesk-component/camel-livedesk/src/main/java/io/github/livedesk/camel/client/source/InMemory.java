// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.client.source;

import io.github.livedesk.camel.model.FileContent;

/** Tells files that can be read on any thread, for that waits for nothing. */
public final class InMemory {

  private InMemory() {}

  /**
   * Whether it is one. Only what the model makes is believed: code of others runs on no thread that
   * must not wait, whatever it says of itself.
   */
  public static boolean is(FileContent content) {
    return content.getClass().getPackageName().equals(FileContent.class.getPackageName())
        && content.isInMemory();
  }
}
