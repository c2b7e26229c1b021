// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a simulator can be told when it starts. */
class SimulatorOptionsTest {

  private final SimulatorOptions.Builder options = SimulatorOptions.builder();

  @Test
  void hasDefaultsForAll() {
    SimulatorOptions defaults = options.build();

    assertThat(defaults.host()).isEqualTo("127.0.0.1");
    assertThat(defaults.port()).isZero();
    assertThat(defaults.apiKey()).isEqualTo(LiveDeskSimulator.DEFAULT_API_KEY);
    assertThat(defaults.secretKey()).isEqualTo(LiveDeskSimulator.DEFAULT_SECRET_KEY);
    assertThat(defaults.memory()).isBetween(1L << 20, 256L << 20);
    assertThat(defaults.messagesKept()).isEqualTo(Integer.MAX_VALUE);
    assertThat(defaults.idleTimeout()).isEqualTo(Duration.ofSeconds(20));
    assertThat(defaults.rules()).isEmpty();
  }

  @Test
  void setsEachOption() {
    SimulatorOptions set =
        options
            .host("0.0.0.0")
            .port(8089)
            .apiKey("a")
            .secretKey("b")
            .memory(1 << 20)
            .messagesKept(1)
            .idleTimeout(Duration.ofMillis(1))
            .rules(DeskRule.STRICT_CONVERSATIONS)
            .rules(DeskRule.THROTTLED_SEARCHES)
            .build();

    assertThat(set)
        .isEqualTo(
            new SimulatorOptions(
                "0.0.0.0",
                8089,
                "a",
                "b",
                1 << 20,
                1,
                Duration.ofMillis(1),
                Set.of(DeskRule.STRICT_CONVERSATIONS, DeskRule.THROTTLED_SEARCHES)));
  }

  @Test
  void startsASimulator() {
    var set = options.apiKey("key-of-mine").secretKey("secret-of-mine").messagesKept(1).build();

    try (var livedesk = LiveDeskSimulator.start(set)) {
      var client = new ApiClient(livedesk.url(), "key-of-mine", "secret-of-mine");

      assertThat(client.sendText("141", "a").status()).isEqualTo(200);
      assertThat(client.sendText("142", "b").status()).isEqualTo(200);
      assertThat(livedesk.conversationIds()).containsExactly("142");
    }
  }

  @Test
  void neverShowsItsSecret() {
    assertThat(options.apiKey("hunter1").secretKey("hunter2").build().toString())
        .doesNotContain("hunter");
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 65_536})
  void refusesAPortThatIsNone(int port) {
    assertRefused(options.port(port), "port takes 0 to 65535, found " + port);
  }

  @Test
  void refusesBlanks() {
    assertRefused(options.host(" "), "host takes an address of this machine, found  ");
    options.host("127.0.0.1");
    assertRefused(options.apiKey(""), "apiKey takes a key, found nothing but blanks");
    options.apiKey("a");
    assertRefused(options.secretKey(" "), "secretKey takes a secret, found nothing but blanks");
  }

  @ParameterizedTest
  @ValueSource(longs = {-1, 0, 1_048_575})
  void refusesTooLittleMemory(long memory) {
    assertRefused(options.memory(memory), "memory takes 1048576 bytes or more, found " + memory);
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0})
  void refusesToKeepNoMessage(int messages) {
    assertRefused(
        options.messagesKept(messages), "messagesKept takes 1 or more, found " + messages);
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT0S", "PT-1S", "PT0.0009S", "PT577H"})
  void refusesAnIdleTimeoutThatIsNone(Duration time) {
    assertRefused(options.idleTimeout(time), "idleTimeout takes 1 ms to 24 days, found " + time);
  }

  private static void assertRefused(SimulatorOptions.Builder wrong, String message) {
    assertThatThrownBy(wrong::build)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }
}
