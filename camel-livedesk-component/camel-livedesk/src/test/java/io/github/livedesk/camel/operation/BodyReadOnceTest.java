// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.operation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.livedesk.camel.model.FileMessage;
import io.github.livedesk.camel.model.failure.LiveDeskRequestException;
import io.github.livedesk.camel.simulator.LiveDeskSimulator;
import io.github.livedesk.camel.simulator.StoredMessage;
import io.github.livedesk.camel.testing.ClosedPort;
import io.github.livedesk.camel.testing.SimulatorTestSupport;
import jakarta.activation.DataHandler;
import jakarta.activation.DataSource;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.StringReader;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.attachment.AttachmentMessage;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A body that can be read once is sent once: never a second time, empty. */
class BodyReadOnceTest extends SimulatorTestSupport {

  private static final String BYTES = "bytes of a file";
  private static final String FILES_TO_141 = TO_141 + "&op=attachment&maxAttempts=1";

  BodyReadOnceTest(LiveDeskSimulator livedesk) {
    super(livedesk);
  }

  @Override
  protected RouteBuilder createRouteBuilder() {
    return new RouteBuilder() {
      @Override
      public void configure() {
        from("direct:redelivered")
            .streamCache("false")
            .errorHandler(defaultErrorHandler().maximumRedeliveries(2).redeliveryDelay(0))
            .to(FILES_TO_141);
        from("direct:redelivered-text")
            .streamCache("false")
            .errorHandler(defaultErrorHandler().maximumRedeliveries(2).redeliveryDelay(0))
            .to(TO_141 + "&maxAttempts=1");
        from("direct:two")
            .streamCache("false")
            .multicast()
            .to(FILES_TO_141, "livedesk:messages?conversationId=142&op=attachment");
      }
    };
  }

  private static InputStream stream() {
    return new ByteArrayInputStream(BYTES.getBytes(UTF_8));
  }

  static Stream<Arguments> bodiesThatAreReadOnce() {
    return Stream.of(
        Arguments.of(named("a stream", () -> stream())),
        Arguments.of(
            named("a file message", () -> FileMessage.builder().file("a.txt", stream()).build())),
        Arguments.of(named("a list", () -> List.of("a".getBytes(UTF_8), stream()))));
  }

  private static Supplier<Object> named(String name, Supplier<Object> body) {
    return new Supplier<>() {
      @Override
      public Object get() {
        return body.get();
      }

      @Override
      public String toString() {
        return name;
      }
    };
  }

  private static void assertReadTwice(Exchange exchange) {
    assertThat(failure(LiveDeskRequestException.class, exchange))
        .hasMessageContaining("can't be read twice")
        .hasMessageContaining("stream caching");
  }

  @ParameterizedTest
  @MethodSource("bodiesThatAreReadOnce")
  void aRedeliveryDoesNotSendAnEmptyFile(Supplier<Object> body) {
    livedesk.conversation(141).answer(500);

    assertReadTwice(
        template().request("direct:redelivered", it -> it.getMessage().setBody(body.get())));

    assertThat(livedesk.messages("141")).isEmpty();
  }

  @Test
  void aRedeliveryDoesNotSendAnEmptyText() {
    for (Object body : List.of(stream(), new StringReader("text"))) {
      livedesk.conversation(141).answer(500);

      assertReadTwice(
          template().request("direct:redelivered-text", it -> it.getMessage().setBody(body)));
    }
    assertThat(livedesk.messages("141")).isEmpty();
  }

  @Test
  void aSecondEndpointDoesNotGetAnEmptyFile() {
    Exchange exchange = template().request("direct:two", it -> it.getMessage().setBody(stream()));

    assertThat(exchange.getException()).isNotNull();
    assertThat(livedesk.messages("141").get(0).attachments().get(0).text()).isEqualTo(BYTES);
    assertThat(livedesk.messages("142")).isEmpty();
  }

  /** Data sources that do not give their bytes again. */
  private record Once(Supplier<InputStream> streams) implements DataSource {
    @Override
    public InputStream getInputStream() {
      return streams.get();
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
      return "a.txt";
    }
  }

  @Test
  void anAttachmentThatGivesItsBytesOnce() {
    InputStream same = stream();
    InputStream within = stream();
    for (DataSource source :
        List.of(new Once(() -> same), new Once(() -> new BufferedInputStream(within)))) {
      livedesk.conversation(141).answer(500);
      Exchange exchange =
          template()
              .request(
                  "direct:redelivered",
                  it ->
                      it.getMessage(AttachmentMessage.class)
                          .addAttachment("a.txt", new DataHandler(source)));

      assertThat(failure(LiveDeskRequestException.class, exchange))
          .hasMessageContaining("an attachment that was read before and can't be read twice");
    }
    assertThat(livedesk.messages("141")).isEmpty();
  }

  @Test
  void whatWasNotReadYetIsSentByTheNextAttempt() throws Exception {
    InputStream body = stream();
    try (var port = new ClosedPort()) {
      String nowhere = FILES_TO_141 + "&baseUrl=http://127.0.0.1:" + port.number();
      assertThat(send(nowhere, body).getException()).isNotNull();
    }

    sent(FILES_TO_141, body);

    StoredMessage message = livedesk.messages("141").get(0);
    assertThat(message.attachments().get(0).text()).isEqualTo(BYTES);
  }
}
