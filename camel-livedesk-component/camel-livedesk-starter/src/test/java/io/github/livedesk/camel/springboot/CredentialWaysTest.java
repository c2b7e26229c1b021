// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.springboot;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.livedesk.camel.LiveDeskConfiguration;
import io.github.livedesk.camel.LiveDeskEndpoint;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/**
 * Each way in which a Spring Boot application gets credentials, as the guide's page names it: the
 * endpoint has them, and nothing that is printed at INFO or above has a key or a secret.
 */
@ExtendWith(OutputCaptureExtension.class)
@Tag("slow")
class CredentialWaysTest {

  private static final String PREFIX = "camel.component.livedesk.";
  private static final String KEY = "canary-key";

  /** Has what a URI would take for its own. */
  private static final String SECRET = "canary+secret&%41=";

  private static final String[] ELSEWHERE = {
    "--livedesk.api-key=" + KEY, "--livedesk.secret-key=" + SECRET
  };
  private static final int PATIENCE_IN_SECONDS = 300;

  @TempDir private Path folder;

  private static void assertThatItStartsAndPrintsNoSecret(CapturedOutput output, String... args) {
    try (var context = SenderApplication.start(args)) {
      LiveDeskConfiguration options =
          context.getBean(CamelContext.class).getEndpoints().stream()
              .filter(LiveDeskEndpoint.class::isInstance)
              .map((Endpoint endpoint) -> ((LiveDeskEndpoint) endpoint).getConfiguration())
              .findFirst()
              .orElseThrow();
      assertThat(options.getApiKey()).isEqualTo(KEY);
      assertThat(options.getSecretKey()).isEqualTo(SECRET);
    }
    assertThat(output).contains("Started sender").doesNotContain("canary");
  }

  private static void assertThatItStartsAndPrintsNoSecret(
      CapturedOutput output, String[] some, String... others) {
    assertThatItStartsAndPrintsNoSecret(
        output, Stream.concat(Stream.of(some), Stream.of(others)).toArray(String[]::new));
  }

  @ParameterizedTest
  @CsvSource({"api-key, secret-key", "apiKey, secretKey"})
  void byPropertiesOfTheComponent(String key, String secret, CapturedOutput output) {
    assertThatItStartsAndPrintsNoSecret(
        output, "--" + PREFIX + key + "=" + KEY, "--" + PREFIX + secret + "=" + SECRET);
  }

  @Test
  void byTheOldNameOfTheSecret(CapturedOutput output) {
    assertThatItStartsAndPrintsNoSecret(
        output, "--" + PREFIX + "api-key=" + KEY, "--" + PREFIX + "api-secret=" + SECRET);

    assertThat(output).containsOnlyOnce("The option apiSecret is now called secretKey");
  }

  @ParameterizedTest
  @CsvSource({
    "${livedesk.api-key}, ${livedesk.secret-key}",
    "{{livedesk.api-key}}, {{livedesk.secret-key}}"
  })
  void byPlaceholdersOfSpringAndOfCamel(String key, String secret, CapturedOutput output) {
    assertThatItStartsAndPrintsNoSecret(
        output,
        ELSEWHERE,
        "--" + PREFIX + "api-key=" + key,
        "--" + PREFIX + "secret-key=" + secret);
  }

  @Test
  void byAFileOutsideOfTheApplication(CapturedOutput output) throws Exception {
    Path file = folder.resolve("livedesk.properties");
    Files.writeString(
        file, "%sapi-key=%s%n%ssecret-key=%s%n".formatted(PREFIX, KEY, PREFIX, SECRET));

    assertThatItStartsAndPrintsNoSecret(output, "--spring.config.import=" + file.toUri());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "apiKey=#property:livedesk.api-key&secretKey=#property:livedesk.secret-key",
        "apiKey={{livedesk.api-key}}&secretKey=RAW({{livedesk.secret-key}})",
        "apiKey=" + KEY + "&secretKey=RAW(" + SECRET + ")"
      })
  void byTheUriOfAnEndpoint(String uri, CapturedOutput output) {
    assertThatItStartsAndPrintsNoSecret(
        output, ELSEWHERE, "--sender.options=conversationId=141&" + uri);
  }

  @ParameterizedTest
  @CsvSource({
    "${LIVEDESK_API_KEY}, ${LIVEDESK_SECRET_KEY}",
    "{{env:LIVEDESK_API_KEY}}, {{env:LIVEDESK_SECRET_KEY}}"
  })
  void byTheEnvironment(String key, String secret) throws Exception {
    assertThatAProcessStarts(
        Map.of("LIVEDESK_API_KEY", KEY, "LIVEDESK_SECRET_KEY", SECRET),
        "--" + PREFIX + "api-key=" + key,
        "--" + PREFIX + "secret-key=" + secret);
  }

  @Test
  void byVariablesNamedAsOptions() throws Exception {
    assertThatAProcessStarts(
        Map.of(
            "CAMEL_COMPONENT_LIVEDESK_API_KEY", KEY,
            "CAMEL_COMPONENT_LIVEDESK_SECRET_KEY", SECRET));
  }

  /** Only a new process can have another environment. It ends when it has started. */
  private void assertThatAProcessStarts(Map<String, String> environment, String... args)
      throws Exception {
    Path output = folder.resolve("output.txt");
    List<String> java =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            Program.class.getName());
    var builder =
        new ProcessBuilder(Stream.concat(java.stream(), Stream.of(args)).toList())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile());
    builder.environment().keySet().removeIf(name -> name.contains("LIVEDESK"));
    builder.environment().putAll(environment);
    Process process = builder.start();
    try {
      assertThat(process.waitFor(PATIENCE_IN_SECONDS, SECONDS)).as("ends by itself").isTrue();
    } finally {
      process.destroyForcibly();
    }
    String printed = Files.readString(output, UTF_8);
    assertThat(process.exitValue()).as(printed).isZero();
    assertThat(printed).contains("Started sender").doesNotContain("canary");
  }

  /** What the other JVM runs. */
  static final class Program {

    private Program() {}

    /** Ends with 0 when the endpoint has the credentials. */
    public static void main(String[] args) {
      try (var context = SenderApplication.start(args)) {
        var endpoint =
            context
                .getBean(CamelContext.class)
                .getEndpoint("livedesk:messages?conversationId=141", LiveDeskEndpoint.class);
        LiveDeskConfiguration options = endpoint.getConfiguration();
        if (!KEY.equals(options.getApiKey()) || !SECRET.equals(options.getSecretKey())) {
          throw new IllegalStateException("The credentials are others");
        }
      }
    }
  }
}
