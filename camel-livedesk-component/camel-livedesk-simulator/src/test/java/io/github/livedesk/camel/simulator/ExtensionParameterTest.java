// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.ExtendWith;

/** Where the extension gives a simulator, tried by having it given. */
@ExtendWith(LiveDeskSimulatorExtension.class)
class ExtensionParameterTest {

  private static LiveDeskSimulator ofBeforeAll;
  private final LiveDeskSimulator ofConstructor;
  private LiveDeskSimulator ofBeforeEach;

  ExtensionParameterTest(LiveDeskSimulator livedesk) {
    ofConstructor = livedesk;
  }

  @BeforeAll
  static void keep(LiveDeskSimulator livedesk) {
    ofBeforeAll = livedesk;
  }

  @BeforeEach
  void keepAndUse(LiveDeskSimulator livedesk) {
    ofBeforeEach = livedesk;
    new ApiClient(livedesk).sendText("141", "Said before the test");
  }

  @AfterEach
  void isGivenToAfterEach(LiveDeskSimulator livedesk) {
    assertThat(livedesk).isSameAs(ofConstructor);
  }

  @Test
  void isGivenToATestMethod(LiveDeskSimulator livedesk) {
    assertThat(new ApiClient(livedesk).sendText("141", "Hello").status()).isEqualTo(200);
  }

  @Test
  void isTheSameInTestMethodAndBeforeEach(LiveDeskSimulator livedesk) {
    assertThat(ofBeforeEach).isSameAs(livedesk);
  }

  @Test
  void isTheSameInTestMethodAndConstructor(LiveDeskSimulator livedesk) {
    assertThat(ofConstructor).isSameAs(livedesk);
  }

  @Test
  void isTheSameInTestMethodAndBeforeAll(LiveDeskSimulator livedesk) {
    assertThat(ofBeforeAll).isSameAs(livedesk);
  }

  @Test
  void stillHasInTheTestWhatBeforeEachSent(LiveDeskSimulator livedesk) {
    assertThat(livedesk.messages("141"))
        .extracting(StoredMessage::content)
        .containsExactly("Said before the test");
  }

  @Test
  void leavesOtherParametersToOtherExtensions(TestInfo test, LiveDeskSimulator livedesk) {
    assertThat(test.getDisplayName()).startsWith("leavesOtherParametersToOtherExtensions");
    assertThat(livedesk).isSameAs(ofConstructor);
  }
}
