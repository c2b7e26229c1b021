// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.reliability;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.management.HotSpotDiagnosticMXBean;
import io.github.livedesk.camel.LiveDeskComponent;
import io.github.livedesk.camel.LiveDeskConfiguration;
import io.github.livedesk.camel.testing.LiveDeskTestSupport;
import io.github.livedesk.camel.testing.SocketServer;
import io.github.livedesk.camel.testing.SocketServer.Connection;
import io.github.livedesk.camel.testing.TestCertificate;
import io.github.livedesk.camel.testing.Vitals;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.camel.AsyncProducer;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Nothing grows, however long it runs: heap, classes, threads, files, and the number of our own
 * objects are at the end what they were at the beginning. {@code -Dgrowth.connections=1000000}
 * breaks more connections.
 */
@Timeout(value = 1, unit = TimeUnit.HOURS)
@Tag("slow")
class GrowthTest extends LiveDeskTestSupport {

  private static final int CONNECTIONS = Integer.getInteger("growth.connections", 5_000);
  private static final int CONTEXTS = 200;
  private static final int ROTATIONS = 10_000;
  private static final int CERTIFICATES = 60;

  /** More than Camel's caches of endpoints and producers take. */
  private static final int FULL = 1_100;

  private static final int AT_ONCE = 16;

  /** One rotation in so many is followed by a send. */
  private static final int SEND_AFTER = 10;

  /** Credentials that nobody has are kept for a minute, but not more than that. */
  private static final int KEPT = 10;

  private static final String SECRET = "canary-secret-";

  @TempDir private Path folder;
  private final SocketServer livedesk;

  GrowthTest() throws IOException {
    livedesk = SocketServer.start(GrowthTest::serve);
  }

  @AfterEach
  void closeServer() throws IOException {
    livedesk.close();
  }

  private static void serve(Connection connection) throws IOException {
    while (true) {
      connection.replyTo(connection.readRequest());
    }
  }

  @Override
  protected String baseUrl() {
    return livedesk.url();
  }

  /** What is done again and again. */
  @FunctionalInterface
  private interface Action {
    /**
     * @param turn 1 for the first
     */
    void take(int turn) throws Exception;
  }

  /** Does it a few times, and then many times, and compares. */
  private static void assertNothingGrows(String what, int few, int many, Action action)
      throws Exception {
    for (int i = 1; i <= few; i++) {
      action.take(i);
    }
    Vitals before = Vitals.now();
    long began = System.nanoTime();
    for (int i = few + 1; i <= few + many; i++) {
      action.take(i);
    }
    assertNothingHasGrown(what, many, began, before);
  }

  private static void assertNothingHasGrown(String what, int many, long began, Vitals before) {
    long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
    var after = new AtomicReference<Vitals>();
    await()
        .untilAsserted(
            () -> {
              after.set(Vitals.now());
              after.get().assertNotGrownSince(before);
            });
    System.out.printf(
        "%,d %s in %,d ms%nbefore: %s%nafter:  %s%n", many, what, millis, before, after);
  }

  @Test
  void contextsThatWereStartedAndStoppedLeaveNothing() throws Exception {
    assertNothingGrows(
        "contexts",
        CONTEXTS / 10,
        CONTEXTS,
        turn -> {
          try (var other = new DefaultCamelContext()) {
            other.disableJMX();
            configure(other);
            other.addRoutes(route("livedesk:messages?conversationId=141"));
            other.start();
            assertThat(other.createProducerTemplate().requestBody("direct:send", "hello"))
                .isNotNull();
          }
        });
  }

  private void configure(CamelContext other) {
    LiveDeskConfiguration options =
        other.getComponent("livedesk", LiveDeskComponent.class).getConfiguration();
    options.setApiKey(API_KEY);
    options.setSecretKey(API_SECRET);
    options.setBaseUrl(livedesk.url());
  }

  private static RouteBuilder route(String uri) {
    return new RouteBuilder() {
      @Override
      public void configure() {
        from("direct:send").toD(uri);
      }
    };
  }

