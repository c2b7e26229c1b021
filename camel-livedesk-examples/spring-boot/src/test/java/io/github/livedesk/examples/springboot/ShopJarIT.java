// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.examples.springboot;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.MINUTES;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.livedesk.camel.simulator.LiveDeskSimulator;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The example as a user runs it: java -jar. */
@Timeout(value = 10, unit = MINUTES)
class ShopJarIT {

  private static final Duration PATIENCE = Duration.ofMinutes(4);
  private static final Pattern PORT = Pattern.compile("Tomcat started on port (\\d+)");

  @TempDir private Path folder;
  private Process process;

  @AfterEach
  void endTheProcess() throws InterruptedException {
    if (process != null) {
      process.destroyForcibly().waitFor();
    }
  }

  private void run(Stream<String> options) throws IOException {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    // Its start is nearly all it does: not worth the second compiler.
    command.add("-XX:TieredStopAtLevel=1");
    command.add("-jar");
    command.add(System.getProperty("example.jar"));
    command.add("--server.port=0");
    command.add("--server.address=127.0.0.1");
    command.addAll(options.toList());
    var builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output().toFile());
    // Whoever runs the tests may have an account: no test may write to it.
    builder
        .environment()
        .keySet()
        .removeIf(name -> name.startsWith("LIVEDESK_") || name.startsWith("CAMEL_"));
    process = builder.start();
  }

  private Path output() {
    return folder.resolve("output.txt");
  }

  private String printed() throws IOException {
    return Files.readString(output(), UTF_8);
  }

  private int port() throws IOException {
    Matcher started = PORT.matcher(printed());
    assertThat(started.find()).as("a port in: %s", printed()).isTrue();
    return Integer.parseInt(started.group(1));
  }

  private static String body(HttpRequest.Builder request) throws Exception {
    return HttpClient.newHttpClient()
        .send(request.timeout(PATIENCE).build(), BodyHandlers.ofString())
        .body();
  }

  @Test
  void sendsFromItsJavaAndYamlRoutesAndEndsWhenToldTo() throws Exception {
    try (var livedesk = LiveDeskSimulator.start()) {
      run(SimulatedShop.options(livedesk));
      await().atMost(PATIENCE).untilAsserted(this::port);
      String shop = "http://127.0.0.1:" + port();
      await()
          .atMost(PATIENCE)
          .untilAsserted(
              () ->
                  assertThat(body(HttpRequest.newBuilder(URI.create(shop + "/actuator/health"))))
                      .startsWith("{\"status\":\"UP\"")
                      .contains("\"camelHealth\":{\"status\":\"UP\""));

      body(
          HttpRequest.newBuilder(URI.create(shop + "/conversations/141/messages"))
              .header("Content-Type", "text/plain")
              .POST(BodyPublishers.ofString("from a jar")));
      body(
          HttpRequest.newBuilder(URI.create(shop + "/conversations/141/files/list.csv"))
              .PUT(BodyPublishers.ofString("a,b,c")));
      body(
          HttpRequest.newBuilder(URI.create(shop + "/conversations/141/order-updates"))
              .header("Content-Type", "application/json")
              .POST(BodyPublishers.ofString("[\"John\", \"shipped\"]")));

      var messages = livedesk.messages("141");
      assertThat(messages).hasSize(3);
      assertThat(messages.get(0).content()).isEqualTo("from a jar");
      assertThat(messages.get(1).attachments())
          .singleElement()
          .satisfies(file -> assertThat(file.fileName()).isEqualTo("list.csv"));
      assertThat(messages.get(2).content()).isEqualTo("Your order has news.");
      process.destroy();
      assertThat(process.waitFor(PATIENCE.toSeconds(), SECONDS)).as("ends when told to").isTrue();
      assertThat(printed()).contains("shutdown in").doesNotContain(livedesk.secretKey());
    }
  }

  @Test
  void endsWithAnErrorWithoutCredentials() throws Exception {
    run(Stream.of("--camel.component.livedesk.secret-key=canary-secret"));

    assertThat(process.waitFor(PATIENCE.toSeconds(), SECONDS)).as("ends by itself").isTrue();
    assertThat(process.exitValue()).isEqualTo(1);
    assertThat(printed())
        .contains("APPLICATION FAILED TO START")
        .contains("apiKey is missing")
        .contains("camel.component.livedesk.api-key")
        .doesNotContain("canary-secret");
  }
}
