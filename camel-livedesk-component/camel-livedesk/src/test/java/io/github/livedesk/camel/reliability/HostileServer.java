// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.reliability;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.livedesk.camel.testing.SocketServer;
import io.github.livedesk.camel.testing.SocketServer.Connection;
import java.io.IOException;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A LiveDesk behind a network that does its worst to some requests, and keeps a ledger. A message's
 * number is the id of its conversation. Which request meets which fault depends on nothing but the
 * seed, the number, and how often that number was asked for; which connection is reset at once, on
 * how many there were before.
 */
final class HostileServer implements AutoCloseable {

  /** What happens to one request. */
  @FunctionalInterface
  private interface Fault {
    void on(Call call) throws Exception;
  }

  private static final Pattern PATH =
      Pattern.compile("POST /api/v2/accounts/conversations/(\\d+)/messages(?:/(\\d+)/retry)? .*");

  private static final Pattern LENGTH = Pattern.compile("Content-Length: (\\d+)");

  private static final String HTML = "<html><title>Bad gateway</title></html>";
  private static final String LENGTH_99 = "HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n";

  private static final List<Fault> FAULTS =
      List.of(
          // Lost before it is stored.
          call -> call.reset(),
          call -> call.read().leave(),
          call -> call.read().reset(),
          // Lost after it is stored.
          call -> call.store().leave(),
          call -> call.store().reset(),
          call -> call.store().write("HTTP/1.1 20").leave(),
          call -> call.store().write("HTTP/1.1 200 OK\r\nContent-Le").reset(),
          call -> call.store().write(LENGTH_99 + "{\"id\":").leave(),
          call -> call.store().write(LENGTH_99 + "{\"id\":").reset(),
          call -> call.store().write(chunked("9\r\n{\"id\":303\r\nzz\r\n")).leave(),
          call -> call.store().write("hello\r\nhello\r\n\r\n").leave(),
          call -> call.store().write("HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\n"),
          call -> call.store().silence(),
          call -> call.read().silence(),
          call -> call.store().write(LENGTH_99).silence(),
          // Strange, and in order.
          call -> call.store().write("HTTP/1.0 200 OK\r\n\r\n" + call.message()).leave(),
          call -> call.store().write("HTTP/1.1 103 Hints\r\n\r\n").success(),
          call -> call.store().write(chunked("80\r\n" + call.padded(128) + "\r\n0\r\n\r\n")),
          // Kept connections that are none.
          call -> call.store().success().leave(),
          call -> call.store().success().reset(),
          call -> call.store().write(reply("200 OK", call.message()) + foreign()),
          call -> call.store().write(reply("200 OK", call.message()) + "HTTP/1.1 4"),
          // In pieces, and late.
          call -> call.store().pause().success(),
          call -> call.pause().store().inPieces(),
          // Repeated, while the next request may be out already.
          call -> call.store().repeated(reply("200 OK", call.message())),
          call -> call.store().repeated(reply("200 OK", call.message())),
          call -> call.read().repeated(reply("429 Too Many", "")),
          call -> call.read().repeated(reply("503 Busy\r\nRetry-After: 0", "")),
          // Mixed up with another's.
          call -> call.store().write(reply("200 OK", call.anothersMessage())),
          call -> call.read().write(reply("200 OK", call.anothersMessage())),
          // Refused.
          call -> call.read().write(reply("429 Too Many", "")),
          call -> call.read().write(reply("429 Too Many\r\nRetry-After: 0", "")),
          call -> call.read().write(reply("429 Too Many\r\nRetry-After: 3600", "")),
          call -> call.read().write(reply("503 Busy\r\nRetry-After: 0", "")),
          call -> call.read().write(reply("401 No", "{}")),
          call -> call.read().write(reply("422 No", "{\"error\":\"no\"}")),
          call -> call.read().write(reply("302 No\r\nLocation: http://localhost:1", "")),
          call -> call.write(reply("413 No", "")).reset(),
          // Who knows.
          call -> call.read().write(reply("500 No", "{\"error\":\"oops\"}")),
          call -> call.store().write(reply("502 No", HTML)),
          call -> call.store().write(reply("504 No", HTML)).leave(),
          call -> call.store().successWithoutMessage(),
          call -> call.store().write(reply("200 OK", HTML)),
          // Stored, and failed on the way to the customer.
          call -> call.store().write(reply("200 OK", call.failed("130429: Rate limit"))),
          call -> call.store().write(reply("200 OK", call.failed("131026: No such user"))));

