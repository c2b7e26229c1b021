// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.fuzz;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import com.sun.management.UnixOperatingSystemMXBean;
import io.github.livedesk.camel.LiveDeskComponent;
import io.github.livedesk.camel.LiveDeskConstants;
import io.github.livedesk.camel.simulator.LiveDeskSimulator;
import io.github.livedesk.camel.simulator.SimulatorOptions;
import io.github.livedesk.camel.testing.SocketServer;
import java.io.RandomAccessFile;
import java.lang.management.ManagementFactory;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.apache.camel.AsyncProducer;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.slf4j.LoggerFactory;

/**
 * A program of its own, for a JVM with little memory: damaged replies, odd inputs and odd URIs by
 * the thousand, each of them the same for the same seed. Prints how the sends ended, what is left
 * over, and each promise that was broken.
 */
public final class Fuzz {

  private static final String KEY = "fuzzkey";
  private static final String SECRET_KEY = "qxjzvwkpfuzzsecret";
  private static final long TOTAL_MILLIS = 20_000;
  private static final int IN_FLIGHT = 200;
  private static final long MB = 1 << 20;

  private final long seed;
  private final Promises promises = new Promises(IN_FLIGHT, TOTAL_MILLIS + 2_000);
  private final Path folder;

  private Fuzz(long seed, Path folder) {
    this.seed = seed;
    this.folder = folder;
  }

