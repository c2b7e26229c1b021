// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.monitoring;

import static org.apache.camel.health.HealthCheck.State.DOWN;
import static org.apache.camel.health.HealthCheck.State.UP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import io.github.livedesk.camel.LiveDeskComponent;
import io.github.livedesk.camel.model.failure.LiveDeskAuthenticationException;
import io.github.livedesk.camel.simulator.LiveDeskSimulator;
import io.github.livedesk.camel.testing.ClosedPort;
import io.github.livedesk.camel.testing.SimulatorTestSupport;
import io.github.livedesk.camel.testing.SocketServer;
import io.github.livedesk.camel.testing.TestCertificate;
import io.github.livedesk.camel.testing.TestProxy;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.apache.camel.Producer;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.health.HealthCheck;
import org.apache.camel.health.HealthCheckHelper;
import org.apache.camel.main.Main;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whether LiveDesk can be reached, as Camel's health checks of producers say it. */
@Tag("slow")
class HealthCheckTest extends SimulatorTestSupport {

  @TempDir static Path folder;

  HealthCheckTest(LiveDeskSimulator livedesk) {
    super(livedesk);
  }

  @Override
  protected CamelContext createCamelContext() throws Exception {
    CamelContext context = super.createCamelContext();
    HealthCheckHelper.getHealthCheckRepository(context, "producers").setEnabled(true);
    return context;
  }

  private Producer producer(String uri) throws Exception {
    Producer producer = context().getEndpoint(uri).createProducer();
    producer.start();
    return producer;
  }

  private List<HealthCheck.Result> results() {
    return producerChecks(context());
  }

  private static List<HealthCheck.Result> producerChecks(CamelContext context) {
    return HealthCheckHelper.invokeReadiness(context, "full").stream()
        .filter(result -> result.getCheck().getId().startsWith("producer:"))
        .toList();
  }

  private HealthCheck.Result result() {
    assertThat(results()).hasSize(1);
    return results().get(0);
  }

  /** What the check of an endpoint says. */
  private HealthCheck.Result result(String uri) throws Exception {
    Producer producer = producer(uri);
    try {
      return result();
    } finally {
      producer.stop();
    }
  }

  private static void assertDown(HealthCheck.Result result, String step, String message) {
    assertThat(result.getState()).isEqualTo(DOWN);
    assertThat(result.getDetails()).containsEntry("failed", step);
    assertThat(result.getMessage()).hasValueSatisfying(it -> assertThat(it).contains(message));
  }

  @Test
  void upWhileLiveDeskCanBeReachedAndItGetsNoRequest() throws Exception {
    HealthCheck.Result result = result(TO_141);

    assertThat(result.getState()).isEqualTo(UP);
    assertThat(result.getCheck().getId())
        .isEqualTo("producer:livedesk-127.0.0.1:" + livedesk.port());
    assertThat(result.getDetails()).containsEntry("base.url", livedesk.url());
    assertThat(livedesk.requests()).isEmpty();
  }

  @Test
  void saysNothingOfLivenessForARestartHelpsNobody() throws Exception {
    producer(TO_141);

    assertThat(HealthCheckHelper.invokeLiveness(context(), "full"))
        .noneMatch(result -> result.getCheck().getId().startsWith("producer:"));
  }

  @Test
  void offUnlessAskedForAndOnByAProperty(LiveDeskSimulator livedesk) throws Exception {
    for (boolean on : List.of(false, true)) {
      var main = new Main();
      main.configure()
          .addRoutesBuilder(
              new RouteBuilder() {
                @Override
                public void configure() {
                  from("direct:start").to(TO_141);
                }
              });
      main.setOverrideProperties(livedesk.properties());
      if (on) {
        main.addInitialProperty("camel.health.producers-enabled", "true");
      }
      main.start();
      try {
        assertThat(producerChecks(main.getCamelContext())).hasSize(on ? 1 : 0);
      } finally {
        main.stop();
      }
    }
  }

  @Test
  void theComponentCanSwitchItsOwnOff() throws Exception {
    context()
        .getComponent("livedesk", LiveDeskComponent.class)
        .setHealthCheckProducerEnabled(false);

    HealthCheck.Result result = result(TO_141);

    assertThat(result.getState()).isEqualTo(HealthCheck.State.UNKNOWN);
    assertThat(result.getDetails()).containsEntry(HealthCheck.CHECK_ENABLED, false);
  }

