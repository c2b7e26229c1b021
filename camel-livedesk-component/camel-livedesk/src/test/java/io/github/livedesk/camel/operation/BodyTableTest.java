// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.operation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.livedesk.camel.client.RetryMode;
import io.github.livedesk.camel.model.FileContent;
import io.github.livedesk.camel.model.FileMessage;
import io.github.livedesk.camel.model.FilePart;
import io.github.livedesk.camel.model.LiveDeskMessage;
import io.github.livedesk.camel.model.TemplateMessage;
import io.github.livedesk.camel.model.TextMessage;
import io.github.livedesk.camel.model.failure.LiveDeskRequestException;
import io.github.livedesk.camel.simulator.LiveDeskSimulator;
import io.github.livedesk.camel.simulator.StoredMessage;
import io.github.livedesk.camel.testing.BytesDataSource;
import io.github.livedesk.camel.testing.SimulatorTestSupport;
import jakarta.activation.DataHandler;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URL;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.apache.camel.Exchange;
import org.apache.camel.WrappedFile;
import org.apache.camel.attachment.AttachmentMessage;
import org.apache.camel.converter.stream.InputStreamCache;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The guide's table of bodies, row by row, with several bodies for each row. */
class BodyTableTest extends SimulatorTestSupport {

  private static final Path PAGE = Path.of("..", "..", "docs", "bodies.adoc");
  private static final Pattern ROW =
      Pattern.compile("(?m)^\\|(.+?) \\|(\\w+) \\|(\\w+) \\|(\\w+) \\|(\\w+)$");
  private static final List<String> OPERATIONS =
      List.of("", "&op=text", "&op=attachment", "&op=template");
  private static final byte[] PNG =
      Base64.getDecoder()
          .decode(
              "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5E"
                  + "rkJggg==");
  private static final String TEMPLATE =
      "{\"content\":\"shipped\",\"template_params\":{\"name\":\"order_update\",\"language\":\"en\"}}";
  private static final JsonMapper JSON = new JsonMapper();

  @TempDir private static Path folder;

  BodyTableTest(LiveDeskSimulator livedesk) {
    super(livedesk);
  }

  /**
   * A row of the table.
   *
   * @param body as the page names it
   * @param results in the order of {@link #OPERATIONS}
   */
  record Row(String body, List<String> results) {}

  static List<Row> rows() throws IOException {
    return ROW.matcher(Files.readString(PAGE))
        .results()
        .map(
            row ->
                new Row(
                    row.group(1), List.of(row.group(2), row.group(3), row.group(4), row.group(5))))
        .toList();
  }

  /** Bodies, and what stands beside them. */
  private record Sample(Supplier<?> body, Map<String, Object> headers, boolean attached) {}

  private static final Map<String, List<Sample>> SAMPLES = new LinkedHashMap<>();

  private static void row(String name, Supplier<?>... bodies) {
    row(name, Map.of(), false, List.of(bodies));
  }

  private static void row(
      String name, Map<String, Object> headers, boolean attached, List<Supplier<?>> bodies) {
    SAMPLES.put(name, bodies.stream().map(body -> new Sample(body, headers, attached)).toList());
  }

  /** Every form in which bytes may come. */
  private static List<Supplier<?>> forms(byte[] bytes) {
    List<Function<byte[], Object>> forms =
        List.of(
            it -> it,
            ByteBuffer::wrap,
            ByteArrayInputStream::new,
            InputStreamCache::new,
            it -> {
              var stream = new ByteArrayOutputStream();
              stream.writeBytes(it);
              return stream;
            });
    return forms.stream().<Supplier<?>>map(form -> () -> form.apply(bytes)).toList();
  }

