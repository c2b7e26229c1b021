// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.management.UnixOperatingSystemMXBean;
import io.github.livedesk.camel.model.LiveDeskException;
import io.github.livedesk.camel.model.LiveDeskMessage;
import java.lang.management.ManagementFactory;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.apache.camel.AsyncProducer;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.spi.ThreadPoolProfile;
import org.apache.camel.support.DefaultExchange;
import org.apache.camel.support.DefaultThreadPoolFactory;
import org.apache.camel.util.concurrent.SizedScheduledExecutorService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Very many sends over a network that does its worst to one request in twenty, with a ledger at the
 * server. {@code -Dsoak.messages=10000000} makes it longer, {@code -Dsoak.seed=} another.
 */
class SoakTest extends LiveDeskTestSupport {

  private static final int MESSAGES = Integer.getInteger("soak.messages", 100_000);
  private static final long SEED = Long.getLong("soak.seed", 20261123);
  private static final double FAULTS = 0.05;
  private static final int IN_FLIGHT = 1_000;
  private static final int CONNECTIONS = 200;
  private static final String TO_ALL =
      "livedesk:messages?responseTimeout=500ms&totalTimeout=60s&baseUrl=";

  /** One message in so many is a file, and one in so many is looked for after its end. */
  private static final int ONE_IN = 50;

  /** How a send ended. */
  private enum End {
    SUCCESS,
    NOT_SENT,
    REJECTED,
    UNKNOWN,
    ACCEPTED,
    FOREIGN_REPLY,
    NONE_OF_OURS;

    /** Whether the server may have stored the message so many times. */
    boolean allows(int stored) {
      return switch (this) {
        case SUCCESS, ACCEPTED -> stored == 1;
        case NOT_SENT, REJECTED -> stored == 0;
        case UNKNOWN -> stored == 0 || stored == 1;
        case FOREIGN_REPLY, NONE_OF_OURS -> false;
      };
    }
  }

  private final Pools pools = new Pools();
  private final AtomicReferenceArray<End> ends = new AtomicReferenceArray<>(MESSAGES + 1);
  private final AtomicInteger endings = new AtomicInteger();
  private final Queue<WeakReference<Exchange>> exchanges = new ConcurrentLinkedQueue<>();
  private final Semaphore room = new Semaphore(IN_FLIGHT);

  @TempDir private Path folder;
  private HostileServer server;

  @Override
  protected String baseUrl() {
    return "http://127.0.0.1:1";
  }

  @Override
  protected CamelContext createCamelContext() throws Exception {
    CamelContext context = super.createCamelContext();
    context.getExecutorServiceManager().setThreadPoolFactory(pools);
    LiveDeskComponent component = context.getComponent("livedesk", LiveDeskComponent.class);
    component.setMaxConnections(CONNECTIONS);
    return context;
  }

  @Test
  @Timeout(value = 1, unit = TimeUnit.DAYS) // it fails by itself when nothing goes on any more
  void nothingIsLostNothingIsSentTwiceNothingIsLeft() throws Exception {
    Path file = Files.write(folder.resolve("file.bin"), new byte[100_000]);
    int threads = Thread.activeCount();
    long files = openFiles();
    server = new HostileServer(MESSAGES, SEED, FAULTS);
    long began = System.nanoTime();

    sendAll(file);
    Duration took = Duration.ofNanos(System.nanoTime() - began);

    assertNothingWaits();
    context().stop();
    await().untilAsserted(() -> assertThat(pools.all).allMatch(ExecutorService::isTerminated));
    await().until(() -> server.openConnections() == 0);
    server.close();
    audit(took);
    await().untilAsserted(() -> assertThat(Thread.activeCount()).isLessThanOrEqualTo(threads));
    await().untilAsserted(() -> assertThat(openFiles()).isLessThanOrEqualTo(files));
  }

  private void sendAll(Path file) throws Exception {
    AsyncProducer producer = context().getEndpoint(TO_ALL + server.url()).createAsyncProducer();
    producer.start();
    for (int number = 1; number <= MESSAGES; number++) {
      goesOn();
      send(producer, number, number % ONE_IN == 0 ? file : "hello " + number);
    }
    for (int i = 0; i < IN_FLIGHT; i++) {
      goesOn();
    }
  }

