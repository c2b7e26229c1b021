// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.springboot;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.livedesk.camel.LiveDeskComponent;
import io.github.livedesk.camel.LiveDeskConfiguration;
import io.github.livedesk.camel.client.LiveDeskHttpClientCustomizer;
import io.github.livedesk.camel.client.RetryMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.camel.CamelContext;
import org.apache.camel.spi.PropertyConfigurerGetter;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/** What an application's properties say is what the component has. */
class OptionsTest {

  private static final String PREFIX = "camel.component.livedesk.";
  private static final String[] CREDENTIALS = {
    "--" + PREFIX + "api-key=key", "--" + PREFIX + "secret-key=canary-secret"
  };

  /** A value of each option, none of them the default, and what the component has then. */
  private static final Map<String, Map.Entry<String, Object>> EACH =
      Map.ofEntries(
          entry("allow-insecure-http", entry("true", true)),
          entry("api-key", entry("a key", "a key")),
          entry("secret-key", entry("a secret", "a secret")),
          entry("autowired-enabled", entry("false", false)),
          entry("backoff-delay", entry("250ms", 250L)),
          entry("backoff-max-delay", entry("PT1M", 60_000L)),
          entry("base-url", entry("https://livedesk.example", "https://livedesk.example")),
          entry("connect-timeout", entry("7s", 7_000L)),
          entry("fail-on-failed-status", entry("false", false)),
          entry("health-check-consumer-enabled", entry("false", false)),
          entry("health-check-producer-enabled", entry("false", false)),
          entry("lazy-start-producer", entry("true", true)),
          entry("max-attachment-size", entry("5000000000", 5_000_000_000L)),
          entry("max-attempts", entry("5", 5)),
          entry("max-connections", entry("17", 17)),
          entry("max-message-retries", entry("9", 9)),
          entry("max-response-size", entry("1000", 1000)),
          entry("max-retry-after", entry("2m", 120_000L)),
          entry("proxy-host", entry("proxy.example", "proxy.example")),
          entry("proxy-password", entry("p", "p")),
          entry("proxy-port", entry("3128", 3128)),
          entry("proxy-user", entry("u", "u")),
          entry("response-timeout", entry("45s", 45_000L)),
          entry("retry-mode", entry("none", RetryMode.none)),
          entry("total-timeout", entry("PT10M", 600_000L)),
          entry("use-global-ssl-context-parameters", entry("true", true)));

  /** The old name of an option, options that take a bean, and properties of the starter's own. */
  private static final List<String> OTHERS =
      List.of(
          "api-secret",
          "configuration",
          "customizer.enabled",
          "enabled",
          "http-client-customizer",
          "ssl-bundle",
          "ssl-context-parameters");

  private static LiveDeskComponent component(ConfigurableApplicationContext context) {
    return context.getBean(CamelContext.class).getComponent("livedesk", LiveDeskComponent.class);
  }

  private static LiveDeskConfiguration configuration(String... args) {
    return configuration(SenderApplication.with(), args);
  }

  private static String secret(String... args) {
    var all = new ArrayList<>(List.of(args));
    all.add(CREDENTIALS[0]);
    try (var context = SenderApplication.start(all.toArray(String[]::new))) {
      return component(context).getConfiguration().getSecretKey();
    }
  }

  private static LiveDeskConfiguration configuration(
      SpringApplicationBuilder application, String... args) {
    var all = new ArrayList<>(List.of(CREDENTIALS));
    all.addAll(List.of(args));
    try (var context = application.run(all.toArray(String[]::new))) {
      return component(context).getConfiguration();
    }
  }

  @Test
  void eachOptionIsSet() {
    var expected = new TreeMap<String, Object>();
    var found = new TreeMap<String, Object>();
    var args =
        EACH.entrySet().stream()
            .map(option -> "--" + PREFIX + option.getKey() + "=" + option.getValue().getKey());

    try (var context = SenderApplication.start(args.toArray(String[]::new))) {
      var component = component(context);
      var getter = (PropertyConfigurerGetter) component.getComponentPropertyConfigurer();
      EACH.forEach(
          (name, value) -> {
            expected.put(name, value.getValue());
            found.put(name, getter.getOptionValue(component, name.replace("-", ""), true));
          });
    }

    assertThat(found).isEqualTo(expected);
  }

  @Test
  void thereAreNoOthers() {
    var names = new ArrayList<>(OTHERS);
    names.addAll(EACH.keySet());

    assertThat(OptionNames.all())
        .containsExactlyInAnyOrderElementsOf(names.stream().map(PREFIX::concat).toList());
  }

  @ParameterizedTest
  @CsvSource({
    "10s, 10000",
    "500ms, 500",
    "PT10S, 10000",
    "2m, 120000",
    "1500, 1500",
    "1h, 3600000"
  })
  void timesAreWrittenAsAnywhereInSpring(String time, long millis) {
    assertThat(configuration("--" + PREFIX + "connect-timeout=" + time).getConnectTimeout())
        .isEqualTo(millis);
  }

