// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.monitoring;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.livedesk.camel.LiveDeskComponent;
import io.github.livedesk.camel.LiveDeskConstants;
import io.github.livedesk.camel.model.TemplateHeader;
import io.github.livedesk.camel.model.TemplateMessage;
import io.github.livedesk.camel.reliability.FaultMatrixTest;
import io.github.livedesk.camel.reliability.FaultMatrixTest.Row;
import io.github.livedesk.camel.testing.LiveDeskTestSupport;
import io.github.livedesk.camel.testing.LogCapture;
import io.github.livedesk.camel.testing.SocketServer;
import io.github.livedesk.camel.testing.SocketServer.Connection;
import io.github.livedesk.camel.testing.TestCertificate;
import java.beans.Introspector;
import java.beans.PropertyDescriptor;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.Producer;
import org.apache.camel.test.junit5.TestExecutionConfiguration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever fails, neither credentials nor messages show: not in a log at TRACE, not in an exception
 * or another object's text, not over JMX.
 */
@Tag("slow")
class PrivacyTest extends LiveDeskTestSupport {

  private static final String KEY = "canary-key-7f3a";
  private static final String SECRET = "canary-secret-91bc";
  private static final String TEXT = "canary-text ünï 汉字";
  private static final String FILE = "canary-file-content";
  private static final TemplateMessage TEMPLATE =
      TemplateMessage.builder("order_update", "en_US")
          .content(TEXT)
          .parameters(TEXT)
          .header(TemplateHeader.text(TEXT))
          .urlButton(TEXT)
          .build();
  private static final List<String> CANARIES =
      List.of("canary", Base64.getEncoder().encodeToString((KEY + ":" + SECRET).getBytes(UTF_8)));

  private static final String WITH_CREDENTIALS =
      TO_141 + "&apiKey=RAW(" + KEY + ")&secretKey=RAW(" + SECRET + ")";

  private static final String CHUNKED = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";

  private static final String SHORT_WAITS = "&responseTimeout=200ms&totalTimeout=5s&maxAttempts=2";

  @TempDir private Path folder;
  private Path file;
  private LogCapture log;

  @Override
  protected String baseUrl() {
    return "http://127.0.0.1:1";
  }

  @Override
  public void configureTest(TestExecutionConfiguration configuration) {
    configuration.withJMX(true);
  }

  @Override
  protected CamelContext createCamelContext() throws Exception {
    CamelContext context = super.createCamelContext();
    var component = context.getComponent("livedesk", LiveDeskComponent.class);
    component.getConfiguration().setApiKey(KEY);
    component.getConfiguration().setSecretKey(SECRET);
    return context;
  }

  @BeforeEach
  void listen() throws Exception {
    file = Files.writeString(folder.resolve("file.txt"), FILE.repeat(100_000));
    log = new LogCapture(PrivacyTest::shows);
  }

  @AfterEach
  void stopListening() {
    log.close();
  }

  static Stream<Row> rows() {
    return Stream.concat(
        FaultMatrixTest.rows(),
        Stream.of(
            Row.of("echoes, and refuses", (c, s) -> echo(c, "422 No", "sent")),
            Row.of("echoes, and breaks", (c, s) -> echo(c, "500 No", "sent")),
            Row.of("echoes, and takes it", (c, s) -> echo(c, "200 OK", "sent")),
            Row.of("echoes, and fails later", (c, s) -> echo(c, "200 OK", "failed")),
            Row.of("echoes no HTTP", (c, s) -> c.write(c.readHead())),
            malformed("%s\r\n\r\n"),
            malformed("HTTP/1.1 %s\r\n\r\n"),
            malformed("HTTP/%s 200 OK\r\n\r\n"),
            malformed("HTTP/1.1 200 OK\r\n%s\r\n\r\n"),
            malformed("HTTP/1.1 103 Hints\r\n%s\r\n\r\n"),
            malformed(CHUNKED + "%s\r\n"),
            malformed(CHUNKED + "2;%s\r\n{}\r\n%s\r\n"),
            malformed(CHUNKED + "2\r\n{}%s\r\n0\r\n\r\n"),
            malformed(CHUNKED + "2\r\n{}\r\n0\r\n%s\r\n\r\n"),
            malformed(CHUNKED + "2\r\n{}\r\n0\r\n%s : 1\r\n\r\n")));
  }

  /** Answers with no HTTP, and quotes the message where it goes wrong. */
  private static Row malformed(String reply) {
    return Row.of("malformed: " + reply, (c, s) -> c.write(quoting(reply, c)));
  }

  private static String quoting(String reply, Connection connection) throws IOException {
    String body = connection.readRequest().body().replaceAll("[\r\n:]+", " ");
    return reply.replace("%s", body.substring(0, Math.min(body.length(), 1000)));
  }

  /** Camel's users switch the log of headers on themselves, and it shows those of the reply. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Content-Length: %s",
        "Transfer-Encoding: %s",
        "Content-Encoding: %s",
        "Retry-After: %s",
        "%s : 1"
      })
  void nothingShowsOfHeadersThatQuote(String header) throws Exception {
    String reply = "HTTP/1.1 200 OK\r\n" + header + "\r\n\r\n{}";
    try (var server = SocketServer.start(c -> c.write(quoting(reply, c)))) {
      assertQuiet(send(TO_141 + "&baseUrl=" + server.url() + SHORT_WAITS, TEXT));
    }
    assertNothingLoggedBut("org.apache.hc.client5.http.headers");
  }

  /** Answers with all it was told, as JSON, in every place that has room for it. */
  private static void echo(Connection connection, String head, String status) throws Exception {
    SocketServer.Request request = connection.readRequest();
    String said = (request.head() + request.body()).replaceAll("[\r\n\"]+", " ");
    String json =
        "{'id':3030,'content':'%1$s','error':'%1$s','status':'%2$s','source_id':'%1$s',"
            .concat("'content_attributes':{'external_error':'%1$s'}}")
            .replace('\'', '"')
            .formatted(said, status);
    connection.write(
        "HTTP/1.1 %s\r\nX-Echo: no\r\nContent-Length: %d\r\n\r\n%s"
            .formatted(head, json.getBytes(UTF_8).length, json));
  }

