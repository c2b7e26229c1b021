// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.options;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import io.github.livedesk.camel.LiveDeskComponent;
import io.github.livedesk.camel.LiveDeskConfiguration;
import io.github.livedesk.camel.model.failure.LiveDeskAuthenticationException;
import io.github.livedesk.camel.monitoring.JmxTexts;
import io.github.livedesk.camel.simulator.LiveDeskSimulator;
import io.github.livedesk.camel.testing.ComponentLog;
import io.github.livedesk.camel.testing.LogCapture;
import io.github.livedesk.camel.testing.SocketServer;
import io.github.livedesk.camel.testing.SocketServer.Request;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.console.DevConsole;
import org.apache.camel.console.DevConsole.MediaType;
import org.apache.camel.console.DevConsoleRegistry;
import org.apache.camel.health.HealthCheck;
import org.apache.camel.health.HealthCheckHelper;
import org.apache.camel.main.Main;
import org.apache.camel.spi.CamelEvent;
import org.apache.camel.spi.CamelEvent.CamelContextReloadingEvent;
import org.apache.camel.spi.CamelEvent.RouteStartedEvent;
import org.apache.camel.spi.ContextReloadStrategy;
import org.apache.camel.support.SimpleEventNotifierSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Credentials that are read from a vault, and change while the application runs. */
class CredentialRotationTest {

  private static final String OLD_KEY = "canary-key-old";
  private static final String OLD_SECRET = "canary-secret-old";
  private static final String NEW_KEY = "canary-key-new";

  /** Has what a URI would take for its own. */
  private static final String NEW_SECRET = "canary+secret&new%41=";

  private static final String TO_141 = "livedesk:messages?conversationId=141";

  /** Reads them by the component, by the endpoint's URI, by a name in the URI. */
  private static final Map<String, String> ROUTES =
      Map.of(
          "direct:component",
          TO_141,
          "direct:any",
          TO_141,
          "direct:uri",
          TO_141
              + "&apiKey={{secret:livedesk/api-key}}&secretKey=RAW({{secret:livedesk/secret-key}})",
          "direct:name",
          TO_141
              + "&apiKey=#property:secret:livedesk/api-key"
              + "&secretKey=#property:secret:livedesk/secret-key");

  @TempDir private Path folder;
  private SecretFiles secrets;
  private LiveDeskSimulator livedesk;
  private Main main;
  private ProducerTemplate template;

  @BeforeEach
  void prepare() {
    secrets = new SecretFiles(folder);
    secrets.write(OLD_KEY, OLD_SECRET);
    livedesk = LiveDeskSimulator.start(0, NEW_KEY, NEW_SECRET);
  }

  @AfterEach
  void end() {
    main.stop();
    livedesk.close();
  }

  private void start(String baseUrl, String... routes) {
    start(baseUrl, Map.of(), routes);
  }

  private void start(String baseUrl, Map<String, String> properties, String... routes) {
    main = new Main();
    secrets.configure(main);
    main.addInitialProperty("camel.main.context-reload-enabled", "true");
    main.addInitialProperty("camel.health.producers-enabled", "true");
    main.addInitialProperty("camel.component.livedesk.base-url", baseUrl);
    if (List.of(routes).contains("direct:component")) {
      main.addInitialProperty("camel.component.livedesk.api-key", "{{secret:livedesk/api-key}}");
      main.addInitialProperty(
          "camel.component.livedesk.secret-key", "{{secret:livedesk/secret-key}}");
    }
    properties.forEach(main::addInitialProperty);
    main.configure()
        .addRoutesBuilder(
            new RouteBuilder() {
              @Override
              public void configure() {
                for (String route : routes) {
                  from(route).to(ROUTES.get(route));
                }
              }
            });
    main.start();
    template = context().createProducerTemplate();
  }

  private CamelContext context() {
    return main.getCamelContext();
  }

  private Exchange send(String uri) {
    return template.send(uri, exchange -> exchange.getMessage().setBody("canary-text"));
  }

  private void reload() {
    var reload = context().hasService(ContextReloadStrategy.class);
    reload.onReload("a test");
    assertThat(reload.getLastError()).isNull();
  }

  private static String basic(String key, String secret) {
    return "Basic " + Base64.getEncoder().encodeToString((key + ":" + secret).getBytes(UTF_8));
  }

  @ParameterizedTest
  @ValueSource(strings = {"direct:component", "direct:uri", "direct:name"})
  void newCredentialsAreUsedAfterAReload(String route) {
    start(livedesk.url(), route);
    assertThat(send(route).getException()).isInstanceOf(LiveDeskAuthenticationException.class);

    secrets.write(NEW_KEY, NEW_SECRET);
    assertThat(send(route).getException()).isInstanceOf(LiveDeskAuthenticationException.class);
    reload();

    assertThat(send(route).getException()).isNull();
    assertThat(livedesk.requests())
        .extracting(request -> request.header("Authorization"))
        .containsExactly(
            basic(OLD_KEY, OLD_SECRET), basic(OLD_KEY, OLD_SECRET), basic(NEW_KEY, NEW_SECRET));
  }

