// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.simulator.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.livedesk.camel.simulator.ApiClient;
import io.github.livedesk.camel.simulator.LiveDeskSimulator;
import io.github.livedesk.camel.simulator.RawClient;
import io.github.livedesk.camel.simulator.SimulatorOptions;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Connections on which nothing happens are closed. */
@Timeout(300)
@Tag("slow")
class IdleConnectionTest {

  private static final int IDLE_MILLIS = 3_000;

  private final LiveDeskSimulator livedesk =
      LiveDeskSimulator.start(
          SimulatorOptions.builder().idleTimeout(Duration.ofMillis(IDLE_MILLIS)).build());
  private final String credentials =
      "Authorization: " + ApiClient.basic(livedesk.apiKey(), livedesk.secretKey());

  @AfterEach
  void close() {
    livedesk.close();
  }

  private String message(String... headers) {
    return RawClient.post(
        ApiClient.messagesOf("141"),
        "Host: localhost",
        "Content-Type: application/json",
        String.join("\r\n", headers));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "POST /api", "GET / HTTP/1.1\r\nHost: localhost\r\n"})
  void withoutAWholeHead(String beginning) throws IOException {
    try (var client = new RawClient(livedesk.url())) {
      assertThat(client.write(beginning).isClosed()).isTrue();
    }
  }

  @Test
  void manyOfThem() throws IOException {
    var clients = new ArrayList<RawClient>();
    try {
      for (int i = 0; i < 200; i++) {
        clients.add(new RawClient(livedesk.url()));
      }
      for (RawClient client : clients) {
        assertThat(client.isClosed()).isTrue();
      }
    } finally {
      for (RawClient client : clients) {
        client.close();
      }
    }
  }

  @Test
  void afterAReply() throws IOException {
    try (var client = new RawClient(livedesk.url())) {
      client.write("GET /simulator/state HTTP/1.1\r\nHost: localhost\r\n\r\n");

      assertThat(client.reply()).startsWith("HTTP/1.1 200 ");
      assertThat(client.isClosed()).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"Content-Length: 39000000", "Transfer-Encoding: chunked"})
  void withABodyThatStopsComing(String announced) throws IOException {
    try (var first = new RawClient(livedesk.url());
        var second = new RawClient(livedesk.url());
        var third = new RawClient(livedesk.url())) {
      first.write(message(credentials, announced));
      second.write(message(credentials, announced) + "5\r\n");
      third.write(message(credentials, announced) + "5\r\nabc");

      for (RawClient client : List.of(first, second, third)) {
        assertThat(client.reply())
            .startsWith("HTTP/1.1 408 ")
            .contains("Request Timeout: nothing of the body came for 3000 ms");
        assertThat(client.isClosed()).isTrue();
      }
    }
  }

  @Test
  void withAnOrderThatStopsComing() throws IOException {
    try (var client = new RawClient(livedesk.url())) {
      client.write(
          RawClient.post(
              "/simulator/conversations/141/behaviours",
              "Host: localhost",
              "Content-Type: application/json",
              "Content-Length: 10"));

      assertThat(client.reply()).startsWith("HTTP/1.1 408 ");
      assertThat(client.isClosed()).isTrue();
    }
  }

  @Test
  void afterARefusalOfWhatNeverComes() throws IOException {
    try (var client = new RawClient(livedesk.url())) {
      client.write(message("Authorization: Basic wrong", "Content-Length: 39000000"));

      assertThat(client.reply()).startsWith("HTTP/1.1 401 ");
      assertThat(client.isClosed()).isTrue();
    }
  }

  @Test
  void butNotOneThatWaitsForItsAnswer() throws IOException {
    livedesk.conversation(141).delay(Duration.ofMillis(2 * IDLE_MILLIS));

    try (var client = new RawClient(livedesk.url())) {
      client.write(message(credentials, "Content-Length: 19") + "{\"content\":\"Hello\"}");

      assertThat(client.reply()).startsWith("HTTP/1.1 200 ");
    }
  }

  @Test
  void butNotAnInboxThatListens() throws IOException {
    try (var inbox = new RawClient(livedesk.url());
        var idle = new RawClient(livedesk.url())) {
      inbox.write("GET /simulator/events HTTP/1.1\r\nHost: localhost\r\n\r\n").reply();
      assertThat(idle.isClosed()).isTrue();
      livedesk.reset();

      assertThat(inbox.comes("data:1")).isTrue();
    }
  }
}
