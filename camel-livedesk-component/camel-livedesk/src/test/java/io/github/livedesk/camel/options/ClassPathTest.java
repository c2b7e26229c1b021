// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.options;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.livedesk.camel.LiveDeskComponent;
import io.github.livedesk.camel.LiveDeskDevConsole;
import io.github.livedesk.camel.LiveDeskSpanDecorator;
import io.github.livedesk.camel.simulator.LiveDeskSimulator;
import io.github.livedesk.camel.simulator.LiveDeskSimulatorExtension;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The component in JVMs with less, or with other versions, than this build has. */
@ExtendWith(LiveDeskSimulatorExtension.class)
@Tag("slow")
class ClassPathTest {

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
  void aMessageGoesOutWithoutAnythingToTraceMeasureOrManageWith(LiveDeskSimulator livedesk)
      throws Exception {
    assertThat(send(livedesk, withoutOptional()))
        .contains(LiveDeskComponent.class.getName())
        .doesNotContain(LiveDeskSpanDecorator.class.getName())
        .doesNotContain(LiveDeskDevConsole.class.getName())
        .doesNotContain("Sends to LiveDesk may fail");
  }

  @Test
  void aLibraryThatIsTooOldIsNamedAtTheStart(LiveDeskSimulator livedesk, @TempDir Path folder)
      throws Exception {
    String release = "info.module = httpcore5\ninfo.release = 5.2.5\n";
    Path properties = folder.resolve(Path.of("org", "apache", "hc", "core5", "version.properties"));
    Files.createDirectories(properties.getParent());
    Files.writeString(properties, release);

    assertThat(send(livedesk, folder + File.pathSeparator + all()))
        .containsOnlyOnce(
            "Sends to LiveDesk may fail: the class path has Apache HttpCore 5.2.5 (needed: 5.3.4 or"
                + " newer). Import");
  }

  /** What the other JVM printed. */
  private static String send(LiveDeskSimulator livedesk, String classPath) throws Exception {
    Process program =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xlog:class+load=info",
                "-cp",
                classPath,
                Program.class.getName(),
                livedesk.url())
            .redirectErrorStream(true)
            .start();
    try {
      String output = new String(program.getInputStream().readAllBytes(), UTF_8);

      assertThat(program.waitFor(5, TimeUnit.MINUTES)).isTrue();
      assertThat(program.exitValue()).as(output).isZero();
      assertThat(livedesk.conversation("141").texts()).containsExactly("hello from another JVM");
      return output;
    } finally {
      program.destroyForcibly();
    }
  }

  private static String all() {
    return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
  }

  private static String withoutOptional() {
    List<String> entries = Arrays.asList(all().split(File.pathSeparator));
    List<String> kept =
        entries.stream()
            .filter(
                entry ->
                    OPTIONAL.stream().noneMatch(Path.of(entry).getFileName().toString()::contains))
            .toList();
    assertThat(entries.size() - kept.size())
        .as("that there was something to leave out")
        .isGreaterThan(5);
    return kept.stream().collect(Collectors.joining(File.pathSeparator));
  }
}
