// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.compatibility;

import static java.util.concurrent.TimeUnit.SECONDS;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Runs the suite on the Camel of this class path, in a JVM of its own for each JDK. */
class CompatibilityIT {

  private static final int PATIENCE_IN_SECONDS = 600;
  private static final int NEW = 25;

  private static final String EVALUATED =
      "Route caption puts an expression into an option of livedesk";
  private static final List<String> RESOLVES_EVALUATED = List.of("4.14", "4.18");

  private Process process;

  @AfterEach
  void endTheProcess() {
    if (process != null) {
      process.destroyForcibly().onExit().join();
    }
  }

  @Test
  void passesOnTheJdkOfTheBuild() throws Exception {
    assertThatTheSuitePasses("build", Jdk.ofTheBuild(), false);
  }

  @Test
  void passesOnANewJdk() throws Exception {
    assertThatTheSuitePasses("new", newJdk(), false);
  }

  @Test
  void passesOnVirtualThreads() throws Exception {
    assertThatTheSuitePasses("virtual", newJdk(), true);
  }

  private static String minor(String version) {
    return version.replaceFirst("\\.\\d+$", "");
  }

  private static Jdk newJdk() {
    Optional<Jdk> jdk = Jdk.of(NEW, "jdk25.home");
    assumeTrue(jdk.isPresent(), "No JDK 25 in the usual places: name one by -Djdk25.home=...");
    return jdk.get();
  }

  private void assertThatTheSuitePasses(String name, Jdk jdk, boolean virtualThreads)
      throws Exception {
    Path output = Path.of(System.getProperty("output.folder"), "suite-" + name + ".txt");
    var command = new ArrayList<String>();
    command.add(jdk.java().toString());
    // They live for seconds.
    command.add("-XX:TieredStopAtLevel=1");
    command.add("-Dcamel.version=" + System.getProperty("camel.version"));
    command.add("-Dcamel.threads.virtual.enabled=" + virtualThreads);
    command.addAll(List.of("-cp", classPath(), SuiteMain.class.getName()));
    process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();

    assertThat(process.waitFor(PATIENCE_IN_SECONDS, SECONDS)).as("ends by itself").isTrue();

    String printed = Files.readString(output);
    assertThat(process.exitValue()).as(printed).isZero();
    assertThat(printed)
        .as("the whole log, at INFO and above")
        .contains("Started text")
        .doesNotContain(SuiteMain.CANARY);
    assertThat(printed.contains("WARN") && printed.contains(EVALUATED))
        .as("Camel replaces placeholders in evaluated text, and a route says so: " + printed)
        .isEqualTo(RESOLVES_EVALUATED.contains(minor(System.getProperty("camel.version"))));
    if (CamelRuntime.find() instanceof MainRuntime) {
      assertThat(printed).contains("camel.component.livedesk.secretKey = xxxxxx");
    }
    System.out.println(printed.lines().reduce("", (before, line) -> line));
  }

  /** Without empty entries, by which Java means the folder it is started in. */
  private static String classPath() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(entry -> !entry.isEmpty())
        .collect(joining(File.pathSeparator));
  }
}
