// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.livedesk.camel.LiveDeskComponent;
import io.github.livedesk.camel.LiveDeskConstants;
import io.github.livedesk.camel.model.failure.LiveDeskRateLimitException;
import io.github.livedesk.camel.testing.LiveDeskTestSupport;
import io.github.livedesk.camel.testing.SocketServer;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.camel.Exchange;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A wait that LiveDesk asked for, after the failure was handled: no later step waits for it. */
class HandledWaitsTest extends LiveDeskTestSupport {

  private static final long AN_HOUR = 3_600_000L;

  private final AtomicReference<Object> waitInHandler = new AtomicReference<>();
  private final AtomicInteger attemptsOfLaterStep = new AtomicInteger();
  private SocketServer server;

  @BeforeEach
  void startServer() throws Exception {
    server =
        SocketServer.start(
            connection -> {
              connection.readRequest();
              connection.write("HTTP/1.1 429 No\r\nRetry-After: 3600\r\nContent-Length: 0\r\n\r\n");
              connection.waitForClose();
            });
    context()
        .getComponent("livedesk", LiveDeskComponent.class)
        .getConfiguration()
        .setBaseUrl(server.url());
    context().addRoutes(routes());
  }

  @AfterEach
  void closeServer() throws IOException {
    server.close();
  }

  @Override
  protected String baseUrl() {
    return "http://127.0.0.1:1";
  }

  private RoutesBuilder routes() {
    return new RouteBuilder() {
      @Override
      public void configure() {
        from("direct:handled")
            .onException(LiveDeskRateLimitException.class)
            .handled(true)
            .process(this::look)
            .end()
            .to(TO_141);

        from("direct:continued")
            .onException(LiveDeskRateLimitException.class)
            .continued(true)
            .process(this::look)
            .end()
            .onException(IOException.class)
            .maximumRedeliveries(2)
            .redeliveryDelay(1)
            .end()
            .to(TO_141)
            .process(this::failOnce);

        from("direct:caught")
            .errorHandler(defaultErrorHandler().maximumRedeliveries(2).redeliveryDelay(1))
            .doTry()
            .to(TO_141)
            .doCatch(LiveDeskRateLimitException.class)
            .process(this::look)
            .end()
            .process(this::failOnce);

        from("direct:deadLetter")
            .errorHandler(deadLetterChannel("direct:grave").maximumRedeliveries(0))
            .to(TO_141);
        from("direct:grave").process(this::look);
      }

      private void look(Exchange exchange) {
        waitInHandler.set(exchange.getMessage().getHeader(LiveDeskConstants.REDELIVERY_DELAY));
      }

      /** Redelivered, it works: after an hour where the wait is still there. */
      private void failOnce(Exchange exchange) throws IOException {
        assertThat(exchange.getMessage().getHeaders())
            .doesNotContainKey(LiveDeskConstants.REDELIVERY_DELAY);
        if (attemptsOfLaterStep.incrementAndGet() == 1) {
          throw new IOException("thrown by a later step of this test");
        }
      }
    };
  }

  @ParameterizedTest
  @ValueSource(strings = {"continued", "caught"})
  void noLaterStepWaits(String route) {
    send("direct:" + route, "hello");

    assertThat(waitInHandler).as("who handles the failure sees the wait").hasValue(AN_HOUR);
    assertThat(attemptsOfLaterStep).hasPositiveValue();
  }

  /** Camel goes on with such an exchange elsewhere: in a consumer, or in what has sent it here. */
  @ParameterizedTest
  @ValueSource(strings = {"handled", "deadLetter"})
  void noWaitIsLeftOnAnExchangeWhoseFailureWasHandled(String route) {
    Exchange exchange = send("direct:" + route, "hello");

    assertThat(exchange.getException()).isNull();
    assertThat(waitInHandler).as("who handles the failure sees the wait").hasValue(AN_HOUR);
    assertThat(exchange.getMessage().getHeaders())
        .containsKey(LiveDeskConstants.OUTCOME)
        .doesNotContainKey(LiveDeskConstants.REDELIVERY_DELAY);
  }
}
