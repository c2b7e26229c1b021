// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.livedesk.camel.client.RetryMode;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.main.Main;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.apache.camel.util.StringHelper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** An option that is set by a text takes what it is for, and nothing else, wherever it is set. */
class OptionTextTest {

  private static final String CREDENTIALS = "apiKey=k&secretKey=canary-secret";

  /** The texts that Camel itself would read as some number. */
  private static final String[] NO_NUMBERS = {"1m", "abc", "5s", "10MB", "1.5", "1e3", "+1", "0x1"};

  /** All options of the catalogue that are set by a text, as name and kind. */
  private static Map<String, String> catalogue(String part) throws IOException {
    var kinds = new TreeMap<String, String>();
    try (var json =
        OptionTextTest.class.getResourceAsStream(
            "/META-INF/io/github/livedesk/camel/livedesk.json")) {
      JsonNode options = new ObjectMapper().readTree(json).get(part);
      options
          .properties()
          .forEach(
              option -> {
                if (!option.getValue().get("kind").asText().equals("path")) {
                  kinds.put(option.getKey(), option.getValue().get("type").asText());
                }
              });
    }
    return kinds;
  }

  private static Stream<Map.Entry<String, String>> options() throws IOException {
    var all = new TreeMap<>(catalogue("properties"));
    all.putAll(catalogue("componentProperties"));
    return all.entrySet().stream();
  }

  @Test
  void knowsAllOptions() throws IOException {
    var names = new TreeSet<>(catalogue("properties").keySet());
    assertThat(OptionTexts.ofEndpoint())
        .containsAll(names)
        // Camel has it for every endpoint; the catalogue has it for those that receive.
        .hasSize(names.size() + 2)
        .contains("bridgeErrorHandler", "autowiredEnabled");
    names.addAll(catalogue("componentProperties").keySet());
    assertThat(OptionTexts.all()).containsAll(names).hasSize(names.size() + 1);
  }

  @ParameterizedTest
  @MethodSource("options")
  void aTextOfAnotherKindIsRefused(Map.Entry<String, String> option) {
    String name = option.getKey();
    String takes =
        switch (option.getValue()) {
          case "integer" -> "";
          case "boolean" -> "true or false";
          case "duration" -> "a time, such as 30s, 5m, PT30S, or 1500 for 1500 ms";
          default -> name.equals("retryMode") ? "none, safe, all" : null;
        };
    if (takes == null) {
      assertThat(OptionTexts.read(name, "any text")).isEqualTo("any text");
      return;
    }
    for (String text : new String[] {"5 minutes", "1x", "10ss", "", " ", "abc", "-", "٣", "1,5"}) {
      assertThatThrownBy(() -> OptionTexts.read(name, text))
          .isInstanceOfSatisfying(
              InvalidOptionException.class, e -> assertThat(e.getOption()).isEqualTo(name))
          .hasMessageStartingWith(
              name + ": found " + (text.isEmpty() ? "nothing" : "'" + text + "'") + "; it takes ")
          .hasMessageContaining(takes);
    }
    if (option.getValue().equals("integer")) {
      for (String text : NO_NUMBERS) {
        assertThatThrownBy(() -> OptionTexts.read(name.toUpperCase(Locale.ROOT), text))
            .hasMessageStartingWith(name + ": found '" + text + "'; it takes ");
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "1500, 1500",
    "0, 0",
    "-1, -1",
    "500ms, 500",
    "30s, 30000",
    "30S, 30000",
    "5m, 300000",
    "1h30m, 5400000",
    "1m30s500ms, 90500",
    "2d, 172800000",
    "PT30S, 30000",
    "pt1m, 60000",
    "PT0.5S, 500"
  })
  void times(String text, long millis) {
    assertThat(OptionTexts.read("totalTimeout", text)).isEqualTo(Duration.ofMillis(millis));
  }

  @ParameterizedTest
  @CsvSource({
    "99999999999999999999",
    "9999999999999999h",
    "PT9999999999999999H",
    "ms",
    "s5",
    "5s5m"
  })
  void noTimes(String text) {
    assertThatThrownBy(() -> OptionTexts.read("totalTimeout", text))
        .hasMessageStartingWith("totalTimeout: found '" + text + "'");
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "10485760, 10485760",
    "10KB, 10000",
    "10kb, 10000",
    "10MB, 10000000",
    "10MiB, 10485760",
    "10mib, 10485760",
    "1GiB, 1073741824",
    "2GB, 2000000000",
    "3TB, 3000000000000",
    "1TiB, 1099511627776"
  })
  void sizes(String text, long bytes) {
    var options = new LiveDeskConfiguration();
    options.setMaxAttachmentSize(text);
    assertThat(options.getMaxAttachmentSize()).isEqualTo(bytes);
  }

