// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.EventConditions;
import org.junit.platform.testkit.engine.TestExecutionResultConditions;

/** What the extension does before, between and after the tests of a class: runs such classes. */
class ExtensionLifeCycleTest {

  /** The simulators that the classes below were given, in the order of their tests. */
  private static final List<LiveDeskSimulator> GIVEN = new ArrayList<>();

  @BeforeEach
  void forgetFormerRuns() {
    GIVEN.clear();
  }

  @Test
  void givesAnEmptySimulatorToEachTest() {
    assertAllSucceed(ThreeTestsThatSend.class, 3);
  }

  @Test
  void givesTheSameSimulatorToAllTestsOfAClass() {
    assertAllSucceed(ThreeTestsThatSend.class, 3);

    assertThat(GIVEN).hasSize(3).allMatch(livedesk -> livedesk == GIVEN.get(0));
  }

  @Test
  void givesAnotherSimulatorToAnotherRun() {
    assertAllSucceed(ThreeTestsThatSend.class, 3);
    assertAllSucceed(ThreeTestsThatSend.class, 3);

    assertThat(GIVEN).hasSize(6);
    assertThat(GIVEN.get(3)).isNotSameAs(GIVEN.get(0));
  }

  @Test
  void closesTheSimulatorAfterTheClass() {
    assertAllSucceed(ThreeTestsThatSend.class, 3);

    assertThatThrownBy(() -> GIVEN.get(2).url()).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void closesTheSimulatorOfAClassBeforeItStartsThatOfTheNext() {
    EngineTestKit.engine("junit-jupiter")
        .selectors(selectClass(OneClass.class), selectClass(AnotherClass.class))
        .execute()
        .testEvents()
        .assertStatistics(events -> events.started(2).succeeded(2));
  }

  @Test
  void closesTheSimulatorAfterTheClassAlsoWhenATestFailed() {
    run(ATestThatFails.class).testEvents().assertStatistics(events -> events.failed(1));

    assertThatThrownBy(() -> GIVEN.get(0).url()).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void keepsTheSimulatorOpenUntilTheClassIsThroughItsAfterAll() {
    EngineExecutionResults results = run(AnAfterAllThatSends.class);

    results.allEvents().assertStatistics(events -> events.failed(0));
    assertThat(GIVEN.get(0).requests()).hasSize(2);
    assertThatThrownBy(() -> GIVEN.get(0).url()).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void sharesTheSimulatorWithNestedClassesAndClosesItAfterAllOfThem() {
    assertAllSucceed(OuterAndNestedTests.class, 3);

    assertThat(GIVEN).hasSize(3).allMatch(livedesk -> livedesk == GIVEN.get(0));
    assertThatThrownBy(() -> GIVEN.get(0).url()).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void closesTheSimulatorOfANestedClassWhoseOuterClassHasNone() {
    assertAllSucceed(OnlyNestedTests.class, 1);

    assertThatThrownBy(() -> GIVEN.get(0).url()).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void closesTheSimulatorWhereOnlyAMethodHasTheExtension() {
    assertAllSucceed(AMethodWithTheExtension.class, 1);

    assertThatThrownBy(() -> GIVEN.get(0).url()).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void closesTheSimulatorAfterEachTestWhereTheExtensionIsAnInstanceField() {
    assertAllSucceed(AnInstanceField.class, 2);

    assertThatThrownBy(() -> GIVEN.get(1).url()).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void leavesParametersOfOtherTypesAlone() {
    run(AParameterOfAnotherType.class)
        .testEvents()
        .assertThatEvents()
        .haveExactly(
            1,
            EventConditions.finishedWithFailure(
                TestExecutionResultConditions.instanceOf(ParameterResolutionException.class)));
  }

  private static EngineExecutionResults run(Class<?> tests) {
    return EngineTestKit.engine("junit-jupiter").selectors(selectClass(tests)).execute();
  }

  private static void assertAllSucceed(Class<?> tests, int count) {
    EngineExecutionResults results = run(tests);
    results.testEvents().assertStatistics(events -> events.started(count).succeeded(count));
    results.containerEvents().assertStatistics(events -> events.failed(0));
  }

  private static void isTheOnlyOpenOne(LiveDeskSimulator livedesk) {
    for (LiveDeskSimulator former : GIVEN) {
      assertThatThrownBy(former::url).isInstanceOf(IllegalStateException.class);
    }
    isEmptyAndOpen(livedesk);
  }

  private static void isEmptyAndOpen(LiveDeskSimulator livedesk) {
    GIVEN.add(livedesk);
    assertThat(livedesk.requests()).isEmpty();
    assertThat(livedesk.conversationIds()).isEmpty();
    ApiClient.Answer answer = new ApiClient(livedesk).sendText("141", "Hello");
    assertThat(answer.json().path("id").longValue()).isEqualTo(1);
  }

  @ExtendWith(LiveDeskSimulatorExtension.class)
  static class ThreeTestsThatSend {
    @RepeatedTest(3)
    void findsItEmpty(LiveDeskSimulator livedesk) {
      isEmptyAndOpen(livedesk);
    }
  }

  @ExtendWith(LiveDeskSimulatorExtension.class)
  static class OneClass {
    @Test
    void hasTheOnlyOpenOne(LiveDeskSimulator livedesk) {
      isTheOnlyOpenOne(livedesk);
    }
  }

  @ExtendWith(LiveDeskSimulatorExtension.class)
  static class AnotherClass {
    @Test
    void hasTheOnlyOpenOne(LiveDeskSimulator livedesk) {
      isTheOnlyOpenOne(livedesk);
    }
  }

  @ExtendWith(LiveDeskSimulatorExtension.class)
  static class ATestThatFails {
    @Test
    void fails(LiveDeskSimulator livedesk) {
      GIVEN.add(livedesk);
      throw new AssertionError("meant to fail");
    }
  }

  @ExtendWith(LiveDeskSimulatorExtension.class)
  static class AnAfterAllThatSends {
    @Test
    void sends(LiveDeskSimulator livedesk) {
      isEmptyAndOpen(livedesk);
    }

    @AfterAll
    static void sendsAgain(LiveDeskSimulator livedesk) {
      new ApiClient(livedesk).sendText("141", "Hello again");
    }
  }

  @ExtendWith(LiveDeskSimulatorExtension.class)
  static class OuterAndNestedTests {
    @Test
    void isOfTheOuterClass(LiveDeskSimulator livedesk) {
      isEmptyAndOpen(livedesk);
    }

    @Nested
    class First {
      @Test
      void isOfTheNestedClass(LiveDeskSimulator livedesk) {
        isEmptyAndOpen(livedesk);
      }
    }

    @Nested
    class Second {
      @Test
      void isOfTheNestedClass(LiveDeskSimulator livedesk) {
        isEmptyAndOpen(livedesk);
      }
    }
  }

  @ExtendWith(LiveDeskSimulatorExtension.class)
  static class OnlyNestedTests {
    @Nested
    class Inner {
      @Test
      void isOfTheNestedClass(LiveDeskSimulator livedesk) {
        isEmptyAndOpen(livedesk);
      }
    }
  }

  static class AMethodWithTheExtension {
    @Test
    @ExtendWith(LiveDeskSimulatorExtension.class)
    void sends(LiveDeskSimulator livedesk) {
      isEmptyAndOpen(livedesk);
    }
  }

  static class AnInstanceField {
    @RegisterExtension
    final LiveDeskSimulatorExtension extension = new LiveDeskSimulatorExtension();

    @RepeatedTest(2)
    void sends(LiveDeskSimulator livedesk) {
      isTheOnlyOpenOne(livedesk);
    }
  }

  @ExtendWith(LiveDeskSimulatorExtension.class)
  static class AParameterOfAnotherType {
    @Test
    void takesText(CharSequence text) {
      throw new AssertionError("never run with " + text);
    }
  }
}
