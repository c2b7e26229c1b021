// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.fuzz;

import io.github.livedesk.camel.LiveDeskConstants;
import io.github.livedesk.camel.model.LiveDeskMessage;
import io.github.livedesk.camel.model.failure.LiveDeskException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.camel.AsyncProcessor;
import org.apache.camel.Exchange;

/** What is promised of every send, whatever comes in and whatever comes back. */
final class Promises {

  /** Of what must not show, so many letters in a row are enough to know it. */
  private static final int TELLING = 8;

  private final Semaphore room;
  private final int most;
  private final long longestNanos;
  private final Queue<String> broken = new ConcurrentLinkedQueue<>();
  private final Map<String, AtomicInteger> ends = Collections.synchronizedMap(new TreeMap<>());

  /**
   * @param most sends at a time
   * @param longestMillis from the beginning of a send to its end
   */
  Promises(int most, long longestMillis) {
    this.most = most;
    this.room = new Semaphore(most);
    this.longestNanos = TimeUnit.MILLISECONDS.toNanos(longestMillis);
  }

  /**
   * Begins a send, and looks at its end; waits while too many are under way.
   *
   * @param name tells which one it was where a promise is broken
   * @param secret what may show nowhere but in the body, letters only; or null
   */
  void send(AsyncProcessor processor, Exchange exchange, String name, String secret)
      throws InterruptedException {
    if (!room.tryAcquire(2, TimeUnit.MINUTES)) {
      broken.add(name + ": no send ends any more");
      return;
    }
    long begun = System.nanoTime();
    var times = new AtomicInteger();
    try {
      processor.process(
          exchange,
          doneSync -> {
            if (times.incrementAndGet() == 1) {
              look(exchange, name, secret, System.nanoTime() - begun);
              room.release();
            } else {
              broken.add(name + ": ended " + times + " times");
            }
          });
    } catch (RuntimeException | Error e) {
      broken.add(name + ": process() threw " + e);
      if (times.get() == 0) {
        room.release();
      }
    }
  }

  /** Waits until all have ended. */
  void awaitAll() throws InterruptedException {
    if (room.tryAcquire(most, 2, TimeUnit.MINUTES)) {
      room.release(most);
    } else {
      broken.add(most - room.availablePermits() + " sends never ended");
    }
  }

  private void look(Exchange exchange, String name, String secret, long nanos) {
    Throwable failure = exchange.getException();
    if (nanos > longestNanos) {
      broken.add(name + ": took " + TimeUnit.NANOSECONDS.toMillis(nanos) + " ms");
    }
    if (failure == null) {
      boolean isMessage =
          exchange.getMessage().getBody() instanceof LiveDeskMessage message && message.id() > 0;
      count(isMessage ? "success" : "success without a body");
    } else if (failure instanceof LiveDeskException ours) {
      count(ours.getClass().getSimpleName() + " " + ours.getOutcome());
    } else {
      broken.add(name + ": failed with " + shown(failure, exchange) + where(failure));
    }
    String shown = shown(failure, exchange);
    if (secret != null && quotes(shown, secret)) {
      broken.add(name + ": quotes " + secret + " in " + shown);
    }
  }

  private static String where(Throwable failure) {
    Throwable first = failure;
    while (first.getCause() != null) {
      first = first.getCause();
    }
    return Stream.of(first.getStackTrace())
        .limit(10)
        .map(frame -> "\n  at " + frame)
        .collect(Collectors.joining());
  }

  private void count(String end) {
    ends.computeIfAbsent(end, missing -> new AtomicInteger()).incrementAndGet();
  }

  private static String shown(Throwable failure, Exchange exchange) {
    var shown = new StringBuilder();
    collect(failure, shown, Collections.newSetFromMap(new IdentityHashMap<>()));
    exchange
        .getMessage()
        .getHeaders()
        .forEach(
            (header, value) -> {
              boolean isOurs =
                  header.startsWith(LiveDeskConstants.EXTERNAL_ERROR)
                      || header.equals(LiveDeskConstants.MESSAGE_STATUS);
              if (isOurs) {
                shown.append('\n').append(header).append('=').append(value);
              }
            });
    return shown.toString();
  }

  private static void collect(Throwable thrown, StringBuilder shown, Set<Throwable> seen) {
    if (thrown == null || !seen.add(thrown)) {
      return;
    }
    shown.append('\n').append(thrown);
    collect(thrown.getCause(), shown, seen);
    for (Throwable suppressed : thrown.getSuppressed()) {
      collect(suppressed, shown, seen);
    }
  }

  /** Whether a text has a telling part of another, in any case of letters. */
  static boolean quotes(String shown, String secret) {
    String text = shown.toLowerCase(Locale.ROOT);
    String small = secret.toLowerCase(Locale.ROOT);
    for (int i = 0; i + TELLING <= small.length(); i++) {
      if (text.contains(small.substring(i, i + TELLING))) {
        return true;
      }
    }
    return false;
  }

  void broken(String what) {
    broken.add(what);
  }

  /** The promises that were broken. */
  Queue<String> broken() {
    return broken;
  }

  /** How the sends ended. */
  Map<String, AtomicInteger> ends() {
    return ends;
  }
}
