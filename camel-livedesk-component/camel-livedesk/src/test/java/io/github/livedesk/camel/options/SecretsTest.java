// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.options;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.livedesk.camel.client.api.ApiRequest;
import io.github.livedesk.camel.client.api.MessageRequest;
import io.github.livedesk.camel.model.LiveDeskMessage;
import io.github.livedesk.camel.model.MessageAttachment;
import io.github.livedesk.camel.model.MessageSender;
import io.github.livedesk.camel.model.TextMessage;
import io.github.livedesk.camel.simulator.LiveDeskSimulator;
import io.github.livedesk.camel.testing.SimulatorTestSupport;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Neither credentials nor texts show where somebody might print them. */
class SecretsTest extends SimulatorTestSupport {

  SecretsTest(LiveDeskSimulator livedesk) {
    super(livedesk);
  }

  @Test
  void anEndpointsUriMasksItsCredentials() {
    String uri =
        TO_141 + "&apiKey=canary&secretKey=canary&proxyHost=p&proxyPort=1&baseUrl=https://x.test";
    var endpoint = context().getEndpoint(uri + "&proxyUser=canary&proxyPassword=canary").toString();

    assertThat(endpoint).contains("livedesk://messages").doesNotContain("canary");
  }

  @Test
  void messagesDoNotPrintTheirText() {
    List<Object> messages =
        List.of(
            TextMessage.builder().content("canary").build(),
            LiveDeskMessage.of(Map.of("id", 1, "content", "canary")),
            MessageSender.of(Map.of("id", 1, "name", "canary")),
            MessageAttachment.of(Map.of("id", 1, "data_url", "canary")));

    assertThat(messages).allSatisfy(it -> assertThat(it.toString()).doesNotContain("canary"));
  }

  @Test
  void requestsDoNotPrintTheirTexts() {
    Map<String, Object> attributes = Map.of("note", "canary");
    List<ApiRequest> requests =
        List.of(
            new MessageRequest.SendText("141", TextMessage.builder().content("canary").build()),
            new MessageRequest.SendFiles("141", "canary", false, attributes, List.of()),
            new MessageRequest.RetryMessage("141", "7", List.of("canary")));

    assertThat(requests).allSatisfy(it -> assertThat(it.toString()).doesNotContain("canary"));
  }
}
