// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.operation;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.livedesk.camel.LiveDeskConstants;
import io.github.livedesk.camel.model.failure.LiveDeskRequestException;
import io.github.livedesk.camel.simulator.LiveDeskSimulator;
import io.github.livedesk.camel.simulator.StoredAttachment;
import io.github.livedesk.camel.simulator.StoredMessage;
import io.github.livedesk.camel.testing.SimulatorTestSupport;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.converter.stream.FileInputStreamCache;
import org.apache.camel.converter.stream.InputStreamCache;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where no op says what bytes are, a file never goes out as a text, nor a text as a file. */
class BytesWithoutOperationTest extends SimulatorTestSupport {

  private static final byte[] PNG =
      Base64.getDecoder()
          .decode(
              "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5E"
                  + "rkJggg==");
  private static final String CHINESE = "客服發送訊息";

  @TempDir private Path folder;

  BytesWithoutOperationTest(LiveDeskSimulator livedesk) {
    super(livedesk);
  }

  @Override
  protected RouteBuilder createRouteBuilder() {
    return new RouteBuilder() {
      @Override
      public void configure() {
        from("direct:cached").streamCache("true").to(TO_141);
      }
    };
  }

  private StoredMessage message() {
    List<StoredMessage> messages = livedesk.messages("141");
    return messages.get(messages.size() - 1);
  }

  private StoredAttachment file() {
    assertThat(message().attachments()).hasSize(1);
    return message().attachments().get(0);
  }

  /** The forms in which steps leave bytes. */
  private List<Function<byte[], Object>> forms() {
    return List.of(
        bytes -> bytes,
        ByteBuffer::wrap,
        ByteArrayInputStream::new,
        bytes -> {
          var stream = new ByteArrayOutputStream();
          stream.writeBytes(bytes);
          return stream;
        },
        InputStreamCache::new,
        this::spooled);
  }

