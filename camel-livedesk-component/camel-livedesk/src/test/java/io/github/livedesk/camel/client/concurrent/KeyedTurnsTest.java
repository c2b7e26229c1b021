// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.client.concurrent;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.livedesk.camel.client.concurrent.KeyedTurns.Turn;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class KeyedTurnsTest {

  private final KeyedTurns turns = new KeyedTurns();
  private final List<String> started = new ArrayList<>();

  private Turn enter(String name, String... keys) {
    return turns.enter(Set.of(keys), turn -> started.add(name));
  }

  @Test
  void whoSharesNoKeyGoesAtOnce() {
    enter("a", "1");
    enter("b", "2");

    assertThat(started).containsExactly("a", "b");
  }

  @Test
  void whoSharesAKeyWaitsForThoseBefore() {
    Turn a = enter("a", "1", "2");
    Turn b = enter("b", "2", "3");
    Turn c = enter("c", "3");
    enter("d", "4");

    assertThat(started).containsExactly("a", "d");
    a.leave();
    assertThat(started).containsExactly("a", "d", "b");
    b.leave();
    assertThat(started).containsExactly("a", "d", "b", "c");
    c.leave();
    assertThat(turns.size()).isEqualTo(1);
  }

  @Test
  void whoWaitsForTwoGoesAfterBoth() {
    Turn a = enter("a", "1");
    Turn b = enter("b", "2");
    enter("c", "1", "2");

    b.leave();
    assertThat(started).containsExactly("a", "b");
    a.leave();
    assertThat(started).containsExactly("a", "b", "c");
  }

  @Test
  void whoGivesUpHisPlaceHoldsUpNobody() {
    Turn a = enter("a", "1");
    Turn b = enter("b", "1", "2");
    enter("c", "2");

    b.leave();
    assertThat(started).containsExactly("a", "c");
    a.leave();
    assertThat(started).containsExactly("a", "c");
    assertThat(turns.size()).isEqualTo(1);
  }

  @Test
  void toLeaveTwiceLetsNobodyGoTooEarly() {
    Turn a = enter("a", "1");
    enter("b", "1");
    enter("c", "1");

    a.leave();
    a.leave();

    assertThat(started).containsExactly("a", "b");
  }

  @Test
  void nothingIsLeftWhenAllHaveLeft() {
    List<Turn> all = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      all.add(enter("" + i, "a" + i % 7, "b" + i % 5));
    }

    all.forEach(Turn::leave);

    assertThat(turns.size()).isZero();
    assertThat(started).hasSize(100);
  }

  /** Each key is held by one at a time, whatever the keys and the threads. */
  @Test
  void noTwoHoldAKeyAtOnceAndAllGo() throws Exception {
    int tasks = 5_000;
    Set<String> held = ConcurrentHashMap.newKeySet();
    var clashes = new AtomicInteger();
    var done = new AtomicInteger();
    ExecutorService pool = Executors.newFixedThreadPool(8);
    var random = new Random(42);
    for (int i = 0; i < tasks; i++) {
      Set<String> keys = Set.of("a" + random.nextInt(5), "b" + random.nextInt(5));
      pool.execute(
          () ->
              turns.enter(
                  keys,
                  turn ->
                      pool.execute(
                          () -> {
                            keys.forEach(key -> clashes.addAndGet(held.add(key) ? 0 : 1));
                            held.removeAll(keys);
                            turn.leave();
                            if (done.incrementAndGet() == tasks) {
                              pool.shutdown();
                            }
                          })));
    }

    assertThat(pool.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
    assertThat(clashes).hasValue(0);
    assertThat(turns.size()).isZero();
  }
}
