// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.karaf;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.livedesk.camel.simulator.LiveDeskSimulator;
import io.github.livedesk.camel.simulator.SimulatedConversation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The features in a real Karaf, with routes that send to a LiveDesk outside of it. */
@EnabledIf(
    value = "io.github.livedesk.camel.karaf.KarafJdk#isThere",
    disabledReason = KarafJdk.ADVICE)
@Timeout(value = 15, unit = TimeUnit.MINUTES)
class KarafIT {

  private static final String COMPONENT = "camel-livedesk";
  private static final String EXAMPLE = "camel-livedesk-example-karaf";
  private static final String SETTINGS = "io.github.livedesk.examples.karaf.cfg";
  private static final String ROUTE = "route.jar";
  private static final String TO_141 = "livedesk:messages?conversationId=141";
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private static LiveDeskSimulator livedesk;
  private static Karaf karaf;
  private static KarafManagement management;

  @RegisterExtension
  static final KarafLogOnFailure LOG_ON_FAILURE = new KarafLogOnFailure(() -> karaf);

  @TempDir private Path folder;

  @BeforeAll
  static void startKarafWithCamelInIt() throws Exception {
    livedesk = LiveDeskSimulator.start();
    karaf = Karaf.start(KarafJdk.home().orElseThrow());
    management = karaf.management();
    management.addRepository(features(EXAMPLE));
    management.installFeature("camel-http");
    management.installFeature("camel-jackson");
  }

  @AfterAll
  static void endThem() throws Exception {
    if (karaf != null) {
      karaf.close();
    }
    if (livedesk != null) {
      livedesk.close();
    }
  }

  @BeforeEach
  void installTheFeature() throws Exception {
    livedesk.reset();
    management.installFeature(EXAMPLE);
  }

  @AfterEach
  void removeTheRoutes() throws Exception {
    Files.deleteIfExists(karaf.etc(SETTINGS));
    Files.deleteIfExists(karaf.deploy(ROUTE));
    eventually(() -> assertThat(management.bundleState(RouteBundle.NAME)).isEmpty());
    eventually(() -> assertThat(management.liveDeskThreads()).isEmpty());
  }

  @Test
  void textsFilesAndTemplatesGoFromAFolderToLiveDesk() throws Exception {
    configure(settings("141"));

    drop("texts", "hello.txt", "Grüße aus Karaf 🙂");
    eventually(() -> assertThat(conversation().texts()).containsExactly("Grüße aus Karaf 🙂"));
    drop("files", "offer.txt", "ten parcels");
    eventually(() -> assertThat(conversation().messages()).hasSize(2));
    drop("templates", "order.csv", "John,shipped");
    eventually(() -> assertThat(conversation().messages()).hasSize(3));

    assertThat(conversation().messages().get(1).attachment("offer.txt"))
        .satisfies(file -> assertThat(file.contentType()).startsWith("text/plain"))
        .satisfies(file -> assertThat(file.text()).isEqualTo("ten parcels"));
    assertThat(conversation().lastMessage())
        .satisfies(message -> assertThat(message.templateName()).isEqualTo("order_update"))
        .satisfies(
            message ->
                assertThat(message.templateParameters())
                    .isEqualTo(Map.of("1", "John", "2", "shipped")));
  }

  @Test
  void changedSettingsStartTheRoutesAnew() throws Exception {
    configure(settings("141"));
    drop("texts", "before.txt", "before");
    eventually(() -> assertThat(conversation().texts()).containsExactly("before"));

    int starts = starts(EXAMPLE);

    configure(settings("142"));
    eventually(() -> assertThat(starts(EXAMPLE)).isGreaterThan(starts));
    drop("texts", "after.txt", "after");

    eventually(() -> assertThat(livedesk.conversation(142).texts()).containsExactly("after"));
  }

  @Test
  void routesThatReferToTheComponentStopAndStartWithItsBundle() throws Exception {
    configure(settings("141"));
    drop("texts", "before.txt", "before");
    eventually(() -> assertThat(conversation().texts()).containsExactly("before"));
    assertThat(management.liveDeskThreads()).anyMatch(name -> name.startsWith("LiveDeskIO-"));

    management.stopBundle(COMPONENT);
    assertThat(management.hasCamelContext(EXAMPLE)).isFalse();
    eventually(() -> assertThat(management.liveDeskThreads()).isEmpty());

    drop("texts", "after.txt", "after");
    management.startBundle(COMPONENT);
    eventually(() -> assertThat(conversation().texts()).containsExactly("before", "after"));
  }

  @Test
  void otherRoutesGoOnWhileTheBundleOfTheComponentIsStopped() throws Exception {
    deployRoute(TO_141, livedesk.apiKey(), livedesk.secretKey());
    eventually(() -> assertThat(management.hasCamelContext(RouteBundle.NAME)).isTrue());
    send("before");

    management.stopBundle(COMPONENT);
    send("while it is stopped");
    management.startBundle(COMPONENT);
    send("after");

    assertThat(conversation().texts()).containsExactly("before", "while it is stopped", "after");
  }

