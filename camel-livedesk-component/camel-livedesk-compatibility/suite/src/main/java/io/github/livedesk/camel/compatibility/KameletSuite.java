// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.compatibility;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.livedesk.camel.simulator.LiveDeskSimulator;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Our Kamelet, on the Camels that have camel-kamelet on the class path. */
class KameletSuite {

  private final LiveDeskSimulator livedesk =
      LiveDeskSimulator.start(0, SuiteMain.CANARY + "-key", SuiteMain.CANARY + "-secret");
  private final CamelRuntime runtime = CamelRuntime.find();

  /** Whether there is something to try. */
  static boolean isThere() {
    return KameletSuite.class.getResource("/kamelets/livedesk-sink.kamelet.yaml") != null;
  }

  @AfterEach
  void stop() {
    runtime.stop();
    livedesk.close();
  }

  @Test
  void sendsByTheComponentsCredentials() throws Exception {
    assertThatItSends(
        "camel.component.livedesk.api-key",
        "camel.component.livedesk.secret-key",
        "camel.component.livedesk.base-url");
  }

  /** Which whoever runs this looks for in the log. */
  @Test
  void sendsByCredentialsOfItsOwn() throws Exception {
    assertThatItSends(
        "camel.kamelet.livedesk-sink.apiKey",
        "camel.kamelet.livedesk-sink.secretKey",
        "camel.kamelet.livedesk-sink.baseUrl");
  }

  private void assertThatItSends(String apiKey, String secretKey, String baseUrl) throws Exception {
    CamelContext camel =
        runtime.start(
            Map.of(
                "camel.main.routes-include-pattern",
                "classpath:routes/kamelet.camel.yaml",
                apiKey,
                livedesk.apiKey(),
                secretKey,
                livedesk.secretKey(),
                baseUrl,
                livedesk.url()),
            exchange -> {});

    camel.createProducerTemplate().sendBody("direct:kamelet", "hello");

    assertThat(livedesk.conversation(141).lastMessage().content()).isEqualTo("hello");
    assertThat(livedesk.conversation(141).lastMessage().privateNote()).isTrue();
  }
}