  @ParameterizedTest
  @CsvSource({
    "10 MB",
    "10M",
    "10Mb/s",
    "MB",
    "-1",
    "-1MB",
    "1.5MB",
    "10MıB",
    "٣MB",
    "9223372036854775807KB",
    "99999999999999999999",
    "5m"
  })
  void noSizes(String text) {
    var options = new LiveDeskConfiguration();
    assertThatThrownBy(() -> options.setMaxAttachmentSize(text))
        .hasMessage(
            "maxAttachmentSize: found '%s'; it takes 0 or more bytes, such as 10485760, 10MB or 10MiB"
                .formatted(text));
    assertThatThrownBy(() -> options.setMaxResponseSize(text))
        .hasMessage(
            "maxResponseSize: found '%s'; it takes 1 or more bytes, such as 10485760, 10MB or 10MiB"
                .formatted(text));
  }

  @Test
  void aResponseOfMoreThanAnArrayHolds() {
    var options = new LiveDeskConfiguration();
    options.setMaxResponseSize("2147483647");
    assertThatThrownBy(() -> options.setMaxResponseSize("2GiB"))
        .hasMessageStartingWith("maxResponseSize: found '2GiB'");
  }

  /** A bracket left open takes in the options behind it. */
  @Test
  void whatFollowsAnAmpersandDoesNotShow() {
    assertThatThrownBy(() -> OptionTexts.read("connectTimeout", "RAW(5s&secretKey=hidden"))
        .hasMessageStartingWith("connectTimeout: found 'RAW(5s…'; it takes a time");
  }

