// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.simulator.content;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;

/**
 * Bytes that were received: in memory, or a piece of a file in the temporary folder. Such a file is
 * removed when nobody keeps it any more; whoever has one keeps it until it is released.
 */
public interface Content {

  /** In bytes. */
  int size();

  /**
   * Copies bytes from a position on, as many as there are and as the buffer has room for.
   *
   * @throws IOException when they are on disk no more
   */
  void read(int from, ByteBuffer to) throws IOException;

  /** A piece of it, which keeps what the whole keeps. */
  Content slice(int from, int to);

  /** Somebody more has it. */
  default void keep() {}

  /** Somebody has it no more. */
  default void release() {}

  /** The file that it is a piece of; null where it is in memory. */
  default SpoolFile file() {
    return null;
  }

  /** Bytes in memory; they are not copied. */
  static Content of(byte[] bytes) {
    return new InMemory(bytes, 0, bytes.length);
  }

  /**
   * A copy of its first bytes.
   *
   * @param most how many there may be
   * @throws UncheckedIOException when they are on disk no more
   */
  default byte[] bytes(int most) {
    var copy = new byte[Math.min(most, size())];
    try {
      read(0, ByteBuffer.wrap(copy));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return copy;
  }

  /** All of its bytes, in memory. */
  default byte[] bytes() {
    return bytes(size());
  }

  /** Reads it from its beginning; nothing need be closed. */
  default InputStream open() {
    return new ContentStream(this);
  }

  /** What is in memory. */
  @SuppressWarnings("ArrayRecordComponent") // a view, never compared
  record InMemory(byte[] array, int start, int size) implements Content {

    @Override
    public void read(int from, ByteBuffer to) {
      to.put(array, start + from, Math.min(size - from, to.remaining()));
    }

    @Override
    public Content slice(int from, int to) {
      return new InMemory(array, start + from, to - from);
    }

    /** The array itself where it is whole: what was given comes back. */
    @Override
    public byte[] bytes() {
      return size == array.length ? array : bytes(size);
    }
  }
}
