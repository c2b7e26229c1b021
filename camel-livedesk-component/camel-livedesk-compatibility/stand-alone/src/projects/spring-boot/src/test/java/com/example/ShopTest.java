package com.example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.livedesk.camel.simulator.LiveDeskSimulator;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.apache.camel.ProducerTemplate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The whole application, on a real port, with the credentials that its properties name. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class ShopTest {

  private static final LiveDeskSimulator LIVEDESK =
      LiveDeskSimulator.start(
          0, System.getenv("LIVEDESK_API_KEY"), System.getenv("LIVEDESK_SECRET_KEY"));

  private final HttpClient browser = HttpClient.newHttpClient();

  @DynamicPropertySource
  static void address(DynamicPropertyRegistry properties) {
    properties.add("camel.component.livedesk.base-url", LIVEDESK::url);
  }

  @AfterAll
  static void stop() {
    LIVEDESK.close();
  }

  @Test
  void sendsAndIsHealthy(@Autowired ProducerTemplate camel, @Value("${local.server.port}") int port) {
    camel.sendBody("direct:order-shipped", "Your order was shipped");

    assertThat(LIVEDESK.conversation(141).texts()).isEqualTo(List.of("Your order was shipped"));
    var health =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/actuator/health")).build();
    await()
        .atMost(Duration.ofMinutes(3))
        .untilAsserted(
            () ->
                assertThat(browser.send(health, HttpResponse.BodyHandlers.ofString()).body())
                    .contains("\"status\":\"UP\""));
  }
}
