// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.options;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.livedesk.camel.LiveDeskComponent;
import io.github.livedesk.camel.client.LiveDeskHttpClientCustomizer;
import io.github.livedesk.camel.model.failure.LiveDeskConnectionException;
import io.github.livedesk.camel.model.failure.LiveDeskResponseException;
import io.github.livedesk.camel.model.failure.Outcome;
import io.github.livedesk.camel.testing.LiveDeskTestSupport;
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
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.apache.camel.AsyncProducer;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.apache.hc.client5.http.impl.DefaultRedirectStrategy;
import org.apache.hc.core5.http.message.BasicHeader;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pool, time-outs of connecting, proxy and the customizer. */
@Tag("slow")
class ConnectionOptionsTest extends LiveDeskTestSupport {

  @TempDir static Path folder;

  @Override
  protected String baseUrl() {
    return "http://127.0.0.1:1";
  }

  private static void serve(SocketServer.Connection connection) throws Exception {
    while (true) {
      connection.replyTo(connection.readRequest());
    }
  }

  @Test
  void noMoreConnectionsThanAllowed() throws Exception {
    var all = new CountDownLatch(3);
    try (var server =
        SocketServer.start(
            connection -> {
              all.countDown();
              all.await();
              serve(connection);
            })) {
      context().getComponent("livedesk", LiveDeskComponent.class).setMaxConnections(3);
      AsyncProducer producer =
          context().getEndpoint(TO_141 + "&baseUrl=" + server.url()).createAsyncProducer();
      producer.start();
      List<Exception> ended = new CopyOnWriteArrayList<>();
      List<DefaultExchange> exchanges = new ArrayList<>();
      for (int i = 0; i < 50; i++) {
        var exchange = new DefaultExchange(context());
        exchange.getMessage().setBody("hello");
        exchanges.add(exchange);
        producer.process(exchange, doneSync -> ended.add(exchange.getException()));
      }
      await().until(() -> ended.size() == 50);

      assertThat(exchanges).allMatch(exchange -> exchange.getException() == null);
      assertThat(server.requests()).isEqualTo(50);
      assertThat(server.connections()).isEqualTo(3);
    }
  }

  @Test
  void aHostThatDoesNotAnswer() throws Exception {
    try (var deaf = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      List<Socket> fillers = fillBacklog(deaf);

      var failure =
          failure(
              LiveDeskConnectionException.class,
              TO_141 + "&connectTimeout=200ms&baseUrl=http://127.0.0.1:" + deaf.getLocalPort(),
              "hello");

      assertThat(failure)
          .hasMessageContaining("no connection to 127.0.0.1 within connectTimeout=200ms");
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
  void aTlsHandshakeThatNeverEnds() throws Exception {
    try (var server = SocketServer.start(SocketServer.Connection::waitForClose)) {
      var failure =
          failure(
              LiveDeskConnectionException.class,
              TO_141 + "&connectTimeout=200ms&baseUrl=https://127.0.0.1:" + server.port(),
              "hello");

      assertThat(failure).hasMessageContaining("127.0.0.1");
      await().until(() -> server.openConnections() == 0);
    }
  }

  private String throughProxy(TestProxy proxy, SocketServer server, TestCertificate certificate) {
    context().getRegistry().bind("tls", certificate.trusted());
    return TO_141
        + "&sslContextParameters=#tls&proxyHost=127.0.0.1&proxyPort="
        + proxy.port()
        + "&baseUrl=https://127.0.0.1:"
        + server.port();
  }

  @Test
  void throughAProxyThatNeverSeesTheCredentialsOfLiveDesk() throws Exception {
    TestCertificate certificate = TestCertificate.of(folder, "ip:127.0.0.1");
    try (var server =
            SocketServer.start(
                certificate.serverContext().getServerSocketFactory(),
                ConnectionOptionsTest::serve);
        var proxy = TestProxy.start(null)) {
      assertThat(sent(throughProxy(proxy, server, certificate), "hello").id()).isEqualTo(1);

      assertThat(proxy.heads())
          .hasSize(1)
          .allMatch(head -> head.startsWith("CONNECT 127.0.0.1:" + server.port()))
          .noneMatch(head -> head.contains("Authorization"));
    }
  }

  /** Plain HTTP needs no tunnel: the proxy gets the requests themselves. */
  @Test
  void throughAProxyThatAsksForCredentialsWithoutATunnel() throws Exception {
    try (var proxy =
        SocketServer.start(
            connection -> {
              for (int id = 1; ; id++) {
                boolean known =
                    connection.readRequest().head().contains("Proxy-Authorization: Basic dTpw");
                connection.write(known ? "" : "HTTP/1.1 407 No\r\nContent-Length: 0\r\n\r\n");
                connection.reply("{\"id\":" + id + ",\"attachments\":[{\"id\":1}]}");
              }
            })) {
      String uri =
          TO_141
              + "&maxAttempts=1&baseUrl=http://livedesk.example&allowInsecureHttp=true"
              + "&proxyHost=127.0.0.1&proxyUser=u&proxyPassword=p&proxyPort="
              + proxy.port();

      assertThat(sent(uri, "hello").id()).isEqualTo(1);
      assertThat(sent(uri, "hello").id()).isEqualTo(2);
      assertThat(sent(uri + "&op=attachment", new byte[10]).id()).isEqualTo(3);
      assertThat(proxy.connections()).isEqualTo(1);
    }
  }

  @Test
  void throughAProxyThatAsksForCredentials() throws Exception {
    TestCertificate certificate = TestCertificate.of(folder, "ip:127.0.0.1");
    try (var server =
            SocketServer.start(
                certificate.serverContext().getServerSocketFactory(),
                ConnectionOptionsTest::serve);
        var proxy = TestProxy.start("Basic dTpw")) {
      String uri = throughProxy(proxy, server, certificate);

      assertThat(sent(uri + "&proxyUser=u&proxyPassword=p", "hello").id()).isEqualTo(1);
      assertThat(server.requests()).isEqualTo(1);

      var failure = failure(LiveDeskConnectionException.class, uri, "hello");
      assertThat(failure.getOutcome()).isEqualTo(Outcome.NOT_SENT);
      assertThat(failure).hasMessageContaining("the proxy answered 407 instead of connecting");
      assertThat(server.requests()).isEqualTo(1);
    }
  }

  @Test
  void theCustomizerIsFoundInTheRegistryAndCanNotUndoTheGuarantees() throws Exception {
    LiveDeskHttpClientCustomizer customizer =
        builder ->
            builder
                .addRequestInterceptorLast(
                    (request, entity, context) ->
                        request.addHeader(new BasicHeader("X-Trace", "7")))
                .setRedirectStrategy(DefaultRedirectStrategy.INSTANCE);
    List<String> heads = new CopyOnWriteArrayList<>();
    try (var server =
        SocketServer.start(
            connection -> {
              heads.add(connection.readRequest().head());
              connection.write(
                  "HTTP/1.1 302 Found\r\nLocation: /elsewhere\r\nContent-Length: 0\r\n\r\n");
            })) {
      try (var context = new DefaultCamelContext()) {
        context.getRegistry().bind("mine", customizer);
        context.start();
        String uri = TO_141 + "&apiKey=k&secretKey=s&baseUrl=" + server.url();

        var exchange =
            context.createProducerTemplate().request(uri, in -> in.getMessage().setBody("hello"));

        assertThat(failure(LiveDeskResponseException.class, exchange).getHttpResponseCode())
            .isEqualTo(302);
      }
      assertThat(heads).hasSize(1).allMatch(head -> head.contains("X-Trace: 7"));
    }
  }
}
