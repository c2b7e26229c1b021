// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The options of the stand-alone simulator. */
class SimulatorMainTest {

  @Test
  void startsOnAFreePortForPortZero() {
    try (var livedesk = SimulatorMain.start("--port=0")) {
      assertThat(livedesk.port()).isPositive().isNotEqualTo(8089);
    }
  }

  @Test
  void startsOnTheGivenPort() {
    int port;
    try (var free = LiveDeskSimulator.start()) {
      port = free.port();
    }

    try (var livedesk = SimulatorMain.start("--port=" + port)) {
      assertThat(livedesk.port()).isEqualTo(port);
    }
  }

  @Test
  void listensOnTheLoopbackAddressOnly() {
    try (var livedesk = SimulatorMain.start("--port=0")) {
      assertThat(livedesk.url()).isEqualTo("http://127.0.0.1:" + livedesk.port());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"--host=0.0.0.0", "--host=127.0.0.1", "--host=localhost"})
  void listensOnTheGivenAddress(String option) {
    try (var livedesk = SimulatorMain.start("--port=0", option)) {
      assertThat(livedesk.url()).isEqualTo("http://127.0.0.1:" + livedesk.port());
      assertThat(new ApiClient(livedesk).sendText("141", "Hello").status()).isEqualTo(200);
    }
  }