  @Test
  void anUnknownHost() throws Exception {
    HealthCheck.Result result =
        result(TO_141 + "&connectTimeout=100s&baseUrl=https://no-such-host.invalid");

    assertDown(result, "DNS", "no address is known for no-such-host.invalid");
    assertThat(result.getDetails())
        .contains(
            entry("host", "no-such-host.invalid"),
            entry("port", 443),
            entry("error.class", "UnknownHostException"));
  }

  @Test
  void aPortThatNobodyListensOn() throws Exception {
    try (var closed = new ClosedPort()) {
      int port = closed.number();
      HealthCheck.Result result = result(TO_141 + "&baseUrl=http://127.0.0.1:" + port);

      assertDown(result, "TCP", "no connection to 127.0.0.1 port " + port + ": ConnectException");
      assertThat(result.getDetails()).contains(entry("host", "127.0.0.1"), entry("port", port));
    }
  }

  @Test
  void aHostThatDoesNotAnswerIsWaitedForNoLongerThanConnectTimeout() throws Exception {
    try (var deaf = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      List<Socket> fillers = fillBacklog(deaf);

      long begin = System.nanoTime();
      HealthCheck.Result result =
          result(TO_141 + "&connectTimeout=1s&baseUrl=http://127.0.0.1:" + deaf.getLocalPort());
      Duration taken = Duration.ofNanos(System.nanoTime() - begin);

      assertDown(result, "TCP", "within connectTimeout=1000ms");
      assertThat(taken).isLessThan(Duration.ofSeconds(20));
      for (Socket filler : fillers) {
        filler.close();
      }
    }
  }

  /** From here on the kernel takes no further connection. */
  private static List<Socket> fillBacklog(ServerSocket deaf) throws IOException {
    List<Socket> fillers = new ArrayList<>();
    while (true) {
      var socket = new Socket();
      try {
        socket.connect(new InetSocketAddress(deaf.getInetAddress(), deaf.getLocalPort()), 200);
        fillers.add(socket);
      } catch (SocketTimeoutException full) {
        socket.close();
        return fillers;
      }
    }
  }

  @Test
  void aTlsHandshakeThatNeverEndsOrDripsIsWaitedForNoLongerThanConnectTimeout() throws Exception {
    for (SocketServer.Behaviour behaviour :
        List.<SocketServer.Behaviour>of(
            SocketServer.Connection::waitForClose, HealthCheckTest::dripTls)) {
      try (var server = SocketServer.start(behaviour)) {
        HealthCheck.Result result =
            result(TO_141 + "&connectTimeout=1s&baseUrl=https://127.0.0.1:" + server.port());

        assertDown(result, "TLS", "within connectTimeout=1000ms");
      }
    }
  }

  /** A TLS record of 16 KiB, a byte now and then: no read ever times out. */
  private static void dripTls(SocketServer.Connection connection) throws Exception {
    byte[] record = new byte[16 * 1024];
    System.arraycopy(new byte[] {22, 3, 3, 0x3f, 0, 2, 0, 0x3e, 0}, 0, record, 0, 9);
    connection.socket().setSoTimeout(10);
    for (byte next : record) {
      connection.socket().getOutputStream().write(next);
      try {
        while (connection.in().read() >= 0) {
          // the client's hello
        }
        return;
      } catch (SocketTimeoutException pause) {
        // the next byte
      }
    }
  }

  private static SocketServer tlsServer(TestCertificate certificate) throws Exception {
    return SocketServer.start(
        certificate.serverContext().getServerSocketFactory(),
        connection -> {
          while (true) {
            connection.readRequest();
            connection.reply(REPLY);
          }
        });
  }

