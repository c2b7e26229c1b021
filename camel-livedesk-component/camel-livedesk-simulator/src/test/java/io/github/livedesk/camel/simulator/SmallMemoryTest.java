// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The simulator in a JVM of its own that has 256 MB. */
@Timeout(600)
@Tag("slow")
class SmallMemoryTest {

  private static final int PATIENCE_IN_SECONDS = 300;
  private static final int SIZE = 39_000_000;
  private static final int AT_ONCE = 8;

  @TempDir private Path folder;
  private Process process;
  private String url;

  private void start(String... options) throws Exception {
    var command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-Djava.io.tmpdir=" + Files.createDirectory(folder.resolve("tmp")),
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path"))));
    command.addAll(List.of(options));
    process = new ProcessBuilder(command).redirectError(errors()).start();
    url = nextLine().replaceFirst("LiveDesk simulator at ", "");
  }

  private void startSimulator() throws Exception {
    start(SimulatorMain.class.getName(), "--port=0");
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

  private File errors() {
    return folder.resolve("stderr.txt").toFile();
  }

  private long foldersLeft() throws IOException {
    try (var files = Files.list(folder.resolve("tmp"))) {
      return files.filter(it -> it.getFileName().toString().startsWith("livedesk-")).count();
    }
  }

  @AfterEach
  void endTheProcess() throws InterruptedException {
    if (process != null) {
      process.destroyForcibly().waitFor();
    }
  }

  private ApiClient client() {
    return new ApiClient(url, "simulator-key", "simulator-secret");
  }

  private List<Integer> sendAtOnce(String type, byte[] body) throws Exception {
    return sendAtOnce(ApiClient.messagesOf("141"), type, body);
  }

  private List<Integer> sendAtOnce(String path, String type, byte[] body) throws Exception {
    ExecutorService senders = Executors.newFixedThreadPool(AT_ONCE);
    try {
      Callable<Integer> send =
          () ->
              client()
                  .send(
                      client()
                          .request(path)
                          .setHeader("Content-Type", type)
                          .POST(BodyPublishers.ofByteArray(body)))
                  .status();
      var statuses = new ArrayList<Integer>();
      for (Future<Integer> sent : senders.invokeAll(Collections.nCopies(AT_ONCE, send))) {
        statuses.add(sent.get());
      }
      return statuses;
    } finally {
      senders.shutdownNow();
    }
  }

  private void assertItIsWell() throws IOException {
    assertThat(client().sendText("142", "Hello").status()).isEqualTo(200);
    assertThat(Files.readString(errors().toPath())).isEmpty();
  }

  @Test
  void takesEightFilesAtOnce() throws Exception {
    startSimulator();
    String file = ApiClient.file("a.bin", "image/png").replace("BYTES", "x".repeat(SIZE));
    byte[] body = ("--b\r\n" + file + "\r\n--b--\r\n").getBytes(UTF_8);

    assertThat(sendAtOnce("multipart/form-data; boundary=b", body))
        .hasSize(AT_ONCE)
        .containsOnly(200);
    assertItIsWell();
    assertThat(foldersLeft()).isOne();

    process.destroy();
    assertThat(process.waitFor(PATIENCE_IN_SECONDS, SECONDS)).isTrue();
    assertThat(foldersLeft()).isZero();
  }

  @Test
  void takesEightLargeContactsAtOnce() throws Exception {
    startSimulator();
    String json =
        "{\"inbox_id\": 1, \"identifier\": \"crm\", \"additional_attributes\": {\"company_name\": \""
            + "x".repeat(SIZE / 4)
            + "\"}}";

    assertThat(sendAtOnce("/api/v2/accounts/contacts", "application/json", json.getBytes(UTF_8)))
        .hasSize(AT_ONCE)
        .containsOnlyOnce(200)
        .containsOnly(200, 422);
    assertThat(client().searchContacts("?q=x%25x").status()).isEqualTo(200);
    assertItIsWell();
  }

  /** What takes many times its length where it is read as a whole. */
  @ParameterizedTest
  @CsvSource({
    "application/json, '{\"a\":[', '{},', '0]}', 413",
    "application/json, '{\"content\":\"x\",\"content_attributes\":{\"a\":[', '[],', '0]}}', 413",
    "application/json, '{\"content\":\"', 'xxxxxxxxxx', '\"}', 400",
    "multipart/form-data; boundary=b, '--b~Content-Disposition: form-data; name=\"', 'abc', '', 413",
    "multipart/form-data; boundary=b, '--b~Content-Disposition: form-data; name=\"content\"~~', 'abc', '', 413",
  })
  void refusesEightOfAnythingAtOnce(
      String type, String beginning, String piece, String end, int status) throws Exception {
    startSimulator();
    String rest = type.startsWith("multipart") ? "\r\n\r\n\r\n--b--\r\n" : end;
    String body = beginning.replace("~", "\r\n") + piece.repeat(SIZE / piece.length()) + rest;

    assertThat(sendAtOnce(type, body.getBytes(UTF_8))).hasSize(AT_ONCE).containsOnly(status);
    assertItIsWell();
  }

  @ParameterizedTest
  @CsvSource({"simulator-key, 200", "wrong, 200", "simulator-key, 1000"})
  void answersWhileManyAnnounceMuch(String apiKey, int connections) throws Exception {
    startSimulator();
    var clients = new ArrayList<RawClient>();
    try {
      for (int i = 0; i < connections; i++) {
        clients.add(
            new RawClient(url)
                .write(
                    RawClient.post(
                        ApiClient.messagesOf("141"),
                        "Host: localhost",
                        "Authorization: " + ApiClient.basic(apiKey, "simulator-secret"),
                        "Content-Type: application/json",
                        "Content-Length: " + SIZE)));
      }

      assertItIsWell();
    } finally {
      for (RawClient client : clients) {
        client.close();
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"close", "exit"})
  void leavesNoFolder(String how) throws Exception {
    start(Program.class.getName(), how);

    assertThat(url).isEqualTo("stored");
    assertThat(process.waitFor(PATIENCE_IN_SECONDS, SECONDS)).isTrue();
    assertThat(process.exitValue()).isZero();
    assertThat(foldersLeft()).isZero();
  }

  /** Runs in a JVM of its own, and ends without a signal. */
  static final class Program {

    private Program() {}

    public static void main(String[] args) {
      Logger.getLogger("").setLevel(Level.WARNING);
      var livedesk = LiveDeskSimulator.start();
      String json = ApiClient.json(Map.of("content", "x")) + " ".repeat(1_000_000);
      new ApiClient(livedesk).sendJson("141", json);
      System.out.println("stored");
      if (args[0].equals("close")) {
        livedesk.close();
      } else {
        System.exit(0);
      }
    }
  }
}
