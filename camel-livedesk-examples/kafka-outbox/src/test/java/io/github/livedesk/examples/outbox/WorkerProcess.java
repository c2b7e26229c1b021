// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.examples.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.livedesk.camel.simulator.LiveDeskSimulator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A worker in a process of its own, with nothing on its class path that only tests need. */
final class WorkerProcess implements AutoCloseable {

  private final Process process;
  private final Path output;

  private WorkerProcess(Process process, Path output) {
    this.process = process;
    this.output = output;
  }

  static WorkerProcess start(Path output, Broker broker, LiveDeskSimulator livedesk) {
    try {
      String classPath = Files.readString(Path.of(System.getProperty("worker.class.path")), UTF_8);
      var builder =
          new ProcessBuilder(
                  List.of(
                      Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                      "-Xmx256m",
                      "-XX:+UseSerialGC",
                      "-XX:TieredStopAtLevel=1",
                      "-cp",
                      System.getProperty("worker.classes")
                          + System.getProperty("path.separator")
                          + classPath.strip(),
                      OutboxWorker.class.getName()))
              .redirectErrorStream(true)
              .redirectOutput(output.toFile());
      // Whoever runs the tests may have an account: no test may write to it.
      builder
          .environment()
          .keySet()
          .removeIf(name -> name.startsWith("LIVEDESK_") || name.startsWith("CAMEL_"));
      builder
          .environment()
          .putAll(
              Map.of(
                  "KAFKA_BROKERS", broker.address(),
                  "LIVEDESK_URL", livedesk.url(),
                  "LIVEDESK_API_KEY", livedesk.apiKey(),
                  "LIVEDESK_SECRET_KEY", livedesk.secretKey()));
      return new WorkerProcess(builder.start(), output);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  boolean isRunning() {
    return process.isAlive();
  }

  /** SIGKILL: nothing of it runs any more afterwards. */
  void kill() {
    process.destroyForcibly().onExit().join();
  }

  /** SIGTERM. */
  int stop() throws InterruptedException {
    process.destroy();
    return process.waitFor();
  }

  /** All it has printed so far. */
  String printed() throws IOException {
    return Files.readString(output, UTF_8);
  }

  @Override
  public void close() {
    kill();
  }
}
