// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.model;

import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/** Where the bytes of a file come from. */
public interface FileContent extends Closeable {

  /** What {@link #length()} says where it can't be told. */
  long UNKNOWN = -1;

  /**
   * How many bytes there are, or {@link #UNKNOWN}.
   *
   * @throws IOException when there is nothing to read
   */
  long length() throws IOException;

  /** Whether {@link #open()} can be called again and gives the same bytes. */
  boolean isReplayable();

  /**
   * Whether {@link #open()} and the reading of its stream never wait, since all bytes are in
   * memory: then no other thread is used for it. Only what this interface makes of bytes is
   * believed: the I/O threads read it, and no code of others runs on them.
   */
  default boolean isInMemory() {
    return false;
  }

  /** The bytes from the first on. */
  InputStream open() throws IOException;

  /** Lets go of what {@link #open()} does not own. */
  @Override
  default void close() throws IOException {
    // nothing, unless there is a stream that came from outside
  }

  /**
   * A regular file on disk, opened when it is sent. Its {@link #length()} throws {@link
   * NoRegularFileException} for a folder, a pipe or a device: some of these are opened for ever.
   */
  static FileContent of(Path file) {
    return new FileContent() {
      @Override
      public long length() throws IOException {
        var attributes = Files.readAttributes(file, BasicFileAttributes.class);
        if (!attributes.isRegularFile()) {
          throw new NoRegularFileException();
        }
        return attributes.size();
      }

      @Override
      public boolean isReplayable() {
        return true;
      }

      @Override
      public InputStream open() throws IOException {
        return Files.newInputStream(file);
      }
    };
  }

  /** Bytes in memory; not copied. */
  static FileContent of(byte[] bytes) {
    return new FileContent() {
      @Override
      public long length() {
        return bytes.length;
      }

      @Override
      public boolean isReplayable() {
        return true;
      }

      @Override
      public boolean isInMemory() {
        return true;
      }

      @Override
      public InputStream open() {
        return new ByteArrayInputStream(bytes);
      }
    };
  }

  /**
   * A stream that is read once, and closed when the send is over, however it ends.
   *
   * @param length bytes, or {@link #UNKNOWN}
   */
  static FileContent of(InputStream stream, long length) {
    return new FileContent() {
      @Override
      public long length() {
        return length;
      }

      @Override
      public boolean isReplayable() {
        return false;
      }

      @Override
      public InputStream open() {
        return stream;
      }

      @Override
      public void close() throws IOException {
        stream.close();
      }
    };
  }
}
