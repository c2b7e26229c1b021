// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.springboot;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A failed start ends the process, though the application would run for ever. */
@Tag("slow")
class StartProcessTest {

  private static final int PATIENCE_IN_SECONDS = 300;
  private static final String CANARY = "canary-secret";

  @TempDir private Path folder;
  private Process process;

  @AfterEach
  void endTheProcess() throws InterruptedException {
    if (process != null) {
      process.destroyForcibly().waitFor();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "--camel.component.livedesk.api-key=, camel.component.livedesk.api-key",
    "--camel.component.livedesk.max-attemts=5, camel.component.livedesk.max-attemts",
    "--camel.component.livedesk.connect-timeout=soon, camel.component.livedesk.connect-timeout",
    "--sender.options=converstaionId=141, There is no option 'converstaionId'"
  })
  void endsWithAnErrorThatNamesTheOption(String setting, String name) throws Exception {
    Path output = folder.resolve("output.txt");
    process =
        new ProcessBuilder(command(setting))
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();

    assertThat(process.waitFor(PATIENCE_IN_SECONDS, SECONDS)).as("ends by itself").isTrue();
    assertThat(process.exitValue()).isEqualTo(1);
    assertThat(Files.readString(output, UTF_8)).contains(name).doesNotContain(CANARY);
  }

  private static List<String> command(String setting) {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    // Its start is all it does: not worth the second compiler.
    command.add("-XX:TieredStopAtLevel=1");
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add(SenderApplication.class.getName());
    command.add("--camel.main.run-controller=true");
    command.add("--camel.component.livedesk.secret-key=" + CANARY);
    if (!setting.contains("api-key")) {
      command.add("--camel.component.livedesk.api-key=key");
    }
    command.add(setting);
    return command;
  }
}
