// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.client.send;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.livedesk.camel.client.retry.VirtualTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** When what is shared begins and ends. */
class SharedResourcesTest {

  private final VirtualTime time = new VirtualTime();
  private final List<String> log = new ArrayList<>();
  private final SharedResources<String, String> shared =
      new SharedResources<>(
          key -> {
            log.add("made " + key);
            return "value of " + key;
          },
          ended -> log.add("ended " + ended),
          time::nanos);

  private SharedResources<String, String>.Lease take(String key) {
    return shared.take(key).orElseThrow();
  }

  private void pass(Duration duration) {
    time.pass(duration);
    shared.endIdle();
  }

  @Test
  void isMadeForTheFirstAndEndsAMinuteAfterTheLast() {
    SharedResources<String, String>.Lease first = take("a");
    SharedResources<String, String>.Lease second = take("a");
    assertThat(second.value()).isSameAs(first.value()).isEqualTo("value of a");

    first.letGo();
    pass(Duration.ofDays(1));
    assertThat(log).containsExactly("made a");

    second.letGo();
    pass(Duration.ofSeconds(59));
    assertThat(log).containsExactly("made a");
    assertThat(second.hasEnded()).isFalse();

    pass(Duration.ofSeconds(1));
    assertThat(log).containsExactly("made a", "ended value of a");
    assertThat(second.hasEnded()).isTrue();
    assertThat(shared.values()).isEmpty();
  }

  @Test
  void whoeverComesAgainWithinTheMinuteFindsIt() {
    take("a").letGo();
    pass(Duration.ofSeconds(59));

    SharedResources<String, String>.Lease again = take("a");
    pass(Duration.ofDays(1));
    again.letGo();
    pass(Duration.ofSeconds(59));

    assertThat(log).containsExactly("made a");
  }

  @Test
  void whoeverComesLaterGetsAnother() {
    SharedResources<String, String>.Lease before = take("a");
    before.letGo();
    pass(Duration.ofMinutes(1));

    assertThat(before.hold()).isFalse();
    assertThat(take("a").hold()).isTrue();
    assertThat(log).containsExactly("made a", "ended value of a", "made a");
  }

  /** As a send does, which may be under way for hours when its producer stops. */
  @Test
  void isHeldByWhatIsUnderWay() {
    SharedResources<String, String>.Lease lease = take("a");
    assertThat(lease.hold()).isTrue();
    lease.letGo();
    pass(Duration.ofDays(1));
    assertThat(log).containsExactly("made a");

    lease.letGo();
    pass(Duration.ofMinutes(1));

    assertThat(log).containsExactly("made a", "ended value of a");
  }

  /** A producer that has stopped is used once more. */
  @Test
  void isHeldAgainAfterTheLastHasLetGo() {
    SharedResources<String, String>.Lease lease = take("a");
    lease.letGo();
    time.pass(Duration.ofSeconds(59));
    assertThat(lease.hold()).isTrue();
    pass(Duration.ofMinutes(1));
    assertThat(log).containsExactly("made a");

    lease.letGo();
    pass(Duration.ofSeconds(59));
    assertThat(log).containsExactly("made a");
    pass(Duration.ofSeconds(1));

    assertThat(log).containsExactly("made a", "ended value of a");
  }

  @Test
  void tenAreKeptThatNobodyHasHoweverManyThereWere() {
    SharedResources<String, String>.Lease held = take("held");
    for (int i = 1; i <= 100; i++) {
      take("a" + i).letGo();
    }
    take("a91").letGo();
    log.clear();

    shared.endIdle();

    assertThat(log).hasSize(90).startsWith("ended value of a1").endsWith("ended value of a90");
    assertThat(shared.values()).hasSize(11).contains("value of held", "value of a91");
    assertThat(held.hasEnded()).isFalse();
  }

  @Test
  void endsAllAtItsOwnEnd() {
    SharedResources<String, String>.Lease held = take("a");
    take("b").letGo();

    assertThat(shared.close()).containsExactlyInAnyOrder("value of a", "value of b");

    assertThat(shared.take("a")).isEmpty();
    assertThat(shared.values()).isEmpty();
    held.letGo();
    pass(Duration.ofDays(1));
    assertThat(log).as("ended by whoever has closed it").containsExactly("made a", "made b");
  }

  /** Whatever threads do at once: nobody has what has ended, and all ends but what somebody has. */
  @Test
  void nothingEndsThatSomebodyHas() throws Exception {
    var clock = new AtomicLong();
    var live = new AtomicInteger();
    SharedResources<Integer, AtomicBoolean> raced =
        new SharedResources<>(
            key -> {
              live.incrementAndGet();
              return new AtomicBoolean(true);
            },
            ended -> {
              ended.set(false);
              live.decrementAndGet();
            },
            // Each look at it is a minute later.
            () -> clock.addAndGet(TimeUnit.MINUTES.toNanos(1)));
    ExecutorService threads = Executors.newFixedThreadPool(4);
    List<Future<Integer>> trials = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      int seed = i;
      trials.add(threads.submit(() -> race(raced, new SplittableRandom(seed))));
    }

    for (Future<Integer> trial : trials) {
      assertThat(trial.get(1, TimeUnit.MINUTES))
          .as("what had ended while somebody had it")
          .isZero();
    }
    threads.shutdown();
    raced.endIdle();
    assertThat(live).hasValue(0);
  }

  private static int race(SharedResources<Integer, AtomicBoolean> shared, SplittableRandom random) {
    int wrong = 0;
    for (int i = 0; i < 50_000; i++) {
      var lease = shared.take(random.nextInt(3)).orElseThrow();
      wrong += lease.value().get() ? 0 : 1;
      lease.letGo();
      shared.endIdle();
      if (lease.hold()) {
        wrong += lease.value().get() ? 0 : 1;
        lease.letGo();
      }
    }
    return wrong;
  }
}
