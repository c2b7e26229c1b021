// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.operation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.livedesk.camel.model.FileContent;
import io.github.livedesk.camel.model.FilePart;
import io.github.livedesk.camel.model.failure.LiveDeskRequestException;
import io.github.livedesk.camel.model.failure.Outcome;
import io.github.livedesk.camel.simulator.LiveDeskSimulator;
import io.github.livedesk.camel.simulator.StoredAttachment;
import io.github.livedesk.camel.simulator.StoredMessage;
import io.github.livedesk.camel.testing.BytesDataSource;
import io.github.livedesk.camel.testing.SimulatorTestSupport;
import jakarta.activation.DataHandler;
import jakarta.activation.DataSource;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.attachment.AttachmentMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Attachments of the Camel message, odd ones too, and what may stand beside them as body. */
class AttachmentSourcesTest extends SimulatorTestSupport {

  private static final byte[] CSV = "a,b\n1,2\n".getBytes(UTF_8);

  AttachmentSourcesTest(LiveDeskSimulator livedesk) {
    super(livedesk);
  }

  private Exchange sendWith(String options, Object body, String id, DataHandler handler) {
    return sendWith(options, body, Map.of(), id, handler);
  }

  private Exchange sendWith(
      String options, Object body, Map<String, Object> headers, String id, DataHandler handler) {
    return template()
        .request(
            TO_141 + options,
            exchange -> {
              exchange.getMessage().setBody(body);
              exchange.getMessage().setHeaders(new HashMap<>(headers));
              exchange.getMessage(AttachmentMessage.class).addAttachment(id, handler);
            });
  }

  private static DataHandler csv() {
    return new DataHandler(new BytesDataSource(CSV, "text/csv"));
  }

