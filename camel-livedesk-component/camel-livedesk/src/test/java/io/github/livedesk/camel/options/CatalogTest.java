// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.options;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.livedesk.camel.LiveDeskComponent;
import io.github.livedesk.camel.LiveDeskComponentConfigurer;
import io.github.livedesk.camel.LiveDeskConstants;
import io.github.livedesk.camel.LiveDeskEndpoint;
import io.github.livedesk.camel.LiveDeskEndpointConfigurer;
import io.github.livedesk.camel.client.RetryMode;
import io.github.livedesk.camel.model.LiveDeskOperation;
import io.github.livedesk.camel.model.failure.Outcome;
import io.github.livedesk.camel.simulator.LiveDeskSimulator;
import io.github.livedesk.camel.testing.LiveDeskCatalog;
import java.io.InputStream;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.spi.PropertyConfigurerGetter;
import org.apache.camel.tooling.model.BaseOptionModel;
import org.apache.camel.tooling.model.ComponentModel;
import org.apache.camel.util.TimeUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What tools show of the component, and what they say of a wrong URI. */
class CatalogTest {

  private static final LiveDeskCatalog CATALOG = new LiveDeskCatalog();

  /** Of messages, then of the other resources. */
  private static final List<String> OPERATIONS =
      Stream.concat(
              all(LiveDeskOperation.values()).stream(),
              Stream.of("create", "search", "update", "ensure", "status"))
          .toList();

  @Test
  void showsWhatTheComponentIs() {
    ComponentModel component = CATALOG.component();

    assertThat(component.getTitle()).isEqualTo("LiveDesk");
    assertThat(component.getDescription())
        .isEqualTo("Send messages to EngageLab LiveDesk conversations.");
    assertThat(component.getSyntax()).isEqualTo("livedesk:resource");
    assertThat(component.getLabel()).isEqualTo("chat,saas");
    assertThat(component.getGroupId()).isEqualTo("io.github.livedesk");
    assertThat(component.getArtifactId()).isEqualTo("camel-livedesk");
    assertThat(component.getJavaType()).isEqualTo(LiveDeskComponent.class.getName());
    assertThat(component.isAsync()).isTrue();
    assertThat(component.isProducerOnly()).isTrue();
    assertThat(component.isLenientProperties()).isFalse();
    assertThat(component.isRemote()).isTrue();
  }

  @Test
  void perMessageOptionsBelongToTheEndpointAlone() {
    assertThat(names(CATALOG.component().getComponentOptions()))
        .contains(
            "apiKey", "secretKey", "baseUrl", "maxConnections", "useGlobalSslContextParameters")
        .doesNotContain("op", "conversationId", "private", "inReplyTo");
    assertThat(names(CATALOG.component().getEndpointParameterOptions()))
        .contains("op", "conversationId", "private", "inReplyTo", "apiKey", "baseUrl")
        .doesNotContain("maxConnections", "useGlobalSslContextParameters");
    assertThat(names(CATALOG.component().getEndpointPathOptions())).containsExactly("resource");
  }

  @Test
  void everyOptionHasATitleADescriptionAndAPlaceAmongTheOthers() {
    assertThat(options())
        .isNotEmpty()
        .allSatisfy(
            option -> {
              assertThat(option.getDisplayName()).as(option.getName()).isNotBlank();
              assertThat(option.getDescription()).as(option.getName()).isNotBlank();
              assertThat(option.getGroup()).as(option.getName()).isNotBlank();
              assertThat(option.getType()).as(option.getName()).isNotBlank();
            });
    assertThat(options())
        // In Camel's own words, without a full stop, as in each component with a health check.
        .filteredOn(option -> !option.getName().equals("healthCheckConsumerEnabled"))
        .allSatisfy(
            option -> assertThat(option.getDescription()).as(option.getName()).endsWith("."));
    assertThat(options())
        .extracting(BaseOptionModel::getGroup)
        .containsOnly(
            "common",
            "producer",
            "producer (advanced)",
            "advanced",
            "health",
            "proxy",
            "retry",
            "security",
            "timeout");
  }

