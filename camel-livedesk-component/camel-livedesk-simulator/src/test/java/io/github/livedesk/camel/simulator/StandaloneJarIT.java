// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The stand-alone simulator as a user runs it: one jar, a process of its own. */
class StandaloneJarIT {

  private static final int PATIENCE_IN_SECONDS = 300;

  private static final String FILE =
      "--b\r\nContent-Disposition: form-data; name=\"attachments[]\"; filename=\"a.bin\"\r\n\r\n";

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
    run("--port=0", "--api-key=key-of-mine", "--secret-key=secret-of-mine");

    String url = urlFrom(nextLine());

    var client = new ApiClient(url, "key-of-mine", "secret-of-mine");
    assertThat(client.sendText("141", "Hello").status()).isEqualTo(200);
  }

  static Stream<Arguments> anything() {
    return Stream.of(
        // Longer than the JSON parser reads a text; from 150,001 characters up to there it is 422.
        arguments("application/json", "{\"content\":\"", 400),
        arguments("application/json", "[".repeat(5_000), 400),
        arguments("multipart/form-data; boundary=b", "", 400),
        arguments("multipart/form-data; boundary=b", FILE, 200),
        arguments("image/png", "", 422));
  }

  /** More than its memory holds. */
  @ParameterizedTest
  @MethodSource("anything")
  void takes40MbOfAnythingAsOftenAsItComes(String type, String beginning, int status)
      throws Exception {
    run("--port=0");
    var client = new ApiClient(urlFrom(nextLine()), "simulator-key", "simulator-secret");
    String end = type.endsWith("json") ? "\"}" : "\r\n--b--\r\n";
    String body = beginning + "a".repeat(40_000_000 - beginning.length()) + end;

    for (int i = 0; i < 8; i++) {
      HttpRequest.Builder request =
          client.request(ApiClient.messagesOf("141")).setHeader("Content-Type", type);
      assertThat(client.send(request.POST(ApiClient.body(body))).status()).isEqualTo(status);
    }

    assertThat(client.sendText("142", "Hello").status()).isEqualTo(200);
    assertThat(errors()).isEmpty();
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
    assertThat(errors()).first().isEqualTo("Unknown option --prot");
    assertThat(errors()).element(1).asString().startsWith("Usage: java -jar ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"-h", "--help"})
  void explainsItsOptions(String option) throws Exception {
    run("--port=0", option);

    assertThat(nextLine()).startsWith("Usage: java -jar ");
    assertThat(process.waitFor(PATIENCE_IN_SECONDS, SECONDS)).isTrue();
    assertThat(process.exitValue()).isZero();
    assertThat(errors()).isEmpty();
  }

  @Test
  void saysItsVersion() throws Exception {
    run("--version");

    assertThat(nextLine()).isEqualTo("LiveDesk simulator " + System.getProperty("version"));
    assertThat(process.waitFor(PATIENCE_IN_SECONDS, SECONDS)).isTrue();
    assertThat(process.exitValue()).isZero();
  }

  @Test
  void isReachedOnAnotherAddressWhereItIsToldSo() throws Exception {
    run("--port=0", "--host=0.0.0.0");

    var client = new ApiClient(urlFrom(nextLine()), "simulator-key", "simulator-secret");

    assertThat(client.sendText("141", "Hello").status()).isEqualTo(200);
  }

  @Test
  void saysInOneLineThatThePortIsTaken() throws Exception {
    try (var other = LiveDeskSimulator.start()) {
      run("--port=" + other.port());

      assertThat(process.waitFor(PATIENCE_IN_SECONDS, SECONDS)).isTrue();
      assertThat(process.exitValue()).isEqualTo(1);
      assertThat(errors())
          .singleElement()
          .asString()
          .startsWith("Port " + other.port() + ": ")
          .endsWith(". Give another one with --port; 0 is any free one");
    }
  }

  private void run(String... options) throws IOException {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx256m", "-jar", System.getProperty("simulator.jar")));
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
