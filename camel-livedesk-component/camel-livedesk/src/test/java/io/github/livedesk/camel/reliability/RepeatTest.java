// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.reliability;

import static io.github.livedesk.camel.testing.AnsweringServer.reply;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNullElse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.livedesk.camel.LiveDeskComponent;
import io.github.livedesk.camel.LiveDeskConstants;
import io.github.livedesk.camel.model.failure.LiveDeskRateLimitException;
import io.github.livedesk.camel.model.failure.LiveDeskResponseException;
import io.github.livedesk.camel.testing.AnsweringServer;
import io.github.livedesk.camel.testing.AnsweringServer.Answer;
import io.github.livedesk.camel.testing.LiveDeskTestSupport;
import io.github.livedesk.camel.testing.SocketServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ServerSocketFactory;
import org.apache.camel.AsyncProducer;
import org.apache.camel.Exchange;
import org.apache.camel.builder.ThreadPoolProfileBuilder;
import org.apache.camel.converter.stream.InputStreamCache;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sends that are tried again by themselves, over a real connection. */
class RepeatTest extends LiveDeskTestSupport {

  private static final String FILE_REPLY =
      "{\"id\":3030,\"status\":\"sent\",\"attachments\":[{\"id\":1}]}";

  @AutoClose private final AnsweringServer livedesk = new AnsweringServer();

  @TempDir private Path folder;

  @Override
  protected String baseUrl() {
    return livedesk.url();
  }

  /** Answers so many times with a refusal, then once with a message, and then with a 404. */
  private void refuse(int times, Answer refusal) {
    Queue<Answer> answers = new ConcurrentLinkedQueue<>(Collections.nCopies(times, refusal));
    answers.add(reply(200, FILE_REPLY));
    livedesk.answer(request -> requireNonNullElse(answers.poll(), reply(404, "")));
  }

  private static Answer tooMany() {
    return reply(429, "");
  }

  private Exchange attach(Object body, String options) {
    return send(TO_141 + "&op=attachment" + options, body);
  }

  private void assertSentTwiceWith(String content) {
    assertThat(livedesk.requests())
        .hasSize(2)
        .allSatisfy(request -> assertThat(request.body()).contains(content));
  }

  @Test
  void countsEveryAttempt() {
    refuse(2, tooMany());

    Exchange exchange = send(TO_141, "hello");

    assertThat(exchange.getException()).isNull();
    assertThat(exchange.getMessage().getHeader(LiveDeskConstants.ATTEMPTS)).isEqualTo(3);
  }

  @ParameterizedTest
  @CsvSource({"&maxAttempts=2, 2", "&maxAttempts=1, 1", "&retryMode=none, 1", "'', 3"})
  void triesAsOftenAsTheRouteSays(String options, int attempts) {
    refuse(9, tooMany());

    var failure = failure(LiveDeskRateLimitException.class, TO_141 + options, "hello");

    assertThat(failure.getAttempts()).isEqualTo(attempts);
    assertThat(livedesk.requests()).hasSize(attempts);
  }

  @Test
  void mayRepeatWhatMayHaveWorkedWhereTheRouteWantsIt() {
    refuse(2, reply(500, ""));

    failure(LiveDeskResponseException.class, TO_141, "hello");
    assertThat(send(TO_141 + "&retryMode=all", "hello").getException()).isNull();
  }

  @Test
  void waitsAsLongAsItIsAskedTo() {
    refuse(1, tooMany().withHeader("Retry-After", "1"));
    long start = System.nanoTime();

    assertThat(send(TO_141, "hello").getException()).isNull();

    assertThat(System.nanoTime() - start).isGreaterThanOrEqualTo(1_000_000_000L);
  }

  @Test
  void doesNotWaitLongerThanTheRouteAllows() {
    refuse(1, tooMany().withHeader("Retry-After", "3600"));

    Exchange exchange = send(TO_141, "hello");

    assertThat(failure(LiveDeskRateLimitException.class, exchange))
        .hasMessageContaining("a wait of 3600 s is asked for, longer than maxRetryAfter=60000ms");
    assertThat(exchange.getMessage().getHeader(Exchange.REDELIVERY_DELAY)).isEqualTo(3_600_000L);
  }

  @Test
  void aSuccessAfterARefusalLeavesNoRedeliveryDelay() {
    refuse(1, tooMany().withHeader("Retry-After", "0"));

    Exchange exchange = send(TO_141, "hello", Map.of(Exchange.REDELIVERY_DELAY, 5));

    assertThat(exchange.getMessage().getHeader(Exchange.REDELIVERY_DELAY)).isNull();
  }

  @Test
  void opensAFileAgain() throws Exception {
    refuse(1, tooMany());
    Path file = Files.writeString(folder.resolve("a.txt"), "words of a file");

    assertThat(attach(file, "").getException()).isNull();

    assertSentTwiceWith("words of a file");
  }

