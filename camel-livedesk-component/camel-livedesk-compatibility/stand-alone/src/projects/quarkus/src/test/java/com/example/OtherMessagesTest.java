package com.example;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.livedesk.camel.model.LiveDeskMessage;
import io.github.livedesk.camel.simulator.LiveDeskSimulator;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.health.HealthCheckRegistry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OtherMessagesTest {

  @Inject CamelContext context;

  @Inject ProducerTemplate camel;

  @TestHTTPResource("/q/health")
  URI health;

  LiveDeskSimulator livedesk;

  @BeforeEach
  void empty() {
    livedesk.reset();
  }

  @Test
  void anAttachment() {
    camel.sendBodyAndHeader("direct:attachment", new byte[] {1, 2, 3}, Exchange.FILE_NAME, "a.png");

    var file = livedesk.conversation(142).attachments().get(0);
    assertThat(file.fileName()).isEqualTo("a.png");
    assertThat(file.contentType()).isEqualTo("image/png");
    assertThat(file.bytes()).containsExactly(1, 2, 3);
  }

  @Test
  void aTemplate() {
    camel.sendBody("direct:template", List.of("Ann", "456"));

    var message = livedesk.conversation(143).lastMessage();
    assertThat(message.templateName()).isEqualTo("order_update");
    assertThat(message.templateParameters()).isEqualTo(Map.of("1", "Ann", "2", "456"));
  }

  @Test
  void toD() {
    camel.sendBodyAndHeader("direct:to-d", "hello", "conversation", "144");

    assertThat(livedesk.conversation(144).texts()).containsExactly("hello");
  }

  @Test
  void aRetry() {
    livedesk.conversation(141).failNext(1, "131026: Message undeliverable");
    Exchange failed = request("direct:order-shipped", "hello", Map.of());
    assertThat(failed.getException()).isNotNull();
    assertThat(livedesk.conversation(141).lastMessage().isFailed()).isTrue();

    request("direct:retry", null, failed.getMessage().getHeaders());

    assertThat(livedesk.conversation(141).messages()).hasSize(1);
    assertThat(livedesk.conversation(141).lastMessage().isFailed()).isFalse();
  }

  @Test
  void theResultConverts() {
    var sent = request("direct:order-shipped", "hello", Map.of()).getMessage();

    assertThat(sent.getBody()).isInstanceOf(LiveDeskMessage.class);
    assertThat(sent.getBody(String.class)).contains("\"content\":\"hello\"");
    assertThat(sent.getBody(Map.class)).containsEntry("content", "hello");
  }

  @Test
  void itIsHealthy() throws Exception {
    request("direct:order-shipped", "hello", Map.of());

    assertThat(HealthCheckRegistry.get(context).getCheckIDs())
        .anyMatch(id -> id.startsWith("producer:livedesk-"));
    var request = HttpRequest.newBuilder(health).build();
    var answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).contains("camel-producers").doesNotContain("DOWN");
  }

  private Exchange request(String route, Object body, Map<String, Object> headers) {
    return camel.request(
        route,
        exchange -> {
          exchange.getMessage().setBody(body);
          exchange.getMessage().getHeaders().putAll(headers);
        });
  }
}
