// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.reliability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import io.github.livedesk.camel.LiveDeskComponent;
import io.github.livedesk.camel.client.LiveDeskHttpClientCustomizer;
import io.github.livedesk.camel.model.FileContent;
import io.github.livedesk.camel.model.FileMessage;
import io.github.livedesk.camel.model.FilePart;
import io.github.livedesk.camel.model.failure.LiveDeskException;
import io.github.livedesk.camel.model.failure.LiveDeskOutcomeUnknownException;
import io.github.livedesk.camel.model.failure.LiveDeskRequestException;
import io.github.livedesk.camel.model.failure.Outcome;
import io.github.livedesk.camel.testing.LiveDeskTestSupport;
import io.github.livedesk.camel.testing.LogCapture;
import io.github.livedesk.camel.testing.SocketServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.health.HealthCheck;
import org.apache.camel.health.HealthCheckHelper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Errors of the virtual machine and of libraries: each ends its own send, and no other. */
class ErrorsTest extends LiveDeskTestSupport {

  /** Where HttpClient calls code of others on its I/O thread; null where nothing is thrown. */
  private final AtomicReference<Error> onRequest = new AtomicReference<>();

  private final AtomicReference<Error> onReply = new AtomicReference<>();
  private final AtomicReference<Error> onConnection = new AtomicReference<>();
  private final AtomicInteger ids = new AtomicInteger();
  private SocketServer server;

  @Override
  protected String baseUrl() {
    return "http://127.0.0.1:1";
  }

  @Override
  protected CamelContext createCamelContext() throws Exception {
    CamelContext context = super.createCamelContext();
    LiveDeskHttpClientCustomizer customizer =
        builder ->
            builder
                .setIoSessionDecorator(
                    session -> {
                      throwOnce(onConnection);
                      return session;
                    })
                .addRequestInterceptorLast((request, entity, it) -> throwOnce(onRequest))
                .addResponseInterceptorLast((reply, entity, it) -> throwOnce(onReply));
    context
        .getComponent("livedesk", LiveDeskComponent.class)
        .getConfiguration()
        .setHttpClientCustomizer(customizer);
    HealthCheckHelper.getHealthCheckRepository(context, "producers").setEnabled(true);
    return context;
  }

  private static void throwOnce(AtomicReference<Error> error) {
    Error once = error.getAndSet(null);
    if (once != null) {
      throw once;
    }
  }

  @BeforeEach
  void startServer() throws Exception {
    server =
        SocketServer.start(
            connection -> {
              while (true) {
                connection.readRequest();
                connection.reply(
                    "{\"id\":%d,\"attachments\":[{\"id\":1}]}".formatted(ids.incrementAndGet()));
              }
            });
  }

  @AfterEach
  void closeServer() throws Exception {
    server.close();
  }

  private String uri() {
    return TO_141 + "&retryMode=none&baseUrl=" + server.url();
  }

  /** Nothing guards HttpCore itself, where it may run out of memory. */
  @Test
  void anErrorThatEndsAnIoThreadEndsWhatIsOnItAndTheNextSendStartsAnother() throws Exception {
    for (Error error : List.of(new NoSuchMethodError("a"), new OutOfMemoryError("b"))) {
      onConnection.set(error);
      try (var log = new LogCapture(Level.ERROR, line -> line.contains("An I/O thread"))) {
        LiveDeskException failure = failure(LiveDeskException.class, uri(), "hello");

        assertThat(failure.getOutcome()).isEqualTo(Outcome.NOT_SENT);
        assertThat(failure)
            .hasMessageContaining("the request could not be written, " + name(error))
            .hasRootCause(error);
        assertThat(states()).contains(HealthCheck.State.DOWN);
        assertThat(sent(uri(), "after").id()).isEqualTo(ids.get());
        assertThat(states()).doesNotContain(HealthCheck.State.DOWN);
        assertThat(log.found())
            .singleElement()
            .asString()
            .contains("ended with " + error.getClass().getName());
      }
      closeConnections();
    }
  }

  /** So that the next send makes one. */
  private void closeConnections() throws IOException {
    server.closeConnections();
    await().until(() -> server.openConnections() == 0);
  }

