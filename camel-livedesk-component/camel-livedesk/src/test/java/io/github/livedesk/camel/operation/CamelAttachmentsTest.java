// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.operation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.livedesk.camel.model.TemplateMessage;
import io.github.livedesk.camel.model.TextMessage;
import io.github.livedesk.camel.model.failure.LiveDeskMessageFailedException;
import io.github.livedesk.camel.model.failure.LiveDeskRequestException;
import io.github.livedesk.camel.simulator.LiveDeskSimulator;
import io.github.livedesk.camel.simulator.StoredMessage;
import io.github.livedesk.camel.testing.BytesDataSource;
import io.github.livedesk.camel.testing.SimulatorTestSupport;
import jakarta.activation.DataHandler;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.camel.AggregationStrategy;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.attachment.Attachment;
import org.apache.camel.attachment.AttachmentMessage;
import org.apache.camel.attachment.DefaultAttachment;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An internal file does not reach the customer because it still hangs on the Camel message. */
class CamelAttachmentsTest extends SimulatorTestSupport {

  private static final String NOTE = TO_141 + "&private=true";

  CamelAttachmentsTest(LiveDeskSimulator livedesk) {
    super(livedesk);
  }

  private static Processor attach(String name) {
    return exchange ->
        exchange
            .getMessage(AttachmentMessage.class)
            .addAttachment(
                name,
                new DataHandler(new BytesDataSource("internal".getBytes(UTF_8), "text/plain")));
  }

  @Override
  protected RouteBuilder createRouteBuilder() {
    return new RouteBuilder() {
      @Override
      public void configure() {
        from("direct:sequence")
            .process(attach("internal.txt"))
            .to(NOTE)
            .setBody(constant("for you"))
            .to(TO_141);
        from("direct:fresh")
            .process(attach("internal.txt"))
            .to(NOTE)
            .process(attach("offer.txt"))
            .setBody(constant("for you"))
            .to(TO_141);
        from("direct:loop-copy")
            .process(attach("internal.txt"))
            .loop(2)
            .copy()
            .setBody(simple("round ${exchangeProperty.CamelLoopIndex}"))
            .to(NOTE)
            .end()
            .setBody(constant("for you"))
            .to(TO_141);
        from("direct:loop")
            .process(attach("internal.txt"))
            .loop(2)
            .setBody(simple("round ${exchangeProperty.CamelLoopIndex}"))
            .to(NOTE)
            .end()
            .setBody(constant("for you"))
            .to(TO_141);
        from("direct:split")
            .process(attach("internal.txt"))
            .split(body().tokenize(","))
            .to(NOTE)
            .end()
            .setBody(constant("for you"))
            .to(TO_141);
        from("direct:split-collected")
            .process(attach("internal.txt"))
            .split(body().tokenize(","), last())
            .to(NOTE)
            .end()
            .setBody(constant("for you"))
            .to(TO_141);
        from("direct:multicast")
            .process(attach("internal.txt"))
            .multicast()
            .to(NOTE, TO_141)
            .end()
            .setBody(constant("after"))
            .to(TO_141);
        from("direct:enrich")
            .process(attach("internal.txt"))
            .to(NOTE)
            .enrich("direct:text", last())
            .to(TO_141);
        from("direct:text").setBody(constant("for you"));
        from("direct:failed-then-retried")
            .process(attach("internal.txt"))
            .doTry()
            .to(NOTE + "&maxMessageRetries=0")
            .doCatch(LiveDeskMessageFailedException.class)
            .to("livedesk:messages?op=retry")
            .end()
            .setBody(constant("for you"))
            .to(TO_141);
        from("direct:said-so")
            .process(attach("internal.txt"))
            .multicast()
            .to(TO_141 + "&op=attachment", "livedesk:messages?conversationId=142&op=attachment");
      }
    };
  }

  private static AggregationStrategy last() {
    return (before, now) -> now;
  }

  private List<StoredMessage> run(String route, Object body) {
    Exchange exchange = template().request(route, it -> it.getMessage().setBody(body));
    assertThat(exchange.getException()).isNull();
    return livedesk.messages("141");
  }

