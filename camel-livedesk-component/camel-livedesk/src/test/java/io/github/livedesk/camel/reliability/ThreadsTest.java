// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.reliability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.livedesk.camel.simulator.LiveDeskSimulator;
import io.github.livedesk.camel.testing.SimulatorTestSupport;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.spi.ThreadPoolProfile;
import org.apache.camel.support.DefaultExchange;
import org.apache.camel.util.concurrent.ThreadPoolRejectedPolicy;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Which thread does what: no step of a route can stall another send, whatever it does. */
class ThreadsTest extends SimulatorTestSupport {

  private static final int MANY = 200;

  private final CountDownLatch release = new CountDownLatch(1);
  private final Set<String> threadsOfSteps = ConcurrentHashMap.newKeySet();

  ThreadsTest(LiveDeskSimulator livedesk) {
    super(livedesk);
  }

  @AfterEach
  void releaseSteps() {
    release.countDown();
  }

  @Override
  protected RouteBuilder createRouteBuilder() {
    Processor block =
        exchange -> {
          threadsOfSteps.add(Thread.currentThread().getName());
          assertThat(release.await(5, TimeUnit.MINUTES)).isTrue();
        };
    Processor sendAgain =
        exchange -> {
          ProducerTemplate template = exchange.getContext().createProducerTemplate();
          template.requestBody(TO_141 + "&private=true", "sent from within the route");
        };
    Processor sendAgainFromElsewhere =
        exchange -> {
          ProducerTemplate template = exchange.getContext().createProducerTemplate();
          CompletableFuture.supplyAsync(
                  () -> template.requestBody(TO_141 + "&private=true", "from another thread"),
                  task -> new Thread(task, "elsewhere").start())
              .join();
        };
    return new RouteBuilder() {
      @Override
      public void configure() {
        from("direct:plain")
            .to(TO_141)
            .process(exchange -> threadsOfSteps.add(Thread.currentThread().getName()));
        from("direct:blocks").to(TO_141).process(block);
        from("direct:sendsAgain").to(TO_141).process(sendAgain);
        from("direct:sendsAgainFromElsewhere").to(TO_141).process(sendAgainFromElsewhere);
      }
    };
  }

  private static List<CompletableFuture<Exchange>> start(
      CamelContext context, String route, int count) {
    ProducerTemplate template = context.createProducerTemplate();
    List<CompletableFuture<Exchange>> started = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      var exchange = new DefaultExchange(context);
      exchange.getMessage().setBody("message " + i);
      started.add(template.asyncSend(route, exchange));
    }
    return started;
  }

  private static void all(List<CompletableFuture<Exchange>> started) {
    assertThat(CompletableFuture.allOf(started.toArray(CompletableFuture[]::new)))
        .succeedsWithin(2, TimeUnit.MINUTES);
    assertThat(started).extracting(done -> done.join().getException()).containsOnlyNulls();
  }

  @Test
  void aStepThatBlocksStallsNoOtherSend() {
    var blocked = start(context(), "direct:blocks", 1);
    await().until(() -> !threadsOfSteps.isEmpty());

    all(start(context(), "direct:plain", MANY));

    assertThat(blocked.get(0)).isNotDone();
    release.countDown();
    all(blocked);
  }

  @Test
  void noNumberOfBlockedStepsStallsAnotherSend() {
    var blocked = start(context(), "direct:blocks", 50);
    await().until(() -> threadsOfSteps.size() == 50);

    all(start(context(), "direct:plain", MANY));

    release.countDown();
    all(blocked);
  }

  @Test
  void stepsThatSendAgainAndWaitDoNotStarveThoseSends() {
    all(start(context(), "direct:sendsAgain", MANY));

    assertThat(livedesk.messages("141")).hasSize(2 * MANY);
  }

  @Test
  void norDoStepsThatSendAgainOnAnotherThread() {
    all(start(context(), "direct:sendsAgainFromElsewhere", 50));

    assertThat(livedesk.messages("141")).hasSize(100);
  }

  @Test
  void stepsAfterTheSendRunOnCamelsPoolAndFewThreads() {
    // Where the machine stands still for a while, steps wait, which adds threads: then once more.
    await()
        .atMost(5, TimeUnit.MINUTES)
        .until(this::threadsOfPlainSteps, names -> names.size() <= 32);
  }

  private Set<String> threadsOfPlainSteps() {
    threadsOfSteps.clear();
    all(start(context(), "direct:plain", MANY));
    assertThat(threadsOfSteps)
        .isNotEmpty()
        .allMatch(name -> name.contains("LiveDesk") && !name.contains("IO"));
    return Set.copyOf(threadsOfSteps);
  }

  @Test
  void aFullPoolMakesStepsWaitAndRunsNoneOnAnIoThread() throws Exception {
    CamelContext small = createCamelContext();
    try {
      var profile = new ThreadPoolProfile("livedesk");
      profile.setPoolSize(1);
      profile.setMaxPoolSize(2);
      profile.setMaxQueueSize(1);
      profile.setRejectedPolicy(ThreadPoolRejectedPolicy.CallerRuns);
      small.getExecutorServiceManager().registerThreadPoolProfile(profile);
      small.addRoutes(createRouteBuilder());
      small.start();
      var blocked = start(small, "direct:blocks", 20);
      await().until(() -> livedesk.messages("141").size() == 20);
      await().until(() -> threadsOfSteps.size() == 2);
      assertThat(blocked).noneMatch(CompletableFuture::isDone);

      // The pool is full; its component's I/O threads still serve.
      var meanwhile = start(small, "direct:plain", 20);
      await().until(() -> livedesk.messages("141").size() == 40);
      release.countDown();

      all(blocked);
      all(meanwhile);
      assertThat(threadsOfSteps).allMatch(name -> !name.contains("LiveDeskIO"));
    } finally {
      small.stop();
    }
  }

  /** The size of the pool is the user's; a send must not wait for the step that waits for it. */
  @Test
  void stepsThatSendAgainAndWaitEndInASmallPoolToo() throws Exception {
    CamelContext small = createCamelContext();
    try {
      var profile = new ThreadPoolProfile("livedesk");
      profile.setPoolSize(2);
      profile.setMaxPoolSize(2);
      small.getExecutorServiceManager().registerThreadPoolProfile(profile);
      small.addRoutes(createRouteBuilder());
      small.start();

      all(start(small, "direct:sendsAgain", 50));

      assertThat(livedesk.messages("141")).hasSize(100);
    } finally {
      small.stop();
    }
  }

  @Test
  void aCallbackThatThrowsIsCalledOnceAndStallsNoOtherSend() throws Exception {
    var producer = context().getEndpoint(TO_141).createAsyncProducer();
    producer.start();
    List<Boolean> calls = new CopyOnWriteArrayList<>();
    for (int i = 0; i < 50; i++) {
      var exchange = new DefaultExchange(context());
      exchange.getMessage().setBody("hello");
      boolean sync =
          producer.process(
              exchange,
              doneSync -> {
                calls.add(doneSync);
                throw new IllegalStateException("thrown by the callback of this test");
              });
      assertThat(sync).isFalse();
    }
    await().until(() -> calls.size() == 50);

    all(start(context(), "direct:plain", MANY));

    assertThat(calls).hasSize(50).containsOnly(false);
    producer.stop();
  }
}
