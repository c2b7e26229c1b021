// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.operation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.TextNode;
import io.github.livedesk.camel.LiveDeskConstants;
import io.github.livedesk.camel.client.RetryMode;
import io.github.livedesk.camel.model.FileContent;
import io.github.livedesk.camel.model.FileMessage;
import io.github.livedesk.camel.model.FilePart;
import io.github.livedesk.camel.model.TextMessage;
import io.github.livedesk.camel.model.failure.LiveDeskRequestException;
import io.github.livedesk.camel.simulator.LiveDeskSimulator;
import io.github.livedesk.camel.simulator.StoredMessage;
import io.github.livedesk.camel.testing.SimulatorTestSupport;
import io.github.livedesk.camel.testing.SocketServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.Serial;
import java.io.StringReader;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.nio.CharBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Calendar;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TimeZone;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.DoubleAdder;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.support.TypeConverterSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A customer reads texts, never what was written for programmers. */
class PlainTextTest extends SimulatorTestSupport {

  private static final String CHINESE = "客服發送訊息";

  @TempDir private Path folder;

  PlainTextTest(LiveDeskSimulator livedesk) {
    super(livedesk);
  }

  @Override
  protected RouteBuilder createRouteBuilder() {
    return new RouteBuilder() {
      @Override
      public void configure() {
        from("direct:cached").streamCache("true").to(TO_141);
        from("direct:cached-file").streamCache("true").to(TO_141 + "&op=attachment");
        from("direct:forward").to(TO_141).to(TO_141);
      }
    };
  }

  private StoredMessage message() {
    List<StoredMessage> messages = livedesk.messages("141");
    return messages.get(messages.size() - 1);
  }

  /** A type of the user's own, as an order is one. */
  private record Order(int number, String phone) {}

  static Stream<Arguments> texts() {
    return Stream.of(
        Arguments.of("text", "text"),
        Arguments.of(CharBuffer.wrap("buffer"), "buffer"),
        Arguments.of("chars".toCharArray(), "chars"),
        Arguments.of('c', "c"),
        Arguments.of(42, "42"),
        Arguments.of(new BigInteger("12345678901234567890"), "12345678901234567890"),
        Arguments.of(new BigDecimal("1250.00"), "1250.00"),
        Arguments.of(new BigDecimal("1E+3"), "1000"),
        Arguments.of(1.0E7, "10000000"),
        Arguments.of(3.5, "3.5"),
        Arguments.of(new AtomicInteger(7), "7"),
        Arguments.of(true, "true"),
        Arguments.of(RetryMode.safe, "safe"),
        Arguments.of(LocalDate.of(2026, 11, 23), "2026-11-23"),
        Arguments.of(Instant.EPOCH, "1970-01-01T00:00:00Z"),
        Arguments.of(URI.create("https://example.com/a"), "https://example.com/a"),
        Arguments.of(new StringReader("\uFEFF" + CHINESE), CHINESE));
  }

  @ParameterizedTest
  @MethodSource("texts")
  void whatIsText(Object body, String arrives) {
    sent(TO_141, body);

    assertThat(message().content()).isEqualTo(arrives);
  }

  static Stream<Object> programmersTexts() {
    return Stream.of(
        new Order(7, "+4912345"),
        Calendar.getInstance(),
        TimeZone.getDefault(),
        Optional.of("text"),
        OptionalInt.of(1),
        Thread.currentThread(),
        Currency.getInstance("EUR"),
        Locale.TAIWAN,
        new IllegalStateException("text"),
        List.of("text"),
        new int[] {1},
        new Object() {
          @Override
          public String toString() {
            return "a text of its own";
          }
        });
  }

  @ParameterizedTest
  @MethodSource("programmersTexts")
  void whatIsWrittenForProgrammersIsRefused(Object body) {
    assertThat(failure(LiveDeskRequestException.class, TO_141, body))
        .hasMessageContaining("body: found a")
        .hasMessageContaining("register a type converter to String")
        .hasMessageNotContaining("+4912345");
    assertThat(livedesk.requests()).isEmpty();
  }

  private <F> void convertToString(Class<F> from, Function<F, String> converter) {
    context()
        .getTypeConverterRegistry()
        .addTypeConverter(
            String.class,
            from,
            new TypeConverterSupport() {
              @Override
              public <T> T convertTo(Class<T> type, Exchange exchange, Object value) {
                return type.cast(converter.apply(from.cast(value)));
              }
            });
  }

  @Test
  void aConverterOfTheUsersOwnMakesText() {
    convertToString(Order.class, order -> "order " + order.number());

    sent(TO_141, new Order(7, "+4912345"));

    assertThat(message().content()).isEqualTo("order 7");
  }

