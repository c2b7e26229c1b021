// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** The image of the profile of that name: the simulator with a Java of its own. */
class ImageIT {

  private static final Path IMAGE = Path.of(System.getProperty("image"));

  @Test
  void answersRequestsWithNoOtherJava() throws Exception {
    var builder =
        new ProcessBuilder(
            IMAGE.resolve("bin/livedesk-simulator").toString(), "--host=0.0.0.0", "--port=0");
    builder.environment().remove("JAVA_HOME");
    builder.environment().put("PATH", "/usr/bin:/bin");
    Process process = builder.redirectError(Redirect.INHERIT).start();
    try {
      BufferedReader output = process.inputReader(UTF_8);
      String greeting = CompletableFuture.supplyAsync(() -> line(output)).get(300, SECONDS);
      String url = greeting.replaceFirst("LiveDesk simulator at ", "");
      var client = new ApiClient(url, "simulator-key", "simulator-secret");

      assertThat(client.sendText("141", "Hello").status()).isEqualTo(200);
      assertThat(client.sendText("141", "1".repeat(160_000)).status()).isEqualTo(422);
      process.destroy();
      assertThat(process.waitFor(300, SECONDS)).isTrue();
    } finally {
      process.destroyForcibly().waitFor();
    }
  }

  /** What is copied into a container runs there as this says. */
  @Test
  void theContainerfileStartsWhatIsThere() throws IOException {
    List<String> lines = Files.readAllLines(Path.of("Containerfile"));

    assertThat(lines).contains("COPY target/image /opt/livedesk-simulator");
    assertThat(lines)
        .filteredOn(line -> line.startsWith("ENTRYPOINT"))
        .singleElement()
        .asString()
        .contains(
            "/opt/livedesk-simulator/bin/java", "/opt/livedesk-simulator/livedesk-simulator.jar");
    assertThat(IMAGE.resolve("bin/java")).isExecutable();
    assertThat(IMAGE.resolve("livedesk-simulator.jar")).isRegularFile();
  }

  private static String line(BufferedReader reader) {
    try {
      return reader.readLine();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
