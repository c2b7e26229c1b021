// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.fuzz;

import io.github.livedesk.camel.model.FileContent;
import jakarta.activation.DataSource;
import java.io.ByteArrayInputStream;
import java.io.FilterReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Reader;
import java.io.StringReader;
import java.util.AbstractList;
import java.util.ConcurrentModificationException;
import java.util.List;
import java.util.Random;

/** Sources of bytes and values that break their promises. */
final class FuzzedSource {

  /** Once in so many calls something is thrown, or nothing is given. */
  private static final int SELDOM = 12;

  private FuzzedSource() {}

  /** Throws what code of others may throw, now and then. */
  private static void perhapsThrow(Random random, String text) throws IOException {
    switch (random.nextInt(SELDOM * 8)) {
      case 0 -> throw new IOException(text);
      case 1 -> throw new IllegalStateException(text);
      case 2 -> throw new AssertionError(text);
      case 3 -> throw new NoSuchMethodError(text);
      case 4 -> throw new StackOverflowError();
      case 5 -> throw new ConcurrentModificationException(text);
      case 6 -> throw new UnsupportedOperationException(text);
      case 7 -> throw new Error(text);
      default -> {
        // this time it is as it should be
      }
    }
  }

  static InputStream stream(Random random, byte[] bytes) {
    return new ByteArrayInputStream(bytes) {
      @Override
      public synchronized int read(byte[] buffer, int offset, int length) {
        unchecked(random, "read");
        return random.nextInt(SELDOM) == 0 ? 0 : super.read(buffer, offset, length);
      }

      @Override
      public synchronized int available() {
        unchecked(random, "available");
        return random.nextInt(SELDOM) == 0 ? -1 : super.available();
      }

      @Override
      public void close() {
        unchecked(random, "close");
      }
    };
  }

  private static void unchecked(Random random, String text) {
    try {
      perhapsThrow(random, text);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  static Reader reader(Random random, String text) {
    return new FilterReader(new StringReader(text)) {
      @Override
      public int read(char[] buffer, int offset, int length) throws IOException {
        perhapsThrow(random, text);
        return random.nextInt(SELDOM) == 0 ? 0 : super.read(buffer, offset, length);
      }
    };
  }

  static FileContent content(Random random, byte[] bytes, String secret) {
    if (random.nextInt(3) == 0) {
      return FileContent.of(bytes);
    }
    long length =
        switch (random.nextInt(5)) {
          case 0 -> FileContent.UNKNOWN;
          case 1 -> bytes.length + 1L;
          case 2 -> random.nextInt(20) - 5L;
          default -> bytes.length;
        };
    boolean replayable = random.nextBoolean();
    return new FileContent() {
      @Override
      public long length() throws IOException {
        perhapsThrow(random, secret);
        return length;
      }

      @Override
      public boolean isReplayable() {
        unchecked(random, secret);
        return replayable;
      }

      @Override
      public boolean isInMemory() {
        return true;
      }

      @Override
      public InputStream open() throws IOException {
        perhapsThrow(random, secret);
        return random.nextInt(SELDOM * 2) == 0 ? null : stream(random, bytes);
      }

      @Override
      public void close() throws IOException {
        perhapsThrow(random, secret);
      }
    };
  }

  static DataSource dataSource(Random random, byte[] bytes, String text) {
    return new DataSource() {
      @Override
      public InputStream getInputStream() throws IOException {
        perhapsThrow(random, text);
        return random.nextInt(SELDOM) == 0 ? null : stream(random, bytes);
      }

      @Override
      public OutputStream getOutputStream() {
        throw new UnsupportedOperationException();
      }

      @Override
      public String getContentType() {
        unchecked(random, text);
        return random.nextBoolean() ? text : null;
      }

      @Override
      public String getName() {
        unchecked(random, text);
        return random.nextBoolean() ? text : null;
      }
    };
  }

  /** A value whose text is not to be had, or says what it likes. */
  static Object thrower(Random random, String secret) {
    int kind = random.nextInt(4);
    return new Object() {
      @Override
      @SuppressWarnings("ToStringReturnsNull") // that is what it is for
      public String toString() {
        if (kind == 0) {
          return toString();
        }
        if (kind == 1) {
          throw new IllegalStateException(secret);
        }
        if (kind == 2) {
          throw new AssertionError(secret);
        }
        return null;
      }
    };
  }

  /** A number whose text is any. */
  static Number number(String text) {
    return new Number() {
      @Override
      public int intValue() {
        return 1;
      }

      @Override
      public long longValue() {
        return 1;
      }

      @Override
      public float floatValue() {
        return 1;
      }

      @Override
      public double doubleValue() {
        return 1;
      }

      @Override
      public String toString() {
        return text;
      }
    };
  }

  /** A list as it is seen while another thread changes it. */
  static List<Object> brokenList(Random random) {
    return new AbstractList<>() {
      @Override
      public Object get(int index) {
        unchecked(random, "get");
        throw new ConcurrentModificationException();
      }

      @Override
      public int size() {
        return random.nextInt(4);
      }
    };
  }
}
