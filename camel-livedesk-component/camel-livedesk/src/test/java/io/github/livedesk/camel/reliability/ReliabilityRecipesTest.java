// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.reliability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.livedesk.camel.LiveDeskComponent;
import io.github.livedesk.camel.LiveDeskConstants;
import io.github.livedesk.camel.model.failure.LiveDeskException;
import io.github.livedesk.camel.testing.LiveDeskTestSupport;
import io.github.livedesk.camel.testing.SocketServer;
import io.github.livedesk.camel.testing.SocketServer.Connection;
import io.github.livedesk.camel.testing.SocketServer.Request;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.spi.IdempotentRepository;
import org.apache.camel.support.processor.idempotent.MemoryIdempotentRepository;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The recipes of docs/reliability.adoc. */
class ReliabilityRecipesTest extends LiveDeskTestSupport {

  private static final String UNAVAILABLE = "HTTP/1.1 500 No\r\nContent-Length: 0\r\n\r\n";
  private static final String TOO_MANY =
      "HTTP/1.1 429 No\r\nRetry-After: 0\r\nContent-Length: 0\r\n\r\n";
  private static final String UNAUTHORIZED = "HTTP/1.1 401 No\r\nContent-Length: 0\r\n\r\n";
  private static final Pattern SNIPPET = Pattern.compile("(?s)\\[source,java]\n----\n(.*?)----");

  private final Map<String, AtomicInteger> requests = new ConcurrentHashMap<>();
  private final IdempotentRepository repository =
      MemoryIdempotentRepository.memoryIdempotentRepository();
  private volatile String answer;
  private SocketServer server;

  @Override
  protected String baseUrl() {
    return "http://127.0.0.1:1";
  }

  @BeforeEach
  void startServer() throws Exception {
    server = SocketServer.start(this::serve);
    LiveDeskComponent component = context().getComponent("livedesk", LiveDeskComponent.class);
    component.getConfiguration().setBaseUrl(server.url());
    context().getShutdownStrategy().setTimeout(1);
  }

  @AfterEach
  void stopServer() throws Exception {
    server.close();
  }

  private void serve(Connection connection) throws Exception {
    while (true) {
      Request request = connection.readRequest();
      requests.computeIfAbsent(request.conversation(), id -> new AtomicInteger()).incrementAndGet();
      if (answer == null) {
        connection.replyTo(request);
      } else {
        connection.write(answer);
      }
    }
  }

  private Exchange send(String route, String conversation, String orderId) {
    return send(
        route,
        "hello",
        Map.of(LiveDeskConstants.CONVERSATION_ID, conversation, "orderId", orderId));
  }

  private void add(RouteBuilder routes) throws Exception {
    context().addRoutes(routes);
  }

  private MockEndpoint mock(String name) throws Exception {
    add(
        new RouteBuilder() {
          @Override
          public void configure() {
            from("direct:" + name).to("mock:" + name);
          }
        });
    return getMockEndpoint("mock:" + name);
  }

  @Test
  void camelsRedeliveryComesOnTop() throws Exception {
    MockEndpoint notSent = mock("notSent");
    add(
        new RouteBuilder() {
          @Override
          public void configure() {
            onException(LiveDeskException.class)
                .onWhen(
                    simple("${exception.outcome} in 'NOT_SENT,REJECTED' && ${exception.transient}"))
                .maximumRedeliveries(3)
                .redeliveryDelay(10_000)
                .handled(true)
                .to("direct:notSent");

            from("direct:start").to("livedesk:messages");
          }
        });
    answer = TOO_MANY;

    assertThat(send("direct:start", "141", "1").getException()).isNull();

    assertThat(requests.get("141")).hasValue(4 * 3);
    notSent.expectedMessageCount(1);
    notSent.assertIsSatisfied();
    answer = UNAVAILABLE;
    assertThat(send("direct:start", "142", "2").getException()).isNotNull();
    assertThat(requests.get("142")).hasValue(1);
  }

