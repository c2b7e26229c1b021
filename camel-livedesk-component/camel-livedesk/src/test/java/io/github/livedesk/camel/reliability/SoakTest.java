// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.reliability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.management.UnixOperatingSystemMXBean;
import io.github.livedesk.camel.LiveDeskComponent;
import io.github.livedesk.camel.LiveDeskConstants;
import io.github.livedesk.camel.model.LiveDeskMessage;
import io.github.livedesk.camel.model.failure.LiveDeskException;
import io.github.livedesk.camel.testing.LiveDeskTestSupport;
import java.io.RandomAccessFile;
import java.lang.management.ManagementFactory;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.apache.camel.AsyncProducer;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.spi.ThreadPoolProfile;
import org.apache.camel.support.DefaultExchange;
import org.apache.camel.support.DefaultThreadPoolFactory;
import org.apache.camel.util.concurrent.SizedScheduledExecutorService;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Very many sends, from many threads, over a network that does its worst to one request in twenty,
 * with a ledger of what the server has really received, stored and answered. No success without a
 * whole request and a whole reply of its own; nothing refused or not sent that is stored; nothing
 * stored twice; each send ends once; nothing is left. {@code -Dsoak.messages=10000000} makes it
 * longer, {@code -Dsoak.seed=} another.
 */
@Tag("slow")
class SoakTest extends LiveDeskTestSupport {

  private static final int MESSAGES = Integer.getInteger("soak.messages", 100_000);
  private static final long SEED = Long.getLong("soak.seed", 20261123);
  private static final double FAULTS = 0.05;
  private static final int IN_FLIGHT = 1_000;
  private static final int CONNECTIONS = 200;
  private static final String TO_ALL =
      "livedesk:messages?responseTimeout=500ms&totalTimeout=60s&baseUrl=";

  private static final int THREADS = 64;

  /** One message in so many is a file, and one in so many is looked for after its end. */
  private static final int ONE_IN = 50;

  /** One message in so many is so long that it can be answered before it is written to its end. */
  private static final int ONE_LONG_IN = 1_000;

  /** How a send ended. */
  private enum End {
    SUCCESS,
    NOT_SENT,
    REJECTED,
    UNKNOWN,
    ACCEPTED,
    FALSE_SUCCESS,
    NONE_OF_OURS;

    /** Whether the server may have stored the message so many times. */
    boolean allows(int stored) {
      return switch (this) {
        case SUCCESS, ACCEPTED -> stored == 1;
        case NOT_SENT, REJECTED -> stored == 0;
        case UNKNOWN -> stored == 0 || stored == 1;
        case FALSE_SUCCESS, NONE_OF_OURS -> false;
      };
    }
  }

  private final Pools pools = new Pools();
  private final Ledger ledger = new Ledger(MESSAGES);
  private final AtomicReferenceArray<End> ends = new AtomicReferenceArray<>(MESSAGES + 1);
  private final AtomicIntegerArray endings = new AtomicIntegerArray(MESSAGES + 1);
  private final Map<Integer, String> falseSuccesses = new ConcurrentHashMap<>();
  private final AtomicInteger next = new AtomicInteger();
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
    Path longFile = folder.resolve("long.bin");
    try (var bytes = new RandomAccessFile(longFile.toFile(), "rw")) {
      bytes.setLength(HostileServer.LONG_REQUEST);
    }
    // The JDK's own thread for what comes later, which stays once it is there.
    CompletableFuture.runAsync(
            () -> {}, CompletableFuture.delayedExecutor(1, TimeUnit.NANOSECONDS, Runnable::run))
        .join();
    int threads = Thread.activeCount();
    long files = openFiles();
    server = new HostileServer(ledger, SEED, FAULTS);
    long began = System.nanoTime();

    sendAll(file, longFile);
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

  /** From many threads, of which each waits for every second of its messages. */
  private void sendAll(Path file, Path longFile) throws Exception {
    AsyncProducer producer = context().getEndpoint(TO_ALL + server.url()).createAsyncProducer();
    producer.start();
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    List<Future<?>> sending = new ArrayList<>();
    for (int i = 0; i < THREADS; i++) {
      sending.add(threads.submit(() -> sendMany(producer, file, longFile)));
    }
    for (Future<?> one : sending) {
      one.get();
    }
    threads.shutdown();
    for (int i = 0; i < IN_FLIGHT; i++) {
      goesOn();
    }
  }

  private Void sendMany(AsyncProducer producer, Path file, Path longFile) throws Exception {
    for (int i = next.incrementAndGet(); i <= MESSAGES; i = next.incrementAndGet()) {
      int number = i;
      Object body =
          number % ONE_LONG_IN == 0 ? longFile : number % ONE_IN == 0 ? file : "hello " + number;
      Exchange exchange = exchange(number, body);
      if (number % 2 == 0) {
        producer.process(exchange);
        ended(number, exchange);
      } else {
        goesOn();
        producer.process(
            exchange,
            doneSync -> {
              ended(number, exchange);
              room.release();
            });
      }
    }
    return null;
  }

  private void goesOn() throws InterruptedException {
    assertThat(room.tryAcquire(90, TimeUnit.SECONDS)).as("a send ends now and then").isTrue();
  }

  private Exchange exchange(int number, Object body) {
    var exchange = new DefaultExchange(context());
    exchange.getMessage().setBody(body);
    exchange.getMessage().setHeader(LiveDeskConstants.CONVERSATION_ID, number);
    if (number % ONE_IN == 1) {
      exchanges.add(new WeakReference<>(exchange));
    }
    return exchange;
  }

  private void ended(int number, Exchange exchange) {
    endings.incrementAndGet(number);
    ends.set(number, end(number, exchange));
  }

  private End end(int number, Exchange exchange) {
    if (exchange.getException() == null) {
      long id = exchange.getMessage().getBody(LiveDeskMessage.class).id();
      if (!ledger.confirms(number, id)) {
        falseSuccesses.put(number, ledger.tell(number, id));
        return End.FALSE_SUCCESS;
      }
      return End.SUCCESS;
    }
    return exchange.getException() instanceof LiveDeskException failure
        ? End.valueOf(failure.getOutcome().name())
        : End.NONE_OF_OURS;
  }

  /** What the exchanges say, and what the server has. */
  private void audit(Duration took) {
    Map<End, Map<Integer, Integer>> table = new TreeMap<>();
    for (int number = 1; number <= MESSAGES; number++) {
      table
          .computeIfAbsent(ends.get(number), end -> new TreeMap<>())
          .merge(ledger.stored(number), 1, Integer::sum);
    }
    System.out.printf(
        "%d sends, seed %d: %d requests, %d faults, %d s%n",
        MESSAGES, SEED, server.requests(), server.faults(), took.toSeconds());
    table.forEach((end, stored) -> System.out.printf("%-13s by times stored: %s%n", end, stored));
    for (int number = 1; number <= MESSAGES; number++) {
      int stored = ledger.stored(number);
      End end = ends.get(number);
      assertThat(end.allows(stored))
          .as(
              "message %d of seed %d: %s, stored %d times; %s",
              number, SEED, end, stored, falseSuccesses.getOrDefault(number, ""))
          .isTrue();
      assertThat(endings.get(number)).as("ends of message %d", number).isEqualTo(1);
    }
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

    /** What goes on as long as the component does: see {@code ClientResources}. */
    private static final int CLOCKS = 3;

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