  @ParameterizedTest
  @MethodSource("rows")
  void nothingShows(Row row) throws Exception {
    for (Object body : List.of(TEXT, file, TEMPLATE)) {
      try (var server = SocketServer.start(connection -> row.play().on(connection, () -> {}))) {
        String uri = TO_141 + "&baseUrl=" + server.url() + SHORT_WAITS;
        for (int i = 0; i <= row.earlier(); i++) {
          assertQuiet(send(uri, body));
        }
      }
    }
    assertNothingLogged();
  }

  @Test
  void nothingShowsWhereThereIsNoConnection() throws Exception {
    for (String url :
        List.of("http://127.0.0.1:1", "https://127.0.0.1:1", "https://none.invalid")) {
      assertQuiet(send(TO_141 + "&baseUrl=" + url + SHORT_WAITS, TEXT));
    }
    assertNothingLogged();
  }

  @Test
  void nothingShowsWhereThereIsNoTls() throws Exception {
    TestCertificate certificate = TestCertificate.of(folder, "dns:other.example");
    context().getRegistry().bind("tls", certificate.trusted());
    var tls = certificate.serverContext().getServerSocketFactory();
    try (var strange = SocketServer.start(tls, Connection::readRequest);
        var plain = SocketServer.start(connection -> connection.write("HTTP/1.1 400 No\r\n\r\n"))) {
      for (String options :
          List.of(
              "&baseUrl=https://127.0.0.1:" + strange.port(),
              "&sslContextParameters=#tls&baseUrl=https://127.0.0.1:" + strange.port(),
              "&baseUrl=https://127.0.0.1:" + plain.port())) {
        assertQuiet(send(TO_141 + options + SHORT_WAITS, TEXT));
      }
    }
    assertNothingLogged();
  }

  @Test
  void nothingShowsOfARetryAndOfContentAttributes() throws Exception {
    for (String status : List.of("sent", "failed")) {
      for (String head : List.of("200 OK", "422 No", "500 No")) {
        try (var server = SocketServer.start(connection -> echo(connection, head, status))) {
          String uri = TO_141 + "&baseUrl=" + server.url() + SHORT_WAITS;
          Map<String, Object> attributes = Map.of("items", List.of(Map.of("title", TEXT)));
          Exchange exchange =
              send(uri, TEXT, Map.of(LiveDeskConstants.CONTENT_ATTRIBUTES, attributes));
          exchange.getMessage().removeHeader(LiveDeskConstants.CONTENT_ATTRIBUTES);
          assertQuiet(exchange);
          assertQuiet(send(uri + "&op=retry&messageId=7", null));
        }
      }
    }
    assertNothingLogged();
  }

  @Test
  void nothingShowsOfCredentialsInAUri() throws Exception {
    try (var server = SocketServer.start(connection -> echo(connection, "401 No", "sent"))) {
      assertQuiet(send(WITH_CREDENTIALS + "&baseUrl=" + server.url(), TEXT));
    }
    assertNothingLoggedBut("org.apache.camel.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"private=perhaps", "retryMode=often", "nonsense=1", "baseUrl=ftp://x"})
  void nothingShowsWhenTheEndpointIsRefused(String wrong) {
    assertThatThrownBy(() -> send(WITH_CREDENTIALS + "&" + wrong, TEXT))
        .satisfies(refused -> assertThat(printed(refused)).matches(text -> !shows(text)));
    assertNothingLoggedBut("org.apache.camel.");
  }

  private void assertNothingLogged() {
    assertNothingLoggedBut("none");
  }

  /** Camel's own TRACE tells the URI that a route has, before the component is asked. */
  private void assertNothingLoggedBut(String logger) {
    assertThat(log.found()).allMatch(line -> line.startsWith(logger));
    assertThat(log.events()).as("that TRACE was on").isPositive();
  }

  /** Looks at all that is left of a send. */
  private void assertQuiet(Exchange exchange) throws Exception {
    List<String> texts = new ArrayList<>();
    Exception failure = exchange.getException();
    if (failure != null) {
      texts.add(printed(failure));
      for (PropertyDescriptor property :
          Introspector.getBeanInfo(failure.getClass(), Throwable.class).getPropertyDescriptors()) {
        texts.add(property.getName() + ": " + property.getReadMethod().invoke(failure));
      }
    } else {
      texts.add("" + exchange.getMessage().getBody());
    }
    texts.add(Map.copyOf(exchange.getMessage().getHeaders()).toString());
    texts.add(context().getComponent("livedesk").toString());
    for (Endpoint endpoint : context().getEndpoints()) {
      texts.add(endpoint.toString());
      try (Producer producer = endpoint.createProducer()) {
        texts.add(producer.toString());
      }
    }
    texts.addAll(JmxTexts.read());
    assertThat(texts).noneMatch(PrivacyTest::shows);
  }

  private static String printed(Throwable failure) {
    var printed = new StringWriter();
    failure.printStackTrace(new PrintWriter(printed));
    return printed.toString();
  }

  private static boolean shows(String text) {
    return CANARIES.stream().anyMatch(text::contains);
  }
}