  private void goesOn() throws InterruptedException {
    assertThat(room.tryAcquire(90, TimeUnit.SECONDS)).as("a send ends now and then").isTrue();
  }

  private void send(AsyncProducer producer, int number, Object body) {
    var exchange = new DefaultExchange(context());
    exchange.getMessage().setBody(body);
    exchange.getMessage().setHeader(LiveDeskConstants.CONVERSATION_ID, number);
    if (number % ONE_IN == 1) {
      exchanges.add(new WeakReference<>(exchange));
    }
    producer.process(
        exchange,
        doneSync -> {
          endings.incrementAndGet();
          ends.set(number, end(number, exchange));
          room.release();
        });
  }

  private static End end(int number, Exchange exchange) {
    if (exchange.getException() == null) {
      var message = exchange.getMessage().getBody(LiveDeskMessage.class);
      return message.id() == number ? End.SUCCESS : End.FOREIGN_REPLY;
    }
    return exchange.getException() instanceof LiveDeskException failure
        ? End.valueOf(failure.getOutcome().name())
        : End.NONE_OF_OURS;
  }

  /** What the exchanges say, and what the server has. */
  private void audit(Duration took) {
    Map<String, Integer> counts = new TreeMap<>();
    for (int number = 1; number <= MESSAGES; number++) {
      int stored = server.stored(number);
      End end = ends.get(number);
      assertThat(end.allows(stored))
          .as("message %d of seed %d: %s, stored %d times", number, SEED, end, stored)
          .isTrue();
      counts.merge(end + (stored == 1 ? " stored" : " not stored"), 1, Integer::sum);
    }
    System.out.printf(
        "%d sends, seed %d: %d requests, %d faults, %d s, %s%n",
        MESSAGES, SEED, server.requests(), server.faults(), took.toSeconds(), counts);
    assertThat(endings).as("ends").hasValue(MESSAGES);
    assertThat(server.faults()).isGreaterThan((int) (MESSAGES * FAULTS / 2));
  }

  /** While the component still runs. */
  private void assertNothingWaits() {
    await()
        .untilAsserted(() -> assertThat(server.openConnections()).isLessThanOrEqualTo(CONNECTIONS));
    await().untilAsserted(() -> assertThat(pools.all).allMatch(Pools::isIdle));
    await()
        .untilAsserted(
            () -> {
              System.gc();
              assertThat(exchanges).allMatch(exchange -> exchange.refersTo(null));
            });
  }

  private static long openFiles() {
    var system = ManagementFactory.getOperatingSystemMXBean();
    return system instanceof UnixOperatingSystemMXBean unix ? unix.getOpenFileDescriptorCount() : 0;
  }

  /** Camel's pools, remembered. */
  private static final class Pools extends DefaultThreadPoolFactory {

    /** What goes on as long as the component does: see {@code ClientEngine}. */
    private static final int CLOCKS = 2;

    private final List<ExecutorService> all = new CopyOnWriteArrayList<>();

    @Override
    public ExecutorService newCachedThreadPool(ThreadFactory factory) {
      return remember(super.newCachedThreadPool(factory));
    }

    @Override
    public ExecutorService newThreadPool(ThreadPoolProfile profile, ThreadFactory factory) {
      return remember(super.newThreadPool(profile, factory));
    }

    @Override
    public ScheduledExecutorService newScheduledThreadPool(
        ThreadPoolProfile profile, ThreadFactory factory) {
      return remember(super.newScheduledThreadPool(profile, factory));
    }

    private <T extends ExecutorService> T remember(T pool) {
      all.add(pool);
      return pool;
    }

    static boolean isIdle(ExecutorService pool) {
      if (pool instanceof SizedScheduledExecutorService timer) {
        return timer.getScheduledThreadPoolExecutor().getQueue().size() <= CLOCKS;
      }
      var threads = (ThreadPoolExecutor) pool;
      return threads.getActiveCount() == 0 && threads.getQueue().isEmpty();
    }
  }
}