  @ParameterizedTest
  @CsvSource({
    "10MB, 10000000",
    "10MiB, 10485760",
    "1gib, 1073741824",
    "1500, 1500",
    "{{size}}, 7000"
  })
  void sizesAreWrittenAsAnywhereInCamel(String size, long bytes) {
    var set = configuration("--" + PREFIX + "max-attachment-size=" + size, "--size=7KB");

    assertThat(set.getMaxAttachmentSize()).isEqualTo(bytes);
  }

  @ParameterizedTest
  @ValueSource(strings = {"max-attempts", "maxAttempts", "MAX_ATTEMPTS", "max_attempts"})
  void namesAreWrittenAsAnywhereInSpring(String name) {
    assertThat(configuration("--" + PREFIX + name + "=8").getMaxAttempts()).isEqualTo(8);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CAMEL_COMPONENT_LIVEDESK_SECRETKEY",
        "CAMEL_COMPONENT_LIVEDESK_SECRET_KEY",
        "CAMEL_COMPONENT_LIVEDESK_API_SECRET"
      })
  void theEnvironmentMayHaveThem(String variable) {
    var environment = new StandardEnvironment();
    environment
        .getPropertySources()
        .replace(
            StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
            new SystemEnvironmentPropertySource(
                StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                Map.of(variable, "s", "CAMEL_COMPONENT_LIVEDESK_SERVICE_HOST", "10.0.0.1")));

    try (var context =
        SenderApplication.with().environment(environment).run("--" + PREFIX + "api-key=key")) {
      assertThat(component(context).getConfiguration().getSecretKey()).isEqualTo("s");
    }
  }

  @Test
  void theSecretMayHaveItsOldName() {
    assertThat(secret("--" + PREFIX + "api-secret=canary")).isEqualTo("canary");
  }

  @Test
  void aSecretMayBeAPlaceholderOfCamel() {
    assertThat(secret("--" + PREFIX + "secret-key={{vault}}", "--vault=from the vault"))
        .isEqualTo("from the vault");
  }

  @ParameterizedTest
  @ValueSource(strings = {"#1canary", "ca#nary", "ca,na ry", "$canary{", "canary=="})
  void aSecretIsTakenLiterally(String secret) {
    assertThat(secret("--" + PREFIX + "secret-key=" + secret)).isEqualTo(secret);
  }

  @ParameterizedTest
  @ValueSource(strings = {"#tls", "#bean:tls"})
  void anOptionMayBeABean(String reference) {
    try (var context =
        SenderApplication.with(Beans.class)
            .run(
                CREDENTIALS[0],
                CREDENTIALS[1],
                "--" + PREFIX + "ssl-context-parameters=" + reference,
                "--" + PREFIX + "http-client-customizer=#customizer")) {
      assertThat(component(context).getConfiguration().getSslContextParameters())
          .isSameAs(context.getBean("tls"));
      assertThat(component(context).getConfiguration().getHttpClientCustomizer())
          .isSameAs(context.getBean("customizer"));
    }
  }

  @Test
  void allOptionsMayBeOneBeanWithOthersSetOnIt() {
    try (var context =
        SenderApplication.with(Beans.class)
            .run(
                CREDENTIALS[0],
                CREDENTIALS[1],
                "--" + PREFIX + "configuration=#fast",
                "--" + PREFIX + "retry-mode=none")) {
      LiveDeskConfiguration set = component(context).getConfiguration();
      assertThat(set).isSameAs(context.getBean("fast"));
      assertThat(set.getConnectTimeout()).isEqualTo(1);
      assertThat(set.getRetryMode()).isEqualTo(RetryMode.none);
      assertThat(set.getSecretKey()).isEqualTo("canary-secret");
    }
  }

  @Test
  void whatAnApplicationsOwnComponentHasStays() {
    var set =
        configuration(
            SenderApplication.with(OwnComponent.class), "--" + PREFIX + "retry-mode=none");

    assertThat(set.getMaxAttempts()).isEqualTo(77);
    assertThat(set.getRetryMode()).isEqualTo(RetryMode.none);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "camel.component.livedesk.enabled",
        "camel.component.livedesk.customizer.enabled",
        "camel.component.customizer.enabled"
      })
  void nothingIsSetWhereThatIsSwitchedOff(String property) {
    var set =
        configuration(
            SenderApplication.with(OwnComponent.class),
            "--" + property + "=false",
            "--" + PREFIX + "max-attempts=5");

    assertThat(set.getMaxAttempts()).isEqualTo(77);
  }

  @Configuration(proxyBeanMethods = false)
  static class Beans {

    /** Needs Camel, as beans of applications may. */
    @Bean
    SSLContextParameters tls(CamelContext camel) {
      var tls = new SSLContextParameters();
      tls.setCamelContext(camel);
      return tls;
    }

    @Bean
    LiveDeskHttpClientCustomizer customizer() {
      return builder -> {};
    }

    @Bean
    LiveDeskConfiguration fast() {
      var fast = new LiveDeskConfiguration();
      fast.setConnectTimeout(1);
      return fast;
    }
  }

  @Configuration(proxyBeanMethods = false)
  static class OwnComponent {

    @Bean("livedesk")
    LiveDeskComponent component() {
      var own = new LiveDeskComponent();
      own.getConfiguration().setApiKey("own key");
      own.getConfiguration().setSecretKey("own secret");
      own.getConfiguration().setMaxAttempts(77);
      return own;
    }
  }
}