  @Test
  void tlsIsCheckedAsASendChecksIt() throws Exception {
    TestCertificate right = TestCertificate.of(folder, "ip:127.0.0.1");
    TestCertificate wrongName = TestCertificate.of(folder, "dns:other.example");
    context().getRegistry().bind("right", right.trusted());
    context().getRegistry().bind("wrongName", wrongName.trusted());
    try (var good = tlsServer(right);
        var misnamed = tlsServer(wrongName)) {
      String toGood = TO_141 + "&baseUrl=https://127.0.0.1:" + good.port();
      String toMisnamed = TO_141 + "&baseUrl=https://127.0.0.1:" + misnamed.port();

      assertThat(result(toGood + "&sslContextParameters=#right").getState()).isEqualTo(UP);
      assertDown(result(toGood), "TLS", "no TLS connection to 127.0.0.1: ");
      assertDown(
          result(toMisnamed + "&sslContextParameters=#wrongName"),
          "TLS",
          "No subject alternative names");
      assertThat(wrongName.whileTrustedByDefault(context(), () -> result(toMisnamed)).getDetails())
          .contains(
              entry("failed", "TLS"),
              entry("host", "127.0.0.1"),
              entry("port", misnamed.port()),
              entry("error.class", "SSLHandshakeException"));
      assertThat(good.requests() + misnamed.requests()).isZero();
    }
  }

  @Test
  void throughAProxyOnlyTheTunnelIsAskedFor() throws Exception {
    TestCertificate certificate = TestCertificate.of(folder, "ip:127.0.0.1");
    context().getRegistry().bind("tls", certificate.trusted());
    try (var server = tlsServer(certificate);
        var proxy = TestProxy.start("Basic dTpw")) {
      String uri =
          TO_141
              + "&sslContextParameters=#tls&proxyHost=127.0.0.1&proxyPort="
              + proxy.port()
              + "&baseUrl=https://127.0.0.1:"
              + server.port();

      assertThat(result(uri + "&proxyUser=u&proxyPassword=p").getState()).isEqualTo(UP);
      HealthCheck.Result refused = result(uri);

      assertDown(refused, "proxy", "the proxy answered 407 instead of connecting");
      assertThat(refused.getDetails())
          .contains(entry("host", "127.0.0.1"), entry("port", proxy.port()));
      assertThat(proxy.heads())
          .allMatch(head -> head.startsWith("CONNECT 127.0.0.1:" + server.port()));
      assertThat(server.requests()).isZero();
    }
  }

  @Test
  void aProxyThatIsNotThereOrIsNone() throws Exception {
    String uri = TO_141 + "&baseUrl=https://livedesk.example&proxyHost=127.0.0.1&proxyPort=";
    try (var server = SocketServer.start(connection -> connection.write("hello\r\n\r\n"))) {
      assertDown(result(uri + server.port()), "proxy", "did not answer as an HTTP proxy does");
    }
    try (var closed = new ClosedPort()) {
      assertDown(result(uri + closed.number()), "TCP", "no connection to 127.0.0.1");
    }
  }

  @Test
  void downFromARefusalOfTheCredentialsUntilASendWorks() throws Exception {
    producer(TO_141);
    livedesk.conversation("141").answer(401);
    failure(LiveDeskAuthenticationException.class, TO_141, "hello");

    HealthCheck.Result refused = result();
    assertThat(refused.getState()).isEqualTo(DOWN);
    assertThat(refused.getDetails()).containsEntry("credentials.refused", 401);
    assertThat(refused.getMessage())
        .hasValue("LiveDesk refused the credentials with 401 at the last send");

    livedesk.conversation("141").answer(400);
    send(TO_141, "hello");
    assertThat(result().getState()).as("after a 400, which says nothing of them").isEqualTo(DOWN);

    sent(TO_141, "hello");
    assertThat(result().getState()).isEqualTo(UP);
  }

  @Test
  void aRefusalIsAboutItsOwnCredentialsOnly() throws Exception {
    producer(TO_141);
    producer(TO_141 + "&secretKey=wrong");
    send(TO_141 + "&secretKey=wrong", "hello");

    String id = "producer:livedesk-127.0.0.1:" + livedesk.port();
    assertThat(results())
        .extracting(result -> result.getCheck().getId(), HealthCheck.Result::getState)
        .containsExactlyInAnyOrder(tuple(id, UP), tuple(id + "-2", DOWN));
  }