  private Object spooled(byte[] bytes) {
    try {
      return new FileInputStreamCache(
          Files.write(Files.createTempFile(folder, "spool", null), bytes).toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void aPictureIsAFileInEveryForm() {
    for (Function<byte[], Object> form : forms()) {
      sent(TO_141, form.apply(PNG));

      assertThat(file().bytes()).isEqualTo(PNG);
      assertThat(file().fileName()).isEqualTo("attachment.png");
      assertThat(file().contentType()).isEqualTo("image/png");
      assertThat(message().content()).isNull();
    }
  }

  @Test
  void aTextIsATextInEveryForm() {
    for (Function<byte[], Object> form : forms()) {
      sent(TO_141, form.apply(CHINESE.getBytes(UTF_8)));

      assertThat(message().content()).isEqualTo(CHINESE);
      assertThat(message().attachments()).isEmpty();
    }
  }

  @Test
  void aNameMakesAFile() {
    for (Function<byte[], Object> form : forms()) {
      sent(TO_141, form.apply("a,b".getBytes(UTF_8)), Map.of(Exchange.FILE_NAME, "out/list.csv"));
      assertThat(file().fileName()).isEqualTo("list.csv");
      assertThat(file().text()).isEqualTo("a,b");
    }
    sent(TO_141, PNG, Map.of(LiveDeskConstants.FILE_NAME, "p.png"));
    assertThat(file().fileName()).isEqualTo("p.png");
  }

  static Stream<Arguments> typesOfFiles() {
    return Stream.of(
        Arguments.of(Exchange.CONTENT_TYPE, "image/png"),
        Arguments.of(Exchange.CONTENT_TYPE, "IMAGE/PNG; name=\"p.png\""),
        Arguments.of(Exchange.FILE_CONTENT_TYPE, "image/png"),
        Arguments.of(LiveDeskConstants.FILE_CONTENT_TYPE, "image/png"),
        Arguments.of(Exchange.CONTENT_TYPE, "application/octet-stream"));
  }

  @ParameterizedTest
  @MethodSource("typesOfFiles")
  void aTypeOfAFileMakesAFile(String header, String type) {
    sent(TO_141, new ByteArrayInputStream(PNG), Map.of(header, type));

    assertThat(file().contentType()).isEqualTo("image/png");
    assertThat(file().bytes()).isEqualTo(PNG);
  }

  @Test
  void aTypeOfTextMakesAText() {
    for (String type : List.of("text/plain", "application/json", "text/plain; charset=UTF-8")) {
      sent(
          TO_141,
          new ByteArrayInputStream("{\"a\": 1}".getBytes(UTF_8)),
          Map.of(Exchange.CONTENT_TYPE, type));
      assertThat(message().content()).isEqualTo("{\"a\": 1}");
    }
  }

  /** What XML or JSON is within a picture is no text for people. */
  @ParameterizedTest
  @ValueSource(
      strings = {"image/svg+xml", "image/svg+xml; charset=utf-8", "IMAGE/SVG+XML; name=\"a.svg\""})
  void aPictureInLettersIsAFile(String type) {
    byte[] svg = "<svg xmlns='http://www.w3.org/2000/svg'/>".getBytes(UTF_8);
    for (Function<byte[], Object> form : forms()) {
      for (String header : List.of(Exchange.CONTENT_TYPE, Exchange.FILE_CONTENT_TYPE)) {
        sent(TO_141, form.apply(svg), Map.of(header, type));

        assertThat(file().contentType()).isEqualTo("image/svg+xml");
        assertThat(file().fileName()).isEqualTo("attachment.svg");
        assertThat(file().bytes()).isEqualTo(svg);
      }
    }
  }

  @Test
  void modelsInLettersAreFiles() {
    for (String type : List.of("model/gltf+json", "model/x3d+xml")) {
      sent(TO_141, "{}".getBytes(UTF_8), Map.of(Exchange.CONTENT_TYPE, type));
      assertThat(file().contentType()).isEqualTo(type);
    }
  }

  @Test
  void aPictureInLettersThatNothingNamesIsAFile() {
    String svg = "<?xml version='1.0'?>\n<svg xmlns='http://www.w3.org/2000/svg'/>";

    sent(TO_141, svg.getBytes(UTF_8));
    assertThat(file().contentType()).isEqualTo("image/svg+xml");

    for (String type : List.of("text/plain", "application/xml", "application/soap+xml")) {
      sent(TO_141, svg.getBytes(UTF_8), Map.of(Exchange.CONTENT_TYPE, type));
      assertThat(message().content()).as(type).isEqualTo(svg);
    }
    sent(TO_141 + "&op=text", svg.getBytes(UTF_8));
    assertThat(message().content()).isEqualTo(svg);
  }

  @Test
  void aDocumentOfLettersIsAFile() {
    sent(TO_141, "%PDF-1.4\n1 0 obj <</Type /Catalog>> endobj\n%%EOF".getBytes(UTF_8));

    assertThat(file().contentType()).isEqualTo("application/pdf");
  }

  @Test
  void wordsThatAFormatBeginsWithStayText() {
    for (String text :
        List.of(
            "BMW is ready",
            "MZ 7 has come",
            "ID3 of 4",
            "II* or MM",
            "RIFF",
            "BM客服發送",
            "ID3客服發送訊息",
            "PK客服發送訊息這樣")) {
      sent(TO_141, text.getBytes(UTF_8));
      assertThat(message().content()).isEqualTo(text);
    }
  }

  @Test
  void aStreamOfACachingRoute() {
    template()
        .sendBodyAndHeader(
            "direct:cached", new ByteArrayInputStream(PNG), Exchange.FILE_NAME, "offer.png");
    assertThat(file().fileName()).isEqualTo("offer.png");

    template().sendBody("direct:cached", new ByteArrayInputStream(PNG));
    assertThat(file().bytes()).isEqualTo(PNG);
  }

  @Test
  void aLongFileIsReadToItsEnd() {
    byte[] bytes = new byte[2_000_003];
    System.arraycopy(PNG, 0, bytes, 0, PNG.length);
    bytes[bytes.length - 1] = 7;

    sent(TO_141, new ByteArrayInputStream(bytes));

    assertThat(file().bytes()).isEqualTo(bytes);
  }

  static Stream<byte[]> whatMayBeEither() {
    return Stream.of(
        CHINESE.getBytes(Charset.forName("Big5")),
        "Grüße".getBytes(ISO_8859_1),
        "hello".getBytes(UTF_16),
        "hello".getBytes(UTF_16LE),
        new byte[] {0, 1, 2, 3},
        new byte[] {1, 2, 3},
        new byte[] {(byte) 0xC3},
        new byte[] {(byte) 0xED, (byte) 0xA0, (byte) 0x80});
  }

  @ParameterizedTest
  @MethodSource("whatMayBeEither")
  void whatMayBeEitherIsRefusedWithBothWays(byte[] bytes) {
    for (Object body : List.of(bytes, new ByteArrayInputStream(bytes))) {
      assertThat(failure(LiveDeskRequestException.class, TO_141, body))
          .hasMessageContaining("body: found bytes that are no text")
          .hasMessageContaining("op=attachment")
          .hasMessageContaining("CamelCharsetName");
    }
    assertThat(livedesk.requests()).isEmpty();
  }

  @Test
  void noTextOfThatLength() {
    byte[] bytes = "a".repeat(600_001).getBytes(UTF_8);

    assertThat(failure(LiveDeskRequestException.class, TO_141, bytes))
        .hasMessageContaining("more than 600000 bytes");
  }

  @Test
  void bytesAreNeverTurnedIntoQuestionMarksByAnOperation() {
    for (Object body : List.of(PNG, new ByteArrayInputStream(PNG), ByteBuffer.wrap(PNG))) {
      assertThat(failure(LiveDeskRequestException.class, TO_141 + "&op=text", body))
          .hasMessageContaining("bytes that are no text");
    }
  }

  private StoredMessage sentWithCharset(Object body, String charset) {
    Exchange exchange =
        template()
            .request(
                TO_141,
                it -> {
                  it.getMessage().setBody(body);
                  it.getMessage().setHeaders(new HashMap<>());
                  it.setProperty(Exchange.CHARSET_NAME, charset);
                });
    assertThat(exchange.getException()).isNull();
    return message();
  }

  @Test
  void camelsCharsetCounts() {
    for (String charset : List.of("Big5", "UTF-16", "UTF-16LE")) {
      byte[] bytes = CHINESE.getBytes(Charset.forName(charset));
      assertThat(sentWithCharset(bytes, charset).content()).isEqualTo(CHINESE);
      InputStream stream = new ByteArrayInputStream(bytes);
      assertThat(sentWithCharset(stream, charset).content()).isEqualTo(CHINESE);
    }
    sent(
        TO_141,
        CHINESE.getBytes(Charset.forName("Big5")),
        Map.of(Exchange.CONTENT_TYPE, "text/plain; charset=Big5"));
    assertThat(message().content()).isEqualTo(CHINESE);
  }

  @ParameterizedTest
  @CsvSource({
    "application/json, ISO-2022-JP",
    "application/json, UTF-16LE",
    "application/xml, Shift_JIS",
    "application/soap+xml, EUC-JP",
    "application/problem+json, UTF-16",
    "application/x-www-form-urlencoded, ISO-2022-JP",
    "text/html, ISO-2022-JP",
    "application/octet-stream, Shift_JIS"
  })
  void theCharsetOfEveryTypeCounts(String type, String charset) {
    String text = "{\"text\": \"ご注文を発送\"}";
    byte[] bytes = text.getBytes(Charset.forName(charset));
    for (String header :
        List.of(
            Exchange.CONTENT_TYPE,
            Exchange.FILE_CONTENT_TYPE,
            LiveDeskConstants.FILE_CONTENT_TYPE)) {
      for (String uri : List.of(TO_141, TO_141 + "&op=text")) {
        Map<String, Object> headers = Map.of(header, type + "; charset=\"" + charset + '"');
        sent(uri, bytes, headers);
        assertThat(message().content()).isEqualTo(text);
        sent(uri, new ByteArrayInputStream(bytes), headers);
        assertThat(message().content()).isEqualTo(text);
      }
    }
  }

  @Test
  void theCharsetOfATemplatesJsonCounts() {
    sent(
        TO_141 + "&op=template&templateName=order_update&templateLanguage=ja",
        "[\"ご注文\"]".getBytes(Charset.forName("ISO-2022-JP")),
        Map.of(Exchange.CONTENT_TYPE, "application/json; charset=ISO-2022-JP"));

    assertThat(message().templateParams().get("processed_params")).isEqualTo(Map.of("1", "ご注文"));
  }

  /** Their bytes are ASCII: only the escape codes tell that they are another text. */
  @ParameterizedTest
  @ValueSource(strings = {"ISO-2022-JP", "ISO-2022-KR", "ISO-2022-CN"})
  void escapeCodesOfAnotherCharsetAreNoText(String charset) {
    byte[] bytes =
        charset.endsWith("CN")
            ? new byte[] {0x1B, '$', ')', 'A', 0x0E, 'V', 'P', 0x0F}
            : "日本 한국".getBytes(Charset.forName(charset));
    for (String uri : List.of(TO_141, TO_141 + "&op=text")) {
      assertThat(failure(LiveDeskRequestException.class, uri, bytes))
          .hasMessageContaining("body: found bytes that are no text");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "Content-Type, text/plain",
    "Content-Type, application/json",
    "CamelFileContentType, application/xml",
    "CamelLiveDeskFileContentType, text/csv"
  })
  void anUnknownCharsetIsThatOfTheHeader(String header, String type) {
    for (String charset : List.of("klingon", "no charset", "utf-88", "?")) {
      for (String uri : List.of(TO_141, TO_141 + "&op=text")) {
        Exchange exchange =
            send(uri, "a".getBytes(UTF_8), Map.of(header, type + "; charset=\"" + charset + '"'));
        assertThat(failure(LiveDeskRequestException.class, exchange))
            .hasMessageContaining(
                header
                    + ": found a charset that this JVM does not have; it takes one such as UTF-8");
      }
    }
  }

  @Test
  void aCharsetThatThereIsNot() {
    Exchange exchange =
        template()
            .request(
                TO_141,
                it -> {
                  it.getMessage().setBody("a".getBytes(UTF_8));
                  it.setProperty(Exchange.CHARSET_NAME, "klingon");
                });

    assertThat(failure(LiveDeskRequestException.class, exchange).getField())
        .isEqualTo("CamelCharsetName");
  }

  @Test
  void aByteOrderMarkIsNoLetter() {
    sent(TO_141, ("\uFEFF" + CHINESE).getBytes(UTF_8));

    assertThat(message().content()).isEqualTo(CHINESE);
  }
}