  @Test
  void templatesAndDynamicEndpointsHaveThemTooWhereThereIsNoRoute() {
    start(livedesk.url(), "direct:component");
    send(TO_141);
    secrets.write(NEW_KEY, NEW_SECRET);
    reload();

    assertThat(send(TO_141 + "&private=true").getException()).isNull();
    assertThat(send(TO_141).getException()).isNull();
  }

  @Test
  void aRouteThatSendsAtOnceHasThemBeforeTheReloadHasEnded() {
    start(livedesk.url(), "direct:component");
    secrets.write(NEW_KEY, NEW_SECRET);
    List<Exchange> sends = new CopyOnWriteArrayList<>();
    context()
        .getManagementStrategy()
        .addEventNotifier(
            new SimpleEventNotifierSupport() {
              @Override
              public void notify(CamelEvent event) {
                if (event instanceof RouteStartedEvent) {
                  sends.add(send("direct:component"));
                }
              }
            });

    reload();

    assertThat(sends).singleElement().extracting(Exchange::getException).isNull();
  }

  @Test
  void aConfigurationSetByJavaCodeIsUsedByTheNextSend() {
    start(livedesk.url(), "direct:component");
    send("direct:component");
    var component = context().getComponent("livedesk", LiveDeskComponent.class);
    LiveDeskConfiguration changed = component.getConfiguration().copy();
    changed.setApiKey(NEW_KEY);
    changed.setSecretKey(NEW_SECRET);

    component.setConfiguration(changed);

    assertThat(send("direct:component").getException()).isNull();
  }

  @Test
  void credentialsOfAnEndpointsOwnStayItsOwn() {
    secrets.write(NEW_KEY, NEW_SECRET);
    start(livedesk.url(), "direct:component");
    var component = context().getComponent("livedesk", LiveDeskComponent.class);
    LiveDeskConfiguration changed = component.getConfiguration().copy();
    changed.setApiKey(OLD_KEY);
    changed.setSecretKey(OLD_SECRET);
    String own = TO_141 + "&apiKey=" + NEW_KEY + "&secretKey=RAW(" + NEW_SECRET + ")";
    component.setConfiguration(changed);
    assertThat(send(own).getException()).isNull();

    component.setConfiguration(changed.copy());

    assertThat(send(own).getException()).isNull();
    assertThat(send("direct:component").getException())
        .isInstanceOf(LiveDeskAuthenticationException.class);
  }

  @Test
  void aChangedPropertiesFileIsReadToo() throws Exception {
    Path file = folder.resolve("livedesk.properties");
    String keys = "camel.component.livedesk.apiKey=%s%ncamel.component.livedesk.secretKey=%s%n";
    Files.writeString(file, keys.formatted(OLD_KEY, OLD_SECRET));
    start(
        livedesk.url(),
        Map.of("camel.component.properties.location", "file:" + file),
        "direct:any");
    assertThat(send("direct:any").getException())
        .isInstanceOf(LiveDeskAuthenticationException.class);

    Files.writeString(file, keys.formatted(NEW_KEY, NEW_SECRET));
    reload();

    assertThat(send("direct:any").getException()).isNull();
  }

  @Test
  void theHealthCheckIsUpAgain() {
    start(livedesk.url(), "direct:component");
    send("direct:component");
    assertThat(states()).containsExactly(HealthCheck.State.DOWN);

    secrets.write(NEW_KEY, NEW_SECRET);
    reload();
    send("direct:component");

    assertThat(states()).containsExactly(HealthCheck.State.UP);
  }

  private List<HealthCheck.State> states() {
    return health().stream().map(HealthCheck.Result::getState).toList();
  }

  private Collection<HealthCheck.Result> health() {
    return HealthCheckHelper.invoke(context(), "full").stream()
        .filter(result -> result.getCheck().getId().contains("livedesk"))
        .toList();
  }

