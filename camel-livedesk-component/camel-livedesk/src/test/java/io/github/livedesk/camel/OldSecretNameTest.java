// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import io.github.livedesk.camel.simulator.LiveDeskSimulator;
import io.github.livedesk.camel.simulator.LiveDeskSimulatorExtension;
import io.github.livedesk.camel.testing.ComponentLog;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.main.Main;
import org.apache.camel.spi.ContextReloadStrategy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The option secretKey was called apiSecret, and the old name still works, with a warning. */
@ExtendWith(LiveDeskSimulatorExtension.class)
@SuppressWarnings("deprecation")
class OldSecretNameTest {

  private static final String PREFIX = "camel.component.livedesk.";
  private static final String TO_141 = "livedesk:messages?conversationId=141";
  private static final String OTHER = "canary-other";
  private static final String WARNING =
      "WARN: The option apiSecret is now called secretKey. Set camel.component.livedesk.secret-key,"
          + " or the endpoint option secretKey: Camel prints the value of apiSecret in clear at the"
          + " start";
  private static final String REFUSAL =
      "secretKey and apiSecret have different values. They are two names of one option: remove"
          + " apiSecret, the old name";

  private final LiveDeskSimulator livedesk;

  OldSecretNameTest(LiveDeskSimulator livedesk) {
    this.livedesk = livedesk;
  }

  private Main main(Map<String, String> properties) {
    var main = new Main();
    main.addInitialProperty(PREFIX + "base-url", livedesk.url());
    main.addInitialProperty(PREFIX + "api-key", livedesk.apiKey());
    properties.forEach(main::addInitialProperty);
    return main;
  }

  /** A context that is not started, whose component lacks the secret alone. */
  private DefaultCamelContext context() {
    var context = new DefaultCamelContext();
    LiveDeskConfiguration options = options(context);
    options.setBaseUrl(livedesk.url());
    options.setApiKey(livedesk.apiKey());
    return context;
  }

  private static LiveDeskConfiguration options(CamelContext context) {
    return context.getComponent("livedesk", LiveDeskComponent.class).getConfiguration();
  }

  private static Exchange send(CamelContext context, String uri) {
    return context
        .createProducerTemplate()
        .request(uri, exchange -> exchange.getMessage().setBody("hello"));
  }

