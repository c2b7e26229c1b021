// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.simulator.content;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/**
 * Where bodies are while they come: short ones in memory, as long as there is room, all others in a
 * temporary folder. The folder is made when it is first needed; it goes when this is closed, or
 * with the JVM.
 */
public final class Spool implements AutoCloseable {

  /** In bytes. Longer bodies are on disk. */
  public static final int LONGEST_IN_MEMORY = 256 * 1024;

  private final long room;
  private final AtomicLong taken = new AtomicLong();
  private Path folder;
  private Thread hook;
  private boolean closed;

  /**
   * An empty one.
   *
   * @param room for what is in memory of bodies that are not complete, in bytes
   */
  public Spool(long room) {
    this.room = room;
  }

  /** A body that begins. */
  public Upload begin() {
    return new Upload(this);
  }

  /** Whether there is room in memory; then it is taken. */
  boolean take(int bytes) {
    if (taken.addAndGet(bytes) <= room) {
      return true;
    }
    taken.addAndGet(-bytes);
    return false;
  }

  void giveBack(int bytes) {
    taken.addAndGet(-bytes);
  }

  synchronized Path newFile() throws IOException {
    if (closed) {
      throw new IOException("The simulator was closed");
    }
    if (folder == null) {
      // Readable for its owner alone, where the file system knows owners.
      folder = Files.createTempDirectory("livedesk-simulator-");
      hook = new Thread(this::delete);
      Runtime.getRuntime().addShutdownHook(hook);
    }
    return Files.createTempFile(folder, "body-", ".bin");
  }

  @Override
  public void close() {
    delete();
    synchronized (this) {
      if (hook != null) {
        try {
          Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
          // The JVM is about to end.
        }
        hook = null;
      }
    }
  }

  private synchronized void delete() {
    closed = true;
    if (folder == null) {
      return;
    }
    try (Stream<Path> files = Files.list(folder)) {
      files.forEach(SpoolFile::delete);
    } catch (IOException | UncheckedIOException e) {
      // Somebody else has removed it.
    }
    SpoolFile.delete(folder);
  }
}
