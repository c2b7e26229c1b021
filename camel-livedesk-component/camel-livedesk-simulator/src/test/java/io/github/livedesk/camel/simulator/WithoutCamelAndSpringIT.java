// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.File;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.platform.testkit.engine.EngineTestKit;

/** The jar in a project that has JUnit, but no Camel, Spring, Undertow or Jackson. */
class WithoutCamelAndSpringIT {

  private static final List<String> LEFT_OUT =
      List.of("camel-api", "camel-util", "spring-", "undertow", "xnio", "jboss", "jackson-");

  @LiveDeskTest
  static class AUsersTest {
    @Test
    void looks(LiveDeskSimulator livedesk) throws Exception {
      URI state = URI.create(livedesk.url() + "/simulator/state");
      try (InputStream in = state.toURL().openStream()) {
        assertThat(new String(in.readAllBytes(), UTF_8)).contains("\"conversations\":[]");
      }
    }
  }

  /** What the other JVM runs. */
  static final class Program {

    private Program() {}

    public static void main(String[] args) {
      EngineTestKit.engine("junit-jupiter")
          .selectors(selectClass(AUsersTest.class))
          .execute()
          .allEvents()
          .debug(System.out)
          .assertStatistics(events -> events.failed(0).succeeded(3));
    }
  }

  @Test
  void aTestOfAUserRuns() throws Exception {
    Process program =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                classPath(),
                Program.class.getName())
            .redirectErrorStream(true)
            .start();
    try {
      String output = new String(program.getInputStream().readAllBytes(), UTF_8);

      assertThat(program.waitFor(5, TimeUnit.MINUTES)).isTrue();
      assertThat(program.exitValue()).as(output).isZero();
    } finally {
      program.destroyForcibly();
    }
  }

  /** The jar first, before the classes that it was made of. */
  private static String classPath() {
    String all =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    List<String> entries = Arrays.asList(all.split(File.pathSeparator));
    List<String> kept =
        entries.stream()
            .filter(
                entry ->
                    LEFT_OUT.stream()
                        .noneMatch(Path.of(entry).getFileName().toString()::startsWith))
            .toList();
    assertThat(entries.size() - kept.size()).as("what was left out").isGreaterThan(8);
    return String.join(
        File.pathSeparator,
        Stream.concat(Stream.of(System.getProperty("simulator.jar")), kept.stream()).toList());
  }
}