  private static void assertSends(CamelContext context, String uri) {
    assertThat(send(context, uri).getException()).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "api-secret",
        "apiSecret",
        "configuration.apiSecret",
        "configuration.api-secret",
      })
  void aPropertyMayHaveTheOldName(String name) throws Exception {
    Main main = main(Map.of(PREFIX + name, livedesk.secretKey()));
    try (var log = new ComponentLog(Level.INFO)) {
      main.start();
      assertSends(main.getCamelContext(), TO_141);

      assertThat(log.lines()).containsExactly(WARNING);
    } finally {
      main.stop();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"secret-key", "secretKey", "configuration.secretKey"})
  void theNewNameNeedsNoWarning(String name) throws Exception {
    Main main = main(Map.of(PREFIX + name, livedesk.secretKey()));
    try (var log = new ComponentLog(Level.INFO)) {
      main.start();
      assertSends(main.getCamelContext(), TO_141);
      assertSends(main.getCamelContext(), TO_141 + "&secretKey=" + livedesk.secretKey());

      assertThat(log.lines()).isEmpty();
    } finally {
      main.stop();
    }
  }

  @Test
  void routesInXmlAndYamlMayHaveTheOldName(@TempDir Path folder) throws Exception {
    Files.writeString(
        folder.resolve("a.xml"),
        """
        <routes xmlns="http://camel.apache.org/schema/spring">
          <route>
            <from uri="direct:xml"/>
            <to uri="livedesk:messages?conversationId=141&amp;apiSecret={{mine}}"/>
          </route>
        </routes>
        """);
    Files.writeString(
        folder.resolve("b.yaml"),
        """
        - from:
            uri: direct:yaml
            steps:
              - to:
                  uri: livedesk:messages
                  parameters:
                    conversationId: 141
                    apiSecret: "{{mine}}"
        """);
    Main main = main(Map.of("mine", livedesk.secretKey()));
    main.configure().withRoutesIncludePattern("file:" + folder + "/*");
    try (var log = new ComponentLog(Level.INFO)) {
      main.start();
      assertSends(main.getCamelContext(), "direct:xml");
      assertSends(main.getCamelContext(), "direct:yaml");

      assertThat(log.lines()).containsExactly(WARNING);
    } finally {
      main.stop();
    }
  }

  @Test
  void manyEndpointsWarnOnce() throws Exception {
    try (DefaultCamelContext context = context();
        var log = new ComponentLog(Level.INFO)) {
      context.start();
      for (int id = 1; id <= 3; id++) {
        assertSends(
            context,
            "livedesk:messages?apiSecret=" + livedesk.secretKey() + "&conversationId=" + id);
      }

      assertThat(log.lines()).containsExactly(WARNING);
    }
  }

  @Test
  void javaCodeMayHaveTheOldName() throws Exception {
    try (DefaultCamelContext context = context();
        var log = new ComponentLog(Level.INFO)) {
      options(context).setApiSecret(livedesk.secretKey());
      assertThat(options(context).getApiSecret()).isEqualTo(livedesk.secretKey());
      assertThat(options(context).getSecretKey()).isEqualTo(livedesk.secretKey());
      context.start();

      assertSends(context, TO_141);
      assertThat(log.lines()).containsExactly(WARNING);
    }
  }

  @Test
  void javaCodeThatSetsItAfterTheStartIsWarnedToo() throws Exception {
    try (DefaultCamelContext context = context();
        var log = new ComponentLog(Level.INFO)) {
      context.start();
      options(context).setApiSecret(livedesk.secretKey());

      assertSends(context, TO_141);
      assertThat(log.lines()).containsExactly(WARNING);
    }
  }

  @Test
  void twoValuesOfAComponentAreRefusedAtTheStart() {
    Main main = main(Map.of(PREFIX + "secret-key", "canary-secret", PREFIX + "api-secret", OTHER));

    assertThatThrownBy(main::start)
        .rootCause()
        .isInstanceOfSatisfying(
            InvalidOptionException.class, e -> assertThat(e.getOption()).isEqualTo("apiSecret"))
        .hasMessage(REFUSAL);
    main.stop();
  }

  @Test
  void twoValuesOfAnEndpointAreRefused() throws Exception {
    try (DefaultCamelContext context = context()) {
      options(context).setSecretKey(livedesk.secretKey());
      context.start();
      String one = TO_141 + "&secretKey=" + livedesk.secretKey() + "&apiSecret=" + OTHER;
      String another = TO_141 + "&secretKey=" + OTHER + "&apiSecret=" + livedesk.secretKey();

      for (String uri : List.of(one, another)) {
        assertThatThrownBy(() -> context.getEndpoint(uri))
            .hasMessageNotContainingAny(OTHER, livedesk.secretKey())
            .rootCause()
            .hasMessage(REFUSAL);
      }
    }
  }

  @Test
  void twoValuesOfAConfigurationThatIsSetLaterAreRefused() throws Exception {
    try (DefaultCamelContext context = context()) {
      options(context).setSecretKey(livedesk.secretKey());
      context.start();
      assertSends(context, TO_141);
      LiveDeskConfiguration changed = options(context).copy();
      changed.setSecretKey("canary-secret");
      changed.setApiSecret(OTHER);
      context.getComponent("livedesk", LiveDeskComponent.class).setConfiguration(changed);

      assertThatThrownBy(() -> send(context, TO_141)).rootCause().hasMessage(REFUSAL);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "simulator-secret, simulator-secret",
    "'', simulator-secret",
    "simulator-secret, ' '"
  })
  void oneValueByBothNamesIsTaken(String secretKey, String apiSecret) throws Exception {
    try (DefaultCamelContext context = context()) {
      options(context).setSecretKey(secretKey);
      options(context).setApiSecret(apiSecret);
      context.start();

      assertSends(context, TO_141);
    }
  }

  @Test
  void equalValuesWarnOfTheOldName() throws Exception {
    try (DefaultCamelContext context = context();
        var log = new ComponentLog(Level.INFO)) {
      options(context).setSecretKey(livedesk.secretKey());
      options(context).setApiSecret(livedesk.secretKey());
      context.start();

      assertThat(log.lines()).containsExactly(WARNING);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "secretKey, secretKey",
    "secretKey, apiSecret",
    "apiSecret, secretKey",
    "apiSecret, apiSecret"
  })
  void anEndpointsOwnBeatsTheComponentsByWhicheverName(String component, String endpoint)
      throws Exception {
    try (DefaultCamelContext context = context()) {
      if (component.equals("secretKey")) {
        options(context).setSecretKey(OTHER);
      } else {
        options(context).setApiSecret(OTHER);
      }
      context.start();

      assertSends(context, TO_141 + "&" + endpoint + "=" + livedesk.secretKey());
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aCopyIsChangedByWhicheverName(boolean byOldName) {
    var original = new LiveDeskConfiguration();
    original.setApiSecret(OTHER);
    LiveDeskConfiguration copy = original.copy();
    assertThat(copy.getSecretKey()).isEqualTo(OTHER);

    if (byOldName) {
      copy.setApiSecret("new");
    } else {
      copy.setSecretKey("new");
    }

    assertThat(copy.getSecretKey()).isEqualTo("new");
    assertThat(copy.copy().hasTwoSecrets()).isFalse();
    assertThat(original.getSecretKey()).isEqualTo(OTHER);
  }

  @Test
  void aControlCharacterIsFoundInTheNameThatIsUsed() throws Exception {
    try (DefaultCamelContext context = context()) {
      options(context).setApiSecret("canary\n");
      context.start();

      assertThatThrownBy(() -> context.getEndpoint(TO_141))
          .rootCause()
          .hasMessageStartingWith("apiSecret: found a control character")
          .hasMessageNotContaining("canary");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "api-secret, api-secret",
    "apiSecret, apiSecret",
    "api-secret, secret-key",
    "secret-key, api-secret"
  })
  void aReloadReadsWhicheverNameIsThere(String before, String after, @TempDir Path folder)
      throws Exception {
    Path file = folder.resolve("livedesk.properties");
    Files.writeString(file, PREFIX + before + "=" + OTHER);
    Main main = main(reloaded(file));
    try {
      main.start();
      assertThat(send(main.getCamelContext(), TO_141).getException())
          .hasMessageContaining("LiveDesk answered 401");

      Files.writeString(file, PREFIX + after + "=" + livedesk.secretKey());
      reload(main);

      assertSends(main.getCamelContext(), TO_141);
    } finally {
      main.stop();
    }
  }

  @Test
  void aReloadWithTwoValuesLeavesTheOldOne(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("livedesk.properties");
    Files.writeString(file, PREFIX + "secret-key=" + livedesk.secretKey());
    Main main = main(reloaded(file));
    try (var log = new ComponentLog(Level.INFO)) {
      main.start();
      Files.writeString(file, "%ssecret-key=a%n%sapi-secret=%s".formatted(PREFIX, PREFIX, OTHER));
      reload(main);

      assertSends(main.getCamelContext(), TO_141);
      assertThat(log.lines())
          .isNotEmpty()
          .allSatisfy(line -> assertThat(line).contains(REFUSAL).doesNotContain(OTHER));
    } finally {
      main.stop();
    }
  }

  private static Map<String, String> reloaded(Path file) {
    return Map.of(
        "camel.main.context-reload-enabled",
        "true",
        "camel.component.properties.location",
        "file:" + file);
  }

  private static void reload(Main main) {
    main.getCamelContext().hasService(ContextReloadStrategy.class).onReload("a test");
  }

  @Test
  void aSimulatorLeadsAnApplicationThatHasTheOldName() throws Exception {
    try (DefaultCamelContext context = context()) {
      options(context).setApiSecret(OTHER);
      livedesk.configure(context).start();

      assertSends(context, TO_141);
    }
  }
}
