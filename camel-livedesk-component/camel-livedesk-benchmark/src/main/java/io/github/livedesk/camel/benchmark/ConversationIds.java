package io.github.livedesk.camel.benchmark;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Another conversation for each message, in turn. */
final class ConversationIds {

  private static final int SOME = 10_000;
  private static final String[] IDS =
      IntStream.rangeClosed(1, SOME).mapToObj(Integer::toString).toArray(String[]::new);

  private ConversationIds() {}

  /** 10,000 of them, made beforehand. */
  static Supplier<String> some() {
    var next = new AtomicInteger();
    return () -> IDS[(next.getAndIncrement() & Integer.MAX_VALUE) % SOME];
  }

  /** None twice. */
  static Supplier<String> all() {
    var next = new AtomicInteger();
    return () -> Integer.toString(next.incrementAndGet());
  }
}