  @Test
  void aLongTextIsCut() {
    assertThatThrownBy(() -> OptionTexts.read("maxAttempts", "a\nb".repeat(1000)))
        .hasMessageMatching("maxAttempts: found 'a b.{37}…'; it takes a whole number, 1 or more");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "maxAttempts=1m | maxAttempts: found '1m'; it takes a whole number, 1 or more",
        "maxMessageRetries=two | maxMessageRetries: found 'two'; it takes a whole number, 0 or more",
        "maxAttempts= | maxAttempts: found nothing; it takes",
        "inReplyTo=5m | inReplyTo: found '5m'; it takes the number of a message",
        "inReplyTo=abc | inReplyTo: found 'abc'; it takes the number of a message",
        "proxyPort=1s | proxyPort: found '1s'; it takes 1 to 65535",
        "maxAttachmentSize=10XB | maxAttachmentSize: found '10XB'; it takes 0 or more bytes",
        "maxResponseSize=1m | maxResponseSize: found '1m'; it takes 1 or more bytes",
        "totalTimeout=abc | totalTimeout: found 'abc'; it takes a time",
        "totalTimeout=5 minutes | totalTimeout: found '5 minutes'; it takes a time",
        "totalTimeout=1x | totalTimeout: found '1x'; it takes a time",
        "total-timeout=1x | totalTimeout: found '1x'; it takes a time",
        "retryMode=sfae | retryMode: found 'sfae'; it takes none, safe, all",
        "failOnFailedStatus=yes | failOnFailedStatus: found 'yes'; it takes true or false",
        "lazyStartProducer=yes | lazyStartProducer: found 'yes'; it takes true or false",
        "autowiredEnabled=1 | autowiredEnabled: found '1'; it takes true or false"
      })
  void inAUri(String option, String message) throws Exception {
    try (var context = new DefaultCamelContext()) {
      context.start();
      Throwable error =
          catchThrowable(
              () -> context.getEndpoint("livedesk:messages?" + CREDENTIALS + "&" + option));
      assertThat(error).hasRootCauseInstanceOf(InvalidOptionException.class);
      assertThat(error.getMessage()).contains(message).doesNotContain("canary");
    }
  }

  @Test
  void inAYamlRoute() throws Exception {
    try (var context = new DefaultCamelContext()) {
      String yaml =
          """
          - from:
              uri: direct:start
              steps:
                - to:
                    uri: livedesk:messages
                    parameters:
                      apiKey: k
                      secretKey: s
                      maxAttachmentSize: %s
          """;
      var loader = PluginHelper.getRoutesLoader(context);
      loader.loadRoutes(ResourceHelper.fromString("good.yaml", yaml.formatted("10MB")));
      context.start();
      assertThat(endpoint(context).getConfiguration().getMaxAttachmentSize()).isEqualTo(10_000_000);

      assertThatThrownBy(
              () ->
                  loader.loadRoutes(
                      ResourceHelper.fromString("bad.yaml", yaml.formatted("10 apples"))))
          .hasStackTraceContaining("maxAttachmentSize: found '10 apples'");
    }
  }

  private static LiveDeskEndpoint endpoint(CamelContext context) {
    return (LiveDeskEndpoint)
        context.getEndpoints().stream()
            .filter(LiveDeskEndpoint.class::isInstance)
            .findFirst()
            .orElseThrow();
  }

  private static void withMain(Map<String, String> options, Consumer<LiveDeskComponent> check)
      throws Exception {
    var main = new Main();
    main.configure()
        .addRoutesBuilder(
            new RouteBuilder() {
              @Override
              public void configure() {
                from("direct:start").to("livedesk:messages?conversationId=1");
              }
            });
    main.addInitialProperty("camel.component.livedesk.api-key", "k");
    main.addInitialProperty("camel.component.livedesk.secret-key", "canary-secret");
    options.forEach(main::addInitialProperty);
    try {
      main.start();
      check.accept(main.getCamelContext().getComponent("livedesk", LiveDeskComponent.class));
    } finally {
      main.stop();
    }
  }

  @Test
  void inProperties() throws Exception {
    withMain(
        Map.of(
            "camel.component.livedesk.max-attachment-size", "{{size}}",
            "size", "10MiB",
            "camel.component.livedesk.maxResponseSize", "5MB",
            "camel.component.livedesk.configuration.max-attempts", "7",
            "camel.component.livedesk.configuration.backoff-delay", "2s",
            "camel.component.livedesk.max-connections", "9",
            "camel.component.livedesk.total-timeout", "90s",
            "camel.component.livedesk.retry-mode", "ALL"),
        component -> {
          LiveDeskConfiguration options = component.getConfiguration();
          assertThat(options.getMaxAttachmentSize()).isEqualTo(10_485_760);
          assertThat(options.getMaxResponseSize()).isEqualTo(5_000_000);
          assertThat(options.getMaxAttempts()).isEqualTo(7);
          assertThat(options.getBackoffDelay()).isEqualTo(2000);
          assertThat(options.getRetryMode()).isEqualTo(RetryMode.all);
          assertThat(component.getMaxConnections()).isEqualTo(9);
          assertThat(options.getTotalTimeout()).isEqualTo(90_000);
        });
  }

  @ParameterizedTest
  @CsvSource({
    "max-attempts, 1m",
    "maxConnections, 1m",
    "max-message-retries, abc",
    "max-attachment-size, 10XB",
    "max-response-size, 1m",
    "total-timeout, 5 minutes",
    "backoff-delay, 10ss",
    "retry-mode, sfae",
    "use-global-ssl-context-parameters, yes",
    "health-check-producer-enabled, yes",
    "lazy-start-producer, yes",
    "configuration.maxAttempts, 1m",
    "configuration.max-attachment-size, 10XB",
    "configuration.total-timeout, 5 minutes",
    "configuration.totalTimeout, abc",
    "configuration.proxy-port, 1s",
    "configuration.retryMode, sfae",
    "configuration.allowInsecureHttp, yes"
  })
  void inPropertiesOfAnotherKind(String name, String text) {
    String option = StringHelper.dashToCamelCase(name);
    assertThatThrownBy(
            () -> withMain(Map.of("camel.component.livedesk." + name, text), component -> {}))
        .hasStackTraceContaining(
            option.replace("configuration.", "") + ": found '" + text + "'; it takes ");
  }
}
