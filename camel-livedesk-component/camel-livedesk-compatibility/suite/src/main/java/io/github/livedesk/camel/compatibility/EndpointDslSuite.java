// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.compatibility;

import static io.github.livedesk.camel.dsl.StaticEndpointBuilders.livedesk;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.livedesk.camel.simulator.LiveDeskSimulator;
import org.apache.camel.builder.endpoint.EndpointRouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Our endpoint DSL, made by the generator of the oldest Camel. */
class EndpointDslSuite {

  private final LiveDeskSimulator livedesk = LiveDeskSimulator.start();
  private final DefaultCamelContext camel = new DefaultCamelContext();

  @BeforeEach
  void startCamel() throws Exception {
    livedesk.configure(camel);
    camel.addRoutes(
        new EndpointRouteBuilder() {
          @Override
          public void configure() {
            from(direct("text")).to(livedesk("messages").conversationId("141").op("text"));
            from(direct("note"))
                .toD(
                    livedesk("messages")
                        .conversationId("${header.conversation}")
                        .privateNote(true));
          }
        });
    camel.start();
  }

  @AfterEach
  void stop() {
    camel.stop();
    livedesk.close();
  }

  @Test
  void sendsAText() {
    camel.createProducerTemplate().sendBody("direct:text", "hello");

    assertThat(livedesk.conversation(141).texts()).containsExactly("hello");
  }

  @Test
  void sendsANoteToAConversationNamedByTheMessage() {
    camel.createProducerTemplate().sendBodyAndHeader("direct:note", "hello", "conversation", 142);

    assertThat(livedesk.conversation(142).lastMessage().privateNote()).isTrue();
  }
}