  /** What a long request meets: an answer while most of it is still to come. */
  private static final List<Fault> EARLY =
      List.of(
          call -> call.write(reply("200 OK", call.earlyMessage())).leave(),
          call -> call.write(reply("200 OK", call.earlyMessage())).reset(),
          call -> call.write(reply("201 OK", call.earlyMessage())).readOn(),
          call -> call.write(reply("200 OK", call.earlyMessage())).readALittle(),
          call -> call.write(reply("422 No", "{}")).readOn(),
          call -> call.write(reply("429 No\r\nRetry-After: 3600", "")).reset());

  /** Far more than what the buffers on the way take. */
  static final int LONG_REQUEST = 32 * 1024 * 1024;

  private final SocketServer server;
  private final Ledger ledger;
  private final long seed;
  private final double share;
  private final AtomicInteger connections = new AtomicInteger();
  private final AtomicInteger silent = new AtomicInteger();
  private final AtomicInteger faults = new AtomicInteger();

  /**
   * @param ledger where all is noted that is received, stored and answered
   * @param share of requests, and of connections, that meet a fault, 0 to 1
   */
  HostileServer(Ledger ledger, long seed, double share) throws IOException {
    this.ledger = ledger;
    this.seed = seed;
    this.share = share;
    this.server = SocketServer.start(this::serve);
  }

  String url() {
    return server.url();
  }

  int openConnections() {
    return server.openConnections();
  }

  /** Connections on which nothing more will come, and which the other side has not closed yet. */
  int silent() {
    return silent.get();
  }

  /** Faults that were met. */
  int faults() {
    return faults.get();
  }

  /** Requests that were read to their end. */
  int requests() {
    return server.requests();
  }

  private void serve(Connection connection) throws Exception {
    if (random(connections.incrementAndGet(), 0).nextDouble() < share) {
      faults.incrementAndGet();
      connection.reset();
      return;
    }
    for (boolean goOn = true; goOn; ) {
      String head = connection.readHead();
      Matcher path = PATH.matcher(head.lines().findFirst().orElseThrow());
      if (!path.matches()) {
        throw new IOException("No request: " + head);
      }
      int number = Integer.parseInt(path.group(1));
      int turn = ledger.ask(number);
      SplittableRandom random = random(number, turn);
      var call = new Call(connection, head, number, path.group(2), random);
      List<Fault> worst = call.isLong() ? EARLY : FAULTS;
      if (random.nextDouble() < share || call.isLong()) {
        faults.incrementAndGet();
        worst.get(random.nextInt(worst.size())).on(call);
      } else {
        call.store().success();
      }
      goOn = !call.left;
    }
  }

  private SplittableRandom random(int number, int turn) {
    return new SplittableRandom(seed * 1_000_003 + number * 31L + turn);
  }

  @Override
  public void close() throws IOException {
    server.close();
  }

  private static String reply(String head, String body) {
    int length = body.getBytes(UTF_8).length;
    return "HTTP/1.1 " + head + "\r\nContent-Length: " + length + "\r\n\r\n" + body;
  }

  private static String chunked(String chunks) {
    return "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + chunks;
  }

