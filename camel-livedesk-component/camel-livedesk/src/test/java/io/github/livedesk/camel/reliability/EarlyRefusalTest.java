// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.reliability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.livedesk.camel.model.failure.LiveDeskException;
import io.github.livedesk.camel.model.failure.LiveDeskHttpException;
import io.github.livedesk.camel.model.failure.Outcome;
import io.github.livedesk.camel.testing.LiveDeskTestSupport;
import io.github.livedesk.camel.testing.SocketServer;
import io.github.livedesk.camel.testing.SocketServer.Connection;
import io.github.livedesk.camel.testing.TestCertificate;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Refusals that come while a file is still going out: they are the result, whatever breaks then.
 */
@Tag("slow")
class EarlyRefusalTest extends LiveDeskTestSupport {

  private static final int UPLOADS = 100;

  @TempDir private Path folder;
  private Path file;
  private Callable<Object> body = () -> file;

  @Override
  protected String baseUrl() {
    return "http://127.0.0.1:1";
  }

  @BeforeEach
  void writeFile() throws Exception {
    file = Files.write(folder.resolve("big.bin"), new byte[16 * 1024 * 1024]);
  }

  private Map<String, Integer> ends(String reply) throws Exception {
    try (var server = SocketServer.start(connection -> refuse(connection, reply))) {
      return endsOf("&baseUrl=" + server.url());
    }
  }

  /** How many uploads ended how. */
  private Map<String, Integer> endsOf(String options) throws Exception {
    Map<String, Integer> ends = new TreeMap<>();
    for (int i = 0; i < UPLOADS; i++) {
      Exchange exchange = send(TO_141 + "&op=attachment&retryMode=none" + options, body.call());
      LiveDeskException failure = failure(LiveDeskException.class, exchange);
      int status = failure instanceof LiveDeskHttpException http ? http.getHttpResponseCode() : 0;
      ends.merge(status + " " + failure.getOutcome(), 1, Integer::sum);
    }
    return ends;
  }

  /** Reads a little, answers, and leaves with a reset while more is coming. */
  private static void refuse(Connection connection, String reply) throws Exception {
    connection.readHead();
    connection.in().skipNBytes(300_000);
    connection.write(reply);
    connection.reset();
  }

  @ParameterizedTest
  @ValueSource(ints = {401, 413})
  void isTheResult(int status) throws Exception {
    assertThat(ends("HTTP/1.1 " + status + " No\r\nContent-Length: 2\r\n\r\nno"))
        .isEqualTo(Map.of(status + " " + Outcome.REJECTED, UPLOADS));
  }

  @Test
  void isTheResultThoughItsOwnWordsBreakOff() throws Exception {
    assertThat(ends("HTTP/1.1 413 No\r\nContent-Length: 2000\r\n\r\nno"))
        .isEqualTo(Map.of("413 " + Outcome.REJECTED, UPLOADS));
  }

  @Test
  void leavesAConnectionThatIsNotUsedAgain() throws Exception {
    body = () -> Files.newInputStream(file);
    try (var server =
        SocketServer.start(
            connection -> {
              connection.readHead();
              connection.write("HTTP/1.1 413 No\r\nContent-Length: 2\r\n\r\nno");
              connection.waitForClose();
            })) {
      endsOf("&baseUrl=" + server.url());

      assertThat(server.connections()).isEqualTo(UPLOADS);
      await().until(() -> server.openConnections() == 0);
    }
  }

  @Test
  void isTheResultOverTlsForAStreamOfUnknownLength() throws Exception {
    body = () -> Files.newInputStream(file);

    isTheResultOverTls();
  }

  @Test
  void isTheResultOverTls() throws Exception {
    TestCertificate certificate = TestCertificate.of(folder, "ip:127.0.0.1");
    context().getRegistry().bind("tls", certificate.trusted());
    try (var server =
        SocketServer.start(
            certificate.serverContext().getServerSocketFactory(),
            connection -> refuse(connection, "HTTP/1.1 413 No\r\nContent-Length: 2\r\n\r\nno"))) {
      assertThat(endsOf("&sslContextParameters=#tls&baseUrl=https://127.0.0.1:" + server.port()))
          .isEqualTo(Map.of("413 " + Outcome.REJECTED, UPLOADS));
    }
  }
}
