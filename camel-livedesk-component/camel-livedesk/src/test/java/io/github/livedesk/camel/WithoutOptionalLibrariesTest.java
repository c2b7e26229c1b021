// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.livedesk.camel.simulator.LiveDeskSimulator;
import io.github.livedesk.camel.simulator.LiveDeskSimulatorExtension;
import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The component in a JVM that has nothing to trace, measure or manage with. */
@ExtendWith(LiveDeskSimulatorExtension.class)
class WithoutOptionalLibrariesTest {

  private static final List<String> OPTIONAL =
      List.of("telemetry", "micrometer", "camel-console", "camel-management");

  /** What the other JVM runs. */
  static final class Program {

    private Program() {}

    /** Takes the simulator's URL; ends with 0 when a message went out. */
    public static void main(String[] args) throws Exception {
      try (var context = new DefaultCamelContext()) {
        context.start();
        String uri =
            "livedesk:messages?conversationId=141&apiKey=simulator-key&secretKey=simulator-secret"
                + "&baseUrl="
                + args[0];
        context.createProducerTemplate().requestBody(uri, "hello from another JVM");
      }
    }
  }

  @Test
  void aMessageGoesOut(LiveDeskSimulator livedesk) throws Exception {
    Process program =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xlog:class+load=info",
                "-cp",
                classPath(),
                Program.class.getName(),
                livedesk.url())
            .redirectErrorStream(true)
            .start();
    try {
      String output = new String(program.getInputStream().readAllBytes(), UTF_8);

      assertThat(program.waitFor(5, TimeUnit.MINUTES)).isTrue();
      assertThat(program.exitValue()).as(output).isZero();
      assertThat(output)
          .contains(LiveDeskComponent.class.getName())
          .doesNotContain(LiveDeskSpanDecorator.class.getName())
          .doesNotContain(LiveDeskDevConsole.class.getName());
      assertThat(livedesk.conversation("141").texts()).containsExactly("hello from another JVM");
    } finally {
      program.destroyForcibly();
    }
  }

  private static String classPath() {
    String separator = File.pathSeparator;
    String all =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    List<String> entries = Arrays.asList(all.split(separator));
    List<String> kept =
        entries.stream()
            .filter(
                entry ->
                    OPTIONAL.stream().noneMatch(Path.of(entry).getFileName().toString()::contains))
            .toList();
    assertThat(entries.size() - kept.size())
        .as("that there was something to leave out")
        .isGreaterThan(5);
    return kept.stream().collect(Collectors.joining(separator));
  }
}
