// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.options;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.livedesk.camel.LiveDeskComponent;
import io.github.livedesk.camel.simulator.LiveDeskSimulator;
import io.github.livedesk.camel.simulator.LiveDeskSimulatorExtension;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.main.Main;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Configured as users of camel-main do it: by properties. */
@ExtendWith(LiveDeskSimulatorExtension.class)
class CamelMainTest {

  private static Main main() {
    var main = new Main();
    main.configure()
        .addRoutesBuilder(
            new RouteBuilder() {
              @Override
              public void configure() {
                from("direct:start").to("livedesk:messages?conversationId={{conversation}}");
              }
            });
    main.addInitialProperty("conversation", "141");
    return main;
  }

  @Test
  void propertiesSetTheComponent(LiveDeskSimulator livedesk) throws Exception {
    Main main = main();
    main.setOverrideProperties(livedesk.properties());
    main.addInitialProperty("camel.component.livedesk.response-timeout", "5s");
    main.addInitialProperty("camel.component.livedesk.max-connections", "7");
    main.start();
    try {
      main.getCamelTemplate().sendBody("direct:start", "hello");

      var component = main.getCamelContext().getComponent("livedesk", LiveDeskComponent.class);
      assertThat(component.getConfiguration().getResponseTimeout()).isEqualTo(5000);
      assertThat(component.getMaxConnections()).isEqualTo(7);
      assertThat(livedesk.messages("141")).hasSize(1);
    } finally {
      main.stop();
    }
  }

  @Test
  void withoutCredentialsTheStartFails() throws Exception {
    Main main = main();
    main.addInitialProperty("camel.component.livedesk.api-key", "simulator-key");

    assertThatThrownBy(main::start)
        .hasStackTraceContaining(
            "secretKey is missing. Set camel.component.livedesk.secret-key, or the endpoint option");
    main.stop();
  }
}