  /** Nobody can register a way to write them: they are no text at all. */
  @Test
  void numbersWithoutAText() {
    var adder = new DoubleAdder();
    adder.add(Double.NaN);
    for (Number number :
        List.of(Double.POSITIVE_INFINITY, Double.NaN, Float.NEGATIVE_INFINITY, adder)) {
      assertThat(failure(LiveDeskRequestException.class, TO_141, number))
          .hasMessageContaining(
              "body: found no finite number; it takes a number that has at most 100 digits without"
                  + " exponent");
    }
    for (Number number :
        List.of(
            1e300,
            -1e101,
            Double.MIN_VALUE,
            new BigDecimal("1E+999999999"),
            new BigDecimal("1E-999999999"),
            BigInteger.ONE.shiftLeft(50_000_000),
            BigInteger.TEN.pow(100))) {
      assertThat(failure(LiveDeskRequestException.class, TO_141, number))
          .hasMessageContaining("body: found a number of more than 100 digits; it takes a number");
    }
    assertThat(livedesk.requests()).isEmpty();
  }

  /** Of the user's own: it may be an amount with its currency. */
  private static final class Money extends Number {

    @Serial private static final long serialVersionUID = 1L;

    @Override
    public int intValue() {
      return 12;
    }

    @Override
    public long longValue() {
      return 12;
    }

    @Override
    public float floatValue() {
      return 12;
    }

    @Override
    public double doubleValue() {
      return 12;
    }

    @Override
    public String toString() {
      return "12 EUR";
    }
  }

  @Test
  void aNumberOfTheUsersOwnClass() {
    assertThat(failure(LiveDeskRequestException.class, TO_141, new Money()))
        .hasMessageContaining("$Money; it takes text")
        .hasMessageContaining("register a type converter to String")
        .hasMessageNotContaining("EUR");

    convertToString(Money.class, money -> money.intValue() + " euros");
    sent(TO_141, new Money());
    assertThat(message().content()).isEqualTo("12 euros");
  }

  @Test
  void aConverterThatFails() {
    convertToString(
        Order.class,
        order -> {
          throw new IllegalStateException("no order for " + order.phone());
        });

    assertThat(failure(LiveDeskRequestException.class, TO_141, new Order(7, "+4912345")))
        .hasMessageContaining(
            "body: found a io.github.livedesk.camel.operation.PlainTextTest$Order whose type converter failed,"
                + " IllegalStateException; it takes what its type converter makes a String of")
        .hasMessageNotContaining("+4912345")
        .hasNoCause();
  }

  @Test
  void aByteOrderMarkIsNoLetter() {
    var attachment = new ByteArrayInputStream(new byte[] {1});
    for (Object body :
        List.of(
            "\uFEFF" + CHINESE,
            CharBuffer.wrap("\uFEFF" + CHINESE),
            TextMessage.builder().content("\uFEFF" + CHINESE).build(),
            Map.of("content", "\uFEFF" + CHINESE),
            new TextNode("\uFEFF" + CHINESE))) {
      sent(TO_141, body);
      assertThat(message().content()).isEqualTo(CHINESE);
    }
    sent(
        TO_141 + "&op=attachment",
        attachment,
        Map.of(LiveDeskConstants.CONTENT, "\uFEFF" + CHINESE));
    assertThat(message().content()).isEqualTo(CHINESE);
    sent(TO_141, "a\uFEFFb");
    assertThat(message().content()).as("within a text").isEqualTo("a\uFEFFb");
  }

  @Test
  void filesHearOfTheOperationThatSendsThem() {
    var part = new FilePart(FileContent.of(new byte[] {1}), "a.bin", null);
    for (Object body : List.of(List.of(part), List.of(new byte[] {1}), List.of())) {
      assertThat(failure(LiveDeskRequestException.class, TO_141, body))
          .hasMessageContaining("; op=attachment sends files");
    }
    for (Object body : List.of(part, new FileMessage(List.of(part), null, null, Map.of()))) {
      assertThat(failure(LiveDeskRequestException.class, TO_141 + "&op=text", body))
          .hasMessageContaining("; op=attachment sends files");
    }
    assertThat(failure(LiveDeskRequestException.class, TO_141, new Order(7, "")))
        .hasMessageNotContaining("op=attachment");
  }

  @Test
  void aFileAsTextThatIsNotThere() {
    for (Object file : List.of(folder.resolve("none.txt"), folder.resolve("none.txt").toFile())) {
      assertThat(failure(LiveDeskRequestException.class, TO_141 + "&op=text", file))
          .hasMessageContaining("body: found a file that can't be read, ")
          .hasMessageContaining("Exception; it takes files that can be read")
          .hasMessageNotContaining("type converter");
    }
  }

