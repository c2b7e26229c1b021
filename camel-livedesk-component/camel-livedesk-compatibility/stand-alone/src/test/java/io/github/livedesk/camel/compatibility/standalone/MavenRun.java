// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.compatibility.standalone;

import static java.util.concurrent.TimeUnit.MINUTES;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The Maven of this build, run once more as a user runs it. */
final class MavenRun {

  private static final int PATIENCE_IN_MINUTES = 30;

  private MavenRun() {}

  /**
   * Runs it and waits until it ends, well or not.
   *
   * @param folder of the pom
   * @param repository its local repository
   * @param log what it prints
   * @param environment beside that of the build, whose own account no test must see
   * @param arguments beside those that every run has
   */
  static void run(
      Path folder, Path repository, Path log, Map<String, String> environment, String... arguments)
      throws IOException, InterruptedException {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("maven.home"), "bin", executable()).toString());
    command.addAll(List.of("--batch-mode", "--no-transfer-progress", "--fail-at-end"));
    Optional.of(System.getProperty("user.settings", ""))
        .filter(settings -> !settings.isEmpty() && Files.exists(Path.of(settings)))
        .ifPresent(settings -> command.addAll(List.of("--settings", settings)));
    if (Boolean.getBoolean("offline")) {
      command.add("--offline");
    }
    command.add("-Dmaven.repo.local=" + repository);
    command.addAll(List.of(arguments));
    var builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    builder.environment().keySet().removeIf(name -> name.matches("(LIVEDESK|MAVEN)_.*"));
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().putAll(environment);
    Process maven = builder.start();
    try {
      if (!maven.waitFor(PATIENCE_IN_MINUTES, MINUTES)) {
        throw new AssertionError(
            "Maven is still running after " + PATIENCE_IN_MINUTES + " minutes");
      }
    } finally {
      maven.descendants().forEach(ProcessHandle::destroyForcibly);
      maven.destroyForcibly().onExit().join();
    }
  }

  private static String executable() {
    return System.getProperty("os.name").startsWith("Windows") ? "mvn.cmd" : "mvn";
  }
}
