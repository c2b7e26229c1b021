// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.simulator.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.livedesk.camel.simulator.LiveDeskSimulator;
import io.github.livedesk.camel.simulator.LiveDeskSimulatorExtension;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Messages that fail on demand, and the retry call. */
@ExtendWith(LiveDeskSimulatorExtension.class)
class RetryReplyTest {

  private final LiveDeskSimulator livedesk;

  RetryReplyTest(LiveDeskSimulator livedesk) {
    this.livedesk = livedesk;
  }

  private HttpResponse<String> post(String path, String body) throws Exception {
    var request =
        HttpRequest.newBuilder(
                URI.create(livedesk.url() + "/api/v2/accounts/conversations/141/messages" + path))
            .header("Authorization", "Basic c2ltdWxhdG9yLWtleTpzaW11bGF0b3Itc2VjcmV0")
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body))
            .build();
    return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
  }

  private HttpResponse<String> send() throws Exception {
    return post("", "{\"content\":\"hello\"}");
  }

  @Test
  void aMessageFailsAsToldAndGetsThroughAtTheSecondRetry() throws Exception {
    livedesk.conversation("141").failNext(2, "130429: Rate limit hit");

    assertThat(send().body())
        .contains("\"status\":\"failed\"", "\"external_error\":\"130429: Rate limit hit\"");
    assertThat(post("/1/retry", "").body()).contains("\"status\":\"failed\"");
    assertThat(post("/1/retry", "").body())
        .contains("\"id\":1", "\"status\":\"sent\"")
        .doesNotContain("external_error");
    assertThat(livedesk.messages("141")).hasSize(1);
  }

  @Test
  void onlyTheToldConversationFailsAndOnlyAsOftenAsTold() throws Exception {
    livedesk.conversation("999").failNext(1, "131026: Undeliverable");
    assertThat(send().body()).contains("\"status\":\"sent\"");

    livedesk.conversation("141").failNext(1, "131026: Undeliverable");
    assertThat(send().body()).contains("\"status\":\"failed\"");
    assertThat(send().body()).contains("\"status\":\"sent\"");
  }

  @Test
  void aMessageThatHasNotFailedIsNotRetried() throws Exception {
    send();

    assertThat(post("/1/retry", "").statusCode()).isEqualTo(422);
    assertThat(post("/2/retry", "").statusCode()).isEqualTo(404);
  }

  @Test
  void aResetForgetsWhatWasTold() throws Exception {
    livedesk.conversation("141").failNext(1, "131026: Undeliverable");
    livedesk.reset();

    assertThat(send().body()).contains("\"status\":\"sent\"");
  }
}
