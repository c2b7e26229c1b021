// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.springboot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.github.livedesk.camel.simulator.LiveDeskSimulator;
import io.github.livedesk.camel.simulator.LiveDeskTest;
import java.util.ArrayList;
import java.util.List;
import org.apache.camel.ProducerTemplate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.annotation.DirtiesContext;

/** Tests of users with {@link LiveDeskTest} in Spring Boot, run as they run. */
class SimulatorInSpringTest {

  /** The simulators that the classes below were given. */
  private static final List<LiveDeskSimulator> GIVEN = new ArrayList<>();

  /** What an application has for production. */
  @SpringBootTest(
      classes = SenderApplication.class,
      properties = {
        "camel.component.livedesk.base-url=https://livedesk-api.engagelab.com",
        "camel.component.livedesk.api-key={{env:NOT_SET_IN_TESTS}}",
        "camel.component.livedesk.secretKey={{env:NOT_SET_IN_TESTS}}"
      })
  @LiveDeskTest
  abstract static class Application {

    @Autowired ProducerTemplate camel;

    void send(LiveDeskSimulator livedesk) {
      GIVEN.add(livedesk);
      assertThat(livedesk.requests()).isEmpty();
      camel.sendBody("livedesk:messages?conversationId=141", "hello");
      assertThat(livedesk.conversation(141).texts()).containsExactly("hello");
    }
  }

  static class Parameter extends Application {
    @Test
    void sends(LiveDeskSimulator livedesk) {
      send(livedesk);
    }

    @Test
    void sendsAgain(LiveDeskSimulator livedesk) {
      send(livedesk);
    }

    @Nested
    class Inner {
      @Test
      void sends(LiveDeskSimulator livedesk) {
        send(livedesk);
      }
    }
  }

  @TestInstance(TestInstance.Lifecycle.PER_CLASS)
  static class Constructor extends Application {
    private final LiveDeskSimulator livedesk;
    @Autowired private LiveDeskSimulator bean;

    Constructor(LiveDeskSimulator livedesk) {
      this.livedesk = livedesk;
    }

    @Test
    void sends() {
      assertThat(bean).isSameAs(livedesk);
      send(livedesk);
    }
  }

  @DirtiesContext
  static class Dirty extends Application {
    @Test
    void sends(LiveDeskSimulator livedesk) {
      send(livedesk);
    }
  }

  /** The extension first: after a test it comes last, when Spring has closed the context. */
  @LiveDeskTest
  @SpringBootTest(classes = SenderApplication.class)
  @DirtiesContext(classMode = DirtiesContext.ClassMode.AFTER_EACH_TEST_METHOD)
  static class DirtyAfterEach {
    @RepeatedTest(2)
    void looks(LiveDeskSimulator livedesk) {
      GIVEN.add(livedesk);
    }
  }

  /** One that has nothing to do with Spring, beside the others. */
  @LiveDeskTest
  static class Plain {
    @Test
    void hasASimulatorOfItsOwn(LiveDeskSimulator livedesk) {
      GIVEN.add(livedesk);
    }
  }

  @BeforeEach
  void forgetFormerRuns() {
    GIVEN.clear();
  }

  private static void assertAllSucceed(int count, Class<?>... tests) {
    var request = EngineTestKit.engine("junit-jupiter");
    for (Class<?> test : tests) {
      request.selectors(selectClass(test));
    }
    var results = request.execute();
    results.testEvents().assertStatistics(it -> it.started(count).succeeded(count));
    results.containerEvents().assertStatistics(it -> it.failed(0));
  }

  @Test
  void theContextIsConnectedWhateverItsProperties() {
    assertAllSucceed(3, Parameter.class);
  }

  @Test
  void classesThatAreConfiguredAlikeShareIt() {
    assertAllSucceed(4, Parameter.class, Constructor.class);

    assertThat(GIVEN).hasSize(4).allMatch(it -> it == GIVEN.get(0));
  }

  @Test
  void itEndsWithItsContext() {
    assertAllSucceed(1, Dirty.class);

    assertThat(GIVEN).hasSize(1);
    assertThatThrownBy(GIVEN.get(0)::url).isInstanceOf(IllegalStateException.class);
  }

  /** A context that does not start. */
  @SpringBootTest(
      classes = SenderApplication.class,
      properties = "camel.component.livedesk.proxy-port=99999999")
  @LiveDeskTest
  static class WrongOption {
    @Test
    void neverRuns() {
      throw new AssertionError();
    }
  }

  @Test
  void aContextThatDoesNotStartIsTheOnlyFailure() {
    var failures =
        EngineTestKit.engine("junit-jupiter")
            .selectors(selectClass(WrongOption.class))
            .execute()
            .testEvents()
            .failed()
            .stream()
            .flatMap(it -> it.getRequiredPayload(TestExecutionResult.class).getThrowable().stream())
            .toList();

    assertThat(failures)
        .singleElement()
        .satisfies(it -> assertThat(it).hasMessageContaining("Failed to load ApplicationContext"))
        .satisfies(it -> assertThat(it.getSuppressed()).isEmpty());
  }

  @Test
  void aTestMayEndWithItsContext() {
    assertAllSucceed(2, DirtyAfterEach.class);

    assertThat(GIVEN).doesNotHaveDuplicates().hasSize(2);
  }

  @Test
  void testsWithoutSpringHaveTheirOwn() {
    assertAllSucceed(2, Dirty.class, Plain.class);

    assertThat(GIVEN.get(1)).isNotSameAs(GIVEN.get(0));
  }
}
