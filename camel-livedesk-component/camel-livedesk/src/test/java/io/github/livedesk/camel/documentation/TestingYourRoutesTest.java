// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.documentation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.livedesk.camel.model.failure.LiveDeskAuthenticationException;
import io.github.livedesk.camel.model.failure.LiveDeskOutcomeUnknownException;
import io.github.livedesk.camel.simulator.DropMoment;
import io.github.livedesk.camel.simulator.LiveDeskSimulator;
import io.github.livedesk.camel.simulator.LiveDeskTest;
import io.github.livedesk.camel.simulator.SimulatedConversation;
import io.github.livedesk.camel.simulator.StoredMessage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.test.junit5.CamelTestSupport;
import org.junit.jupiter.api.Test;

/** The example of docs/testing.adoc, which shows this file as it is. */
// tag::class[]
@LiveDeskTest
class TestingYourRoutesTest extends CamelTestSupport {

  private final LiveDeskSimulator livedesk;
  private final SimulatedConversation conversation;

  TestingYourRoutesTest(LiveDeskSimulator livedesk) {
    this.livedesk = livedesk;
    this.conversation = livedesk.conversation(141);
  }

  @Override
  protected CamelContext createCamelContext() throws Exception {
    return livedesk.configure(super.createCamelContext());
  }

  @Override
  protected RoutesBuilder createRouteBuilder() {
    return new RouteBuilder() {
      @Override
      public void configure() {
        from("direct:order-shipped")
            .setBody(simple("Your order ${header.order} was shipped"))
            .to("livedesk:messages?conversationId=141&backoffDelay=1");
        from("direct:invoice").to("livedesk:messages?op=attachment&conversationId=141");
        from("direct:order-update")
            .to(
                "livedesk:messages?op=template&conversationId=141"
                    + "&templateName=order_update&templateLanguage=en_US&backoffDelay=1");
      }
    };
  }

  private void shipOrder() {
    template().sendBodyAndHeader("direct:order-shipped", null, "order", "456");
  }

  @Test
  void theCustomerIsTold() {
    shipOrder();

    assertThat(conversation.texts()).containsExactly("Your order 456 was shipped");
    assertThat(conversation.lastMessage().privateNote()).isFalse();
  }

  @Test
  void theInvoiceGoesAlong() {
    template()
        .sendBodyAndHeader("direct:invoice", "%PDF-".getBytes(UTF_8), "CamelFileName", "456.pdf");

    assertThat(conversation.attachments())
        .singleElement()
        .satisfies(file -> assertThat(file.fileName()).isEqualTo("456.pdf"))
        .satisfies(file -> assertThat(file.contentType()).isEqualTo("application/pdf"))
        .satisfies(file -> assertThat(file.text()).isEqualTo("%PDF-"));
  }

  @Test
  void theTemplateHasItsValues() {
    template().sendBody("direct:order-update", List.of("Ann", "#456"));

    StoredMessage message = conversation.lastMessage();
    assertThat(message.templateName()).isEqualTo("order_update");
    assertThat(message.templateParameters()).isEqualTo(Map.of("1", "Ann", "2", "#456"));
  }

  @Test
  void nothingIsSentThatIsSurelyAMistake() {
    shipOrder();
    template().sendBody("direct:order-update", List.of("Ann", "#456"));

    assertThat(livedesk.requests()).hasSize(2).flatExtracting(it -> it.warnings()).isEmpty();
  }

  @Test
  void aMessageThatFailsAtFirstGetsThrough() {
    conversation.failNext(2, "130429: Rate limit hit");

    template().sendBody("direct:order-update", List.of("Ann", "#456"));

    assertThat(conversation.messages()).hasSize(1);
    assertThat(conversation.lastMessage().isFailed()).isFalse();
  }

  @Test
  void aBusyServerIsAskedAgain() {
    conversation.answer(429, Duration.ZERO).answer(429);

    shipOrder();

    assertThat(livedesk.requests()).hasSize(3);
    assertThat(conversation.messages()).hasSize(1);
  }

  @Test
  void aLostAnswerIsNotSentTwice() {
    conversation.dropConnection(DropMoment.AFTER_STORING);

    assertThatThrownBy(this::shipOrder).hasCauseInstanceOf(LiveDeskOutcomeUnknownException.class);
    assertThat(conversation.messages()).hasSize(1);
  }

  // end::class[]

  @Test
  void aContextOfOnesOwnIsSetToo() throws Exception {
    try (var context = new DefaultCamelContext()) {
      livedesk.configure(context).start();

      context
          .createProducerTemplate()
          .sendBody("livedesk:messages?conversationId=142", "Just this");
    }

    assertThat(livedesk.conversation(142).texts()).containsExactly("Just this");
  }

  /** What a reader copies is what runs here. */
  @Test
  void theDocumentShowsThisClass() throws Exception {
    String file = getClass().getName().replace('.', '/') + ".java";
    String here = Files.readString(Path.of("src/test/java", file));
    String shown =
        here.substring(here.indexOf("class[]") + 8, here.indexOf("  // end::class[]")).strip();

    assertThat(Files.readString(Path.of("../../docs/testing.adoc"))).contains(shown);
  }

  @Test
  void anEndpointMayStillHaveOptionsOfItsOwn() {
    assertThatThrownBy(
            () ->
                template()
                    .sendBody("livedesk:messages?conversationId=141&secretKey=wrong", "hello"))
        .hasCauseInstanceOf(LiveDeskAuthenticationException.class);
  }
}