  /**
   * A reply of which nobody may believe that it is theirs. It names its conversation, as all of
   * LiveDesk's do: one that names nothing, and comes in the microseconds between the look at the
   * connection and the first byte, can't be told from the true one.
   */
  private static String foreign() {
    return reply("200 OK", "{\"id\":999999999,\"conversation_id\":0}");
  }

  /** One request, of which the head was read, with the steps that faults are made of. */
  private final class Call {

    private final Connection connection;
    private final String head;
    private final int number;
    private final boolean retry;
    private final SplittableRandom random;
    private long id;
    private boolean left;

    /**
     * @param retried id of the message that is to be sent again, or null
     */
    Call(Connection connection, String head, int number, String retried, SplittableRandom random) {
      this.connection = connection;
      this.head = head;
      this.number = number;
      this.retry = retried != null;
      this.id = retry ? Long.parseLong(retried) : 0;
      this.random = random;
    }

    boolean isLong() {
      Matcher length = LENGTH.matcher(head);
      return length.find() && Long.parseLong(length.group(1)) > LONG_REQUEST;
    }

    Call read() throws IOException {
      connection.readBody(head);
      return this;
    }

    Call store() throws IOException {
      read();
      if (!retry) {
        id = ledger.store(number);
      }
      return this;
    }

    Call write(String text) throws IOException {
      connection.write(text);
      return this;
    }

    Call success() throws IOException {
      return write(reply("200 OK", message()));
    }

    /** What a retry answers is not documented; nothing at all is taken for a success of it. */
    void successWithoutMessage() throws IOException {
      if (retry) {
        ledger.answer(number);
      }
      write(reply("200 OK", ""));
    }

    /** At most as long as many requests take. */
    Call pause() {
      LockSupport.parkNanos(TimeUnit.MICROSECONDS.toNanos(random.nextInt(20_000)));
      return this;
    }

    void inPieces() throws IOException {
      String all = reply("200 OK", message());
      int half = random.nextInt(all.length());
      write(all.substring(0, half)).pause().write(all.substring(half));
    }

    void repeated(String text) throws IOException {
      write(text);
      CompletableFuture.delayedExecutor(random.nextInt(5_000), TimeUnit.MICROSECONDS, Runnable::run)
          .execute(() -> writeAgain(text));
    }

    private void writeAgain(String text) {
      try {
        connection.write(text);
      } catch (IOException closed) {
        // the other side would have none of it
      }
    }

    void readOn() throws IOException {
      connection.waitForClose();
      leave();
    }

    void readALittle() throws IOException {
      connection.in().skipNBytes(random.nextInt(1_000_000));
      silence();
    }

    void silence() throws IOException {
      silent.incrementAndGet();
      try {
        connection.waitForClose();
      } finally {
        silent.decrementAndGet();
      }
      leave();
    }

    void reset() throws IOException {
      connection.reset();
      leave();
    }

    void leave() {
      left = true;
    }

    /** The message as it is stored. One in three replies does not say of which conversation. */
    String message() {
      ledger.answer(number);
      String conversation = number % 3 == 0 ? "" : ",\"conversation_id\":" + number;
      return "{\"id\":" + id + conversation + ",\"status\":\"sent\",\"attachments\":[{\"id\":1}]}";
    }

    /** That of nobody. */
    String anothersMessage() {
      return "{\"id\":%d,\"conversation_id\":%d,\"attachments\":[{\"id\":1}]}"
          .formatted(Long.MAX_VALUE - number, number + 1);
    }

    /** That of a message of which most is still to come: nothing is stored. */
    String earlyMessage() {
      return "{\"id\":%d,\"attachments\":[{\"id\":1}]}".formatted(Long.MAX_VALUE - number);
    }

    String padded(int size) {
      String message = message();
      return message + " ".repeat(size - message.length());
    }

    String failed(String why) {
      return "{\"id\":%d,\"status\":\"failed\",\"content_attributes\":{\"external_error\":\"%s\"}}"
          .formatted(id, why);
    }
  }
}