  private StoredMessage stored(Exchange exchange) {
    assertThat(exchange.getException()).isNull();
    return livedesk.conversation(141).lastMessage();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "&op=attachment", "&op=text", "&private=true"})
  void oneWithoutContentIsNamed(String options) {
    Exchange exchange = sendWith(options, "see the file", "data.csv", null);

    assertThat(failure(LiveDeskRequestException.class, exchange))
        .hasMessageContaining("attachments: found ")
        .hasMessageContaining("'data.csv'");
    assertThat(livedesk.requests()).isEmpty();
  }

  @Test
  void aNameWithoutAttachmentIsNamed() {
    Exchange exchange =
        template()
            .request(
                TO_141,
                it -> it.getMessage(AttachmentMessage.class).addAttachmentObject("data.csv", null));

    assertThat(failure(LiveDeskRequestException.class, exchange))
        .hasMessageContaining("attachments: found one without content, 'data.csv'")
        .hasMessageContaining("attachments with a DataHandler");
  }

  @Test
  void aSourceThatCannotTellItsNameAndTypeIsSentAllTheSame() {
    var source =
        new OddSource() {
          @Override
          public InputStream getInputStream() {
            return new ByteArrayInputStream(CSV);
          }
        };

    StoredAttachment file =
        stored(sendWith("", "see the file", "data.csv", new DataHandler(source)))
            .attachments()
            .get(0);

    assertThat(file.fileName()).isEqualTo("data.csv");
    assertThat(file.contentType()).isEqualTo("text/csv");
  }

  @Test
  void aSourceWithoutStreamIsNotCalledRead() {
    var source =
        new OddSource() {
          @Override
          public InputStream getInputStream() {
            return null;
          }
        };

    assertThat(
            failure(
                LiveDeskRequestException.class,
                sendWith("", "see the file", "data.csv", new DataHandler(source))))
        .hasMessageContaining(
            "an attachment without content, its data source gives no stream, 'data.csv'");
  }

  static Stream<InputStream> brokenStreams() {
    return Stream.of(
        new BrokenStream(new IOException("/secret/path")),
        new BrokenStream(new IllegalStateException("secret words")));
  }

  @ParameterizedTest
  @MethodSource("brokenStreams")
  void theErrorSaysWhichFileIsBroken(InputStream broken) {
    var source =
        new OddSource() {
          @Override
          public InputStream getInputStream() {
            return broken;
          }
        };

    LiveDeskRequestException failure =
        failure(
            LiveDeskRequestException.class,
            sendWith("", "see the file", "data.csv", new DataHandler(source)));

    assertThat(failure)
        .hasMessageContaining("a file that can't be read, ")
        .hasMessageContaining("Exception, 'data.csv'")
        .hasMessageNotContaining("secret");
    assertThat(failure.getOutcome()).isEqualTo(Outcome.NOT_SENT);
  }

  @Test
  void theErrorSaysWhichOfSeveralFilesIsBroken() {
    Object list = List.of(CSV, new BrokenStream(new IOException("secret")), CSV);

    assertThat(failure(LiveDeskRequestException.class, TO_141 + "&op=attachment", list))
        .hasMessageContaining("a file that can't be read, IOException, file 2 of 3");
    assertThat(
            failure(
                LiveDeskRequestException.class,
                TO_141 + "&op=attachment&maxAttachmentSize=4",
                List.of("abc".getBytes(UTF_8), CSV)))
        .hasMessageContaining("a file of 8 bytes, file 2 of 2");
  }

  @Test
  void anEmptyPlaceOfAListIsNotTheBody() {
    assertThat(
            failure(
                LiveDeskRequestException.class,
                TO_141 + "&op=attachment",
                Arrays.asList(CSV, null)))
        .hasMessageContaining("body[1]: found nothing; it takes File");
  }

  static Stream<Supplier<Object>> emptyBodies() {
    return Stream.of(
        () -> new byte[0],
        () -> ByteBuffer.allocate(0),
        () -> new ByteArrayInputStream(new byte[0]),
        InputStream::nullInputStream);
  }

  @ParameterizedTest
  @MethodSource("emptyBodies")
  void anEmptyBodyBesideAttachmentsIsNoFile(Supplier<Object> body) {
    for (String options : List.of("", "&op=attachment")) {
      StoredMessage message = stored(sendWith(options, body.get(), "data.csv", csv()));
      assertThat(message.attachments()).hasSize(1);
      assertThat(message.content()).isNull();
    }
  }

  static Stream<Object> captions() {
    return Stream.of(
        "for you 1",
        CharBuffer.wrap("for you 1"),
        "for you 1".getBytes(UTF_8),
        ByteBuffer.wrap("for you 1".getBytes(UTF_8)),
        new ByteArrayInputStream("for you 1".getBytes(UTF_8)),
        new StringReader("for you 1"),
        "for you 1".toCharArray(),
        Map.of("content", "for you 1"),
        JsonNodeFactory.instance.objectNode().put("content", "for you 1"),
        JsonNodeFactory.instance.textNode("for you 1"));
  }

  @ParameterizedTest
  @MethodSource("captions")
  void aTextBesideAttachmentsIsTheirCaption(Object body) {
    StoredMessage message = stored(sendWith("", body, "data.csv", csv()));

    assertThat(message.content()).isEqualTo("for you 1");
    assertThat(message.attachments()).hasSize(1);
  }

  @Test
  void numbersAndDatesBesideAttachmentsAreTheirCaption() {
    assertThat(stored(sendWith("", 42, "data.csv", csv())).content()).isEqualTo("42");
    assertThat(stored(sendWith("", LocalDate.of(2026, 11, 27), "data.csv", csv())).content())
        .isEqualTo("2026-11-27");
    assertThat(stored(sendWith("&op=attachment", true, "data.csv", csv())).content())
        .isEqualTo("true");
  }

  @Test
  void aNoteInJsonBesideAttachmentsIsOne() {
    Object note =
        JsonNodeFactory.instance.objectNode().put("content", "for us").put("private", true);

    assertThat(stored(sendWith("", note, "data.csv", csv())).privateNote()).isTrue();
  }

  @Test
  void bytesBesideAttachmentsAreAFileWhereTheRouteSaysSo() {
    assertThat(stored(sendWith("&op=attachment", CSV, "data.csv", csv())).attachments()).hasSize(2);
    var named = Map.<String, Object>of("CamelFileName", "more.csv");
    assertThat(stored(sendWith("", CSV, named, "data.csv", csv())).attachments())
        .extracting(StoredAttachment::fileName)
        .containsExactly("more.csv", "data.csv");
    byte[] pdf = "%PDF-1.7\n%âãÏÓ".getBytes(UTF_8);
    assertThat(stored(sendWith("", pdf, "data.csv", csv())).attachments()).hasSize(2);
  }

  @Test
  void anObjectBesideAttachmentsIsRefused() {
    assertThat(
            failure(LiveDeskRequestException.class, sendWith("", new Object(), "data.csv", csv())))
        .hasMessageContaining("body: found a java.lang.Object");
    assertThat(livedesk.requests()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"csv", "", "*/*", "\"text/csv\"", "text/csv, text/plain", "text/"})
  void aTypeOfAFilePartThatIsNoneCountsAsUnknown(String type) {
    sent(TO_141, new FilePart(FileContent.of(CSV), "data.csv", type), Map.of());

    assertThat(livedesk.conversation(141).lastMessage().attachments().get(0).contentType())
        .isEqualTo("text/csv");
  }

  @ParameterizedTest
  @ValueSource(strings = {"csv", "*/*", "\"text/csv\"", "text/\"csv\"", "text/csv, text/plain"})
  void aTypeInOurHeaderThatIsNoneIsRefused(String type) {
    Exchange exchange = send(TO_141, CSV, Map.of("CamelLiveDeskFileContentType", type));

    assertThat(exchange.getException()).isInstanceOf(LiveDeskRequestException.class);
  }

  /** Breaks where one reads of it. */
  private static final class BrokenStream extends InputStream {

    private final Exception failure;

    BrokenStream(Exception failure) {
      this.failure = failure;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      return read();
    }

    @Override
    public int read() throws IOException {
      if (failure instanceof IOException io) {
        throw io;
      }
      throw (RuntimeException) failure;
    }
  }

  /** Can't tell its name, nor its type. */
  private abstract static class OddSource implements DataSource {

    @Override
    public OutputStream getOutputStream() {
      throw new UnsupportedOperationException("to be read only");
    }

    @Override
    public String getContentType() {
      throw new IllegalStateException("secret type");
    }

    @Override
    public String getName() {
      throw new IllegalStateException("secret name");
    }
  }
}
