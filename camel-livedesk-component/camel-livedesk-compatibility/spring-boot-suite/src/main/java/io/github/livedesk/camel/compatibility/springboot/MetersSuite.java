// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.compatibility.springboot;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.livedesk.camel.simulator.DropMoment;
import io.github.livedesk.camel.simulator.LiveDeskSimulator;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.HashMap;
import org.apache.camel.CamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The starter's meters, in the registry of Spring Boot's actuator. */
class MetersSuite {

  private final LiveDeskSimulator livedesk = LiveDeskSimulator.start();
  private final SpringBootRuntime runtime = new SpringBootRuntime();

  @AfterEach
  void stop() {
    runtime.stop();
    livedesk.close();
  }

  @Test
  void unknownIsToldFromRejected() throws Exception {
    var properties = new HashMap<String, String>();
    livedesk.properties().forEach((name, value) -> properties.put((String) name, (String) value));
    CamelContext camel = runtime.start(properties, exchange -> {});

    livedesk.conversation(141).dropConnection(DropMoment.AFTER_STORING);
    camel
        .createProducerTemplate()
        .send(
            "livedesk:messages?conversationId=141",
            exchange -> exchange.getMessage().setBody("hello"));

    assertThat(failed("UNKNOWN")).isEqualTo(1);
    assertThat(failed("REJECTED")).isZero();
  }

  private double failed(String outcome) {
    return runtime
        .bean(MeterRegistry.class)
        .get("livedesk.sends")
        .tags("result", "failed", "outcome", outcome)
        .functionCounter()
        .count();
  }
}
