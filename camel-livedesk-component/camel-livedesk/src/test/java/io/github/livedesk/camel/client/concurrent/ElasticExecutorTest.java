// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.client.concurrent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ElasticExecutorTest {

  /** Runners that were handed to the pool and have not run yet. */
  private final Queue<Runnable> handedOver = new ArrayDeque<>();

  private final List<String> done = new ArrayList<>();
  private final ElasticExecutor executor = new ElasticExecutor(handedOver::add, 2);

  @Test
  void wakesOneThreadForManyTasks() {
    for (int i = 0; i < 100; i++) {
      executor.execute(() -> done.add("task"));
    }

    assertThat(handedOver).hasSize(1);
    handedOver.remove().run();
    assertThat(done).hasSize(100);
  }

  /** Whoever takes a task may be stuck in it: from then on, it's for another to take the next. */
  @Test
  void leavesNoTaskBehindOneThatBlocks() {
    executor.execute(
        () -> {
          assertThat(handedOver).as("nothing waits yet").isEmpty();
          executor.execute(() -> done.add("came while it blocked"));
          handedOver.remove().run();
          assertThat(done).containsExactly("came while it blocked");
        });
    handedOver.remove().run();

    executor.execute(
        () -> {
          handedOver.remove().run();
          assertThat(done).contains("waited already");
        });
    executor.execute(() -> done.add("waited already"));
    handedOver.remove().run();

    assertThat(done).hasSize(2);
  }

  @Test
  void usesNoMoreThreadsThanUsualWhileTasksMove() {
    executor.execute(
        () -> {
          executor.execute(
              () -> {
                executor.execute(() -> done.add("third"));
                assertThat(handedOver).as("two are at work").isEmpty();
                done.add("second");
              });
          handedOver.remove().run();
          done.add("first");
        });
    handedOver.remove().run();

    assertThat(done).containsExactly("second", "third", "first");
  }

  @Test
  void addsNoThreadForTasksThatCameSinceTheLastTick() {
    executor.tick();
    for (int i = 0; i < 100; i++) {
      executor.execute(() -> done.add("task"));
    }

    executor.tick();

    assertThat(handedOver).hasSize(1);
  }

  @Test
  void doublesTheThreadsWhereATaskHasWaitedSinceTheLastTick() {
    for (int i = 0; i < 100; i++) {
      executor.execute(() -> done.add("task"));
    }
    executor.tick();

    executor.tick();
    assertThat(handedOver).hasSize(2);
    executor.tick();
    assertThat(handedOver).hasSize(4);
  }

  @Test
  void addsThreadsForTasksThatWaitThoughOthersMove() {
    executor.execute(
        () -> {
          executor.tick();
          executor.tick();
        });
    for (int i = 0; i < 10; i++) {
      executor.execute(() -> done.add("task"));
    }
    handedOver.remove().run();

    assertThat(handedOver).as("one was taken, ten have waited").hasSizeGreaterThan(1);
  }

  @Test
  void addsNoMoreThreadsThanThereAreTasksWaiting() {
    for (int i = 0; i < 3; i++) {
      executor.execute(() -> done.add("task"));
    }
    executor.tick();
    executor.tick();
    executor.tick();

    assertThat(handedOver).hasSizeLessThanOrEqualTo(2 + 2 * 3);
    handedOver.forEach(Runnable::run);
    assertThat(done).hasSize(3);
  }

  @Test
  void givesEveryTaskAThreadWhenItIsHurried() {
    for (int i = 0; i < 10; i++) {
      executor.execute(() -> done.add("task"));
    }

    executor.hurry();
    executor.execute(() -> done.add("late"));

    assertThat(handedOver).hasSizeGreaterThanOrEqualTo(11);
  }

  @Test
  void needsNoThreadToHurryWhereNothingWaits() {
    executor.hurry();

    assertThat(handedOver).isEmpty();
  }

  @Test
  void asksAFullPoolOnceAndNotForEachTask() {
    var asked = new AtomicInteger();
    var refused =
        new ElasticExecutor(
            runner -> {
              asked.incrementAndGet();
              throw new RejectedExecutionException();
            },
            2);
    for (int i = 0; i < 10; i++) {
      refused.execute(() -> done.add("task"));
    }
    asked.set(0);

    refused.hurry();

    assertThat(asked).hasValue(1);
  }

  @Test
  void forgetsNoRunnerThatGotNoThread() {
    boolean[] none = {true};
    List<Runnable> started = new ArrayList<>();
    var poor =
        new ElasticExecutor(
            runner -> {
              if (none[0]) {
                throw new OutOfMemoryError("unable to create native thread");
              }
              started.add(runner);
            },
            1);
    poor.execute(() -> done.add("task"));

    none[0] = false;
    poor.execute(() -> done.add("next"));
    started.forEach(Runnable::run);

    assertThat(done).containsExactly("task", "next");
  }

  @Test
  void keepsTasksThatAFullPoolRefuses() {
    List<Runnable> room = new ArrayList<>();
    boolean[] full = {true};
    var refused =
        new ElasticExecutor(
            runner -> {
              if (full[0]) {
                throw new RejectedExecutionException();
              }
              room.add(runner);
            },
            2);
    refused.execute(() -> done.add("task"));
    assertThat(done).isEmpty();

    full[0] = false;
    refused.tick();
    refused.tick();
    room.forEach(Runnable::run);

    assertThat(done).containsExactly("task");
  }

  /** A pool of one thread, whose task waits for another. */
  @Test
  void givesWhatATaskOfAFullPoolWaitsForAThreadOfItsOwn() throws Exception {
    ExecutorService one =
        new ThreadPoolExecutor(1, 1, 1, TimeUnit.MINUTES, new SynchronousQueue<>());
    try {
      var full = new ElasticExecutor(one, 1);
      var waits = new CountDownLatch(1);
      var ended = new CountDownLatch(1);
      var behind = new CountDownLatch(1);
      full.execute(
          () -> {
            full.ofThisThread().execute(waits::countDown);
            assertThat(await(waits)).isTrue();
            ended.countDown();
          });
      full.execute(behind::countDown);
      full.tick();
      assertThat(ended.getCount()).as("no thread is added before it has waited").isOne();

      while (ended.getCount() > 0) {
        full.tick();
        Thread.onSpinWait();
      }

      assertThat(await(behind)).isTrue();
    } finally {
      one.shutdown();
    }
  }

  private static boolean await(CountDownLatch latch) {
    try {
      return latch.await(1, TimeUnit.MINUTES);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void runsFirstWhatATaskWaitsFor() {
    executor.execute(
        () -> {
          executor.execute(() -> done.add("another"));
          executor.ofThisThread().execute(() -> done.add("begun here"));
        });
    executor.ofThisThread().execute(() -> done.add("begun elsewhere"));

    while (!handedOver.isEmpty()) {
      handedOver.remove().run();
    }

    assertThat(done).containsExactly("begun here", "begun elsewhere", "another");
  }

  @Test
  void goesOnAfterATaskThatThrows() {
    executor.execute(
        () -> {
          throw new IllegalStateException("thrown by a task of this test");
        });
    executor.execute(() -> done.add("next"));
    handedOver.remove().run();

    assertThat(done).containsExactly("next");
  }

  @Test
  void runsWhatIsLeftWhenItClosesButNotOnTheThreadThatClosesIt() throws Exception {
    var waited = new CountDownLatch(1);
    var ran = new CountDownLatch(2);
    List<Thread> threads = new CopyOnWriteArrayList<>();
    Runnable task =
        () -> {
          threads.add(Thread.currentThread());
          waited.countDown();
          ran.countDown();
        };
    executor.execute(task);

    executor.close();
    assertThat(waited.await(1, TimeUnit.MINUTES)).isTrue();
    executor.execute(task);

    assertThat(ran.await(1, TimeUnit.MINUTES)).isTrue();
    assertThat(threads).doesNotContain(Thread.currentThread());
  }

  /** Each comes at another moment of the look that a runner takes before it leaves. */
  @Test
  void losesNoTaskThatComesWhileTheLastRunnerLeaves() throws Exception {
    ExecutorService pool = Executors.newCachedThreadPool();
    try {
      var loaded = new ElasticExecutor(pool, 1);
      for (int i = 0; i < 30_000; i++) {
        var ran = new CountDownLatch(1);
        loaded.execute(ran::countDown);
        for (int spins = 0; ran.getCount() > 0 && spins < 10_000; spins++) {
          Thread.onSpinWait();
        }
        assertThat(ran.await(1, TimeUnit.MINUTES)).isTrue();
        for (int spins = 0; spins < i % 100; spins++) {
          Thread.onSpinWait();
        }
      }
    } finally {
      pool.shutdown();
    }
  }

  @Test
  void losesNothingUnderLoad() throws Exception {
    ExecutorService pool = Executors.newCachedThreadPool();
    try {
      var loaded = new ElasticExecutor(pool, 2);
      var latch = new CountDownLatch(200_000);
      List<Thread> producers = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        var producer =
            new Thread(
                () -> {
                  for (int j = 0; j < 50_000; j++) {
                    loaded.execute(latch::countDown);
                  }
                });
        producers.add(producer);
        producer.start();
      }

      assertThat(latch.await(5, TimeUnit.MINUTES)).isTrue();
      for (Thread producer : producers) {
        producer.join();
      }
    } finally {
      pool.shutdown();
    }
  }
}
