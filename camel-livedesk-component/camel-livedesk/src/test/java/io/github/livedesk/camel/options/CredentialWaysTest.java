// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.options;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import io.github.livedesk.camel.simulator.LiveDeskSimulator;
import io.github.livedesk.camel.testing.LogCapture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.main.Main;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Each way in which camel-main gets credentials, as the guide's page names it: messages go out, and
 * nothing that is logged at INFO or above has a key or a secret.
 */
class CredentialWaysTest {

  private static final String KEY = "canary-key";

  /** Has what a URI would take for its own. */
  private static final String SECRET = "canary+secret&%41=";

  private static final String PREFIX = "camel.component.livedesk.";
  private static final String TO_141 = "livedesk:messages?conversationId=141";

  /** From files, by names in the URI, and by placeholders that become a part of it. */
  private static final List<String> URIS =
      List.of(
          TO_141
              + "&apiKey=#property:secret:livedesk/api-key"
              + "&secretKey=#property:secret:livedesk/secret-key",
          TO_141 + "&apiKey=#property:livedesk.api-key&secretKey=#property:livedesk.secret-key",
          TO_141 + "&apiKey={{livedesk.api-key}}&secretKey=RAW({{livedesk.secret-key}})",
          TO_141 + "&apiKey=" + KEY + "&secretKey=RAW(" + SECRET + ")");

  @TempDir private Path folder;
  private LiveDeskSimulator livedesk;

  @BeforeEach
  void startLiveDesk() {
    livedesk = LiveDeskSimulator.start(0, KEY, SECRET);
    new SecretFiles(folder).write(KEY, SECRET);
  }

  @AfterEach
  void stopLiveDesk() {
    livedesk.close();
  }

  /** Its properties are in a file, as users have them: Camel prints those. */
  private Main main(String uri, Map<String, String> properties) throws IOException {
    var all = new Properties();
    all.putAll(properties);
    all.setProperty(PREFIX + "base-url", livedesk.url());
    Path file = folder.resolve("livedesk.properties");
    try (var out = Files.newBufferedWriter(file)) {
      all.store(out, null);
    }
    var main = new Main();
    new SecretFiles(folder).configure(main);
    main.setPropertyPlaceholderLocations(file.toUri().toString());
    main.configure().addRoutesBuilder(route(uri));
    return main;
  }

  private static RouteBuilder route(String uri) {
    return new RouteBuilder() {
      @Override
      public void configure() {
        from("direct:start").routeId("sender").to(uri);
      }
    };
  }

  /** Starts, sends, stops, and reads all that was logged meanwhile, at INFO and above. */
  private void assertThatItSendsAndPrintsNoSecret(Main main) throws Exception {
    try (var all = new LogCapture(Level.INFO, text -> true)) {
      main.start();
      main.getCamelTemplate().sendBody("direct:start", "hello");
      main.stop();

      assertThat(all.found())
          .anyMatch(line -> line.contains("Auto-configuration summary"))
          .anyMatch(line -> line.contains(PREFIX))
          .anyMatch(line -> line.contains("Started sender"))
          .noneMatch(line -> line.contains("canary"));
    } finally {
      main.stop();
    }
    assertThat(livedesk.messages("141")).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "api-key, secret-key",
    "apiKey, secretKey",
    "configuration.apiKey, configuration.secretKey"
  })
  void byPropertiesOfTheComponent(String key, String secret) throws Exception {
    assertThatItSendsAndPrintsNoSecret(
        main(TO_141, Map.of(PREFIX + key, KEY, PREFIX + secret, SECRET)));
  }

  @Test
  void byFilesOfAVault() throws Exception {
    assertThatItSendsAndPrintsNoSecret(
        main(
            TO_141,
            Map.of(
                PREFIX + "api-key",
                "{{secret:livedesk/api-key}}",
                PREFIX + "secret-key",
                "{{secret:livedesk/secret-key}}")));
  }

  @Test
  void byPropertiesOfAnotherName() throws Exception {
    assertThatItSendsAndPrintsNoSecret(
        main(
            TO_141,
            Map.of(
                PREFIX + "api-key",
                "{{livedesk.api-key}}",
                PREFIX + "secret-key",
                "{{livedesk.secret-key}}",
                "livedesk.api-key",
                KEY,
                "livedesk.secret-key",
                SECRET)));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3})
  void byTheUriOfAnEndpoint(int uri) throws Exception {
    assertThatItSendsAndPrintsNoSecret(
        main(URIS.get(uri), Map.of("livedesk.api-key", KEY, "livedesk.secret-key", SECRET)));
  }

  @Test
  void bySystemProperties() throws Exception {
    Map<String, String> properties = Map.of(PREFIX + "api-key", KEY, PREFIX + "secret-key", SECRET);
    properties.forEach(System::setProperty);
    try {
      assertThatItSendsAndPrintsNoSecret(main(TO_141, Map.of()));
    } finally {
      properties.keySet().forEach(System::clearProperty);
    }
  }

  @Test
  void byTheEnvironment() throws Exception {
    Files.writeString(
        folder.resolve("application.properties"),
        "%sapi-key={{env:LIVEDESK_API_KEY}}%n%ssecret-key={{env:LIVEDESK_SECRET_KEY}}%n"
            .formatted(PREFIX, PREFIX));

    String printed = runProgram(Map.of("LIVEDESK_API_KEY", KEY, "LIVEDESK_SECRET_KEY", SECRET));

    assertThat(livedesk.messages("141")).hasSize(1);
    assertThat(printed)
        .contains("Auto-configuration summary", PREFIX, "Started sender")
        .doesNotContain("canary");
  }

  @Test
  void variablesNamedAsOptionsAreOfSpringBootAlone() throws Exception {
    String printed =
        runProgram(
            Map.of(
                "CAMEL_COMPONENT_LIVEDESK_API_KEY", KEY,
                "CAMEL_COMPONENT_LIVEDESK_SECRET_KEY", SECRET));

    assertThat(livedesk.messages("141")).isEmpty();
    assertThat(printed).contains("apiKey is missing").doesNotContain("canary");
  }

  /** In a JVM of its own, since only a new process can have another environment. */
  private String runProgram(Map<String, String> environment)
      throws IOException, InterruptedException {
    var builder =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                Program.class.getName(),
                livedesk.url(),
                folder.resolve("application.properties").toUri().toString())
            .redirectErrorStream(true);
    builder.environment().keySet().removeIf(name -> name.contains("LIVEDESK"));
    builder.environment().putAll(environment);
    Process program = builder.start();
    try {
      String printed = new String(program.getInputStream().readAllBytes(), UTF_8);
      assertThat(program.waitFor(5, TimeUnit.MINUTES)).isTrue();
      return printed;
    } finally {
      program.destroyForcibly();
    }
  }

  /** What the other JVM runs. */
  static final class Program {

    private Program() {}

    /** Takes the simulator's URL, and where properties are. */
    public static void main(String[] args) throws Exception {
      var main = new Main();
      main.addInitialProperty(PREFIX + "base-url", args[0]);
      main.setPropertyPlaceholderLocations(args[1] + ";optional=true");
      main.configure().addRoutesBuilder(route(TO_141));
      main.start();
      main.getCamelTemplate().sendBody("direct:start", "hello");
      main.stop();
    }
  }
}