  @Test
  void credentialsThatWereRotatedLeaveNothing() throws Exception {
    var component = context().getComponent("livedesk", LiveDeskComponent.class);
    assertNothingGrows(
        "rotations of credentials",
        ROTATIONS / 10,
        ROTATIONS,
        turn -> {
          LiveDeskConfiguration rotated = component.getConfiguration().copy();
          rotated.setSecretKey(SECRET + turn + "-");
          component.setConfiguration(rotated);
          if (turn % SEND_AFTER == 0) {
            sent(TO_141, "hello");
          }
        });
    assertThat(secretsInMemory()).hasSizeBetween(1, KEPT + 2).contains(ROTATIONS * 11 / 10);
  }

  /** By their numbers: all that is reachable is searched for them. */
  private Set<Integer> secretsInMemory() throws IOException {
    Path dump = folder.resolve("heap.hprof");
    ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
        .dumpHeap(dump.toString(), true);
    return Pattern.compile(SECRET + "(\\d+)-")
        .matcher(new String(Files.readAllBytes(dump), ISO_8859_1))
        .results()
        .map(found -> Integer.valueOf(found.group(1)))
        .collect(Collectors.toSet());
  }

  @Test
  void optionsThatDifferFromMessageToMessageLeaveNothing() throws Exception {
    context()
        .addRoutes(
            route("livedesk:messages?conversationId=141&apiKey=${body}&secretKey=" + SECRET));
    assertNothingGrows(
        "messages with options of their own",
        FULL,
        FULL,
        turn -> assertThat(template().requestBody("direct:send", "key" + turn)).isNotNull());
  }

  @Test
  void certificatesThatWereReplacedLeaveNothing() throws Exception {
    TestCertificate certificate = TestCertificate.of(folder, "ip:127.0.0.1");
    try (var secure =
        SocketServer.start(
            certificate.serverContext().getServerSocketFactory(), GrowthTest::serve)) {
      var component = context().getComponent("livedesk", LiveDeskComponent.class);
      component.setUseGlobalSslContextParameters(true);
      String uri = TO_141 + "&baseUrl=https://127.0.0.1:" + secure.port();
      assertNothingGrows(
          "TLS contexts",
          CERTIFICATES / 4,
          CERTIFICATES,
          turn -> {
            context().setSSLContextParameters(certificate.trusted());
            component.setConfiguration(component.getConfiguration().copy());
            sent(uri, "hello");
          });
      assertThat(secure.connections()).as("handshakes").isGreaterThan(CERTIFICATES);
    }
  }

  @Test
  void connectionsThatBrokeInEachPhaseLeaveNothing() throws Exception {
    try (var server = new BreakingServer()) {
      AsyncProducer plain = producer("&retryMode=none&baseUrl=" + server.url());
      AsyncProducer secure = producer("&retryMode=none&baseUrl=" + server.secureUrl());
      breakConnections(server, 1_000, plain, secure);
      Vitals before = Vitals.now();
      long began = System.nanoTime();

      breakConnections(server, CONNECTIONS, plain, secure);

      assertNothingHasGrown("broken connections", CONNECTIONS, began, before);
    }
  }

  private void breakConnections(BreakingServer server, int count, AsyncProducer... producers)
      throws Exception {
    var room = new Semaphore(AT_ONCE);
    int last = server.connections() + count;
    for (int i = 0; server.connections() < last; i++) {
      assertThat(room.tryAcquire(1, TimeUnit.MINUTES)).as("a send ends").isTrue();
      producers[i % 8 == 0 ? 1 : 0].process(exchange(), doneSync -> room.release());
    }
    assertThat(room.tryAcquire(AT_ONCE, 1, TimeUnit.MINUTES)).as("all sends end").isTrue();
    // Some are kept, for one more request.
    await().until(() -> server.openConnections() <= AT_ONCE);
  }

  private AsyncProducer producer(String options) throws Exception {
    AsyncProducer producer = context().getEndpoint(TO_141 + options).createAsyncProducer();
    producer.start();
    return producer;
  }

  private DefaultExchange exchange() {
    var exchange = new DefaultExchange(context());
    exchange.getMessage().setBody("hello");
    return exchange;
  }
}
