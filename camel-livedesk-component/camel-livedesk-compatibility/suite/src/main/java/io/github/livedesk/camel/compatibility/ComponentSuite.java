// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.compatibility;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.livedesk.camel.LiveDeskComponent;
import io.github.livedesk.camel.model.LiveDeskMessage;
import io.github.livedesk.camel.model.failure.LiveDeskMessageFailedException;
import io.github.livedesk.camel.model.failure.LiveDeskRequestException;
import io.github.livedesk.camel.simulator.LiveDeskSimulator;
import java.io.File;
import java.net.URL;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.health.HealthCheck;
import org.apache.camel.health.HealthCheckHelper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * What must work on every Camel and JDK. It has no name that test runners look for: {@link
 * CompatibilityIT} runs it, on each.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ComponentSuite {

  private static final String CAMEL_VERSION = System.getProperty("camel.version");

  /** As Camel reads it, and as {@link CompatibilityIT} sets it. */
  private static final boolean VIRTUAL_THREADS =
      Boolean.getBoolean("camel.threads.virtual.enabled");

  private final AtomicReference<Thread> afterTheSend = new AtomicReference<>();
  private final CamelRuntime runtime = CamelRuntime.find();
  private LiveDeskSimulator livedesk;
  private CamelContext context;
  private ProducerTemplate template;

  @BeforeAll
  void startCamel() throws Exception {
    // None of them may be printed, which is looked at by whoever runs this.
    livedesk = LiveDeskSimulator.start(0, SuiteMain.CANARY + "-key", SuiteMain.CANARY + "-secret");
    context =
        runtime.start(
            Map.of(
                "camel.main.routes-include-pattern",
                "classpath:routes/compatibility.camel.yaml",
                "camel.health.producers-enabled",
                "true",
                "camel.component.livedesk.api-key",
                livedesk.apiKey(),
                "camel.component.livedesk.secret-key",
                livedesk.secretKey(),
                "camel.component.livedesk.base-url",
                livedesk.url(),
                "camel.component.livedesk.response-timeout",
                "20s"),
            exchange -> afterTheSend.set(Thread.currentThread()));
    template = context.createProducerTemplate();
  }

  @AfterAll
  void stopCamel() {
    runtime.stop();
    livedesk.close();
  }

  @BeforeEach
  void emptyTheLiveDesk() {
    livedesk.reset();
  }

  @Test
  void theCamelIsTheOneThatIsMeant() {
    assertThat(context.getVersion()).isEqualTo(CAMEL_VERSION);
  }

  @Test
  void propertiesSetTheComponent() {
    var component = context.getComponent("livedesk", LiveDeskComponent.class);

    assertThat(component.getConfiguration().getResponseTimeout()).isEqualTo(20_000);
  }

  @Test
  void theComponentIsThePackagedJar() {
    assertThat(jar()).asString().endsWith(".jar");
  }

  @Test
  void editorsFindTheComponentInTheJar() throws Exception {
    try (var jar = new JarFile(new File(jar().toURI()))) {
      ZipEntry list = jar.getEntry("META-INF/services/org/apache/camel/component.properties");
      ZipEntry shown = jar.getEntry("io/github/livedesk/camel/livedesk.json");
      ZipEntry entry = jar.getEntry("META-INF/io/github/livedesk/camel/livedesk.json");

      assertThat(new String(jar.getInputStream(list).readAllBytes(), UTF_8))
          .contains("components=livedesk");
      assertThat(jar.getInputStream(shown)).hasSameContentAs(jar.getInputStream(entry));
    }
  }

  private static URL jar() {
    return LiveDeskComponent.class.getProtectionDomain().getCodeSource().getLocation();
  }

  @Test
  void sendsAText() {
    Exchange exchange = send("direct:text", "Your parcel left our warehouse.", Map.of());

    LiveDeskMessage message = exchange.getMessage().getBody(LiveDeskMessage.class);
    assertThat(message.status()).isEqualTo("sent");
    assertThat(exchange.getMessage().getBody(String.class))
        .contains("\"content\":\"Your parcel left our warehouse.\"");
    assertThat(exchange.getMessage().getHeader("CamelLiveDeskMessageId")).isEqualTo(message.id());
    assertThat(livedesk.conversation(141).texts())
        .containsExactly("Your parcel left our warehouse.");
  }

  @Test
  void noVersionOfHttpClientAddsHeaders() {
    send("direct:text", "hello", Map.of());

    assertThat(livedesk.requests())
        .singleElement()
        .satisfies(
            request ->
                assertThat(request.headers())
                    .containsOnlyKeys(
                        "accept",
                        "authorization",
                        "connection",
                        "content-length",
                        "content-type",
                        "host",
                        "user-agent"));
  }

  @Test
  void goesOnOnAThreadOfCamels() throws Exception {
    send("direct:text", "hello", Map.of());

    assertThat(isVirtual(afterTheSend.get())).isEqualTo(VIRTUAL_THREADS);
  }

  @Test
  void sendsANoteToAConversationNamedByTheMessage() {
    send("direct:note", "Please call back.", Map.of("conversation", 142));

    assertThat(livedesk.conversation(142).lastMessage().content()).isEqualTo("Please call back.");
    assertThat(livedesk.conversation(142).lastMessage().privateNote()).isTrue();
  }

  @Test
  void anyNumberOfConversationsHaveOneEndpoint() {
    for (int id = 1; id <= 20; id++) {
      send("direct:note", "Please call back.", Map.of("conversation", id));
    }

    assertThat(context.getEndpoints())
        .extracting(Endpoint::getEndpointUri)
        .filteredOn(uri -> uri.startsWith("livedesk:") && uri.contains("private"))
        .containsExactly("livedesk://messages?private=true");
  }

  @Test
  void anEvaluatedValueAddsNoOption() {
    Map<String, Object> headers = Map.of("conversation", "141&baseUrl=http://127.0.0.1:9");

    assertThat(request("direct:note", "hello", headers).getException())
        .isInstanceOf(LiveDeskRequestException.class)
        .hasMessageContaining("baseUrl: found an option in an evaluated value of toD");
    assertThat(livedesk.requests()).isEmpty();
  }

  /** Also where Camel replaces the placeholder before it asks the component. */
  @Test
  void anEvaluatedTextIsLiteral() {
    String text = "a+b %41 50% {{camel.component.livedesk.api-key}} {{?none}}";

    send("direct:caption", "two parcels".getBytes(UTF_8), Map.of("caption", text));

    assertThat(livedesk.conversation(141).texts()).containsExactly(text);
  }

  @Test
  void aLineBreakAtTheEndIsRefused() {
    assertThat(request("direct:caption", "hello", Map.of("caption", "hello\n")).getException())
        .isInstanceOf(LiveDeskRequestException.class)
        .hasMessageContaining("content: found a line break or a control character at the end");
    assertThat(livedesk.requests()).isEmpty();
  }

  @Test
  void sendsAnAttachment() {
    byte[] offer = "two parcels".getBytes(UTF_8);

    send("direct:attachment", offer, Map.of(Exchange.FILE_NAME, "offer.txt"));

    assertThat(livedesk.conversation(141).lastMessage().content()).isEqualTo("Our offer");
    assertThat(livedesk.conversation(141).lastMessage().attachment("offer.txt").bytes())
        .isEqualTo(offer);
  }

  @Test
  void sendsATemplate() {
    send("direct:template", List.of("John", "shipped"), Map.of());

    assertThat(livedesk.conversation(141).lastMessage().templateName()).isEqualTo("order_update");
    assertThat(livedesk.conversation(141).lastMessage().templateParameters())
        .isEqualTo(Map.of("1", "John", "2", "shipped"));
  }

  @Test
  void retriesAFailedMessageByTheHeadersItLeft() {
    livedesk.conversation(141).failNext(1, "131026: Message undeliverable");
    Exchange failed = request("direct:text", "hello", Map.of());
    assertThat(failed.getException()).isInstanceOf(LiveDeskMessageFailedException.class);

    send("direct:retry", null, failed.getMessage().getHeaders());

    assertThat(livedesk.conversation(141).lastMessage().status()).isEqualTo("sent");
    assertThat(livedesk.conversation(141).messages()).hasSize(1);
  }

  @Test
  void theContextIsHealthy() {
    assertThat(HealthCheckHelper.invoke(context))
        .isNotEmpty()
        .allSatisfy(result -> assertThat(result.getState()).isEqualTo(HealthCheck.State.UP));
  }

  @Test
  void aWrongOptionIsNamed() {
    assertThatThrownBy(() -> context.getEndpoint("livedesk:messages?op=fax"))
        .hasStackTraceContaining("op: found 'fax'; it takes text,attachment,template,retry");
  }

  private Exchange send(String route, Object body, Map<String, Object> headers) {
    Exchange exchange = request(route, body, headers);
    assertThat(exchange.getException()).isNull();
    return exchange;
  }

  private Exchange request(String route, Object body, Map<String, Object> headers) {
    return template.request(
        route,
        exchange -> {
          exchange.getMessage().setBody(body);
          exchange.getMessage().getHeaders().putAll(headers);
        });
  }

  /** Java 17, which this is compiled for, has no such threads, and no such method. */
  private static boolean isVirtual(Thread thread) throws ReflectiveOperationException {
    return Runtime.version().feature() >= 21
        && (boolean) Thread.class.getMethod("isVirtual").invoke(thread);
  }
}