  @Test
  void everyHeaderIsShownWithLabelTypeAndDescription() throws Exception {
    List<Object> names = new ArrayList<>();
    for (Field field : LiveDeskConstants.class.getFields()) {
      assertThat(Modifier.isFinal(field.getModifiers())).as(field.getName()).isTrue();
      names.add(field.get(null));
    }

    assertThat(CATALOG.component().getEndpointHeaders())
        .allSatisfy(
            header -> {
              assertThat(header.getDescription()).as(header.getName()).endsWith(".");
              assertThat(header.getLabel()).as(header.getName()).isEqualTo("producer");
              assertThat(header.getJavaType()).as(header.getName()).isNotBlank();
            })
        .extracting(BaseOptionModel::getName)
        .containsExactlyInAnyOrder(names.toArray(String[]::new));
  }

  @Test
  void everyHeaderThatASendLeavesIsShown() throws Exception {
    try (var livedesk = LiveDeskSimulator.start();
        var context = new DefaultCamelContext()) {
      context.addComponent("livedesk", component(livedesk));
      context.start();
      livedesk.conversation(141).answer(429, Duration.ofMinutes(5)).failNext(1, "131047: Too late");

      var template = context.createProducerTemplate();
      for (String expected : List.of("CamelRedeliveryDelay", "CamelLiveDeskExternalErrorCode")) {
        Exchange exchange =
            template.request(
                "livedesk:messages?conversationId=141", e -> e.getMessage().setBody("hi"));

        assertThat(exchange.getException()).isNotNull();
        assertThat(exchange.getMessage().getHeaders().keySet())
            .contains(expected)
            .isSubsetOf(names(CATALOG.component().getEndpointHeaders()));
      }
    }
  }

  @Test
  void whateverTakesAFewValuesOnlyListsThem() {
    assertThat(enumsOf(CATALOG.component().getEndpointPathOptions()))
        .isEqualTo(Map.of("resource", List.of("messages", "contacts", "conversations")));
    assertThat(enumsOf(CATALOG.component().getEndpointParameterOptions()))
        .isEqualTo(
            Map.of(
                "direction",
                List.of("asc", "desc"),
                "op",
                OPERATIONS,
                "retryMode",
                all(RetryMode.values())));
    assertThat(enumsOf(CATALOG.component().getComponentOptions()))
        .isEqualTo(Map.of("retryMode", all(RetryMode.values())));
    assertThat(enumsOf(CATALOG.component().getEndpointHeaders()))
        .isEqualTo(
            Map.of(
                "CamelLiveDeskOperation",
                OPERATIONS,
                "CamelLiveDeskOutcome",
                all(Outcome.values())));
  }

  @Test
  void defaultsAreThoseOfTheComponent() throws Exception {
    var component = new LiveDeskComponent();
    var configurer = new LiveDeskComponentConfigurer();
    var options = CATALOG.component().getComponentOptions();

    assertThat(options)
        .filteredOn(option -> !option.getName().equals("configuration"))
        .allSatisfy(option -> assertSameDefault(option, configurer, component));
  }

  @Test
  void defaultsAreThoseOfAnEndpoint() throws Exception {
    try (var context = new DefaultCamelContext()) {
      var endpoint =
          (LiveDeskEndpoint)
              context.getEndpoint("livedesk:messages?apiKey=a-key&secretKey=a-secret");
      endpoint.getConfiguration().setApiKey(null);
      endpoint.getConfiguration().setSecretKey(null);
      // Where an endpoint does not say, a message is none for the agents alone.
      assertThat(endpoint.getMessageOptions().getPrivate()).isNull();
      endpoint.getMessageOptions().setPrivate(false);
      var configurer = new LiveDeskEndpointConfigurer();

      assertThat(CATALOG.component().getEndpointParameterOptions())
          .allSatisfy(option -> assertSameDefault(option, configurer, endpoint));
    }
  }

  @Test
  void credentialsAndNothingElseAreSecret() {
    assertThat(options().stream().filter(BaseOptionModel::isSecret))
        .extracting(BaseOptionModel::getName)
        .containsOnly("apiKey", "secretKey", "apiSecret", "proxyUser", "proxyPassword");
  }

