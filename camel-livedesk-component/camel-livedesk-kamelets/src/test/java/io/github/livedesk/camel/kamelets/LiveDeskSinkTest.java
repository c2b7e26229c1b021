// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.kamelets;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.livedesk.camel.LiveDeskConstants;
import io.github.livedesk.camel.model.LiveDeskMessage;
import io.github.livedesk.camel.simulator.LiveDeskSimulator;
import io.github.livedesk.camel.simulator.LiveDeskSimulatorExtension;
import java.util.Map;
import org.apache.camel.Endpoint;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.main.Main;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The Kamelet in a route, configured by properties. */
@ExtendWith(LiveDeskSimulatorExtension.class)
class LiveDeskSinkTest {

  private final LiveDeskSimulator livedesk;
  private final Main main = new Main();
  private ProducerTemplate template;

  LiveDeskSinkTest(LiveDeskSimulator livedesk) {
    this.livedesk = livedesk;
  }

  private void start(Map<?, ?> properties) throws Exception {
    properties.forEach((name, value) -> main.addProperty((String) name, (String) value));
    main.start();
    template = main.getCamelTemplate();
  }

  @AfterEach
  void stop() {
    main.stop();
  }

  @Test
  void sendsATextAndAnswersTheMessage() throws Exception {
    start(livedesk.properties());

    LiveDeskMessage message =
        template.requestBody(
            "kamelet:livedesk-sink?conversationId=141",
            "Your order was shipped",
            LiveDeskMessage.class);

    assertThat(message.status()).isEqualTo("sent");
    assertThat(livedesk.conversation(141).texts()).containsExactly("Your order was shipped");
    assertThat(livedesk.conversation(141).lastMessage().privateNote()).isFalse();
  }

  @Test
  void aHeaderNamesTheConversation() throws Exception {
    start(livedesk.properties());

    template.sendBodyAndHeader(
        "kamelet:livedesk-sink?private=true",
        "Please call back",
        LiveDeskConstants.CONVERSATION_ID,
        "142");

    assertThat(livedesk.conversation(142).lastMessage().privateNote()).isTrue();
  }

  @Test
  void sendsAnAttachment() throws Exception {
    start(livedesk.properties());

    template.sendBodyAndHeader(
        "kamelet:livedesk-sink?conversationId=141&op=attachment&content=Our offer",
        "two parcels".getBytes(UTF_8),
        LiveDeskConstants.FILE_NAME,
        "offer.txt");

    assertThat(livedesk.conversation(141).lastMessage().content()).isEqualTo("Our offer");
    assertThat(livedesk.conversation(141).lastMessage().attachment("offer.txt").bytes())
        .isEqualTo("two parcels".getBytes(UTF_8));
  }

  @Test
  void sendsATemplate() throws Exception {
    start(livedesk.properties());

    template.sendBody(
        "kamelet:livedesk-sink?conversationId=141&op=template"
            + "&templateName=order_update&templateLanguage=en_US",
        Map.of("1", "John"));

    assertThat(livedesk.conversation(141).lastMessage().templateName()).isEqualTo("order_update");
  }

  @Test
  void takesCredentialsOfItsOwn() throws Exception {
    start(
        Map.of(
            "camel.kamelet.livedesk-sink.apiKey", livedesk.apiKey(),
            "camel.kamelet.livedesk-sink.secretKey", livedesk.secretKey(),
            "camel.kamelet.livedesk-sink.baseUrl", livedesk.url()));

    template.sendBody("kamelet:livedesk-sink?conversationId=141", "hello");

    assertThat(livedesk.conversation(141).texts()).containsExactly("hello");
  }

  @Test
  void whatIsNotSetIsLeftToTheComponent() throws Exception {
    start(livedesk.properties());

    template.sendBody("kamelet:livedesk-sink?conversationId=141", "hello");

    assertThat(main.getCamelContext().getEndpoints())
        .extracting(Endpoint::getEndpointUri)
        .filteredOn(uri -> uri.startsWith("livedesk:"))
        .containsExactly("livedesk://messages?conversationId=141");
  }
}