  @Test
  void aRefreshOfTheComponentRestartsRoutesThatUseItsClasses() throws Exception {
    deployRoute(TO_141, livedesk.apiKey(), livedesk.secretKey());
    eventually(() -> assertThat(management.hasCamelContext(RouteBundle.NAME)).isTrue());
    send("before");
    int starts = starts(RouteBundle.NAME);

    management.refreshBundle(COMPONENT);
    eventually(() -> assertThat(starts(RouteBundle.NAME)).isGreaterThan(starts));
    eventually(() -> send("after"));

    assertThat(conversation().texts()).containsExactly("before", "after");
  }

  @Test
  void anUpdatedComponentSendsAndAnUninstalledOneLeavesNothing() throws Exception {
    configure(settings("141"));
    drop("texts", "before.txt", "before");
    eventually(() -> assertThat(conversation().texts()).containsExactly("before"));
    Path newer = folder.resolve("newer.jar");
    NewerVersion.write(Karaf.built(COMPONENT, ".jar"), "1.0.1", newer);

    management.updateBundle(COMPONENT, newer.toUri());
    assertThat(management.bundleVersion(COMPONENT)).contains("1.0.1");
    drop("texts", "after.txt", "after");
    eventually(() -> assertThat(conversation().texts()).containsExactly("before", "after"));

    management.uninstallFeature(EXAMPLE);
    assertThat(management.bundleState(EXAMPLE)).isEmpty();
    assertThat(management.bundleState(COMPONENT)).isEmpty();
    eventually(() -> assertThat(management.liveDeskThreads()).isEmpty());
  }

  @Test
  void missingCredentialsAreLoggedByNameUntilTheyAreThere() throws Exception {
    Map<String, String> settings = settings("141");
    settings.remove("secretKey");
    String before = karaf.log();

    configure(settings);
    eventually(() -> assertThat(karaf.logSince(before)).contains("secretKey is missing"));
    eventually(() -> assertThat(management.liveDeskThreads()).isEmpty());

    configure(settings("141"));
    drop("texts", "hello.txt", "hello");

    eventually(() -> assertThat(conversation().texts()).containsExactly("hello"));
    assertThat(karaf.log()).doesNotContain(livedesk.secretKey());
  }

  @ParameterizedTest
  @CsvSource({
    "livedesk:messages?converstaionId=141, key, converstaionId",
    "livedesk:messages?private=maybe, key, private",
    "livedesk:messages?maxAttempts=0, key, maxAttempts: found 0",
    "livedesk:messages, , apiKey is missing"
  })
  void aRouteWithAWrongOptionDoesNotStartAndSaysWhy(String endpoint, String apiKey, String reason)
      throws Exception {
    String before = karaf.log();

    deployRoute(endpoint, apiKey, "secret-of-mine");

    eventually(
        () ->
            assertThat(karaf.logSince(before))
                .contains("Activator start error in bundle " + RouteBundle.NAME)
                .contains(reason)
                .doesNotContain("secret-of-mine"));
    eventually(() -> assertThat(management.bundleState(RouteBundle.NAME)).contains("Resolved"));
    eventually(() -> assertThat(management.liveDeskThreads()).isEmpty());
  }

  private static String features(String artifact) {
    return "mvn:io.github.livedesk/%s/%s/xml/features"
        .formatted(artifact, System.getProperty("project.version"));
  }

  private static void eventually(ThrowingRunnable assertion) {
    await().atMost(PATIENCE).untilAsserted(assertion);
  }

  private static SimulatedConversation conversation() {
    return livedesk.conversation(141);
  }

  private Map<String, String> settings(String conversationId) {
    var settings = new HashMap<String, String>();
    settings.put("apiKey", livedesk.apiKey());
    settings.put("secretKey", livedesk.secretKey());
    settings.put("baseUrl", livedesk.url());
    settings.put("conversationId", conversationId);
    settings.put("folder", folder.toString());
    return settings;
  }

  /** At once, for Karaf looks at its folder all the time. */
  private void configure(Map<String, String> settings) throws IOException {
    Path file = folder.resolve(SETTINGS);
    Files.write(
        file,
        settings.entrySet().stream()
            .map(setting -> setting.getKey() + " = " + setting.getValue())
            .toList(),
        UTF_8);
    Files.move(file, karaf.etc(SETTINGS), StandardCopyOption.REPLACE_EXISTING);
  }

  private void drop(String inbox, String name, String text) throws IOException {
    Files.createDirectories(folder.resolve(inbox));
    Files.writeString(folder.resolve(inbox).resolve(name), text, UTF_8);
  }

  private void deployRoute(String endpoint, String apiKey, String secretKey) throws Exception {
    var settings = new HashMap<String, String>();
    settings.put("Send-To", endpoint);
    settings.put("Base-Url", livedesk.url());
    settings.put("Api-Key", apiKey);
    settings.put("Secret-Key", secretKey);
    settings.values().removeIf(Objects::isNull);
    Path jar = folder.resolve(ROUTE);
    RouteBundle.write(jar, settings);
    Files.move(jar, karaf.deploy(ROUTE));
  }

  private static void send(String text) throws Exception {
    management.send(RouteBundle.NAME, "direct:in", text);
  }

  /** How often the Camel context has been started. */
  private static int starts(String context) throws IOException {
    return (int)
        karaf.log().lines().filter(line -> line.contains("(" + context + ") started in")).count();
  }
}
