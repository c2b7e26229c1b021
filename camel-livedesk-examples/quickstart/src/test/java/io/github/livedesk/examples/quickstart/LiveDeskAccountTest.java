// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.livedesk.camel.simulator.LiveDeskSimulator;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which LiveDesk the example talks to. */
class LiveDeskAccountTest {

  private static final Map<String, String> WHOLE =
      Map.of(
          "LIVEDESK_API_KEY", "key-of-mine",
          "LIVEDESK_SECRET_KEY", "secret-of-mine",
          "LIVEDESK_CONVERSATION_ID", "815");

  @Test
  void isNoneWhereTheEnvironmentHasNothingOfIt() {
    assertThat(LiveDeskAccount.real(Map.of("PATH", "/bin", "LIVEDESK_API", "v2"))).isEmpty();
  }

  @Test
  void isNoneWhereTheEnvironmentHasOnlyBlankValues() {
    assertThat(
            LiveDeskAccount.real(
                Map.of(
                    "LIVEDESK_API_KEY", "",
                    "LIVEDESK_SECRET_KEY", " ",
                    "LIVEDESK_CONVERSATION_ID", "")))
        .isEmpty();
  }

  static Stream<Map<String, String>> parts() {
    return Stream.concat(
        WHOLE.entrySet().stream().map(only -> Map.of(only.getKey(), only.getValue())),
        WHOLE.keySet().stream().map(LiveDeskAccountTest::without));
  }

  @ParameterizedTest
  @MethodSource("parts")
  void saysWhatToSetWhereTheEnvironmentHasOnlyAPart(Map<String, String> part) {
    assertThatThrownBy(() -> LiveDeskAccount.real(part))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "For the real LiveDesk set all of LIVEDESK_API_KEY, LIVEDESK_SECRET_KEY and"
                + " LIVEDESK_CONVERSATION_ID");
  }

  @ParameterizedTest
  @ValueSource(strings = {"LIVEDESK_API_KEY", "LIVEDESK_SECRET_KEY", "LIVEDESK_CONVERSATION_ID"})
  void takesABlankValueAsNotSet(String name) {
    Map<String, String> environment = without(name);
    environment.put(name, " ");

    assertThatThrownBy(() -> LiveDeskAccount.real(environment))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("For the real LiveDesk set all of ");
  }

  @Test
  void hasTheConversationOfTheEnvironment() {
    assertThat(whole().conversationId()).isEqualTo("815");
  }

  @Test
  void hasTheCredentialsOfTheEnvironmentAndTheComponentsOwnUrl() {
    assertThat(whole().options())
        .containsOnly(
            Map.entry("camel.component.livedesk.api-key", "key-of-mine"),
            Map.entry("camel.component.livedesk.secret-key", "secret-of-mine"));
  }

  @Test
  void isCalledTheRealLiveDesk() {
    assertThat(whole().title()).isEqualTo("the real LiveDesk");
  }

  @Test
  void hasUrlAndCredentialsOfTheSimulator() {
    try (var livedesk = LiveDeskSimulator.start(0, "key-of-its-own", "secret-of-its-own")) {
      var account = LiveDeskAccount.simulated(livedesk);

      assertThat(account.options())
          .containsOnly(
              Map.entry("camel.component.livedesk.base-url", livedesk.url()),
              Map.entry("camel.component.livedesk.api-key", "key-of-its-own"),
              Map.entry("camel.component.livedesk.secret-key", "secret-of-its-own"));
    }
  }

  @Test
  void isCalledASimulatedLiveDeskAtItsUrl() {
    try (var livedesk = LiveDeskSimulator.start()) {
      var account = LiveDeskAccount.simulated(livedesk);

      assertThat(account.title()).isEqualTo("a simulated LiveDesk at " + livedesk.url());
      assertThat(account.conversationId()).isEqualTo("141");
    }
  }

  @Test
  void showsNoCredentialsAsText() {
    assertThat(whole().toString()).doesNotContain("key-of-mine").doesNotContain("secret-of-mine");
  }

  private static LiveDeskAccount whole() {
    return LiveDeskAccount.real(WHOLE).orElseThrow();
  }

  private static Map<String, String> without(String name) {
    var part = new HashMap<>(WHOLE);
    part.remove(name);
    return part;
  }
}