  /**
   * Runs all of it.
   *
   * @param args seed, number of replies, number of inputs, number of URIs, an empty folder
   */
  public static void main(String[] args) throws Exception {
    var fuzz = new Fuzz(Long.parseLong(args[0]), Path.of(args[4]));
    fuzz.watchLog();
    fuzz.makeFiles();
    // Once for all that is loaded and kept.
    fuzz.run(200, 200, 20);
    long heap = heap();
    long handles = handles();
    long begun = System.nanoTime();
    fuzz.run(Integer.parseInt(args[1]), Integer.parseInt(args[2]), Integer.parseInt(args[3]));
    long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begun);
    fuzz.report(seconds, heap() - heap, handles() - handles);
    System.exit(0);
  }

  private void run(int replies, int inputs, int uris) throws Exception {
    replies(replies);
    inputs(inputs);
    uris(uris);
    awaitNoThread();
  }

  private void report(long seconds, long heap, long handles) {
    if (heap > 8 * MB) {
      promises.broken("the heap has grown by " + heap / MB + " MB");
    }
    if (handles > 10) {
      promises.broken(handles + " file handles are left");
    }
    promises.ends().forEach((end, count) -> System.out.println(end + ": " + count));
    System.out.printf(
        "seed %d, %d s, heap %+d KB, handles %+d%n", seed, seconds, heap / 1024, handles);
    System.out.println("broken promises: " + promises.broken().size());
    promises.broken().stream().limit(20).forEach(System.out::println);
  }

  /** A text that stands nowhere else. */
  private static String secret(Random random) {
    var text = new StringBuilder();
    for (int i = 0; i < 20; i++) {
      text.append((char) ('a' + random.nextInt(26)));
    }
    return text.toString();
  }

  private Random random(int kind, long number) {
    return new Random((seed * 31 + kind) * 1_000_003 + number);
  }

  private void replies(int count) throws Exception {
    try (var server = SocketServer.start(this::replyBadly);
        var context = new DefaultCamelContext()) {
      AsyncProducer producer = producer(context, server.url());
      for (int i = 1; i <= count; i++) {
        var exchange = new DefaultExchange(context);
        String secret = secret(random(0, i));
        exchange.getMessage().setBody(secret);
        exchange.getMessage().setHeader(LiveDeskConstants.CONVERSATION_ID, i);
        promises.send(producer, exchange, "reply " + i, secret);
      }
      promises.awaitAll();
    }
  }

  private void replyBadly(SocketServer.Connection connection) throws Exception {
    boolean goesOn = true;
    while (goesOn) {
      String conversation = connection.readRequest().conversation();
      long number = Long.parseLong(conversation);
      String secret = secret(random(0, number));
      var reply = new FuzzedReply(random(1, number), conversation, secret, number);
      for (byte[] piece : reply.pieces()) {
        connection.socket().getOutputStream().write(piece);
      }
      goesOn = !reply.closes();
    }
  }

  private void inputs(int count) throws Exception {
    SimulatorOptions small = SimulatorOptions.builder().memory(4 * MB).messagesKept(100).build();
    try (var server = LiveDeskSimulator.start(small);
        var context = new DefaultCamelContext()) {
      var configuration =
          context.getComponent("livedesk", LiveDeskComponent.class).getConfiguration();
      configuration.setApiKey(server.apiKey());
      configuration.setSecretKey(server.secretKey());
      AsyncProducer producer = producer(context, server.url());
      AsyncProducer files = producer(context, server.url() + "&op=attachment");
      AsyncProducer templates =
          producer(context, server.url() + "&op=template&templateName=t&templateLanguage=en");
      List<AsyncProducer> producers = List.of(producer, producer, files, templates);
      for (int i = 1; i <= count; i++) {
        Random random = random(2, i);
        String secret = secret(random);
        var exchange = new DefaultExchange(context);
        new FuzzedInput(random, secret, folder).fill(exchange);
        AsyncProducer one = producers.get(random.nextInt(producers.size()));
        promises.send(one, exchange, "input " + i, secret);
      }
      promises.awaitAll();
    }
  }

  private static AsyncProducer producer(DefaultCamelContext context, String url) throws Exception {
    context.start();
    var configuration =
        context.getComponent("livedesk", LiveDeskComponent.class).getConfiguration();
    if (configuration.getApiKey() == null) {
      configuration.setApiKey(KEY);
      configuration.setSecretKey(SECRET_KEY);
    }
    configuration.setBackoffDelay(1);
    configuration.setMaxRetryAfter(20);
    configuration.setResponseTimeout(1_000);
    configuration.setTotalTimeout(TOTAL_MILLIS);
    AsyncProducer producer =
        context.getEndpoint("livedesk:messages?baseUrl=" + url).createAsyncProducer();
    producer.start();
    return producer;
  }

  /** An endpoint that is refused is refused with a text that has no secret in it. */
  private void uris(int count) throws Exception {
    try (var context = new DefaultCamelContext()) {
      context.start();
      for (int i = 1; i <= count; i++) {
        Random random = random(3, i);
        String secret = secret(random);
        String uri = new FuzzedUri(random, secret).uri();
        try {
          context.removeEndpoint(context.getEndpoint(uri));
        } catch (RuntimeException refused) {
          String shown = causes(refused);
          if (Promises.quotes(shown, secret)) {
            promises.broken("URI " + i + ": quotes " + secret + " in " + shown);
          }
        } catch (Error e) {
          promises.broken("URI " + i + ": " + e);
        }
      }
    }
  }

  /**
   * Without Camel's own, which quotes the whole URI: with what it takes for secrets masked, but
   * where the URI itself is none.
   */
  private static String causes(Throwable refused) {
    var shown = new StringBuilder();
    for (Throwable cause = refused.getCause(); cause != null; cause = cause.getCause()) {
      boolean isCamels = cause instanceof URISyntaxException;
      shown.append(isCamels ? "" : cause).append('\n');
    }
    return shown.toString();
  }

  private void watchLog() {
    var root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    var appender =
        new AppenderBase<ILoggingEvent>() {
          @Override
          protected void append(ILoggingEvent event) {
            String text = event.getFormattedMessage();
            if (event.getThrowableProxy() != null) {
              text += ThrowableProxyUtil.asString(event.getThrowableProxy());
            }
            look(text);
          }
        };
    appender.setContext(root.getLoggerContext());
    appender.start();
    root.detachAndStopAllAppenders();
    root.addAppender(appender);
    root.setLevel(Level.INFO);
    ((Logger) LoggerFactory.getLogger("io.github.livedesk.camel")).setLevel(Level.TRACE);
  }

  /** Words of twenty small letters are ours alone. */
  private void look(String line) {
    boolean hasSecret = line.matches("(?s).*\\b[a-z]{20}\\b.*") || line.contains(SECRET_KEY);
    if (hasSecret) {
      promises.broken("log: " + line.substring(0, Math.min(2_000, line.length())));
    }
  }

  private void makeFiles() throws Exception {
    Files.write(folder.resolve("empty.txt"), new byte[0]);
    Files.writeString(folder.resolve("a.txt"), "A");
    Files.write(folder.resolve("b"), new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10});
    Files.write(folder.resolve("odd \u202e\n\"name\".pdf"), new byte[10]);
    Files.createDirectory(folder.resolve("folder.pdf"));
    Files.createSymbolicLink(folder.resolve("broken.link"), folder.resolve("nowhere"));
    Files.createSymbolicLink(folder.resolve("circle.link"), folder.resolve("circle.link"));
    Files.createSymbolicLink(folder.resolve("null.png"), Path.of("/dev/null"));
    Files.createSymbolicLink(folder.resolve("memory.txt"), Path.of("/proc/self/mem"));
    try (var sparse = new RandomAccessFile(folder.resolve("sparse.bin").toFile(), "rw")) {
      sparse.setLength(64 * MB);
    }
    if (new ProcessBuilder("mkfifo", folder.resolve("pipe").toString()).start().waitFor() != 0) {
      System.out.println("no pipe on this machine");
    }
  }

  private void awaitNoThread() throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    while (System.nanoTime() < end && hasThread()) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
    }
    Thread.getAllStackTraces()
        .forEach(
            (thread, frames) -> {
              if (isOurs(thread)) {
                promises.broken(thread + " is left: " + Arrays.toString(frames));
              }
            });
  }

  private static boolean hasThread() {
    return Thread.getAllStackTraces().keySet().stream().anyMatch(Fuzz::isOurs);
  }

  private static boolean isOurs(Thread thread) {
    return thread.getName().contains("LiveDesk");
  }

  private static long heap() {
    Runtime runtime = Runtime.getRuntime();
    long least = Long.MAX_VALUE;
    for (int i = 0; i < 5; i++) {
      System.gc();
      least = Math.min(least, runtime.totalMemory() - runtime.freeMemory());
    }
    return least;
  }

  private static long handles() {
    return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
        ? unix.getOpenFileDescriptorCount()
        : 0;
  }
}
