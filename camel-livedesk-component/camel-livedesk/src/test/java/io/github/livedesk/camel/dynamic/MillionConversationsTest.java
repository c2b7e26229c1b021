// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.dynamic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.livedesk.camel.LiveDeskEndpoint;
import io.github.livedesk.camel.model.failure.LiveDeskRequestException;
import io.github.livedesk.camel.testing.LiveDeskTestSupport;
import io.github.livedesk.camel.testing.SocketServer;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.AsyncProducer;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * {@code toD} keeps nothing of an id. One message in fifty is really sent; the others are blank, so
 * that the endpoint refuses them when it has read them: a million sends would take minutes.
 */
@Tag("slow")
class MillionConversationsTest extends LiveDeskTestSupport {

  private static final int WARM_UP = 50_000;
  private static final int CONVERSATIONS = 1_000_000;
  private static final int ONE_IN = 50;
  private static final int AT_ONCE = 64;
  private static final long MEBIBYTE = 1 << 20;

  private static SocketServer livedesk;

  @BeforeAll
  static void startServer() throws IOException {
    livedesk =
        SocketServer.start(
            connection -> {
              while (true) {
                connection.replyTo(connection.readRequest());
              }
            });
  }

  @AfterAll
  static void closeServer() throws IOException {
    livedesk.close();
  }

  @Override
  protected String baseUrl() {
    return livedesk.url();
  }

  @Override
  protected RouteBuilder createRouteBuilder() {
    return new RouteBuilder() {
      @Override
      public void configure() {
        from("direct:text")
            .errorHandler(noErrorHandler())
            .toD("livedesk:messages?conversationId=${header.id}");
      }
    };
  }

  @Test
  @Timeout(value = 15, unit = TimeUnit.MINUTES) // 20 s, on a machine that does nothing else
  void aMillionConversationsLeaveOneEndpointAndNoMemory() throws Exception {
    AsyncProducer route = context().getEndpoint("direct:text").createAsyncProducer();
    route.start();
    sendTo(route, 0, WARM_UP);
    int endpoints = context().getEndpoints().size();
    long before = usedHeap();

    sendTo(route, WARM_UP, CONVERSATIONS);

    // One collection may leave what the next one frees.
    await().untilAsserted(() -> assertThat(usedHeap() - before).isLessThan(8 * MEBIBYTE));
    assertThat(context().getEndpoints()).hasSize(endpoints);
    assertThat(context().getEndpoints().stream().filter(LiveDeskEndpoint.class::isInstance))
        .extracting("endpointUri")
        .containsExactly("livedesk://messages");
    assertThat(livedesk.requests()).isEqualTo(CONVERSATIONS / ONE_IN);
    route.stop();
  }

  private static void sendTo(AsyncProducer route, int from, int to) throws Exception {
    var free = new Semaphore(AT_ONCE);
    var unexpected = new AtomicInteger();
    for (int id = from; id < to; id++) {
      Exchange exchange = route.getEndpoint().createExchange();
      boolean blank = id % ONE_IN != 0;
      exchange.getMessage().setBody(blank ? " " : "hello");
      exchange.getMessage().setHeader("id", id);
      free.acquire();
      route.process(
          exchange,
          doneSync -> {
            boolean refused = exchange.getException() instanceof LiveDeskRequestException;
            if (exchange.isFailed() ? !(blank && refused) : blank) {
              unexpected.incrementAndGet();
            }
            free.release();
          });
    }
    free.acquire(AT_ONCE);
    assertThat(unexpected).hasValue(0);
  }

  private static long usedHeap() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }
}
