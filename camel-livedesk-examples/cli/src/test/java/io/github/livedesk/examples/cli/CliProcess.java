// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.examples.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The Camel CLI in a process of its own, with a home of its own. */
final class CliProcess implements AutoCloseable {

  private static final int PATIENCE_IN_SECONDS = 300;

  private final Process process;
  private final Path output;

  private CliProcess(Process process, Path output) {
    this.process = process;
    this.output = output;
  }

  /**
   * @param folder where it is started
   * @param command what is typed, {@code camel} first
   * @param environment beside what the tests themselves have
   */
  static CliProcess start(Path folder, List<String> command, Map<String, String> environment)
      throws IOException {
    var line = new ArrayList<String>();
    line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    line.add("-XX:TieredStopAtLevel=1");
    line.add("-Duser.home=" + Files.createDirectories(folder.resolve("home")));
    line.add("-Dmaven.repo.local=" + System.getProperty("staged.repository"));
    line.add("-cp");
    line.add(classPath());
    line.add(CamelCommand.class.getName());
    line.addAll(command.subList(1, command.size()));
    line.add("--repos=" + Path.of(System.getProperty("local.repository")).toUri());
    line.add("--maven-central-enabled=false");
    line.add("--maven-apache-snapshot-enabled=false");
    line.add("--logging-color=false");
    Path output = folder.resolve("output.txt");
    var builder =
        new ProcessBuilder(line)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile());
    // Whoever runs the tests may have an account: no test may write to it.
    builder.environment().keySet().removeIf(name -> name.startsWith("LIVEDESK_"));
    builder.environment().putAll(environment);
    return new CliProcess(builder.start(), output);
  }

  /** Without empty entries, by which Java means the folder it is started in. */
  private static String classPath() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(entry -> !entry.isEmpty())
        .collect(Collectors.joining(File.pathSeparator));
  }

  boolean isRunning() {
    return process.isAlive();
  }

  /** Ctrl-C. */
  void interrupt() {
    process.destroy();
  }

  /**
   * Waits until the process has ended by itself.
   *
   * @return its exit code
   */
  int exitCode() throws InterruptedException {
    if (!process.waitFor(PATIENCE_IN_SECONDS, SECONDS)) {
      throw new AssertionError("The Camel CLI is still running");
    }
    return process.exitValue();
  }

  /** All it has printed so far. */
  String output() throws IOException {
    return Files.readString(output, UTF_8);
  }

  @Override
  public void close() {
    process.destroyForcibly().onExit().join();
  }
}
