// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.simulator.content;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A body that comes: takes no more memory than has come of it, and on disk where it is long. */
public final class Upload {

  private final Spool spool;
  private ByteArrayOutputStream memory = new ByteArrayOutputStream(0);
  private Path path;
  private OutputStream disk;
  private int size;

  Upload(Spool spool) {
    this.spool = spool;
  }

  /** How many bytes came. */
  public int size() {
    return size;
  }

  /**
   * Adds bytes.
   *
   * @throws IOException when the temporary folder takes nothing
   */
  public void append(byte[] bytes) throws IOException {
    if (disk == null
        && (size + bytes.length > Spool.LONGEST_IN_MEMORY || !spool.take(bytes.length))) {
      moveToDisk();
    }
    if (disk == null) {
      memory.writeBytes(bytes);
    } else {
      disk.write(bytes);
    }
    size += bytes.length;
  }

  private void moveToDisk() throws IOException {
    path = spool.newFile();
    disk = Files.newOutputStream(path);
    memory.writeTo(disk);
    forgetMemory();
  }

  private void forgetMemory() {
    spool.giveBack(memory.size());
    memory = new ByteArrayOutputStream(0);
  }

  /** What came; the caller has it and releases it. */
  public Content complete() throws IOException {
    if (disk == null) {
      byte[] bytes = memory.toByteArray();
      forgetMemory();
      return Content.of(bytes);
    }
    disk.close();
    return new SpoolFile(path, size).content();
  }

  /** Forgets what came, for there is no more of it. */
  public void discard() {
    forgetMemory();
    if (disk != null) {
      try {
        disk.close();
      } catch (IOException e) {
        // It is not wanted any more.
      }
      SpoolFile.delete(path);
    }
  }
}