  /** What the customer can read: no message of these has a file. */
  private static void assertNoFileIsPublic(List<StoredMessage> messages) {
    assertThat(messages)
        .filteredOn(message -> !message.privateNote())
        .isNotEmpty()
        .allSatisfy(message -> assertThat(message.attachments()).isEmpty());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "direct:sequence",
        "direct:loop",
        "direct:loop-copy",
        "direct:split",
        "direct:split-collected",
        "direct:multicast",
        "direct:enrich"
      })
  void whatWasSentAsANoteStaysOne(String route) {
    List<StoredMessage> messages = run(route, "see the file,and this");

    assertNoFileIsPublic(messages);
    assertThat(messages.get(0).privateNote()).isTrue();
    assertThat(messages.get(0).attachments()).hasSize(1);
    assertThat(messages.stream().mapToInt(message -> message.attachments().size()).sum())
        .as("sent once")
        .isEqualTo(1);
  }

  @Test
  void theRetryOfAFailedNoteTakesItsFilesWithIt() {
    livedesk.conversation(141).failNext(1, "131047: x");

    assertNoFileIsPublic(run("direct:failed-then-retried", "see the file"));
  }

  @Test
  void afterASuccessTheMessageHasNoAttachmentOfIt() {
    Exchange exchange = sendWith(NOTE, "see the file", attach("internal.txt"));

    assertThat(exchange.getException()).isNull();
    assertThat(exchange.getMessage(AttachmentMessage.class).hasAttachments()).isFalse();
  }

  @Test
  void afterAFailureTheMessageHasItStill() {
    Exchange exchange = sendWith("livedesk:messages", "text", attach("internal.txt"));

    assertThat(exchange.getException()).isInstanceOf(LiveDeskRequestException.class);
    assertThat(exchange.getMessage(AttachmentMessage.class).getAttachmentNames())
        .containsExactly("internal.txt");
  }

  @Test
  void anAttachmentAddedLaterGoesAlong() {
    List<StoredMessage> messages = run("direct:fresh", "see the file");

    assertThat(messages.get(1).content()).isEqualTo("for you");
    assertThat(messages.get(1).attachments()).hasSize(1);
    assertThat(messages.get(1).attachments().get(0).fileName()).isEqualTo("offer.txt");
  }

  @Test
  void aRouteThatSaysSoSendsItAgain() {
    run("direct:said-so", "see the file");

    assertThat(livedesk.messages("141").get(0).attachments()).hasSize(1);
    assertThat(livedesk.messages("142").get(0).attachments()).hasSize(1);
  }

  @Test
  void oneAttachmentObjectForManyExchangesGoesWithEach() {
    Attachment logo =
        new DefaultAttachment(new BytesDataSource("logo".getBytes(UTF_8), "image/png"));
    for (int i = 0; i < 2; i++) {
      Exchange exchange =
          sendWith(
              TO_141,
              "hello",
              it -> it.getMessage(AttachmentMessage.class).addAttachmentObject("logo.png", logo));
      assertThat(exchange.getException()).isNull();
    }

    assertThat(livedesk.messages("141"))
        .allSatisfy(message -> assertThat(message.attachments()).hasSize(1));
  }

  private Exchange sendWith(String uri, Object body, Processor attach) {
    return template()
        .request(
            uri,
            exchange -> {
              exchange.getMessage().setBody(body);
              attach.process(exchange);
            });
  }

  private static List<Object> bodiesThatTakeNoFiles() {
    return new ArrayList<>(
        List.of(
            TextMessage.builder().content("only text").build(),
            TemplateMessage.builder("order_update", "en_US").content("shipped").build()));
  }

  @Test
  void whatWouldLoseAnAttachmentIsRefused() {
    for (Object body : bodiesThatTakeNoFiles()) {
      Exchange exchange = sendWith(TO_141, body, attach("internal.txt"));
      assertThat(failure(LiveDeskRequestException.class, exchange))
          .hasMessageContaining("1 of the Camel message that would be lost: 'internal.txt'")
          .hasMessageContaining("ignoreAttachments=true");
    }
    String template = "&op=template&templateName=order_update&templateLanguage=en_US";
    for (String op : List.of("&op=text", template)) {
      Exchange exchange = sendWith(TO_141 + op, Map.of("content", "x"), attach("internal.txt"));
      assertThat(failure(LiveDeskRequestException.class, exchange).getField())
          .isEqualTo("attachments");
    }
    assertThat(livedesk.requests()).isEmpty();
  }

  @Test
  void anOptionLeavesThemAside() {
    for (Object body : bodiesThatTakeNoFiles()) {
      Exchange exchange =
          sendWith(TO_141 + "&ignoreAttachments=true", body, attach("internal.txt"));
      assertThat(exchange.getException()).isNull();
    }
    sendWith(TO_141 + "&ignoreAttachments=true", "text", attach("internal.txt"));

    assertThat(livedesk.messages("141"))
        .hasSize(3)
        .allSatisfy(message -> assertThat(message.attachments()).isEmpty());
  }
}
