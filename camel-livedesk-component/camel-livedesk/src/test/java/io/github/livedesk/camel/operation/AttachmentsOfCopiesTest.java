// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.operation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.livedesk.camel.model.failure.LiveDeskException;
import io.github.livedesk.camel.model.failure.LiveDeskRequestException;
import io.github.livedesk.camel.simulator.LiveDeskSimulator;
import io.github.livedesk.camel.simulator.StoredMessage;
import io.github.livedesk.camel.testing.BytesDataSource;
import io.github.livedesk.camel.testing.SimulatorTestSupport;
import jakarta.activation.DataHandler;
import jakarta.activation.DataSource;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.attachment.Attachment;
import org.apache.camel.attachment.AttachmentMessage;
import org.apache.camel.attachment.DefaultAttachment;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** However an exchange was copied, a file that went to the agents does not go to the customer. */
class AttachmentsOfCopiesTest extends SimulatorTestSupport {

  private static final String NOTE = TO_141 + "&private=true";

  AttachmentsOfCopiesTest(LiveDeskSimulator livedesk) {
    super(livedesk);
  }

  private static Processor attach(DataSource source) {
    return exchange ->
        exchange
            .getMessage(AttachmentMessage.class)
            .addAttachment("internal.txt", new DataHandler(source));
  }

  private static Processor attach() {
    return attach(new BytesDataSource("internal".getBytes(UTF_8), "text/plain"));
  }

  @Override
  protected CamelContext createCamelContext() throws Exception {
    CamelContext context = super.createCamelContext();
    context.setStreamCaching(false);
    return context;
  }

  @Override
  protected RouteBuilder createRouteBuilder() {
    return new RouteBuilder() {
      @Override
      public void configure() {
        onException(LiveDeskException.class)
            .onWhen(header("redeliver"))
            .maximumRedeliveries(1)
            .redeliveryDelay(0);
        from("direct:public").setBody(constant("for you")).to(TO_141);
        from("direct:note").to(NOTE);
        from("seda:note?pollTimeout=100").to(NOTE);
        from("direct:split-of-multicast")
            .multicast()
            .to("direct:split", "direct:public")
            .end()
            .to("direct:public");
        from("direct:split").split(body().tokenize(",")).to(NOTE).end();
        from("direct:split-of-split")
            .split(body().tokenize(","))
            .to("direct:split")
            .end()
            .to("direct:public");
        from("direct:loop-in-split")
            .split(body().tokenize(","))
            .loop(1)
            .copy()
            .recipientList(constant(NOTE))
            .end()
            .end()
            .end()
            .to("direct:public");
        from("direct:enrich-in-split")
            .split(body().tokenize(","))
            .enrich("direct:note", (before, now) -> before)
            .end()
            .to("direct:public");
        from("direct:seda-in-split")
            .split(body().tokenize(","))
            .to("seda:note?waitForTaskToComplete=Always")
            .end()
            .to("direct:public");
        from("direct:filtered-in-multicast")
            .multicast()
            .to("direct:multicast")
            .end()
            .choice()
            .when(body().isNotNull())
            .to("direct:public")
            .end();
        from("direct:multicast").multicast().to("direct:note").end();
        from("direct:tapped")
            .wireTap("direct:note")
            .process(exchange -> await().until(() -> livedesk.messages("141").size() == 1))
            .to("direct:public");
        from("direct:tapped-twice")
            .wireTap("direct:note")
            .process(exchange -> await().until(() -> livedesk.messages("141").size() == 1))
            .wireTap("direct:public");
        from("direct:note-fails")
            .doTry()
            .to(NOTE + "&maxMessageRetries=0&maxAttempts=1")
            .doCatch(LiveDeskException.class)
            .setBody(constant("sorry"))
            .to(TO_141)
            .end();
        from("direct:note-of-a-copy-fails")
            .split(body().tokenize(","))
            .to("direct:swallows")
            .end()
            .to("direct:public");
        from("direct:swallows")
            .doTry()
            .to(NOTE + "&maxMessageRetries=0&maxAttempts=1")
            .doCatch(LiveDeskException.class)
            .end();
        from("direct:note-refused")
            .doTry()
            .setHeader("CamelLiveDeskInReplyTo", constant("no number"))
            .to(NOTE)
            .doCatch(LiveDeskException.class)
            .removeHeader("CamelLiveDeskInReplyTo")
            .setBody(constant("sorry"))
            .to(TO_141)
            .end();
      }
    };
  }

  private Exchange run(String route, DataSource... sources) {
    return template()
        .request(
            route,
            exchange -> {
              exchange.getMessage().setBody("see the file,and this");
              for (DataSource source : sources) {
                attach(source).process(exchange);
              }
              if (sources.length == 0) {
                attach().process(exchange);
              }
            });
  }