  @Test
  void theOldNameOfTheSecretAndNothingElseIsDeprecated() {
    assertThat(options().stream().filter(BaseOptionModel::isDeprecated))
        .hasSize(2)
        .allSatisfy(
            option -> {
              assertThat(option.getName()).isEqualTo("apiSecret");
              assertThat(option.getDeprecationNote()).contains("secretKey");
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "livedesk:messages",
        "livedesk:messages?conversationId=141&private=true&inReplyTo=29",
        "livedesk:messages?conversationId={{conversation}}&private={{?note}}",
        "livedesk:messages?conversationId=${header.conversation}",
        "livedesk:messages?op=attachment&content=Our offer",
        "livedesk:messages?totalTimeout=90s&retryMode=all&httpClientCustomizer=#bean:mine"
      })
  void whatIsRightIsTaken(String uri) {
    assertThat(CATALOG.faultOf(uri)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "livedesk:messages?conversationID=141, conversationID",
    "livedesk:messages?op=txt, op",
    "livedesk:messages?private=yes, private",
    "livedesk:messages?inReplyTo=first, inReplyTo",
    "livedesk:messages?totalTimeout=soon, totalTimeout",
    "livedesk:messages?retryMode=never, retryMode",
    "livedesk:messages?maxConnections=5, maxConnections",
    "livedesk:tickets, resource"
  })
  void whatIsWrongIsNamed(String uri, String fault) {
    assertThat(CATALOG.faultOf(uri)).get().asString().contains(fault);
  }

  @Test
  void editorsFindItAsOneOfTheComponentsOfTheJar() throws Exception {
    var component = new Properties();
    try (InputStream in = resource("/META-INF/services/org/apache/camel/component.properties")) {
      component.load(in);
    }

    assertThat(component)
        .containsEntry("components", "livedesk")
        .containsEntry("groupId", CATALOG.component().getGroupId())
        .containsEntry("artifactId", CATALOG.component().getArtifactId())
        .containsEntry("version", CATALOG.component().getVersion())
        .allSatisfy(
            (name, value) -> assertThat(value.toString()).isNotBlank().doesNotContain("${"));
  }

  @Test
  void editorsFindTheSameEntryWhereTheyLookForIt() throws Exception {
    try (InputStream shown = resource("/io/github/livedesk/camel/livedesk.json");
        InputStream entry = resource("/META-INF/io/github/livedesk/camel/livedesk.json")) {
      assertThat(shown.readAllBytes()).isNotEmpty().isEqualTo(entry.readAllBytes());
    }
  }

  private static InputStream resource(String name) {
    return Objects.requireNonNull(CatalogTest.class.getResourceAsStream(name), name);
  }

  @Test
  void noUriFactoryIsShipped() {
    assertThat(
            CatalogTest.class.getResource(
                "/META-INF/services/org/apache/camel/urifactory/livedesk-endpoint"))
        .as("made on Camel 4.14 it breaks on 4.17 and later")
        .isNull();
  }

  private static LiveDeskComponent component(LiveDeskSimulator livedesk) {
    var component = new LiveDeskComponent();
    component.getConfiguration().setApiKey(livedesk.apiKey());
    component.getConfiguration().setSecretKey(livedesk.secretKey());
    component.getConfiguration().setBaseUrl(livedesk.url());
    return component;
  }

  private static void assertSameDefault(
      BaseOptionModel option, PropertyConfigurerGetter configurer, Object target) {
    Object actual = configurer.getOptionValue(target, option.getName(), true);
    Object shown = option.getDefaultValue();
    if (shown != null && "duration".equals(option.getType())) {
      shown = TimeUtils.toMilliSeconds(shown.toString());
    }
    assertThat(shown == null ? null : shown.toString())
        .as(option.getName())
        .isEqualTo(actual == null ? null : actual.toString());
  }

  private static List<BaseOptionModel> options() {
    ComponentModel component = CATALOG.component();
    return Stream.of(
            component.getComponentOptions(),
            component.getEndpointPathOptions(),
            component.getEndpointParameterOptions())
        .<BaseOptionModel>flatMap(List::stream)
        .toList();
  }

  private static Set<String> names(List<? extends BaseOptionModel> options) {
    return options.stream().map(BaseOptionModel::getName).collect(toSet());
  }

  private static Map<String, List<String>> enumsOf(List<? extends BaseOptionModel> options) {
    return options.stream()
        .filter(option -> option.getEnums() != null)
        .collect(toMap(BaseOptionModel::getName, BaseOptionModel::getEnums));
  }

  private static List<String> all(Enum<?>[] values) {
    return Arrays.stream(values).map(Enum::name).toList();
  }
}