  @Test
  void noSecretIsInAnyDetail() throws Exception {
    String secrets =
        "&apiKey=canary1&secretKey=canary2&proxyHost=127.0.0.1&proxyUser=canary3&proxyPassword=canary4";
    try (var proxy = TestProxy.start("Basic dTpw")) {
      String toProxy = "&proxyPort=" + proxy.port();
      List<HealthCheck.Result> all =
          List.of(
              result(TO_141 + secrets + toProxy + "&baseUrl=https://livedesk.example"),
              result(TO_141 + "&secretKey=canary2&baseUrl=https://no-such-host.invalid"),
              refusedBySend(TO_141 + "&apiKey=canary1&secretKey=canary2"));

      assertThat(all)
          .allSatisfy(
              result -> {
                assertThat(result.getState()).isEqualTo(DOWN);
                assertThat(result.getError()).isEmpty();
                assertThat(result + result.getDetails().toString() + result.getMessage())
                    .doesNotContain("canary");
                assertThat(result.getCheck().getId() + result.getCheck().getMetaData())
                    .doesNotContain("canary");
              });
    }
  }

  private HealthCheck.Result refusedBySend(String uri) throws Exception {
    Producer producer = producer(uri);
    send(uri, "hello");
    HealthCheck.Result result = result();
    producer.stop();
    return result;
  }

  @Test
  void producersThatReachLiveDeskInTheSameWayShareACheckUntilTheLastHasStopped() throws Exception {
    List<Producer> producers = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      producers.add(producer("livedesk:messages?conversationId=" + i + "&responseTimeout=9s"));
    }

    while (producers.size() > 1) {
      producers.remove(0).stop();
    }
    assertThat(results()).hasSize(1);
    producers.get(0).stop();
    producers.get(0).stop();

    assertThat(results()).isEmpty();
  }

  @Test
  void manyConversationsByToDShareACheckWhichGoesWithTheContext() throws Exception {
    context()
        .addRoutes(
            new RouteBuilder() {
              @Override
              public void configure() {
                from("direct:start").toD("livedesk:messages?conversationId=${header.id}");
              }
            });
    for (int i = 0; i < 30; i++) {
      template().sendBodyAndHeader("direct:start", "hello", "id", i);
    }
    assertThat(results()).hasSize(1);
    var repository = HealthCheckHelper.getHealthCheckRepository(context(), "producers");

    context().stop();

    assertThat(repository.stream()).isEmpty();
  }

  @Test
  void aCheckGoesOnWhenItsComponentWasStartedAgain() throws Exception {
    producer(TO_141);
    context().getComponent("livedesk").stop();
    assertThat(result().getState()).isEqualTo(DOWN);
    assertThat(result().getMessage()).hasValue("the component is stopped");

    context().getComponent("livedesk").start();

    assertThat(result().getState()).isEqualTo(UP);
  }

  @Test
  void aLookThatTheComponentsStopFindsUnderWayEndsWithIt() throws Exception {
    try (var server = SocketServer.start(SocketServer.Connection::waitForClose)) {
      producer(TO_141 + "&connectTimeout=110s&baseUrl=https://127.0.0.1:" + server.port());
      var looked = CompletableFuture.supplyAsync(this::results);
      await().until(() -> server.connections() == 1);

      context().getComponent("livedesk").stop();

      assertThat(looked.get(60, TimeUnit.SECONDS))
          .extracting(HealthCheck.Result::getState)
          .containsExactly(DOWN);
    }
  }

  @Test
  void aProducerWhoseSecondStartFailsTakesNothingFromTheOthers() throws Exception {
    Producer producer = producer(TO_141);
    producer(TO_141);
    producer.stop();
    context().getComponent("livedesk").stop();

    assertThatThrownBy(producer::start).hasMessageContaining("is stopped");

    assertThat(results()).hasSize(1);
  }

  @Test
  void twoComponentsHaveAnIdEach() throws Exception {
    var other = new LiveDeskComponent();
    other.setConfiguration(
        context().getComponent("livedesk", LiveDeskComponent.class).getConfiguration().copy());
    context().addComponent("second", other);
    Producer producer = producer(TO_141);
    producer("second:messages?conversationId=141");

    assertThat(results())
        .extracting(result -> result.getCheck().getId())
        .containsExactly(
            "producer:livedesk-127.0.0.1:" + livedesk.port(),
            "producer:second-127.0.0.1:" + livedesk.port());

    producer.stop();
    assertThat(result().getCheck().getId()).startsWith("producer:second");
  }

  @Test
  void withoutHealthChecksInCamelAProducerStartsAllTheSame() throws Exception {
    HealthCheckHelper.getHealthCheckRegistry(context()).setEnabled(false);

    assertThat(send(TO_141, "hello", Map.of()).getException()).isNull();
  }
}