  @Test
  void readsACachedStreamAgain() throws Exception {
    refuse(1, tooMany());

    assertThat(attach(new InputStreamCache("cached words".getBytes(UTF_8)), "").getException())
        .isNull();

    assertSentTwiceWith("cached words");
  }

  @Test
  void neverReadsAStreamTwice() {
    refuse(1, tooMany());
    var closed = new AtomicInteger();
    var stream = counting(closed);

    assertThat(failure(LiveDeskRateLimitException.class, attach(stream, "")))
        .hasMessageContaining("not tried again, its stream has been read and can't be read again");
    assertThat(livedesk.requests()).hasSize(1);
    await().until(() -> closed.get() > 0);
  }

  @Test
  void sendsAStreamThatWasNotReadYet() throws Exception {
    refuse(0, tooMany());
    var closed = new AtomicInteger();
    int port = freePort();
    // Nobody listens until the first attempts have failed.
    AsyncProducer producer =
        context()
            .getEndpoint(
                TO_141
                    + "&op=attachment&maxAttempts=100&backoffDelay=200&baseUrl=http://127.0.0.1:"
                    + port)
            .createAsyncProducer();
    producer.start();
    var exchange = new DefaultExchange(context());
    exchange.getMessage().setBody(counting(closed));
    var ended = new AtomicInteger();
    producer.process(exchange, doneSync -> ended.incrementAndGet());

    try (var server =
        SocketServer.start(
            new Listening(port),
            connection -> {
              connection.readRequest();
              connection.reply(FILE_REPLY);
              connection.waitForClose();
            })) {
      await().until(() -> ended.get() == 1);

      assertThat(exchange.getException()).isNull();
      assertThat(server.connections()).isEqualTo(1);
      await().until(() -> closed.get() > 0);
    }
  }

  @Test
  void holdsNoThreadWhileItWaits() throws Exception {
    context()
        .getExecutorServiceManager()
        .registerThreadPoolProfile(
            new ThreadPoolProfileBuilder("livedesk").poolSize(1).maxPoolSize(1).build());
    var component = context().getComponent("livedesk", LiveDeskComponent.class);
    component.stop();
    component.start();
    livedesk.answer(
        request ->
            request.conversation().equals("142")
                ? reply(200, REPLY.replace("141", "142"))
                : tooMany().withHeader("Retry-After", "50"));
    AsyncProducer producer = context().getEndpoint(TO_141).createAsyncProducer();
    producer.start();
    List<Exchange> ended = new CopyOnWriteArrayList<>();
    for (int i = 0; i < 20; i++) {
      var exchange = new DefaultExchange(context());
      exchange.getMessage().setBody("hello");
      producer.process(exchange, doneSync -> ended.add(exchange));
    }
    await().until(() -> livedesk.requests().size() == 20);
    // The server counts a request before it answers: each that was refused has paid for a retry.
    await().until(() -> component.getRetryBudget() == 0);

    assertThat(sent("livedesk:messages?conversationId=142", "in between").id()).isEqualTo(3030);
    assertThat(ended).isEmpty();

    component.stop();
    assertThat(ended)
        .hasSize(20)
        .allSatisfy(
            exchange ->
                assertThat(exchange.getException())
                    .hasMessageContaining("not tried again, the component was stopped"));
  }

  @Test
  void oneComponentHasOneBudget() {
    refuse(1000, tooMany());
    int requests = 0;
    for (int i = 0; i < 30; i++) {
      String uri = "livedesk:messages?conversationId=" + i;
      requests += failure(LiveDeskRateLimitException.class, uri, "hello").getAttempts();
    }

    assertThat(requests).as("30 sends and 20 retries").isEqualTo(50);
    assertThat(failure(LiveDeskRateLimitException.class, TO_141, "hello"))
        .hasMessageContaining("the component's budget for retries is used up");
  }

  private static InputStream counting(AtomicInteger closed) {
    return new ByteArrayInputStream("words of a stream".getBytes(UTF_8)) {
      @Override
      public void close() {
        closed.incrementAndGet();
      }
    };
  }

  private static int freePort() throws Exception {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /** Listens on a port of its choice, whatever it is told. */
  private static final class Listening extends ServerSocketFactory {

    private final int port;

    Listening(int port) {
      this.port = port;
    }

    @Override
    public ServerSocket createServerSocket(int ignored) throws IOException {
      return createServerSocket(ignored, 50);
    }

    @Override
    public ServerSocket createServerSocket(int ignored, int backlog) throws IOException {
      return createServerSocket(ignored, backlog, InetAddress.getLoopbackAddress());
    }

    @Override
    public ServerSocket createServerSocket(int ignored, int backlog, InetAddress address)
        throws IOException {
      var socket = new ServerSocket();
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(address, port), backlog);
      return socket;
    }
  }
}