  private static int files(List<StoredMessage> messages, boolean asNotes) {
    return messages.stream()
        .filter(message -> message.privateNote() == asNotes)
        .mapToInt(message -> message.attachments().size())
        .sum();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "direct:split-of-multicast",
        "direct:split-of-split",
        "direct:loop-in-split",
        "direct:enrich-in-split",
        "direct:seda-in-split",
        "direct:filtered-in-multicast",
        "direct:tapped"
      })
  void whatACopySentAsANoteStaysOne(String route) {
    assertThat(run(route).getException()).isNull();

    List<StoredMessage> messages = livedesk.messages("141");
    assertThat(messages).last().extracting(StoredMessage::content).isEqualTo("for you");
    assertThat(files(messages, false)).isZero();
    assertThat(files(messages, true)).as("sent once").isEqualTo(1);
  }

  @Test
  void aTapKnowsOfTheTapBefore() {
    assertThat(run("direct:tapped-twice").getException()).isNull();

    await().until(() -> livedesk.messages("141").size() == 2);
    assertThat(files(livedesk.messages("141"), false)).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"direct:note-fails", "direct:note-refused"})
  void whatANoteFailedWithDoesNotGoToTheCustomer(String route) {
    livedesk.conversation(141).answer(422);

    assertThat(failure(LiveDeskRequestException.class, run(route)))
        .hasMessageContaining(
            "attachments: found one that was meant for a private note, 'internal.txt'")
        .hasMessageContaining("op=attachment in the URI sends it here too");
    assertThat(livedesk.messages("141")).isEmpty();
  }

  @Test
  void whatANoteOfACopyFailedWithDoesNotGoToTheCustomer() {
    livedesk.conversation(141).answer(422).answer(422);

    assertThat(failure(LiveDeskRequestException.class, run("direct:note-of-a-copy-fails")))
        .hasMessageContaining("meant for a private note");
    assertThat(livedesk.messages("141")).isEmpty();
  }

  @Test
  void aRedeliveryOfTheSameNoteHasItStill() {
    livedesk.conversation(141).answer(422);

    Exchange exchange =
        template()
            .request(
                "direct:note",
                it -> {
                  it.getMessage().setBody("see the file");
                  it.getMessage().setHeader("redeliver", true);
                  attach().process(it);
                });

    assertThat(exchange.getException()).isNull();
    assertThat(files(livedesk.messages("141"), true)).isEqualTo(1);
  }

  @Test
  void ofCopiesThatSendAtTheSameTimeOneIsRefused() throws Exception {
    var source = new HeldSource();
    Exchange note = context().getEndpoint("direct:note").createExchange();
    note.getMessage().setBody("see the file");
    attach(source).process(note);
    Exchange copy = note.copy();
    var sending = template().asyncSend("direct:note", note);
    source.opened.await();

    assertThat(failure(LiveDeskRequestException.class, template().send("direct:public", copy)))
        .hasMessageContaining("one that a copy of this exchange sends at the same time")
        .hasMessageContaining("ignoreAttachments=true leaves it aside");

    source.released.countDown();
    assertThat(sending.get().getException()).isNull();
    assertThat(files(livedesk.messages("141"), true)).isEqualTo(1);
  }

  @Test
  void oneAttachmentObjectGoesWithExchangesThatAreNoCopies() throws Exception {
    var source = new HeldSource();
    Attachment logo = new DefaultAttachment(source);
    Exchange first = with(logo);
    var sending = template().asyncSend(TO_141, first);
    source.opened.await();
    source.released.countDown();

    assertThat(template().send(TO_141, with(logo)).getException()).isNull();

    assertThat(sending.get().getException()).isNull();
    assertThat(livedesk.messages("141"))
        .hasSize(2)
        .allSatisfy(message -> assertThat(message.attachments()).hasSize(1));
  }

  @Test
  void oneAttachmentObjectUnderTwoNamesGoesUnderBoth() {
    Attachment logo =
        new DefaultAttachment(new BytesDataSource("internal".getBytes(UTF_8), "text/plain"));
    Exchange exchange = with(logo);
    exchange.getMessage(AttachmentMessage.class).addAttachmentObject("again.txt", logo);

    assertThat(template().send(TO_141, exchange).getException()).isNull();

    assertThat(livedesk.conversation(141).lastMessage().attachments()).hasSize(2);
    assertThat(exchange.getMessage(AttachmentMessage.class).hasAttachments()).isFalse();
  }

  @Test
  void oneThatWentAsANoteDoesNotGoToTheCustomerOfAnotherExchange() {
    Attachment plan =
        new DefaultAttachment(new BytesDataSource("internal".getBytes(UTF_8), "text/plain"));
    assertThat(template().send(NOTE, with(plan)).getException()).isNull();

    assertThat(failure(LiveDeskRequestException.class, template().send(TO_141, with(plan))))
        .hasMessageContaining("meant for a private note");
    assertThat(template().send(TO_141 + "&op=attachment", with(plan)).getException()).isNull();
    assertThat(template().send(NOTE, with(plan)).getException()).isNull();
  }

  private Exchange with(Attachment attachment) {
    Exchange exchange = context().getEndpoint(TO_141).createExchange();
    exchange.getMessage().setBody("hello");
    exchange.getMessage(AttachmentMessage.class).addAttachmentObject("internal.txt", attachment);
    return exchange;
  }

  /** Bytes that the first who asks for them has to wait for. */
  private static final class HeldSource implements DataSource {

    final CountDownLatch opened = new CountDownLatch(1);
    final CountDownLatch released = new CountDownLatch(1);

    @Override
    public InputStream getInputStream() throws IOException {
      opened.countDown();
      try {
        released.await();
      } catch (InterruptedException e) {
        throw new UncheckedIOException(new IOException(e));
      }
      return new ByteArrayInputStream("internal".getBytes(UTF_8));
    }

    @Override
    public OutputStream getOutputStream() {
      throw new UnsupportedOperationException("to be read only");
    }

    @Override
    public String getContentType() {
      return "text/plain";
    }

    @Override
    public String getName() {
      return "";
    }
  }
}
