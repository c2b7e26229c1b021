// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.reliability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.github.livedesk.camel.LiveDeskComponent;
import io.github.livedesk.camel.LiveDeskConfiguration;
import io.github.livedesk.camel.simulator.LiveDeskSimulator;
import io.github.livedesk.camel.simulator.LiveDeskTest;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.apache.camel.CamelContext;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.main.Main;
import org.apache.camel.test.junit5.CamelTestSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;

/** Tests of users whose Camel context does not know the simulator: none of them passes. */
class UnconnectedSimulatorTest {

  private static final String HOW =
      "Connect the Camel context before it starts: with livedesk.configure(context), or with"
          + " livedesk.properties() where properties configure it. In Spring Boot @LiveDeskTest"
          + " does it";

  private static final String REAL = "https://livedesk-api.engagelab.com";

  /** As much another machine, and none: from here nothing may go out where the check fails. */
  private static final String NOBODY = "https://192.0.2.1";

  /** With the credentials of whoever runs the tests, say. */
  private static CamelContext withCredentials(CamelContext context) {
    LiveDeskConfiguration options =
        context.getComponent("livedesk", LiveDeskComponent.class).getConfiguration();
    options.setApiKey("key-of-mine");
    options.setSecretKey("secret-of-mine");
    return context;
  }

  @LiveDeskTest
  abstract static class ToRoute extends CamelTestSupport {

    @Override
    protected RoutesBuilder createRouteBuilder() {
      return new RouteBuilder() {
        @Override
        public void configure() {
          from("direct:start").filter(body().isNotNull()).to("livedesk:messages?conversationId=1");
          from("direct:dynamic").toD("livedesk:messages?conversationId=${header.conversation}");
        }
      };
    }
  }

  static class NothingIsSent extends ToRoute {
    @Override
    protected CamelContext createCamelContext() throws Exception {
      return withCredentials(super.createCamelContext());
    }

    @Test
    void nothingIsSentForAnEmptyOrder(LiveDeskSimulator livedesk) {
      template().sendBody("direct:start", null);
      assertThat(livedesk.requests()).isEmpty();
    }
  }

  @Test
  void noContextStartsThatLeadsToTheRealLiveDesk() {
    assertThat(failureOf(NothingIsSent.class))
        .contains(
            "NothingIsSent has a LiveDesk simulator, but livedesk://messages leads to " + REAL)
        .contains(HOW)
        .doesNotContain("secret-of-mine");
  }

  @TestInstance(TestInstance.Lifecycle.PER_CLASS)
  static class OneInstance extends NothingIsSent {}

  @Test
  void norWhereAllTestsHaveOneInstance() {
    assertThat(failureOf(OneInstance.class)).contains("livedesk://messages leads to " + REAL);
  }

  @LiveDeskTest
  static class DynamicSend {
    @Test
    void sends() throws Exception {
      try (var context = new DefaultCamelContext()) {
        withCredentials(context);
        context
            .getComponent("livedesk", LiveDeskComponent.class)
            .getConfiguration()
            .setBaseUrl(NOBODY);
        context.addRoutes(
            new RouteBuilder() {
              @Override
              public void configure() {
                from("direct:start").toD("livedesk:messages?conversationId=${body}");
              }
            });
        context.start();
        context.createProducerTemplate().sendBody("direct:start", "141");
      }
    }
  }

  @Test
  void noDynamicSendGoesToAnotherMachine() {
    assertThat(failureOf(DynamicSend.class)).contains("livedesk://messages leads to " + NOBODY);
  }

  @LiveDeskTest
  static class AnotherThread {
    @Test
    void sends() throws Exception {
      var main = new Main();
      main.addInitialProperty("camel.component.livedesk.base-url", NOBODY);
      main.addInitialProperty("camel.component.livedesk.api-key", "k");
      main.addInitialProperty("camel.component.livedesk.secret-key", "s");
      main.configure()
          .addRoutesBuilder(
              new RouteBuilder() {
                @Override
                public void configure() {
                  from("timer:once?repeatCount=1&delay=0").to("livedesk:messages?conversationId=1");
                }
              });
      var failure = new Throwable[1];
      var thread =
          new Thread(
              () -> {
                try {
                  main.start();
                } catch (Exception e) {
                  failure[0] = e;
                }
              });
      thread.start();
      thread.join();
      throw new AssertionError(failure[0]);
    }
  }

  @Test
  void norAContextThatRunsOnAThreadOfItsOwn() {
    assertThat(failureOf(AnotherThread.class)).contains("livedesk://messages leads to " + NOBODY);
  }