  @Test
  void anErrorWhileAReplyIsReadEndsThatSendAlone() {
    sent(uri(), "before");
    onReply.set(new NoSuchMethodError("a"));

    var failure = failure(LiveDeskOutcomeUnknownException.class, uri(), "hello");

    assertThat(failure)
        .hasMessageContaining("the reply could not be read, NoSuchMethodError")
        .hasMessageContaining("outcome UNKNOWN")
        .hasRootCauseInstanceOf(NoSuchMethodError.class);
    assertThat(states()).doesNotContain(HealthCheck.State.DOWN);
    assertThat(sent(uri(), "after").id()).isEqualTo(ids.get());
  }

  @Test
  void anErrorBeforeTheRequestIsWrittenIsNotSent() {
    sent(uri(), "before");
    onRequest.set(new NoClassDefFoundError("a"));

    LiveDeskException failure = failure(LiveDeskException.class, uri(), "hello");

    assertThat(failure.getOutcome()).isEqualTo(Outcome.NOT_SENT);
    assertThat(failure).hasMessageContaining("NoClassDefFoundError");
    assertThat(sent(uri(), "after").id()).isEqualTo(ids.get());
  }

  /** Where code of a user's own file is called. */
  enum Place {
    LENGTH,
    REPLAYABLE,
    OPEN,
    READ,
    AVAILABLE
  }

  @ParameterizedTest
  @EnumSource
  void anErrorOfAFile(Place place) {
    var file = new BrokenFile(place);
    Exchange exchange =
        send(uri(), FileMessage.builder().file(new FilePart(file, null, null)).build());

    assertThat(failure(LiveDeskRequestException.class, exchange))
        .hasMessageMatching("(?s).*body: found a (file|value) that .*NoSuchMethodError.*");
    assertThat(sent(uri(), "after")).isNotNull();
  }

  /** Files, and the log: what others wrote is called on the pool or the caller's thread. */
  @Test
  void nothingOfOthersRunsOnAnIoThread() throws Exception {
    var file = new BrokenFile(null);
    var foreign = new ConcurrentSkipListSet<String>();
    try (var log =
        new LogCapture(
            Level.WARN,
            line -> {
              foreign.add(Thread.currentThread().getName());
              return true;
            })) {
      sent(uri(), FileMessage.builder().file(new FilePart(file, "a.bin", null)).build());
      sent(uri(), FileMessage.builder().file(new FilePart(file, null, null)).build());
      ids.set(0);
      send(uri(), "doubted");
      assertThat(log.found()).isNotEmpty();
    }
    await().until(() -> file.threads.size() > 0);
    foreign.addAll(file.threads);

    assertThat(foreign).isNotEmpty().noneMatch(name -> name.startsWith("LiveDeskIO"));
  }

  private List<HealthCheck.State> states() {
    return HealthCheckHelper.invokeReadiness(context(), "full").stream()
        .map(HealthCheck.Result::getState)
        .toList();
  }

  private static String name(Error error) {
    return error.getClass().getSimpleName();
  }

  /** Says that it is in memory, and throws at one place. */
  private static final class BrokenFile implements FileContent {

    private static final int SIZE = 1_000_000;

    private final Place place;
    private final Set<String> threads = new ConcurrentSkipListSet<>();

    BrokenFile(Place place) {
      this.place = place;
    }

    private void at(Place here) {
      threads.add(Thread.currentThread().getName());
      if (here == place) {
        throw new NoSuchMethodError("a secret");
      }
    }

    @Override
    public long length() {
      at(Place.LENGTH);
      return SIZE;
    }

    @Override
    public boolean isReplayable() {
      at(Place.REPLAYABLE);
      return true;
    }

    @Override
    public boolean isInMemory() {
      return true;
    }

    @Override
    public InputStream open() {
      at(Place.OPEN);
      return new ByteArrayInputStream(new byte[SIZE]) {
        @Override
        public synchronized int read(byte[] bytes, int from, int length) {
          at(Place.READ);
          return super.read(bytes, from, length);
        }

        @Override
        public synchronized int available() {
          at(Place.AVAILABLE);
          return super.available();
        }
      };
    }

    @Override
    public void close() throws IOException {
      threads.add(Thread.currentThread().getName());
    }
  }
}
