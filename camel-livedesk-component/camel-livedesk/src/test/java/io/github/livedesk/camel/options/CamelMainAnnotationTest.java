// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.options;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.livedesk.camel.LiveDeskComponent;
import io.github.livedesk.camel.simulator.LiveDeskSimulator;
import io.github.livedesk.camel.simulator.LiveDeskTest;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.camel.Produce;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.main.MainConfigurationProperties;
import org.apache.camel.test.main.junit5.CamelMainTest;
import org.apache.camel.test.main.junit5.Configure;
import org.junit.jupiter.api.Test;

/** As users of camel-test-main-junit5 connect the simulator: the guide shows it. */
@CamelMainTest(
    properties = {
      "camel.component.livedesk.baseUrl=https://livedesk-api.engagelab.com",
      "camel.component.livedesk.api-key={{env:NOT_SET_IN_TESTS}}",
      "camel.component.livedesk.secret-key={{env:NOT_SET_IN_TESTS}}",
      "camel.component.livedesk.response-timeout=5s"
    })
@LiveDeskTest
class CamelMainAnnotationTest {

  private final LiveDeskSimulator livedesk;

  @Produce private ProducerTemplate camel;

  CamelMainAnnotationTest(LiveDeskSimulator livedesk) {
    this.livedesk = livedesk;
  }

  // tag::configure[]
  @Configure
  void sendToTheSimulator(MainConfigurationProperties main) {
    main.addConfiguration(livedesk.configuration());
  }

  // end::configure[]

  @Configure
  void routes(MainConfigurationProperties main) {
    main.addRoutesBuilder(
        new RouteBuilder() {
          @Override
          public void configure() {
            from("direct:start").to("livedesk:messages?conversationId=141");
          }
        });
  }

  @Test
  void whatPropertiesSayOfTheRealLiveDeskCountsNoMore() {
    camel.sendBody("direct:start", "hello");

    var component = camel.getCamelContext().getComponent("livedesk", LiveDeskComponent.class);
    assertThat(livedesk.conversation(141).texts()).containsExactly("hello");
    assertThat(component.getConfiguration().getResponseTimeout()).isEqualTo(5000);
  }

  @Test
  void theGuideShowsIt() throws Exception {
    String file = getClass().getName().replace('.', '/') + ".java";
    String here = Files.readString(Path.of("src/test/java", file));
    String shown =
        here.substring(
            here.indexOf("// tag::configure[]") + 19, here.indexOf("// end::configure[]"));

    assertThat(Files.readString(Path.of("../../docs/testing.adoc")))
        .contains(shown.strip().replace("\n  ", "\n"));
  }
}
