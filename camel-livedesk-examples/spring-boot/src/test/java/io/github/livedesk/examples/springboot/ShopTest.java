// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.examples.springboot;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.livedesk.camel.simulator.LiveDeskSimulator;
import io.github.livedesk.camel.simulator.LiveDeskTest;
import io.github.livedesk.camel.simulator.StoredMessage;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.MediaType;
import org.springframework.web.client.RestClient;

/** The example over HTTP, as its README shows it. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@LiveDeskTest
class ShopTest {

  private final LiveDeskSimulator livedesk;
  private final RestClient shop;

  ShopTest(LiveDeskSimulator livedesk, @LocalServerPort int port) {
    this.livedesk = livedesk;
    shop =
        RestClient.builder()
            .baseUrl("http://127.0.0.1:" + port)
            .defaultStatusHandler(status -> true, (request, response) -> {})
            .build();
  }

  /** As curl does it: UTF-8, and no word of it. */
  private RestClient.ResponseSpec postText(String text) {
    return shop.post()
        .uri("/conversations/141/messages")
        .contentType(MediaType.TEXT_PLAIN)
        .body(text.getBytes(UTF_8))
        .retrieve();
  }

  private StoredMessage onlyMessage() {
    assertThat(livedesk.messages("141")).hasSize(1);
    return livedesk.messages("141").get(0);
  }

  @Test
  void sendsAText() {
    var answer = postText("Your parcel is on its way, 你好").toEntity(JsonNode.class);

    assertThat(answer.getStatusCode().value()).isEqualTo(200);
    assertThat(answer.getBody().get("status").asText()).isEqualTo("sent");
    assertThat(answer.getBody().get("conversation_id").asInt()).isEqualTo(141);
    assertThat(onlyMessage().content()).isEqualTo("Your parcel is on its way, 你好");
  }

  @Test
  void sendsAFile() {
    byte[] png = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 1, 2, 3};

    var answer =
        shop.put()
            .uri("/conversations/141/files/parcel.png")
            .body(png)
            .retrieve()
            .toEntity(JsonNode.class);

    assertThat(answer.getStatusCode().value()).isEqualTo(200);
    assertThat(onlyMessage().attachments())
        .singleElement()
        .satisfies(file -> assertThat(file.fileName()).isEqualTo("parcel.png"))
        .satisfies(file -> assertThat(file.fileType()).isEqualTo("image"))
        .satisfies(file -> assertThat(file.bytes()).isEqualTo(png));
  }

  @Test
  void sendsATemplate() {
    var answer =
        shop.post()
            .uri("/conversations/141/order-updates")
            .contentType(MediaType.APPLICATION_JSON)
            .body(List.of("John", "shipped"))
            .retrieve()
            .toEntity(JsonNode.class);

    assertThat(answer.getStatusCode().value()).isEqualTo(200);
    assertThat(onlyMessage().content()).isEqualTo("Your order has news.");
    assertThat(onlyMessage().templateParams())
        .containsEntry("name", "order_update")
        .containsEntry("processed_params", Map.of("1", "John", "2", "shipped"));
  }

  @Test
  void saysWhatBecameOfAMessageThatFailed() {
    livedesk.conversation(141).answer(400);

    var answer = postText("hello").toEntity(String.class);

    assertThat(answer.getStatusCode().value()).isEqualTo(502);
    assertThat(answer.getBody()).startsWith("REJECTED: ").contains("400");
  }

  @Test
  void takesNoHeaderOfTheCallersForItsOwn() {
    shop.post()
        .uri("/conversations/141/messages")
        .header("CamelLiveDeskPrivate", "true")
        .header("CamelLiveDeskConversationId", "815")
        .contentType(MediaType.TEXT_PLAIN)
        .body("hello")
        .retrieve()
        .toBodilessEntity();

    assertThat(onlyMessage().privateNote()).isFalse();
  }

  @Test
  void isUpWithItsRoutes() {
    await()
        .atMost(Duration.ofMinutes(3))
        .untilAsserted(
            () -> {
              JsonNode health = shop.get().uri("/actuator/health").retrieve().body(JsonNode.class);
              assertThat(health.at("/status").asText()).isEqualTo("UP");
              assertThat(health.at("/components/camelHealth/status").asText()).isEqualTo("UP");
              assertThat(health.at("/components/camelHealth/details/context").asText())
                  .isEqualTo("UP");
            });
  }
}