  @Test
  void messagesInFlightComeToTheirEnd() throws Exception {
    int messages = 20;
    var answer = new CountDownLatch(1);
    List<String> heads = new CopyOnWriteArrayList<>();
    try (var server =
        SocketServer.start(
            connection -> {
              while (true) {
                Request request = connection.readRequest();
                heads.add(request.head());
                answer.await();
                connection.replyTo(request);
              }
            })) {
      start(server.url(), "direct:component");
      var reloading = new CountDownLatch(1);
      context().getManagementStrategy().addEventNotifier(onReload(reloading));
      List<CompletableFuture<Exchange>> sends = new ArrayList<>();
      for (int i = 0; i < messages; i++) {
        sends.add(
            template.asyncSend(
                "direct:component", exchange -> exchange.getMessage().setBody("hello")));
      }
      await().atMost(60, TimeUnit.SECONDS).until(() -> heads.size() == messages);

      secrets.write(NEW_KEY, NEW_SECRET);
      var reload = CompletableFuture.runAsync(this::reload);
      assertThat(reloading.await(60, TimeUnit.SECONDS)).isTrue();
      answer.countDown();
      reload.get(2, TimeUnit.MINUTES);

      for (CompletableFuture<Exchange> sent : sends) {
        assertThat(sent.get(1, TimeUnit.MINUTES).getException()).isNull();
      }
      assertThat(heads)
          .hasSize(messages)
          .allSatisfy(head -> assertThat(head).contains(basic(OLD_KEY, OLD_SECRET)));
      assertThat(send("direct:component").getException()).isNull();
      assertThat(heads.get(messages)).contains(basic(NEW_KEY, NEW_SECRET));
    }
  }

  private static SimpleEventNotifierSupport onReload(CountDownLatch reloading) {
    return new SimpleEventNotifierSupport() {
      @Override
      public void notify(CamelEvent event) {
        if (event instanceof CamelContextReloadingEvent) {
          reloading.countDown();
        }
      }
    };
  }

  @Test
  void credentialsThatCantBeReadLeaveTheOldOnes() throws Exception {
    secrets.write(NEW_KEY, NEW_SECRET);
    start(livedesk.url(), "direct:component");
    secrets.delete();

    try (var log = new ComponentLog(Level.INFO)) {
      reload();

      assertThat(log.lines())
          .isNotEmpty()
          .allSatisfy(
              line ->
                  assertThat(line)
                      .startsWith("WARN: The new credentials of camel.component.livedesk.*")
                      .doesNotContain("canary"));
    }
    assertThat(send("direct:component").getException()).isNull();
  }

  @Test
  void aFileThatEndsWithALineLeavesTheOldOnesAndIsTold() {
    secrets.write(NEW_KEY, NEW_SECRET);
    start(livedesk.url(), "direct:component");
    secrets.write("canary-newer\n", NEW_SECRET);

    try (var log = new ComponentLog(Level.INFO)) {
      reload();

      assertThat(log.lines())
          .isNotEmpty()
          .allSatisfy(
              line ->
                  assertThat(line).contains("apiKey: found a control").doesNotContain("canary"));
    }
    assertThat(send("direct:component").getException()).isNull();
  }

  @Test
  void aReloadWithTheSameCredentialsChangesNothing() {
    secrets.write(NEW_KEY, NEW_SECRET);
    start(livedesk.url(), "direct:component");

    try (var log = new ComponentLog(Level.INFO)) {
      reload();

      assertThat(log.lines()).isEmpty();
    }
    assertThat(send("direct:component").getException()).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"direct:component", "direct:name"})
  void credentialsShowNowhere(String route) throws Exception {
    List<String> texts = new ArrayList<>();
    try (var log = new LogCapture(Level.INFO, text -> text.contains("canary"))) {
      start(livedesk.url(), route);
      send(route);
      health().forEach(result -> texts.add(printed(result)));
      secrets.write(NEW_KEY, NEW_SECRET);
      reload();
      send(route);

      texts.addAll(log.found());
    }
    health().forEach(result -> texts.add(printed(result)));
    texts.addAll(JmxTexts.read());
    texts.addAll(consoles());
    context()
        .getEndpoints()
        .forEach(endpoint -> texts.add(endpoint.getEndpointUri() + " " + endpoint));
    context().getEndpointRegistry().keySet().forEach(key -> texts.add(key.toString()));

    assertThat(texts).hasSizeGreaterThan(100);
    assertThat(texts)
        .allSatisfy(
            text ->
                assertThat(text)
                    .doesNotContain("canary")
                    .doesNotContain(basic(OLD_KEY, OLD_SECRET))
                    .doesNotContain(basic(NEW_KEY, NEW_SECRET)));
  }

  private static String printed(HealthCheck.Result result) {
    return result.getCheck().getId()
        + " "
        + result.getMessage().orElse("")
        + " "
        + result.getDetails()
        + " "
        + result.getError().map(Throwable::toString).orElse("");
  }

  private List<String> consoles() {
    var consoles = context().getCamelContextExtension().getContextPlugin(DevConsoleRegistry.class);
    consoles.loadDevConsoles();
    List<String> texts = new ArrayList<>();
    // Those of camel-kubernetes need a cluster.
    for (DevConsole console :
        consoles.stream().filter(it -> !it.getId().startsWith("kubernetes")).toList()) {
      for (MediaType type : List.of(MediaType.TEXT, MediaType.JSON)) {
        if (console.supportMediaType(type)) {
          texts.add(console.getId() + ": " + console.call(type, Map.of()));
        }
      }
    }
    assertThat(texts).hasSizeGreaterThan(20);
    return texts;
  }
}
