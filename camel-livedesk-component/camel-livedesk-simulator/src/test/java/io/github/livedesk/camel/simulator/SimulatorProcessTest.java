package io.github.livedesk.camel.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The stand-alone simulator as a user runs it: a process of its own. */
class SimulatorProcessTest {

  private static final int PATIENCE_IN_SECONDS = 60;

  @TempDir private Path folder;
  private Process process;

  @AfterEach
  void endTheProcess() throws InterruptedException {
    if (process != null) {
      process.destroyForcibly().waitFor();
    }
  }

  @Test
  void printsItsUrlAndAnswersThere() throws Exception {
    run("--port=0");

    String url = urlFrom(nextLine());

    var client = new ApiClient(url, "simulator-key", "simulator-secret");
    assertThat(client.sendText("141", "Hello").status()).isEqualTo(200);
  }

  @Test
  void takesTheCredentialsOfItsOptions() throws Exception {
    run("--port=0", "--api-key=key-of-mine", "--api-secret=secret-of-mine");

    String url = urlFrom(nextLine());

    var client = new ApiClient(url, "key-of-mine", "secret-of-mine");
    assertThat(client.sendText("141", "Hello").status()).isEqualTo(200);
  }

  @Test
  void endsWhenItIsTold() throws Exception {
    run("--port=0");
    URI url = URI.create(urlFrom(nextLine()));

    process.destroy();

    assertThat(process.waitFor(PATIENCE_IN_SECONDS, SECONDS)).isTrue();
    assertThatThrownBy(() -> new Socket(url.getHost(), url.getPort()).close())
        .isInstanceOf(ConnectException.class);
  }

  @Test
  void explainsAWrongOptionAndEndsWithStatus2() throws Exception {
    run("--prot=0");

    assertThat(process.waitFor(PATIENCE_IN_SECONDS, SECONDS)).isTrue();
    assertThat(process.exitValue()).isEqualTo(2);
    assertThat(errors())
        .containsExactly(
            "Unknown option --prot",
            "Usage: [--port=0..65535] [--api-key=KEY] [--api-secret=SECRET]");
  }

  @Test
  void endsWithAnErrorWhereThePortIsTaken() throws Exception {
    try (var other = LiveDeskSimulator.start()) {
      run("--port=" + other.port());

      assertThat(process.waitFor(PATIENCE_IN_SECONDS, SECONDS)).isTrue();
      assertThat(process.exitValue()).isEqualTo(1);
      assertThat(errors()).anyMatch(line -> line.contains("java.net.BindException"));
    }
  }

  private void run(String... options) throws IOException {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add(SimulatorMain.class.getName());
    command.addAll(List.of(options));
    process = new ProcessBuilder(command).redirectError(errorFile()).start();
  }

  /** A process that prints nothing must fail the test, not stop it for ever. */
  private String nextLine() throws Exception {
    BufferedReader reader = process.inputReader(UTF_8);
    return CompletableFuture.supplyAsync(() -> line(reader)).get(PATIENCE_IN_SECONDS, SECONDS);
  }

  private static String line(BufferedReader reader) {
    try {
      return reader.readLine();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String urlFrom(String greeting) {
    assertThat(greeting).matches("LiveDesk simulator at http://127\\.0\\.0\\.1:\\d+");
    return greeting.replaceFirst("LiveDesk simulator at ", "");
  }

  private List<String> errors() throws IOException {
    return Files.readAllLines(errorFile().toPath(), UTF_8);
  }

  private File errorFile() {
    return folder.resolve("stderr.txt").toFile();
  }
}