  @Test
  void whatMayHaveBeenSentIsPutAside() throws Exception {
    MockEndpoint mayHaveBeenSent = mock("mayHaveBeenSent");
    add(
        new RouteBuilder() {
          @Override
          public void configure() {
            onException(LiveDeskException.class)
                .onWhen(simple("${exception.outcome} == 'UNKNOWN'"))
                .handled(true)
                .to("direct:mayHaveBeenSent");

            from("direct:start").to("livedesk:messages");
          }
        });
    answer = UNAVAILABLE;
    mayHaveBeenSent.expectedBodiesReceived("hello");
    mayHaveBeenSent.expectedHeaderReceived("CamelLiveDeskOutcome", "UNKNOWN");
    mayHaveBeenSent.expectedHeaderReceived("CamelHttpResponseCode", 500);

    assertThat(send("direct:start", "141", "1").getException()).isNull();

    mayHaveBeenSent.assertIsSatisfied();
    answer = UNAUTHORIZED;
    assertThat(send("direct:start", "141", "1").getException()).isNotNull();
  }

  @Test
  void eachOrderIsTakenOnce() throws Exception {
    MockEndpoint mayHaveBeenSent = mock("mayHaveBeenSent");
    add(
        new RouteBuilder() {
          @Override
          public void configure() {
            from("direct:orders")
                .idempotentConsumer(header("orderId"), repository)
                .doTry()
                .to("livedesk:messages")
                .doCatch(LiveDeskException.class)
                .onWhen(simple("${exception.outcome} in 'UNKNOWN,ACCEPTED'"))
                .to("direct:mayHaveBeenSent")
                .end();
          }
        });
    mayHaveBeenSent.expectedMessageCount(1);

    answer = UNAUTHORIZED;
    assertThat(send("direct:orders", "141", "refused").getException()).isNotNull();
    answer = null;
    send("direct:orders", "141", "refused");
    assertThat(requests.get("141")).as("refused, and sent again").hasValue(2);
    send("direct:orders", "141", "refused");
    assertThat(requests.get("141")).as("sent once").hasValue(2);

    answer = UNAVAILABLE;
    assertThat(send("direct:orders", "142", "unknown").getException()).isNull();
    send("direct:orders", "142", "unknown");
    assertThat(requests.get("142")).as("not sent again").hasValue(1);
    mayHaveBeenSent.assertIsSatisfied();
  }

  @Test
  void notMoreThanTheServerTakes() throws Exception {
    add(
        new RouteBuilder() {
          @Override
          public void configure() {
            from("direct:throttled")
                .throttle(constant(200), header("CamelLiveDeskConversationId"))
                .timePeriodMillis(60_000)
                .asyncDelayed()
                .to("livedesk:messages");
          }
        });

    List<Future<Exchange>> sends = new ArrayList<>();
    for (int i = 0; i < 205; i++) {
      sends.add(template().asyncSend("direct:throttled", this::to141));
    }
    await().until(() -> sends.stream().filter(Future::isDone).count() == 200);
    assertThat(send("direct:throttled", "142", "1").getException()).isNull();

    assertThat(requests.get("141")).hasValue(200);
    assertThat(requests.get("142")).hasValue(1);
  }

  private void to141(Exchange exchange) {
    exchange.getMessage().setBody("hello");
    exchange.getMessage().setHeader(LiveDeskConstants.CONVERSATION_ID, "141");
  }

  /** What a reader copies is what runs here. */
  @Test
  void theDocumentHasNoOtherSnippets() throws Exception {
    String here =
        squeeze(
            Files.readString(
                Path.of("src/test/java", getClass().getName().replace('.', '/') + ".java")));
    List<String> snippets =
        SNIPPET
            .matcher(Files.readString(Path.of("../../docs/reliability.adoc")))
            .results()
            .map((MatchResult it) -> it.group(1))
            .toList();
    assertThat(snippets).hasSize(4).allSatisfy(it -> assertThat(here).contains(squeeze(it)));
  }

  private static String squeeze(String code) {
    return code.replaceAll("\\s+", "");
  }
}
