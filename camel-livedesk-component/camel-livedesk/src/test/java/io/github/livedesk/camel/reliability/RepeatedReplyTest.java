// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.livedesk.camel.LiveDeskComponent;
import io.github.livedesk.camel.model.LiveDeskMessage;
import io.github.livedesk.camel.model.failure.LiveDeskException;
import io.github.livedesk.camel.testing.LiveDeskTestSupport;
import io.github.livedesk.camel.testing.SocketServer;
import io.github.livedesk.camel.testing.SocketServer.Connection;
import io.github.livedesk.camel.testing.SocketServer.Request;
import java.io.IOException;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.camel.AsyncProducer;
import org.apache.camel.CamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Races with a proxy that repeats a reply, 0 to 5,000 microseconds after it: no send takes it for
 * its own, and none is stored twice.
 */
@Tag("slow")
class RepeatedReplyTest extends LiveDeskTestSupport {

  private static final int SENDS = 4_000;
  private static final int AT_ONCE = 8;
  private static final int LONGEST_DELAY = 5_000;
  private static final Pattern TEXT = Pattern.compile("\"message (\\d+)");

  private final Map<Integer, AtomicInteger> turns = new ConcurrentHashMap<>();
  private final Map<Integer, AtomicInteger> stored = new ConcurrentHashMap<>();
  private final Map<Long, Integer> messages = new ConcurrentHashMap<>();
  private final AtomicLong ids = new AtomicLong();
  private final AtomicInteger repeated = new AtomicInteger();
  private final Map<String, Integer> ends = new TreeMap<>();
  private volatile Plan plan;

  /** Whether a request is refused, and whether the reply to it is repeated. */
  @FunctionalInterface
  private interface Plan {
    /**
     * @param turn 1 for the first request with that message
     */
    Reply replyTo(int message, int turn, SplittableRandom random);
  }

  /**
   * @param refusal head, or null where the message is stored
   */
  private record Reply(String refusal, boolean isRepeated) {}

  @Override
  protected String baseUrl() {
    return "http://127.0.0.1:1";
  }

  @Override
  protected CamelContext createCamelContext() throws Exception {
    CamelContext context = super.createCamelContext();
    context.getComponent("livedesk", LiveDeskComponent.class).setMaxConnections(AT_ONCE);
    return context;
  }

  /**
   * The reply to X is repeated, and a later one reads it; a refusal of X+1 would then be that of
   * X+2.
   */
  @ParameterizedTest
  @ValueSource(strings = {"429 Later\r\nRetry-After: 0", "503 Later\r\nRetry-After: 0"})
  void aShiftByASuccess(String refusal) throws Exception {
    plan =
        (message, turn, random) ->
            turn == 1 && random.nextInt(8) == 0
                ? new Reply(refusal, false)
                : new Reply(null, random.nextInt(3) == 0);

    sendAll();
  }

  @Test
  void aRepeatedRefusalWithinASend() throws Exception {
    plan =
        (message, turn, random) ->
            turn == 1 && message % 6 == 0
                ? new Reply("429 Later\r\nRetry-After: 0", true)
                : new Reply(null, false);

    sendAll();
    assertThat(requests()).as("requests, retries included").isGreaterThan(SENDS + SENDS / 10);
  }

  /** The refused sends are not tried again: the next send would read what was repeated. */
  @Test
  void aRepeatedRefusalAcrossSends() throws Exception {
    plan =
        (message, turn, random) ->
            message % 3 == 0
                ? new Reply("429 Later\r\nRetry-After: 100", true)
                : new Reply(null, random.nextInt(10) == 0);

    sendAll();
  }

  private void sendAll() throws Exception {
    try (var server = SocketServer.start(this::serve)) {
      AsyncProducer producer =
          context()
              .getEndpoint(TO_141 + "&backoffMaxDelay=2&baseUrl=" + server.url())
              .createAsyncProducer();
      producer.start();
      var free = new Semaphore(AT_ONCE);
      for (int i = 1; i <= SENDS; i++) {
        assertThat(free.tryAcquire(1, TimeUnit.MINUTES)).isTrue();
        send(producer, i, free);
      }
      assertThat(free.tryAcquire(AT_ONCE, 1, TimeUnit.MINUTES)).isTrue();
    }
    System.out.println(repeated + " repeated replies in " + SENDS + " sends: " + ends);
    assertThat(repeated).as("repeated replies").hasValueGreaterThan(SENDS / 10);
    assertThat(ends)
        .as("ends by outcome and by how often they were stored")
        .containsKey("SUCCESS, stored 1");
    assertThat(ends.keySet())
        .isSubsetOf(
            "SUCCESS, stored 1",
            "REJECTED, stored 0",
            "NOT_SENT, stored 0",
            "UNKNOWN, stored 0",
            "UNKNOWN, stored 1");
  }

  private int requests() {
    return turns.values().stream().mapToInt(AtomicInteger::get).sum();
  }

  private void send(AsyncProducer producer, int message, Semaphore free) {
    var exchange = new DefaultExchange(context());
    exchange.getMessage().setBody("message " + message);
    producer.process(
        exchange,
        doneSync -> {
          String end = end(message, exchange);
          synchronized (ends) {
            ends.merge(end, 1, Integer::sum);
          }
          free.release();
        });
  }

  private String end(int message, DefaultExchange exchange) {
    String times = ", stored " + stored.getOrDefault(message, new AtomicInteger());
    if (exchange.getException() != null) {
      return exchange.getException(LiveDeskException.class).getOutcome() + times;
    }
    long id = exchange.getMessage().getBody(LiveDeskMessage.class).id();
    return messages.get(id) == message ? "SUCCESS" + times : "SUCCESS of another";
  }

  private void serve(Connection connection) throws Exception {
    while (true) {
      Request request = connection.readRequest();
      Matcher text = TEXT.matcher(request.body());
      if (!text.find()) {
        throw new IOException("No message: " + request);
      }
      answer(connection, Integer.parseInt(text.group(1)));
    }
  }

  private void answer(Connection connection, int message) throws IOException {
    int turn = turns.computeIfAbsent(message, none -> new AtomicInteger()).incrementAndGet();
    var random = new SplittableRandom(message * 31L + turn);
    Reply reply = plan.replyTo(message, turn, random);
    String text = reply.refusal == null ? store(message) : http(reply.refusal, "{}");
    connection.write(text);
    if (reply.isRepeated) {
      repeated.incrementAndGet();
      CompletableFuture.delayedExecutor(
              random.nextInt(LONGEST_DELAY), TimeUnit.MICROSECONDS, Runnable::run)
          .execute(() -> repeat(connection, text));
    }
  }

  private String store(int message) {
    stored.computeIfAbsent(message, none -> new AtomicInteger()).incrementAndGet();
    long id = ids.incrementAndGet();
    messages.put(id, message);
    return http("200 OK", "{\"id\":" + id + ",\"conversation_id\":141,\"status\":\"sent\"}");
  }

  private static void repeat(Connection connection, String text) {
    try {
      connection.write(text);
    } catch (IOException closed) {
      // the component would have none of it
    }
  }

  private static String http(String head, String body) {
    return "HTTP/1.1 " + head + "\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
  }
}
