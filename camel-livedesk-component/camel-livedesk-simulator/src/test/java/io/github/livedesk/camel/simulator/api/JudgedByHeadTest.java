// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.simulator.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.livedesk.camel.simulator.ApiClient;
import io.github.livedesk.camel.simulator.LiveDeskSimulator;
import io.github.livedesk.camel.simulator.LiveDeskSimulatorExtension;
import io.github.livedesk.camel.simulator.RawClient;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Credentials and path are judged before anything comes of a body. */
@Timeout(300)
@ExtendWith(LiveDeskSimulatorExtension.class)
class JudgedByHeadTest {

  private static final String WRONG = "Authorization: Basic wrong";

  private final LiveDeskSimulator livedesk;
  private final String right;

  JudgedByHeadTest(LiveDeskSimulator livedesk) {
    this.livedesk = livedesk;
    this.right = "Authorization: " + ApiClient.basic(livedesk.apiKey(), livedesk.secretKey());
  }

  private String replyToHead(String path, String... headers) throws IOException {
    try (var client = new RawClient(livedesk.url())) {
      String head = String.join("\r\n", headers);
      return client.write(RawClient.post(path, "Host: localhost", head)).reply();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Content-Length: 39000000",
        "Content-Length: 65537",
        "Content-Length: 99000000000",
        "Transfer-Encoding: chunked",
        "Expect: 100-continue\r\nContent-Length: 39000000",
        "Expect: 100-continue\r\nContent-Length: 5",
      })
  void wrongCredentials(String announced) throws IOException {
    assertThat(replyToHead(ApiClient.messagesOf("141"), WRONG, announced))
        .startsWith("HTTP/1.1 401 ")
        .contains("Invalid API key or API secret");
    assertThat(livedesk.requests()).singleElement().matches(it -> it.body().length == 0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/nowhere", "/api/v2/accounts/conversations/1/messages/x/retries"})
  void aWrongPath(String path) throws IOException {
    assertThat(replyToHead(path, right, "Content-Length: 39000000")).startsWith("HTTP/1.1 404 ");
  }

  /** A client that asks first may wait for ever. */
  @ParameterizedTest
  @CsvSource({
    "Content-Length: 19, '', ''",
    "Transfer-Encoding: chunked, '13\r\n', '\r\n0\r\n\r\n'",
  })
  void whoAsksFirstIsToldToGoOn(String length, String before, String after) throws IOException {
    try (var client = new RawClient(livedesk.url())) {
      for (int i = 0; i < 2; i++) {
        client.write(
            RawClient.post(
                ApiClient.messagesOf("141"),
                "Host: localhost",
                right,
                "Content-Type: application/json",
                "Expect: 100-continue",
                length));
        assertThat(client.reply()).startsWith("HTTP/1.1 100 ");
        client.write(before + "{\"content\":\"Hello\"}" + after);
        assertThat(client.reply()).startsWith("HTTP/1.1 200 ");
      }
    }
  }

  @Test
  void whatIsSentAllTheSameDoesNotHideTheAnswer() throws IOException {
    try (var client = new RawClient(livedesk.url())) {
      client.write(
          RawClient.post(
              ApiClient.messagesOf("141"), "Host: localhost", WRONG, "Content-Length: 39000000"));
      client.writeAsLongAsItTakes("x".repeat(1_000_000), 39);

      assertThat(client.reply()).startsWith("HTTP/1.1 401 ");
      // And the connection goes on.
      client.write("GET /simulator/state HTTP/1.1\r\nHost: localhost\r\n\r\n");
      assertThat(client.reply()).startsWith("HTTP/1.1 200 ");
    }
  }
}
