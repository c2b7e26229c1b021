// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.operation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.livedesk.camel.testing.SocketServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nothing is buffered whole: a gibibyte goes through a JVM of 64 MiB. */
@Tag("slow")
class BigAttachmentTest {

  private static final long GIBIBYTE = 1L << 30;

  @TempDir private Path folder;

  private final AtomicLong received = new AtomicLong();

  /** Reads whatever comes until it has stopped coming for the reply. */
  private void sink(SocketServer.Connection connection) throws IOException {
    String head = connection.readHead();
    InputStream in = connection.in();
    byte[] buffer = new byte[1 << 16];
    String tail = "";
    // The body ends with the closing boundary, however it is framed.
    String end = "--" + head.replaceAll("(?s).*boundary=(\\S+).*", "$1") + "--\r\n";
    for (int got = in.read(buffer); got >= 0; got = in.read(buffer)) {
      received.addAndGet(got);
      String last = tail + new String(buffer, Math.max(0, got - 200), Math.min(got, 200), UTF_8);
      if (last.contains(end)) {
        break;
      }
      tail = last.substring(Math.max(0, last.length() - 100));
    }
    connection.reply("{\"id\":1,\"attachments\":[{\"id\":2}]}");
    connection.waitForClose();
  }

  private void upload(String body) throws Exception {
    try (var server = SocketServer.start(this::sink)) {
      Process upload =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-Xmx64m",
                  "-XX:MaxDirectMemorySize=16m",
                  "-cp",
                  System.getProperty("java.class.path"),
                  BigUpload.class.getName(),
                  server.url(),
                  body)
              .redirectErrorStream(true)
              .redirectOutput(folder.resolve("output.txt").toFile())
              .start();
      try {
        assertThat(upload.waitFor(5, TimeUnit.MINUTES)).as("ended in time").isTrue();
        assertThat(upload.exitValue()).as(() -> "exit value after: " + output()).isZero();
        assertThat(received.get()).isBetween(GIBIBYTE, GIBIBYTE + (GIBIBYTE >> 8));
      } finally {
        upload.destroyForcibly();
      }
    }
  }

  private String output() {
    try {
      return Files.readString(folder.resolve("output.txt"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void aFile() throws Exception {
    Path file = folder.resolve("big.bin");
    try (var sparse = new RandomAccessFile(file.toFile(), "rw")) {
      sparse.setLength(GIBIBYTE);
    }

    upload(file.toString());
  }

  @Test
  void aStreamOfUnknownLength() throws Exception {
    upload(String.valueOf(GIBIBYTE));
  }
}
