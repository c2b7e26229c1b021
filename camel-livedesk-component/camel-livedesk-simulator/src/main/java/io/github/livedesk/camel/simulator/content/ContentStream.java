// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.simulator.content;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Objects;

/** Reads a content from its beginning. */
final class ContentStream extends InputStream {

  private final Content content;
  private int position;

  ContentStream(Content content) {
    this.content = content;
  }

  @Override
  public int read() throws IOException {
    var one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    Objects.checkFromIndexSize(offset, length, bytes.length);
    if (length == 0) {
      return 0;
    }
    if (position >= content.size()) {
      return -1;
    }
    var buffer = ByteBuffer.wrap(bytes, offset, length);
    content.read(position, buffer);
    int read = length - buffer.remaining();
    position += read;
    return read;
  }
}
