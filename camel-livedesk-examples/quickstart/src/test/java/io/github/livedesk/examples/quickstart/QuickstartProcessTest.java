// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.examples.quickstart;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The example as a reader runs it: a process of its own. */
@Tag("slow")
class QuickstartProcessTest {

  private static final int PATIENCE_IN_SECONDS = 300;

  @TempDir private Path folder;
  private Process process;

  @AfterEach
  void endTheProcess() throws InterruptedException {
    if (process != null) {
      process.destroyForcibly().waitFor();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"-Dquickstart.routes=java", "-Dquickstart.routes=yaml"})
  void printsTheConversationAndEnds(String routes) throws Exception {
    run(Map.of(), routes);

    assertThat(process.exitValue()).isZero();
    List<String> printed = lines(outputFile());
    assertThat(printed).hasSize(8);
    assertThat(printed.get(0)).isEqualTo("Starting Camel and a simulated LiveDesk");
    assertThat(printed.get(1))
        .matches("Conversation 141 of a simulated LiveDesk at http://127\\.0\\.0\\.1:\\d+");
    assertThat(printed.get(2)).matches("  #1  sent +to customer +Your parcel .*");
    assertThat(printed.get(3))
        .matches("  #2  sent +to customer +Packed and sealed\\. \\[image, .*");
    assertThat(printed.get(4)).matches("  #3  sent +to customer +Your order has news\\.");
    assertThat(printed.get(5))
        .matches("  #4  sent +to customer +Your order has news\\. \\[at attempt 2\\]");
    assertThat(printed.get(6)).matches("  #5  sent +agents only +The customer .*");
    assertThat(printed.get(7)).matches("Inbox: http://.* \\(closed now; .*\\)");
  }

  @Test
  void keepsTheInboxOpenWhereItIsToldTo() throws Exception {
    process = builder(Map.of(), List.of(), "--stay").redirectError(errorFile()).start();
    String inbox =
        CompletableFuture.supplyAsync(() -> lineOf(process, "Inbox: "))
            .get(PATIENCE_IN_SECONDS, SECONDS);

    URI url = URI.create(inbox.split(" ", 3)[1]);
    HttpResponse<String> page =
        HttpClient.newHttpClient()
            .send(HttpRequest.newBuilder(url).build(), BodyHandlers.ofString());
    assertThat(page.body()).contains("<title>LiveDesk simulator</title>");
    assertThat(process.isAlive()).isTrue();
  }

  private static String lineOf(Process process, String beginning) {
    return process
        .inputReader(UTF_8)
        .lines()
        .filter(line -> line.startsWith(beginning))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void refusesAnOptionThatItDoesNotKnow() throws Exception {
    process = builder(Map.of(), List.of(), "--say").redirectError(errorFile()).start();

    assertThat(process.waitFor(PATIENCE_IN_SECONDS, SECONDS)).isTrue();
    assertThat(process.exitValue()).isEqualTo(1);
    assertThat(lines(errorFile())).anyMatch(line -> line.contains("Takes --stay or nothing"));
  }

  @Test
  void runsTheJavaRoutesUnlessToldOtherwise() throws Exception {
    run(Map.of(), logOfLoadedClasses());

    assertThat(loadedClasses()).contains(QuickstartRoute.class.getName());
  }

  @Test
  void runsTheYamlRoutesWhereItIsToldTo() throws Exception {
    run(Map.of(), logOfLoadedClasses(), "-Dquickstart.routes=yaml");

    assertThat(loadedClasses())
        .contains(Quickstart.class.getName())
        .doesNotContain(QuickstartRoute.class.getName());
  }

  @Test
  void endsWithAnErrorWhereTheEnvironmentHasAPartOfAnAccount() throws Exception {
    run(Map.of("LIVEDESK_API_KEY", "key-of-mine"));

    assertThat(process.exitValue()).isEqualTo(1);
    assertThat(lines(outputFile())).isEmpty();
    assertThat(lines(errorFile()))
        .anyMatch(
            line ->
                line.contains(
                    "set all of LIVEDESK_API_KEY, LIVEDESK_SECRET_KEY and"
                        + " LIVEDESK_CONVERSATION_ID"));
  }

  private void run(Map<String, String> account, String... options) throws Exception {
    process =
        builder(account, List.of(options))
            .redirectOutput(outputFile())
            .redirectError(errorFile())
            .start();
    assertThat(process.waitFor(PATIENCE_IN_SECONDS, SECONDS)).as("ends by itself").isTrue();
  }

  private static ProcessBuilder builder(
      Map<String, String> account, List<String> options, String... args) {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add(Quickstart.class.getName());
    command.addAll(List.of(args));
    var builder = new ProcessBuilder(command);
    // Whoever runs the tests may have an account: no test may write to it.
    builder.environment().keySet().removeIf(name -> name.startsWith("LIVEDESK_"));
    builder.environment().putAll(account);
    return builder;
  }

  private static List<String> lines(File file) throws IOException {
    return Files.readAllLines(file.toPath(), UTF_8);
  }

  /** Which routes ran can't be told from their messages: they are the same. */
  private String logOfLoadedClasses() {
    return "-Xlog:class+load=info:file=" + folder.resolve("classes.txt") + ":none";
  }

  private List<String> loadedClasses() throws IOException {
    return lines(folder.resolve("classes.txt").toFile()).stream()
        .map(line -> line.split(" ", 2)[0])
        .toList();
  }

  private File outputFile() {
    return folder.resolve("stdout.txt").toFile();
  }

  private File errorFile() {
    return folder.resolve("stderr.txt").toFile();
  }
}
