// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.simulator.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.livedesk.camel.simulator.ApiClient;
import io.github.livedesk.camel.simulator.LiveDeskSimulator;
import io.github.livedesk.camel.simulator.LiveDeskSimulatorExtension;
import io.github.livedesk.camel.simulator.RawClient;
import java.io.IOException;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the links in replies lead. */
@ExtendWith(LiveDeskSimulatorExtension.class)
class DataUrlTest {

  private final LiveDeskSimulator livedesk;

  DataUrlTest(LiveDeskSimulator livedesk) {
    this.livedesk = livedesk;
  }

  private String reply(String host) throws IOException {
    String body = "--b\r\n" + ApiClient.file("a.png", "image/png") + "\r\n--b--\r\n";
    try (var client = new RawClient(livedesk.url())) {
      return client
          .write(
              RawClient.post(
                  ApiClient.messagesOf("141"),
                  "Host: " + host,
                  "Authorization: " + ApiClient.basic(livedesk.apiKey(), livedesk.secretKey()),
                  "Content-Type: multipart/form-data; boundary=b",
                  "Content-Length: " + body.length()))
          .write(body)
          .reply();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"localhost:9999", "LOCALHOST", "127.0.0.1:80", "[::1]:8089", "10.1.2.3"})
  void toTheNameOfThisMachineThatTheClientKnows(String host) throws IOException {
    assertThat(reply(host)).contains("\"data_url\":\"http://" + host + "/rails/");
  }

  @ParameterizedTest
  @ValueSource(strings = {"evil.example", "evil.example:8089", "localhost.evil.example", "8.8.8.8"})
  void toThisServerWhereTheNameIsAnotherOnes(String host) throws IOException {
    assertThat(reply(host))
        .contains("\"data_url\":\"" + livedesk.url() + "/rails/")
        .contains("\"thumb_url\":\"" + livedesk.url() + "/rails/")
        .doesNotContain(host);
  }
}
