// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.simulator.http;

import java.io.IOException;
import java.nio.ByteBuffer;

/** Takes the chunks of a body apart (RFC 9112, section 7.1), a piece at a time. */
final class ChunkParser {

  private static final int HEX = 16;
  private static final int MOST_DIGITS = 15;

  /** Of extensions and trailers, in bytes. */
  private static final int MOST_EXTRA = 64 * 1024;

  private enum State {
    SIZE,
    EXTENSION,
    END_OF_SIZE,
    DATA,
    END_OF_DATA,
    TRAILER,
    END
  }

  private State state = State.SIZE;
  private long size;
  private int digits;
  private int extra;
  private boolean emptyLine = true;

  /** Whether the last chunk, and what follows it, has come. */
  boolean hasEnded() {
    return state == State.END;
  }

  /**
   * Takes what is there: all of it, unless there is no more room or the body has ended.
   *
   * @throws IOException when it is no chunk
   */
  void parse(ByteBuffer from, ByteBuffer to) throws IOException {
    while (from.hasRemaining() && state != State.END) {
      if (state != State.DATA) {
        take((char) (from.get() & 0xFF));
      } else if (to.hasRemaining()) {
        copy(from, to);
      } else {
        return;
      }
    }
  }

  private void copy(ByteBuffer from, ByteBuffer to) {
    int length = (int) Math.min(size, Math.min(from.remaining(), to.remaining()));
    to.put(from.slice().limit(length));
    from.position(from.position() + length);
    size -= length;
    if (size == 0) {
      state = State.END_OF_DATA;
    }
  }

  private void take(char c) throws IOException {
    switch (state) {
      case SIZE -> takeSize(c);
      case EXTENSION -> {
        countExtra();
        if (c == '\n') {
          beginData();
        }
      }
      case END_OF_SIZE -> {
        require(c == '\n');
        beginData();
      }
      case END_OF_DATA -> {
        require(c == '\r' || c == '\n');
        if (c == '\n') {
          state = State.SIZE;
          digits = 0;
        }
      }
      default -> takeTrailer(c);
    }
  }

  private void takeSize(char c) throws IOException {
    int digit = c < 128 ? Character.digit(c, HEX) : -1;
    if (digit >= 0) {
      digits++;
      require(digits <= MOST_DIGITS);
      size = size * HEX + digit;
      return;
    }
    require(digits > 0);
    switch (c) {
      case '\r' -> state = State.END_OF_SIZE;
      case '\n' -> beginData();
      case ';', ' ', '\t' -> state = State.EXTENSION;
      default -> require(false);
    }
  }

  private void beginData() {
    state = size == 0 ? State.TRAILER : State.DATA;
  }

  private void takeTrailer(char c) throws IOException {
    countExtra();
    if (c == '\n') {
      state = emptyLine ? State.END : State.TRAILER;
      emptyLine = true;
    } else if (c != '\r') {
      emptyLine = false;
    }
  }

  private void countExtra() throws IOException {
    extra++;
    require(extra <= MOST_EXTRA);
  }

  private static void require(boolean condition) throws IOException {
    if (!condition) {
      throw new IOException("This is no chunk");
    }
  }
}