  @Test
  void anAddressIsNotFetched() throws Exception {
    try (var server = SocketServer.start(SocketServer.Connection::waitForClose)) {
      var url = URI.create(server.url() + "/secret").toURL();

      assertThat(failure(LiveDeskRequestException.class, TO_141, url))
          .hasMessageContaining("found a java.net.URL");

      assertThat(server.connections()).isZero();
    }
  }

  @Test
  void aFileAsText() throws Exception {
    Path file = Files.writeString(folder.resolve("a.txt"), CHINESE);
    sent(TO_141 + "&op=text", file.toFile());
    assertThat(message().content()).isEqualTo(CHINESE);

    Files.write(file, new byte[] {(byte) 0xFF, 0, 1});
    assertThat(failure(LiveDeskRequestException.class, TO_141 + "&op=text", file))
        .hasMessageContaining("bytes that are no text");
  }

  @Test
  void aCachedReader() {
    template().sendBody("direct:cached", new StringReader(CHINESE));
    assertThat(message().content()).isEqualTo(CHINESE);

    template()
        .sendBodyAndHeader(
            "direct:cached-file", new StringReader(CHINESE), Exchange.FILE_NAME, "a.txt");
    assertThat(message().attachments().get(0).text()).isEqualTo(CHINESE);
  }

  @Test
  void aBrokenStreamSaysSo() {
    var stream =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("secret of the source");
          }

          @Override
          public int read(byte[] buffer, int offset, int length) throws IOException {
            return read();
          }
        };
    var reader =
        new Reader() {
          @Override
          public int read(char[] buffer, int offset, int length) throws IOException {
            throw new IOException("secret of the source");
          }

          @Override
          public void close() {
            // nothing is open
          }
        };
    for (Object body : List.of(stream, reader)) {
      assertThat(failure(LiveDeskRequestException.class, TO_141, body))
          .hasMessageContaining("body: found a stream that broke while it was read, IOException")
          .hasMessageNotContaining("secret");
    }
  }

  @Test
  void anEmptyBodySaysSo() {
    for (Object body : new Object[] {null, new byte[0], InputStream.nullInputStream()}) {
      assertThat(failure(LiveDeskRequestException.class, TO_141, body))
          .hasMessageContaining("the body is empty");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"\u00A0", "\u200B", "\u2060\uFEFF", " \u3164\u2800", "\u00AD\n"})
  void whatNobodyCanSeeIsBlank(String text) {
    assertThat(failure(LiveDeskRequestException.class, TO_141, text))
        .hasMessageContaining("content: found blank text");
    assertThat(failure(LiveDeskRequestException.class, TO_141, text.getBytes(UTF_8)))
        .hasMessageContaining("content: found");
  }

  @Test
  void aNulIsRefusedWhereverItStands() {
    assertThat(failure(LiveDeskRequestException.class, TO_141, "a\u0000b"))
        .hasMessageContaining("content: found a NUL character (U+0000) at position 2");
    for (Map<String, Object> attributes :
        List.<Map<String, Object>>of(
            Map.of("items", "a\u0000"),
            Map.of("a\u0000", "b"),
            Map.of("items", List.of(Map.of("\uD83D", 1))))) {
      Exchange exchange =
          send(TO_141, "text", Map.of(LiveDeskConstants.CONTENT_ATTRIBUTES, attributes));
      assertThat(failure(LiveDeskRequestException.class, exchange).getField())
          .isEqualTo("content_attributes");
    }
    Exchange caption =
        send(TO_141 + "&op=attachment", new byte[1], Map.of(LiveDeskConstants.CONTENT, "a\u0000"));
    assertThat(failure(LiveDeskRequestException.class, caption).getField()).isEqualTo("content");
    assertThat(livedesk.requests()).isEmpty();
  }

  @Test
  void aReplySentOnIsRefusedWithTheWayOut() {
    Exchange exchange = template().request("direct:forward", it -> it.getMessage().setBody("hi"));

    assertThat(failure(LiveDeskRequestException.class, exchange))
        .hasMessageContaining("the reply of an earlier send")
        .hasMessageContaining("${body.content}");
    assertThat(livedesk.messages("141")).hasSize(1);
  }

  @Test
  void anUnknownFieldNamesTheNearestRightOne() {
    assertThat(
            failure(
                LiveDeskRequestException.class, TO_141, Map.of("content", "x", "pirvate", true)))
        .hasMessageContaining("'pirvate'")
        .hasMessageContaining("did you mean private?");
    assertThat(
            failure(LiveDeskRequestException.class, TO_141, Map.of("content", "x", "+49 1234", 1)))
        .hasMessageContaining("another name")
        .hasMessageNotContaining("1234");
  }
}
