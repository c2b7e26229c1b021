// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.springboot;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.livedesk.camel.LiveDeskComponent;
import io.github.livedesk.camel.simulator.DropMoment;
import io.github.livedesk.camel.simulator.LiveDeskSimulator;
import io.github.livedesk.camel.simulator.LiveDeskSimulatorExtension;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.spring.boot.CamelAutoConfiguration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.yaml.snakeyaml.Yaml;

/** What Prometheus reads of an application with Spring Boot's actuator. */
@ExtendWith(LiveDeskSimulatorExtension.class)
class LiveDeskMetersTest {

  private static final Path DOCS = Path.of("..", "..", "docs");
  private static final Pattern METER_OF_THE_GUIDE =
      Pattern.compile("(?m)^\\|`(livedesk\\.[a-z.]+)` \\|`(livedesk_[a-z_]+)` ");

  private final LiveDeskSimulator livedesk;
  private ConfigurableApplicationContext application;

  LiveDeskMetersTest(LiveDeskSimulator livedesk) {
    this.livedesk = livedesk;
  }

  @BeforeEach
  void start() {
    application =
        SenderApplication.with(SecondAccount.class)
            .run(
                livedesk.properties().entrySet().stream()
                    .map(property -> "--" + property.getKey() + "=" + property.getValue())
                    .toArray(String[]::new));
  }

  @AfterEach
  void stop() {
    application.close();
  }

  static class SecondAccount {

    @Bean
    LiveDeskComponent second() {
      return new LiveDeskComponent();
    }
  }

  private void send(String text) {
    application
        .getBean(ProducerTemplate.class)
        .send("direct:order-shipped", exchange -> exchange.getMessage().setBody(text));
  }

  private Scrape scrape() {
    return new Scrape(application.getBean(PrometheusMeterRegistry.class).scrape());
  }

  private static double sends(Scrape scrape, String result, String outcome) {
    return scrape.value(
        "livedesk_sends_total{component=\"livedesk\",result=\"%s\",outcome=\"%s\"}"
            .formatted(result, outcome));
  }

  @Test
  void sendsAreToldApartByTheirOutcome() {
    send("hello");
    send("hello");
    send("hello");
    send(" ");
    send(" ");
    livedesk.conversation("141").answer(400);
    send("hello");
    for (int i = 0; i < 4; i++) {
      livedesk.conversation("141").dropConnection(DropMoment.AFTER_STORING);
      send("hello");
    }
    livedesk.conversation("141").answer(429).answer(429);
    send("hello");
    livedesk.conversation("141").failNext(1, "131051: Unsupported message type");
    send("hello");
    // A connection is kept after a success alone.
    send("hello");

    Scrape scrape = scrape();
    assertThat(sends(scrape, "sent", "ACCEPTED")).isEqualTo(5);
    assertThat(sends(scrape, "failed", "NOT_SENT")).isEqualTo(2);
    assertThat(sends(scrape, "failed", "REJECTED")).isEqualTo(1);
    assertThat(sends(scrape, "failed", "UNKNOWN")).isEqualTo(4);
    assertThat(sends(scrape, "failed", "ACCEPTED")).isEqualTo(1);
    assertThat(scrape.value("livedesk_attempts_total{component=\"livedesk\"}")).isEqualTo(13);
    assertThat(scrape.value("livedesk_retries_total{component=\"livedesk\"}")).isEqualTo(2);
    assertThat(scrape.value("livedesk_retry_budget{component=\"livedesk\"}")).isEqualTo(91);
    assertThat(scrape.value("livedesk_sends_inflight{component=\"livedesk\"}")).isZero();
    assertThat(scrape.value("livedesk_connections{component=\"livedesk\",state=\"available\"}"))
        .isEqualTo(1);
  }

  @Test
  void allAreThereBeforeTheFirstSend() {
    assertThat(sends(scrape(), "failed", "UNKNOWN")).isZero();
  }

  @Test
  void eachComponentThatIsABeanHasItsOwn() {
    send("hello");

    assertThat(scrape().value("livedesk_sends_total{component=\"second\",outcome=\"UNKNOWN\"}"))
        .isZero();
    assertThat(scrape().value("livedesk_sends_total{component=\"second\",result=\"sent\"}"))
        .isZero();
  }

  @Test
  void theGuideListsThemAll() throws IOException {
    var shown =
        METER_OF_THE_GUIDE
            .matcher(Files.readString(DOCS.resolve("operations.adoc")))
            .results()
            .toList();

    assertThat(shown)
        .extracting(meter -> meter.group(2))
        .containsExactlyInAnyOrderElementsOf(
            scrape().names().stream().filter(name -> name.startsWith("livedesk")).toList());
    assertThat(shown)
        .allSatisfy(
            meter ->
                assertThat(meter.group(2).replaceFirst("_total$", ""))
                    .isEqualTo(meter.group(1).replace('.', '_')));
  }

  @Test
  void everyQueryOfTheDashboardFindsSomething() throws IOException {
    JsonNode dashboard =
        new ObjectMapper()
            .readTree(DOCS.resolve("monitoring").resolve("grafana-dashboard.json").toFile());
    List<String> queries = new ArrayList<>();
    dashboard.at("/panels").forEach(panel -> queries.addAll(panel.findValuesAsText("expr")));
    dashboard
        .at("/templating/list")
        .forEach(variable -> queries.add(variable.at("/query/query").asText()));
    queries.remove("");

    Scrape scrape = scrape();
    assertThat(queries)
        .hasSizeGreaterThan(10)
        .allSatisfy(
            query -> {
              assertThat(query).contains("livedesk_");
              assertThat(scrape.unknown(query)).isEmpty();
            });
    assertThat(queries).anySatisfy(query -> assertThat(query).contains("outcome=\"UNKNOWN\""));
  }

  @Test
  void everyAlertFindsSomethingToWatch() throws IOException {
    Map<String, List<Map<String, List<Map<String, ?>>>>> rules =
        new Yaml().load(Files.readString(DOCS.resolve("monitoring/prometheus-rules.yaml")));
    List<Map<String, ?>> alerts = rules.get("groups").get(0).get("rules");

    Scrape scrape = scrape();
    assertThat(alerts)
        .hasSizeGreaterThan(3)
        .allSatisfy(
            alert -> {
              assertThat(alert.get("expr")).asString().contains("livedesk_");
              assertThat(scrape.unknown(alert.get("expr").toString())).isEmpty();
            });
    assertThat(alerts)
        .anySatisfy(alert -> assertThat(alert.get("alert")).isEqualTo("LiveDeskOutcomeUnknown"));
  }

  @Test
  void anApplicationWithoutMicrometerHasNone() {
    new ApplicationContextRunner()
        .withClassLoader(new FilteredClassLoader("io.micrometer"))
        .withConfiguration(
            AutoConfigurations.of(
                SslAutoConfiguration.class,
                CamelAutoConfiguration.class,
                LiveDeskComponentAutoConfiguration.class,
                LiveDeskMetersAutoConfiguration.class))
        .run(
            context -> {
              assertThat(context).hasNotFailed();
              assertThat(context).doesNotHaveBean("liveDeskMeters");
            });
    assertThat(application.getBean("liveDeskMeters")).isInstanceOf(MeterBinder.class);
  }
}
