// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.options;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.livedesk.camel.LiveDeskComponent;
import io.github.livedesk.camel.model.failure.LiveDeskConnectionException;
import io.github.livedesk.camel.testing.LiveDeskTestSupport;
import io.github.livedesk.camel.testing.SocketServer;
import io.github.livedesk.camel.testing.TestCertificate;
import java.nio.file.Path;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Only the server that the URL names gets the credentials. */
class TlsTest extends LiveDeskTestSupport {

  @TempDir static Path folder;

  private static TestCertificate right;
  private static TestCertificate wrongName;

  private SocketServer server;

  @BeforeAll
  static void makeCertificates() throws Exception {
    right = TestCertificate.of(folder, "ip:127.0.0.1");
    wrongName = TestCertificate.of(folder, "dns:other.example");
  }

  @AfterEach
  void closeServer() throws Exception {
    server.close();
  }

  @Override
  protected String baseUrl() {
    return "https://127.0.0.1:1";
  }

  private String to(TestCertificate certificate) throws Exception {
    server =
        SocketServer.start(
            certificate.serverContext().getServerSocketFactory(),
            connection -> {
              connection.readRequest();
              connection.reply(REPLY);
            });
    return TO_141 + "&baseUrl=https://127.0.0.1:" + server.port();
  }

  private String with(SSLContextParameters parameters) {
    context().getRegistry().bind("tls", parameters);
    return "&sslContextParameters=#tls";
  }

  private void refuses(String uri) {
    var failure = failure(LiveDeskConnectionException.class, uri, "hello");
    assertThat(failure).hasMessageContaining("no TLS connection to 127.0.0.1");
    assertThat(server.requests()).isZero();
  }

  @Test
  void trustsWhatSslContextParametersTrust() throws Exception {
    assertThat(sent(to(right) + with(right.trusted()), "hello").id()).isEqualTo(3030);
  }

  @Test
  void trustsWhatTheGlobalSslContextParametersTrustWhereTheComponentSaysSo() throws Exception {
    context().setSSLContextParameters(right.trusted());
    context()
        .getComponent("livedesk", LiveDeskComponent.class)
        .setUseGlobalSslContextParameters(true);

    assertThat(sent(to(right), "hello").id()).isEqualTo(3030);
  }

  @Test
  void refusesASelfSignedCertificate() throws Exception {
    refuses(to(right));
  }

  @Test
  void ignoresTheGlobalSslContextParametersOtherwise() throws Exception {
    context().setSSLContextParameters(right.trusted());

    refuses(to(right));
  }

  @Test
  void refusesACertificateForAnotherNameWithSslContextParameters() throws Exception {
    refuses(to(wrongName) + with(wrongName.trusted()));
  }

  @Test
  void refusesACertificateForAnotherNameWithTheDefaultContext() throws Exception {
    String uri = to(wrongName);

    assertThat(wrongName.whileTrustedByDefault(context(), () -> send(uri, "hello")).getException())
        .isInstanceOf(LiveDeskConnectionException.class)
        .hasMessageContaining("no TLS connection to 127.0.0.1");
    assertThat(server.requests()).isZero();
  }

  @Test
  void trustsWhatTheDefaultContextTrusts() throws Exception {
    String uri = to(right);

    assertThat(right.whileTrustedByDefault(context(), () -> sent(uri, "hello")).id())
        .isEqualTo(3030);
  }
}
