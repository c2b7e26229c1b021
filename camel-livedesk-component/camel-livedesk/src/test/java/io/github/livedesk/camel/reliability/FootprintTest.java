// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.reliability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.management.ThreadMXBean;
import io.github.livedesk.camel.LiveDeskComponent;
import io.github.livedesk.camel.LiveDeskConstants;
import io.github.livedesk.camel.testing.LiveDeskTestSupport;
import io.github.livedesk.camel.testing.SocketServer;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.apache.camel.AsyncProcessor;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a send takes of memory and threads: counted, not timed, so that any machine can say it. */
@Tag("slow")
class FootprintTest extends LiveDeskTestSupport {

  /** Of everything from the exchange's construction to its end, Camel's own share included. */
  private static final long BYTES_PER_MESSAGE = 12_288;

  /** Threads of the pool, and the one that keeps the time; I/O threads come on top, by core. */
  private static final int THREADS_BESIDE_IO = 12;

  private static final String SERVER_THREADS = "SocketServer";

  private static final String TEXT =
      "Your order 4711 left our warehouse this morning and should be with you on Thursday. You can"
          + " follow the parcel under the number 00340434161094015902.";

  /** With all fields of the API document's example, about 500 bytes. */
  private static final String STORED =
      """
      {"id":3030,"content":"%s","inbox_id":5,"conversation_id":141,"message_type":1,\
      "content_type":"text","status":"sent","content_attributes":{},"created_at":1743645263,\
      "private":false,"source_id":null,"sorting_id":174364526300001,"sender":{"id":12,\
      "name":"Agent Smith","available_name":"Smith","avatar_url":"","type":"user",\
      "availability_status":"offline","thumbnail":""}}"""
          .formatted(TEXT);

  private final AtomicLong ids = new AtomicLong(1_000_000);
  private final CountDownLatch open = new CountDownLatch(1);
  private final SocketServer server;

  FootprintTest() throws IOException {
    server =
        SocketServer.start(
            connection -> {
              while (true) {
                connection.readRequest();
                open.await();
                connection.reply(STORED.replace("3030", "" + ids.incrementAndGet()));
              }
            });
  }

  @AfterEach
  void stopServer() throws IOException {
    open.countDown();
    server.close();
  }

  @Override
  protected String baseUrl() {
    return server.url();
  }

  @Override
  protected RouteBuilder createRouteBuilder() {
    return new RouteBuilder() {
      @Override
      public void configure() {
        from("direct:send").routeId("send").to("livedesk:messages");
      }
    };
  }

  @Test
  void aTextMessageAllocatesLittle() {
    open.countDown();
    bytesPerMessage();

    // Only what the JVM's second compiler has been through keeps its short-lived objects off the
    // heap, and that compiler may get its turn late.
    await()
        .atMost(5, TimeUnit.MINUTES)
        .untilAsserted(() -> assertThat(bytesPerMessage()).isLessThan(BYTES_PER_MESSAGE));
  }

  private long bytesPerMessage() {
    int messages = 20_000;
    long before = allocated();
    send(16, messages).run();
    return (allocated() - before) / messages;
  }

  @Test
  void messagesInFlightTakeNoThreads() {
    int messages = 2_000;
    Runnable end = send(messages, messages);
    int all = context().getComponent("livedesk", LiveDeskComponent.class).getMaxConnections();
    await().until(() -> server.requests() == all);

    int cores = Runtime.getRuntime().availableProcessors();
    assertThat(threads().map(ThreadInfo::getThreadName).filter(name -> name.contains("LiveDesk")))
        .hasSizeBetween(1, cores + THREADS_BESIDE_IO);

    open.countDown();
    end.run();
  }

  /**
   * Begins to send.
   *
   * @return waits until all messages have been sent
   */
  private Runnable send(int inFlight, int messages) {
    AsyncProcessor route = (AsyncProcessor) context().getRoute("send").getProcessor();
    var left = new AtomicInteger(messages);
    var pending = new CountDownLatch(messages);
    Queue<Exception> failures = new ConcurrentLinkedQueue<>();
    for (int i = 0; i < inFlight; i++) {
      sendNext(route, left, pending, failures);
    }
    return () -> {
      assertThat(pending).satisfies(latch -> assertThat(latch.await(5, TimeUnit.MINUTES)).isTrue());
      assertThat(failures).isEmpty();
    };
  }

  private void sendNext(
      AsyncProcessor route, AtomicInteger left, CountDownLatch pending, Queue<Exception> failures) {
    if (left.getAndDecrement() <= 0) {
      return;
    }
    Exchange exchange = new DefaultExchange(context());
    exchange.getMessage().setBody(TEXT);
    exchange.getMessage().setHeader(LiveDeskConstants.CONVERSATION_ID, 141);
    route.process(
        exchange,
        doneSync -> {
          if (exchange.getException() != null) {
            failures.add(exchange.getException());
          }
          pending.countDown();
          sendNext(route, left, pending, failures);
        });
  }

  private static Stream<ThreadInfo> threads() {
    var threads = ManagementFactory.getThreadMXBean();
    return Stream.of(threads.getThreadInfo(threads.getAllThreadIds())).filter(info -> info != null);
  }

  /** Bytes that all threads but the server's have allocated. */
  private static long allocated() {
    var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    return threads()
        .filter(info -> !info.getThreadName().startsWith(SERVER_THREADS))
        .mapToLong(info -> threads.getThreadAllocatedBytes(info.getThreadId()))
        .sum();
  }
}
