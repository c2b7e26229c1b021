// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.simulator.api;

import io.github.livedesk.camel.simulator.content.Content;
import java.io.IOException;
import java.nio.ByteBuffer;

/** Gives single bytes of a content, of which it has a piece in memory at a time. */
final class Window {

  private static final int LENGTH = 64 * 1024;

  /** What a search steps back over where it went wrong. */
  private static final int BACK = 256;

  private final Content content;
  private byte[] bytes = {};
  private int start;

  Window(Content content) {
    this.content = content;
  }

  int size() {
    return content.size();
  }

  byte at(int position) throws IOException {
    int index = position - start;
    if (index < 0 || index >= bytes.length) {
      load(position);
      index = position - start;
    }
    return bytes[index];
  }

  private void load(int position) throws IOException {
    start = Math.max(0, position - BACK);
    var loaded = new byte[Math.min(LENGTH, content.size() - start)];
    content.read(start, ByteBuffer.wrap(loaded));
    bytes = loaded;
  }

  /** A copy of the bytes between two positions. */
  byte[] copy(int from, int to) {
    return content.slice(from, to).bytes();
  }

  /** Whether these bytes are at the position. */
  boolean isAt(int position, byte[] expected) throws IOException {
    if (position + expected.length > content.size()) {
      return false;
    }
    for (int i = 0; i < expected.length; i++) {
      if (at(position + i) != expected[i]) {
        return false;
      }
    }
    return true;
  }
}
