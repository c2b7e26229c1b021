// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.livedesk.camel.simulator.DropMoment;
import io.github.livedesk.camel.simulator.LiveDeskSimulator;
import io.github.livedesk.camel.simulator.LiveDeskSimulatorExtension;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.main.Main;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The guide's class for camel-main, as Prometheus sees it over HTTP. */
@ExtendWith(LiveDeskSimulatorExtension.class)
class MeterRecipeTest {

  private static final Path GUIDE = Path.of("..", "..", "docs", "operations.adoc");
  private static final Pattern NAME = Pattern.compile("(?m)^(livedesk_[a-z_]+)\\{");
  private static final Pattern METER_OF_THE_GUIDE =
      Pattern.compile("(?m)^\\|`livedesk\\.[a-z.]+` \\|`(livedesk_[a-z_]+)` ");

  private final LiveDeskSimulator livedesk;
  private final Main main = new Main();
  private int port;

  MeterRecipeTest(LiveDeskSimulator livedesk) {
    this.livedesk = livedesk;
  }

  @BeforeEach
  void start() throws IOException {
    try (var free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    livedesk.properties().forEach((name, value) -> main.addProperty((String) name, (String) value));
    main.addProperty("camel.management.enabled", "true");
    main.addProperty("camel.management.metrics-enabled", "true");
    main.addProperty("camel.management.host", "127.0.0.1");
    main.addProperty("camel.management.port", String.valueOf(port));
    main.addProperty("camel.metrics.enabled", "true");
    main.configure().addConfiguration(LiveDeskMeters.class);
    main.start();
  }

  @AfterEach
  void stop() {
    main.stop();
  }

  private List<String> scrape() throws Exception {
    var request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/observe/metrics"));
    return HttpClient.newHttpClient()
        .send(request.build(), BodyHandlers.ofString())
        .body()
        .lines()
        .toList();
  }

  private void send(String text) {
    try (ProducerTemplate template = main.getCamelContext().createProducerTemplate()) {
      template.send(
          "livedesk:messages?conversationId=141", exchange -> exchange.getMessage().setBody(text));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void unknownIsToldFromRejected() throws Exception {
    send("hello");
    livedesk.conversation("141").answer(400);
    send("hello");
    livedesk.conversation("141").dropConnection(DropMoment.AFTER_STORING);
    send("hello");
    livedesk.conversation("141").dropConnection(DropMoment.AFTER_STORING);
    send("hello");

    assertThat(scrape())
        .contains(
            "livedesk_sends_total{component=\"livedesk\",outcome=\"ACCEPTED\",result=\"sent\"} 1.0",
            "livedesk_sends_total{component=\"livedesk\",outcome=\"REJECTED\",result=\"failed\"} 1.0",
            "livedesk_sends_total{component=\"livedesk\",outcome=\"UNKNOWN\",result=\"failed\"} 2.0",
            "livedesk_sends_total{component=\"livedesk\",outcome=\"ACCEPTED\",result=\"failed\"} 0.0",
            "livedesk_attempts_total{component=\"livedesk\"} 4.0",
            "livedesk_retry_budget{component=\"livedesk\"} 100.0");
  }

  @Test
  void hasTheMetersThatTheGuideLists() throws Exception {
    assertThat(names(NAME, String.join("\n", scrape())))
        .isEqualTo(names(METER_OF_THE_GUIDE, Files.readString(GUIDE)));
  }

  private static Set<String> names(Pattern pattern, String text) {
    var names = new TreeSet<String>();
    pattern.matcher(text).results().forEach(name -> names.add(name.group(1)));
    return names;
  }
}