  private static Path file(String name, byte[] bytes) {
    try {
      return Files.write(folder.resolve(name), bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }

  private record LocalFile(Path path) implements WrappedFile<Object> {
    @Override
    public Object getFile() {
      return path.toFile();
    }

    @Override
    public Object getBody() {
      return null;
    }
  }

  private record Order(int number) {}

  static {
    row("`String`", () -> "text", () -> "客服");
    row("`String` with JSON", () -> TEMPLATE);
    row("`StringBuilder`, `CharBuffer`", () -> CharBuffer.wrap("text"));
    row("`char[]`, `Reader`", "text"::toCharArray, () -> new StringReader("text"));
    row("`Integer`, `BigDecimal`, `Double`", () -> 42, () -> new BigDecimal("1.50"), () -> 3.5);
    row("`Boolean`, `Character`, an enum", () -> true, () -> 'c', () -> RetryMode.safe);
    row("`LocalDate`, `Instant`", () -> LocalDate.of(2026, 11, 27), () -> Instant.EPOCH);
    row("what a registered type converter turns into a `String`", () -> URI.create("urn:a:b"));
    row("bytes that are text", Map.of(), false, forms(bytes("text 客服")));
    row("bytes that are JSON", Map.of(), false, forms(bytes(TEMPLATE)));
    var known = new ArrayList<Supplier<?>>(forms(PNG));
    known.add(() -> bytes("%PDF-1.4\n%%EOF"));
    known.add(() -> new byte[] {'P', 'K', 3, 4, 20, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0});
    row("bytes of a picture, a PDF, an office file", Map.of(), false, known);
    row(
        "bytes that may be either",
        Map.of(),
        false,
        forms(new byte[] {(byte) 0xC3, 'a', (byte) 0xFF}));
    row(
        "bytes with a file name",
        Map.of(Exchange.FILE_NAME, "list.csv"),
        false,
        forms(bytes("a,b")));
    row(
        "bytes with the content type of a file",
        Map.of(Exchange.CONTENT_TYPE, "image/png"),
        false,
        forms(PNG));
    row(
        "`File`, `Path` with text in it",
        () -> file("a.txt", bytes("text")),
        () -> file("a.txt", bytes("text")).toFile());
    row("`File`, `Path` of a picture", () -> file("a.png", PNG), () -> file("a.png", PNG).toFile());
    row("a file of a consumer (`WrappedFile`)", () -> new LocalFile(file("b.txt", bytes("text"))));
    row(
        "a `List` of files",
        () -> List.of(PNG, bytes("text")),
        () -> List.of(file("a.png", PNG), new ByteArrayInputStream(PNG)));
    row("`TextMessage`", () -> TextMessage.builder().content("text").build());
    row("`FileMessage`", () -> FileMessage.builder().file("a.png", PNG).build());
    row("`FilePart`", () -> new FilePart(FileContent.of(bytes("text")), "a.txt", null));
    row(
        "`TemplateMessage`",
        () -> TemplateMessage.builder("order_update", "en").content("shipped").build());
    row(
        "`Map` or `JsonNode` with the fields of a text",
        () -> Map.of("content", "text"),
        () -> JSON.createObjectNode().put("content", "text"));
    row(
        "`Map` or `JsonNode` with the fields of a template",
        () -> json(TEMPLATE, Map.class),
        () -> json(TEMPLATE, JsonNode.class));
    row("`JsonNode` that is a text", () -> JSON.getNodeFactory().textNode("text"));
    row(
        "any other `JsonNode`",
        () -> JSON.createArrayNode().add("text"),
        () -> JSON.getNodeFactory().numberNode(1));
    row(
        "the reply of an earlier send (`LiveDeskMessage`)",
        () -> LiveDeskMessage.of(Map.of("id", 1, "content", "text")));
    row(
        "`URL`, `DataHandler`: what would have to be fetched",
        BodyTableTest::url,
        () -> new DataHandler(url()));
    row(
        "any other object, `Optional`, exception",
        () -> new Order(7),
        () -> Optional.of("text"),
        () -> new IllegalStateException("text"),
        Object::new);
    row("nothing (`null`)", () -> null);
    row("bytes, but none", () -> new byte[0], InputStream::nullInputStream);
    row("a `String` and Camel attachments", Map.of(), true, List.of(() -> "text"));
    row(
        "a number, a date, a `Reader`, and Camel attachments",
        Map.of(),
        true,
        List.of(() -> 42, () -> LocalDate.of(2026, 11, 27), () -> new StringReader("text")));
    row(
        "a `Map` or `JsonNode` with the fields of a text, and Camel attachments",
        Map.of(),
        true,
        List.of(
            () -> Map.of("content", "text"), () -> JSON.createObjectNode().put("content", "text")));
    row("bytes that are text, and Camel attachments", Map.of(), true, forms(bytes("text 客服")));
    row("bytes, but none, and Camel attachments", Map.of(), true, forms(new byte[0]));
    row("nothing, and Camel attachments", Map.of(), true, List.of(() -> null));
  }

  private static URL url() {
    try {
      return URI.create("http://127.0.0.1:9/").toURL();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Object json(String text, Class<?> type) {
    try {
      return JSON.readValue(text, type);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void everyRowHasItsBodies() throws IOException {
    assertThat(rows()).extracting(Row::body).containsExactlyElementsOf(SAMPLES.keySet());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rows")
  void whatTheTableSaysHappens(Row row) {
    for (Sample sample : SAMPLES.get(row.body())) {
      for (int i = 0; i < OPERATIONS.size(); i++) {
        livedesk.reset();
        assertThat(result(sample, OPERATIONS.get(i)))
            .as("%s with '%s'", sample.body().get(), OPERATIONS.get(i))
            .isEqualTo(row.results().get(i));
      }
    }
  }

  private String result(Sample sample, String operation) {
    Exchange exchange =
        template()
            .request(
                TO_141 + operation,
                it -> {
                  it.getMessage().setBody(sample.body().get());
                  sample.headers().forEach(it.getMessage()::setHeader);
                  if (sample.attached()) {
                    it.getMessage(AttachmentMessage.class)
                        .addAttachment(
                            "scan.png", new DataHandler(new BytesDataSource(PNG, "image/png")));
                  }
                });
    if (exchange.getException() != null) {
      assertThat(exchange.getException()).isInstanceOf(LiveDeskRequestException.class);
      assertThat(livedesk.requests()).isEmpty();
      return "refused";
    }
    StoredMessage message = livedesk.messages("141").get(0);
    if (!message.templateParams().isEmpty()) {
      return "template";
    }
    if (message.attachments().isEmpty()) {
      return "text";
    }
    boolean isOne =
        message.attachments().size() == 1
            && !sample.attached()
            && !(sample.body().get() instanceof FileMessage);
    return isOne ? "file" : "files";
  }
}