  /** Of documentation, and of no machine; a name that nobody has. */
  @ParameterizedTest
  @ValueSource(strings = {"192.0.2.1", "no-such-host.invalid", "a b"})
  void refusesAnAddressThatIsNotOfThisMachine(String host) {
    assertThatThrownBy(() -> SimulatorMain.start("--port=0", "--host=" + host).close())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "--host takes an address of this machine, such as 127.0.0.1, or 0.0.0.0 for all of"
                + " them, found '%s'",
            host);
  }

  @Test
  void takesOptionsInTwoWordsToo() {
    try (var livedesk = SimulatorMain.start("--api-key", "a", "--port", "0", "--secret-key", "b")) {
      assertThat(livedesk.apiKey()).isEqualTo("a");
      assertThat(livedesk.secretKey()).isEqualTo("b");
    }
  }

  @Test
  void takesNoOptionForTheValueOfAnother() {
    assertThatThrownBy(() -> SimulatorMain.start("--api-key", "--port", "0").close())
        .hasMessage("--api-key takes a value, as in --api-key=VALUE");
  }

  @Test
  void hasTheDefaultCredentialsUnlessToldOtherwise() {
    try (var livedesk = SimulatorMain.start("--port=0")) {
      assertThat(livedesk.apiKey()).isEqualTo(LiveDeskSimulator.DEFAULT_API_KEY);
      assertThat(livedesk.secretKey()).isEqualTo(LiveDeskSimulator.DEFAULT_SECRET_KEY);
    }
  }

  @Test
  @SuppressWarnings("deprecation")
  void takesTheSecretByItsOldName() {
    try (var livedesk = SimulatorMain.start("--port=0", "--api-secret=b")) {
      assertThat(livedesk.secretKey()).isEqualTo("b").isEqualTo(livedesk.apiSecret());
    }
  }

  @Test
  void takesCredentialsWithEqualsSigns() {
    try (var livedesk = SimulatorMain.start("--secret-key=b=2=", "--port=0", "--api-key=a=1")) {
      assertThat(livedesk.apiKey()).isEqualTo("a=1");
      assertThat(livedesk.secretKey()).isEqualTo("b=2=");
      assertThat(new ApiClient(livedesk).sendText("141", "Hello").status()).isEqualTo(200);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--port",
        "--port=",
        "--port=-1",
        "--port=65536",
        "--port=99999",
        "--port=123456",
        "--port=80a",
        "--port= 80",
      })
  void refusesAPortThatIsNone(String option) {
    assertThatThrownBy(() -> SimulatorMain.start(option).close())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("--port takes a number from 0 to 65535, found '");
  }

  @ParameterizedTest
  @CsvSource({
    "--host, --host",
    "--host=, --host",
    "--api-key, --api-key",
    "--api-key=, --api-key",
    "'--api-key= ', --api-key",
    "--secret-key, --secret-key",
    "--secret-key=, --secret-key",
    "'--secret-key= ', --secret-key",
  })
  void refusesBlankValues(String option, String name) {
    assertThatThrownBy(() -> SimulatorMain.start("--port=0", option).close())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("%s takes a value, as in %s=VALUE", name, name);
  }

  @ParameterizedTest
  @CsvSource({
    "--help, --help",
    "port=0, port",
    "--Port=0, --Port",
    "'', ''",
    "--api-token=very-secret, --api-token"
  })
  void refusesUnknownOptionsWithoutRepeatingTheirValue(String option, String name) {
    assertThatThrownBy(() -> SimulatorMain.start("--port=0", option).close())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Unknown option " + name);
  }

  @Test
  void keepsAsManyMessagesAsItIsTold() {
    try (var livedesk = SimulatorMain.start("--port=0", "--messages", "2", "--memory=1")) {
      var client = new ApiClient(livedesk);
      List.of("a", "b", "c").forEach(text -> client.sendText("141", text));

      assertThat(livedesk.conversation(141).texts()).containsExactly("b", "c");
    }
  }

  @Test
  void setsTheDeskUpAsItIsTold() {
    try (var livedesk =
        SimulatorMain.start(
            "--strict-conversations",
            "--port=0",
            "--one-conversation-only",
            "--throttled-searches")) {
      var client = new ApiClient(livedesk);
      StoredContact ann = livedesk.contact().identifier("crm-1").inbox(702).create();

      assertThat(client.sendText("141", "Hello").status()).isEqualTo(404);
      assertThat(livedesk.conversationWith(ann, 702).id())
          .isEqualTo(livedesk.conversationWith(ann, 702).id());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--strict-conversations=true",
        "--one-conversation-only=",
        "--throttled-searches=100"
      })
  void refusesAValueWhereThereIsNone(String option) {
    assertThatThrownBy(() -> SimulatorMain.start("--port=0", option).close())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("%s takes no value", option.split("=", 2)[0]);
  }

  @Test
  void closesIdleConnectionsWhenItIsTold() throws IOException {
    try (var livedesk = SimulatorMain.start("--port=0", "--idle-timeout=1");
        var client = new RawClient(livedesk.url())) {
      assertThat(client.isClosed()).isTrue();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "--memory=0, --memory takes a number from 1 to 1048576",
    "--memory=64m, --memory takes a number from 1 to 1048576",
    "--memory, --memory takes a number from 1 to 1048576",
    "--messages=0, --messages takes a number from 1 to 999999999",
    "--messages=-1, --messages takes a number from 1 to 999999999",
    "--idle-timeout=0, --idle-timeout takes a number from 1 to 86400",
    "--idle-timeout=86401, --idle-timeout takes a number from 1 to 86400",
    "--idle-timeout=99999999999, --idle-timeout takes a number from 1 to 86400",
  })
  void refusesBoundsThatAreNone(String option, String message) {
    assertThatThrownBy(() -> SimulatorMain.start("--port=0", option).close())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(message + ", found '");
  }

  @Test
  void greetsWithWhatToSet() {
    try (var livedesk = LiveDeskSimulator.start()) {
      assertThat(greeting(livedesk))
          .contains(
              "LiveDesk simulator at " + livedesk.url(),
              "  camel.component.livedesk.api-key=simulator-key",
              "  camel.component.livedesk.secret-key=simulator-secret",
              "  camel.component.livedesk.base-url=" + livedesk.url())
          .anyMatch(line -> line.contains(".to(\"livedesk:messages?conversationId=141\")"))
          .contains("          uri: livedesk:messages");
    }
  }

  @Test
  void neverPrintsASecretOfTheUsersOwn() {
    try (var livedesk = SimulatorMain.start("--port=0", "--secret-key=hunter2")) {
      assertThat(greeting(livedesk))
          .contains("  camel.component.livedesk.secret-key=(yours)")
          .noneMatch(line -> line.contains("hunter2"));
    }
  }

  private static List<String> greeting(LiveDeskSimulator livedesk) {
    var bytes = new ByteArrayOutputStream();
    SimulatorMain.greet(livedesk, new PrintStream(bytes, true, UTF_8));
    return bytes.toString(UTF_8).lines().toList();
  }
}
