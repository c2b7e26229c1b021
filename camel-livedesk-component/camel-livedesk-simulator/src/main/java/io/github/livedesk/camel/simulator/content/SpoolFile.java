// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.simulator.content;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A file of the temporary folder, which is removed when nobody keeps it any more. */
public final class SpoolFile {

  private final Path path;
  private final int size;
  private int keepers = 1;

  SpoolFile(Path path, int size) {
    this.path = path;
    this.size = size;
  }

  public int size() {
    return size;
  }

  Content content() {
    return new Piece(this, 0, size);
  }

  private synchronized void keep() {
    keepers++;
  }

  /** Whoever reads at this moment goes on: see {@link #read}. */
  private synchronized void release() {
    keepers--;
    if (keepers == 0) {
      delete(path);
    }
  }

  /** What can't be removed now goes with the folder. */
  static void delete(Path path) {
    try {
      Files.deleteIfExists(path);
    } catch (IOException e) {
      // In use perhaps, on Windows.
    }
  }

  private synchronized void read(int from, ByteBuffer to) throws IOException {
    try (var channel = FileChannel.open(path, StandardOpenOption.READ)) {
      int position = from;
      while (to.hasRemaining()) {
        int read = channel.read(to, position);
        if (read < 0) {
          throw new IOException("The file " + path + " is shorter than it was");
        }
        position += read;
      }
    } catch (NoSuchFileException e) {
      throw (IOException)
          new FileNotFoundException(
                  "These "
                      + size
                      + " bytes were on disk, and are gone: the simulator was closed or emptied, or"
                      + " had no room for them any more. Read them before that, or give it more"
                      + " memory")
              .initCause(e);
    }
  }

  private record Piece(SpoolFile file, int start, int size) implements Content {

    @Override
    public void read(int from, ByteBuffer to) throws IOException {
      int length = Math.min(size - from, to.remaining());
      int limit = to.limit();
      to.limit(to.position() + length);
      try {
        file.read(start + from, to);
      } finally {
        to.limit(limit);
      }
    }

    @Override
    public Content slice(int from, int to) {
      return new Piece(file, start + from, to - from);
    }

    @Override
    public void keep() {
      file.keep();
    }

    @Override
    public void release() {
      file.release();
    }
  }
}
