// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.springboot;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsExchange;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import io.github.livedesk.camel.model.LiveDeskMessage;
import io.github.livedesk.camel.model.failure.LiveDeskConnectionException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSession;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.ProducerTemplate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.jks.JksSslStoreBundle;
import org.springframework.boot.ssl.jks.JksSslStoreDetails;

/** TLS as one of Spring Boot's SSL bundles says. */
class SslBundleTest {

  private static final String PASSWORD = "changeit";
  private static final String REPLY =
      "{\"id\":3030,\"content\":\"hello\",\"conversation_id\":141,\"status\":\"sent\"}";

  @TempDir static Path folder;

  private static String servers;
  private static String clients;
  private static String strangers;

  private final AtomicReference<SSLSession> session = new AtomicReference<>();
  private HttpsServer server;

  @BeforeAll
  static void makeCertificates() throws Exception {
    servers = certificate("servers");
    clients = certificate("clients");
    strangers = certificate("strangers");
  }

  private static String certificate(String name) throws Exception {
    Path file = folder.resolve(name + ".p12");
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                name,
                "-keyalg",
                "EC",
                "-dname",
                "CN=" + name,
                "-ext",
                "san=ip:127.0.0.1",
                "-validity",
                "2",
                "-storetype",
                "PKCS12",
                "-storepass",
                PASSWORD,
                "-keystore",
                file.toString())
            .redirectErrorStream(true)
            .start();
    String output = new String(keytool.getInputStream().readAllBytes(), Charset.defaultCharset());
    assertThat(keytool.waitFor()).as(output).isZero();
    return file.toUri().toString();
  }

  /** Takes clients with the certificate "clients" and no others. */
  @BeforeEach
  void startServer() throws IOException {
    var stores =
        new JksSslStoreBundle(
            new JksSslStoreDetails("PKCS12", null, servers, PASSWORD),
            new JksSslStoreDetails("PKCS12", null, clients, PASSWORD));
    server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setHttpsConfigurator(
        new HttpsConfigurator(SslBundle.of(stores).createSslContext()) {
          @Override
          public void configure(HttpsParameters parameters) {
            SSLParameters own = getSSLContext().getDefaultSSLParameters();
            own.setNeedClientAuth(true);
            parameters.setSSLParameters(own);
          }
        });
    server.createContext(
        "/",
        exchange -> {
          session.set(((HttpsExchange) exchange).getSSLSession());
          exchange.getRequestBody().readAllBytes();
          byte[] reply = REPLY.getBytes(UTF_8);
          exchange.getResponseHeaders().set("Content-Type", "application/json");
          exchange.sendResponseHeaders(200, reply.length);
          exchange.getResponseBody().write(reply);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stopServer() {
    server.stop(0);
  }

  private LiveDeskMessage send(String... more) {
    var args =
        new ArrayList<>(
            List.of(
                "--camel.component.livedesk.api-key=key",
                "--camel.component.livedesk.secret-key=secret",
                "--camel.component.livedesk.base-url=https://127.0.0.1:"
                    + server.getAddress().getPort(),
                "--camel.component.livedesk.ssl-bundle=livedesk",
                "--camel.component.livedesk.max-attempts=1"));
    args.addAll(List.of(more));
    try (var context = SenderApplication.start(args.toArray(String[]::new))) {
      return context
          .getBean(ProducerTemplate.class)
          .requestBody("direct:order-shipped", "hello", LiveDeskMessage.class);
    }
  }

  private static String[] bundle(String truststore, String... more) {
    var args =
        new ArrayList<>(
            List.of(
                "--spring.ssl.bundle.jks.livedesk.truststore.location=" + truststore,
                "--spring.ssl.bundle.jks.livedesk.truststore.password=" + PASSWORD,
                "--spring.ssl.bundle.jks.livedesk.truststore.type=PKCS12"));
    args.addAll(List.of(more));
    return args.toArray(String[]::new);
  }

  private static String[] withKey(String... more) {
    var args =
        new ArrayList<>(
            List.of(
                "--spring.ssl.bundle.jks.livedesk.keystore.location=" + clients,
                "--spring.ssl.bundle.jks.livedesk.keystore.password=" + PASSWORD,
                "--spring.ssl.bundle.jks.livedesk.keystore.type=PKCS12"));
    args.addAll(List.of(more));
    return args.toArray(String[]::new);
  }

  private void refuses(String... bundle) {
    assertThatThrownBy(() -> send(bundle))
        .isInstanceOf(CamelExecutionException.class)
        .hasCauseInstanceOf(LiveDeskConnectionException.class);
    assertThat(session).hasNullValue();
  }

  @Test
  void trustsAndShowsTheCertificatesOfTheBundle() {
    assertThat(send(bundle(servers, withKey())).id()).isEqualTo(3030);
  }

  @Test
  void refusesAServerThatTheBundleDoesNotTrust() {
    refuses(bundle(strangers, withKey()));
  }

  @Test
  void usesTheProtocolsAndCiphersOfTheBundle() {
    send(
        bundle(
            servers,
            withKey(
                "--spring.ssl.bundle.jks.livedesk.options.enabled-protocols=TLSv1.2",
                "--spring.ssl.bundle.jks.livedesk.options.ciphers="
                    + "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384")));

    assertThat(session.get().getProtocol()).isEqualTo("TLSv1.2");
    assertThat(session.get().getCipherSuite()).isEqualTo("TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384");
  }

  @Test
  void usesAnythingThatTheJdkHasWhereTheBundleSaysNothing() {
    send(bundle(servers, withKey()));

    assertThat(session.get().getProtocol()).isEqualTo("TLSv1.3");
  }
}