  @LiveDeskTest
  static class AnotherSimulator {
    @Test
    void nothingComes(LiveDeskSimulator livedesk) throws Exception {
      try (var other = LiveDeskSimulator.start();
          var context = new DefaultCamelContext()) {
        other.configure(context);
        context.start();
        context.createProducerTemplate().sendBody("livedesk:messages?conversationId=1", "hello");
        throw new AssertionError("the test's own: " + livedesk.requests().size() + " came");
      }
    }

    @Test
    void nothingNeedsToCome() throws Exception {
      try (var other = LiveDeskSimulator.start();
          var context = new DefaultCamelContext()) {
        other.configure(context);
        context.start();
        context.getEndpoint("livedesk:messages?conversationId=1");
      }
    }
  }

  @Test
  void aTestFailsWhoseContextLeadsElsewhereOnThisMachine() {
    List<Throwable> failures = failuresOf(AnotherSimulator.class);

    assertThat(failures).hasSize(2).allSatisfy(it -> assertThat(printed(it)).contains(HOW));
    assertThat(failures)
        .extracting(UnconnectedSimulatorTest::printed)
        .allSatisfy(
            it ->
                assertThat(it)
                    .containsPattern(
                        "AnotherSimulator has a LiveDesk simulator at http://127.0.0.1:\\d+, but"
                            + " the routes send to http://127.0.0.1:\\d+\\. "))
        .anySatisfy(it -> assertThat(it).contains("the test's own: 0 came"));
  }

  static class Connected extends ToRoute {
    private final LiveDeskSimulator livedesk;

    Connected(LiveDeskSimulator livedesk) {
      this.livedesk = livedesk;
    }

    @Override
    protected CamelContext createCamelContext() throws Exception {
      return livedesk.configure(super.createCamelContext());
    }

    @Test
    void nothingIsSentForAnEmptyOrder() {
      template().sendBody("direct:start", null);
      assertThat(livedesk.requests()).isEmpty();
    }

    @Test
    void aDynamicSendArrives() {
      template().sendBodyAndHeader("direct:dynamic", "hello", "conversation", "7");
      assertThat(livedesk.conversation(7).texts()).containsExactly("hello");
    }

    @Test
    void anEndpointMayLeadToAnotherServerOfThisMachine() {
      try (var other = LiveDeskSimulator.start()) {
        String uri = "livedesk:messages?conversationId=1&baseUrl=" + other.url();
        template().sendBody(uri, "hello");
        assertThat(other.conversation(1).texts()).containsExactly("hello");
      }
    }
  }

  @Test
  void aConnectedTestMaySendNothingAndElsewhere() {
    run(Connected.class).testEvents().assertStatistics(it -> it.started(3).succeeded(3));
  }

  @Test
  void withoutASimulatorAContextLeadsWhereItLikes() throws Exception {
    try (var context = new DefaultCamelContext()) {
      withCredentials(context);
      context.start();

      assertThat(context.getEndpoint("livedesk:messages?conversationId=1")).isNotNull();
    }
  }

  @Test
  void aContextThatHasStartedIsNotConfigured() throws Exception {
    try (var livedesk = LiveDeskSimulator.start();
        var context = new DefaultCamelContext()) {
      context.getCamelContextExtension().setName("shop");
      context.start();

      assertThatThrownBy(() -> livedesk.configure(context))
          .isInstanceOf(IllegalStateException.class)
          .hasMessage(
              "configure(context) comes too late: the Camel context shop has started, or has an"
                  + " endpoint of livedesk already, and goes on sending where it sent before."
                  + " Call it before the start, as in createCamelContext(); in Spring Boot use"
                  + " @LiveDeskTest");
    }
  }

  @Test
  void norOneThatHasAnEndpoint() throws Exception {
    try (var livedesk = LiveDeskSimulator.start();
        var context = new DefaultCamelContext()) {
      withCredentials(context);
      context.getEndpoint("livedesk:messages?conversationId=1");

      assertThatThrownBy(() -> livedesk.configure(context))
          .hasMessageStartingWith("configure(context) comes too late");
    }
  }

  private static EngineExecutionResults run(Class<?> tests) {
    return EngineTestKit.engine("junit-jupiter").selectors(selectClass(tests)).execute();
  }

  private static List<Throwable> failuresOf(Class<?> tests) {
    return run(tests).allEvents().finished().stream()
        .map(event -> event.getRequiredPayload(TestExecutionResult.class))
        .flatMap(result -> result.getThrowable().stream())
        .toList();
  }

  private static String failureOf(Class<?> tests) {
    List<Throwable> failures = failuresOf(tests);
    assertThat(failures).hasSize(1);
    return printed(failures.get(0));
  }

  /** With its causes and what else failed, as a build prints it. */
  private static String printed(Throwable failure) {
    var text = new StringWriter();
    failure.printStackTrace(new PrintWriter(text));
    return text.toString();
  }
}
