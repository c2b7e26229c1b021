// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.binding;

import static io.github.livedesk.camel.LiveDeskConstants.CONTENT;
import static io.github.livedesk.camel.LiveDeskConstants.CONTENT_ATTRIBUTES;
import static io.github.livedesk.camel.LiveDeskConstants.CONVERSATION_ID;
import static io.github.livedesk.camel.LiveDeskConstants.IN_REPLY_TO;
import static io.github.livedesk.camel.LiveDeskConstants.MESSAGE_CONVERSATION_ID;
import static io.github.livedesk.camel.LiveDeskConstants.MESSAGE_ID;
import static io.github.livedesk.camel.LiveDeskConstants.OPERATION;
import static io.github.livedesk.camel.LiveDeskConstants.PRIVATE;
import static io.github.livedesk.camel.LiveDeskConstants.TEMPLATE_CATEGORY;
import static io.github.livedesk.camel.LiveDeskConstants.TEMPLATE_LANGUAGE;
import static io.github.livedesk.camel.LiveDeskConstants.TEMPLATE_NAME;
import static io.github.livedesk.camel.LiveDeskConstants.TEMPLATE_NAMESPACE;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.livedesk.camel.client.api.ApiRequest;
import io.github.livedesk.camel.client.api.MessageRequest.RetryMessage;
import io.github.livedesk.camel.client.api.MessageRequest.SendFiles;
import io.github.livedesk.camel.client.api.MessageRequest.SendTemplate;
import io.github.livedesk.camel.client.api.MessageRequest.SendText;
import io.github.livedesk.camel.client.source.SourceWatch;
import io.github.livedesk.camel.model.FileMessage;
import io.github.livedesk.camel.model.LiveDeskMessage;
import io.github.livedesk.camel.model.LiveDeskOperation;
import io.github.livedesk.camel.model.TextMessage;
import io.github.livedesk.camel.model.failure.LiveDeskRequestException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.StringReader;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** From an exchange to a request, without a connection. */
class MessageBindingTest {

  private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0};
  private static final ObjectMapper JSON = new ObjectMapper();

  private static DefaultCamelContext context;

  private final LiveDeskMessageOptions options = new LiveDeskMessageOptions();
  private final Map<String, Object> headers = new HashMap<>(Map.of(CONVERSATION_ID, 141));
  private final Map<String, Object> properties = new HashMap<>();

  @BeforeAll
  static void start() {
    context = new DefaultCamelContext();
    context.start();
  }

  @AfterAll
  static void stop() {
    context.stop();
  }

  private ApiRequest request(Object body) {
    Exchange exchange = new DefaultExchange(context);
    exchange.getMessage().setBody(body);
    exchange.getMessage().setHeaders(new HashMap<>(headers));
    properties.forEach(exchange::setProperty);
    return new MessageBinding("livedesk:messages", options).toOperation(exchange, SourceWatch.NONE);
  }

  private TextMessage text(Object body) {
    options.setOp("text");
    return ((SendText) request(body)).message();
  }

  private String content(Object body) {
    return text(body).content();
  }

  private LiveDeskRequestException refused(Object body) {
    return catchThrowableOfType(LiveDeskRequestException.class, () -> request(body));
  }

  private LiveDeskRequestException refusedText(Object body) {
    options.setOp("text");
    return refused(body);
  }

  private Map<String, Object> template(Object body) {
    options.setOp("template");
    return ((SendTemplate) request(body)).message().toMap();
  }

  private Object params(Object body) {
    return ((Map<?, ?>) template(body).get("template_params")).get("processed_params");
  }

  private LiveDeskRequestException refusedTemplate(Object body) {
    options.setOp("template");
    return refused(body);
  }

  private void named() {
    options.setTemplateName("order_update");
    options.setTemplateLanguage("en_US");
    options.setTemplateCategory("UTILITY");
  }

  // Which operation.

  @Test
  void theBodyTellsTheOperationWhereNothingElseDoes() throws Exception {
    assertThat(request("hello")).isInstanceOf(SendText.class);
    assertThat(request(TextMessage.builder().content("hello").build()))
        .isInstanceOf(SendText.class);
    assertThat(request("hello".getBytes(UTF_8))).isInstanceOf(SendText.class);
    assertThat(request(PNG)).isInstanceOf(SendFiles.class);
    assertThat(request(FileMessage.builder().file("a.txt", PNG).build()))
        .isInstanceOf(SendFiles.class);
    headers.put(Exchange.FILE_NAME, "a.txt");
    assertThat(request("hello".getBytes(UTF_8))).isInstanceOf(SendFiles.class);
    assertThat(request("hello")).isInstanceOf(SendText.class);
  }

  @Test
  void theOptionBeatsTheHeaderAndTheHeaderBeatsTheBody() {
    headers.put(OPERATION, LiveDeskOperation.attachment);
    assertThat(request("hello".getBytes(UTF_8))).isInstanceOf(SendFiles.class);
    headers.put(OPERATION, "attachment");
    assertThat(request("hello".getBytes(UTF_8))).isInstanceOf(SendFiles.class);
    options.setOp("text");
    assertThat(request("hello".getBytes(UTF_8))).isInstanceOf(SendText.class);
  }

  @Test
  void anOperationThatIsNone() {
    headers.put(OPERATION, "shout");
    assertThat(refused("hello")).hasMessageContaining(OPERATION + ": found 5 characters; it takes");
    headers.put(OPERATION, 5);
    assertThat(refused("hello")).hasMessageContaining(OPERATION + ": found a java.lang.Integer");
  }

  // Ids.

  @ParameterizedTest
  @ValueSource(strings = {"1", "a-b_C", "9"})
  void idsOfAPath(String id) {
    headers.put(CONVERSATION_ID, id);

    assertThat(request("hello").conversationId()).isEqualTo(id);
  }

  @Test
  void idsOfManyTypes() {
    for (Object id : List.of(141L, (short) 141, BigInteger.valueOf(141), CharBuffer.wrap("141"))) {
      headers.put(CONVERSATION_ID, id);
      assertThat(request("hello").conversationId()).isEqualTo("141");
    }
    headers.clear();
    options.setConversationId("142");
    assertThat(request("hello").conversationId()).isEqualTo("142");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''|empty text",
        "1/2|3 characters with U+002F at position 2",
        "a b|3 characters with U+0020 at position 2",
        "٣|1 character with U+0663 at position 1",
      })
  void idsThatAreNone(String id, String found) {
    headers.put(CONVERSATION_ID, id);

    assertThat(refused("hello"))
        .hasMessageContaining("conversationId: found " + found)
        .hasMessageContaining("as option or as header " + CONVERSATION_ID);
  }

  @Test
  void idsOfOtherTypes() {
    headers.put(CONVERSATION_ID, "1".repeat(64));
    assertThat(request("hello").conversationId()).hasSize(64);
    headers.put(CONVERSATION_ID, "1".repeat(65));
    assertThat(refused("hello")).hasMessageContaining("conversationId: found 65 characters;");
    headers.put(CONVERSATION_ID, 1.5);
    assertThat(refused("hello")).hasMessageContaining("conversationId: found a java.lang.Double");
    headers.put(CONVERSATION_ID, BigInteger.ONE.shiftLeft(1000));
    assertThat(refused("hello")).hasMessageContaining("found a java.math.BigInteger");
    headers.clear();
    assertThat(refused("hello")).hasMessageContaining("conversationId: found nothing");
  }

  // Texts.

  @Test
  void textsOfManyTypes() throws Exception {
    assertThat(content("hello")).isEqualTo("hello");
    assertThat(content("\uFEFFhello")).isEqualTo("hello");
    assertThat(content(CharBuffer.wrap("hello"))).isEqualTo("hello");
    assertThat(content(true)).isEqualTo("true");
    assertThat(content('c')).isEqualTo("c");
    assertThat(content(Thread.State.NEW)).isEqualTo("NEW");
    assertThat(content(LocalDate.of(2026, 1, 2))).isEqualTo("2026-01-02");
    assertThat(content(1e7)).isEqualTo("10000000");
    assertThat(content(new BigDecimal("1.50"))).isEqualTo("1.50");
    assertThat(content("hé".getBytes(UTF_8))).isEqualTo("hé");
    assertThat(content(ByteBuffer.wrap("hé".getBytes(UTF_8)))).isEqualTo("hé");
    assertThat(content(new ByteArrayInputStream("hé".getBytes(UTF_8)))).isEqualTo("hé");
    assertThat(content(new StringReader("\uFEFFhé"))).isEqualTo("hé");
    var bytes = new ByteArrayOutputStream();
    bytes.write("hé".getBytes(UTF_8));
    assertThat(content(bytes)).isEqualTo("hé");
    assertThat(content(JSON.readTree("\"hello\""))).isEqualTo("hello");
    assertThat(content(JSON.readTree("{\"content\":\"hello\"}"))).isEqualTo("hello");
    assertThat(content(Map.of("content", "hello"))).isEqualTo("hello");
  }

  @Test
  void bodiesThatAreNoText() throws Exception {
    assertThat(refusedText(null)).hasMessageContaining("content: found nothing, the body is empty");
    assertThat(refusedText("")).hasMessageContaining("content: found blank text");
    assertThat(refusedText(" \u3000\n")).hasMessageContaining("content: found blank text");
    assertThat(refusedText(new byte[0])).hasMessageContaining("found nothing, the body is empty");
    assertThat(refusedText(Map.of())).hasMessageContaining("content: found nothing;");
    assertThat(refusedText(TextMessage.builder().build()))
        .hasMessageContaining("content: found nothing;");
    assertThat(refusedText(Map.of("content", 5)))
        .hasMessageContaining("content: found a java.lang.Integer; it takes text");
    assertThat(refusedText(Map.of("contents", "hello")))
        .hasMessageContaining("a field that op=text does not have, 'contents'")
        .hasMessageContaining("did you mean content?");
    assertThat(refusedText(Map.of("x", 1, "content", "hello")))
        .hasMessageNotContaining("did you mean");
    assertThat(refusedText(Map.of(1, 2))).hasMessageContaining("a map whose keys are text");
    assertThat(refusedText(List.of("a"))).hasMessageContaining("op=attachment sends files");
    assertThat(refusedText(Set.of("a"))).hasMessageContaining("register a type converter");
    assertThat(refusedText(Optional.of("a"))).hasMessageContaining("body: found a");
    assertThat(refusedText(LiveDeskMessage.of(Map.of("id", 7))))
        .hasMessageContaining("the reply of an earlier send, which is JSON for programs");
    assertThat(refusedText(Double.NaN)).hasMessageContaining("body: found no finite number");
    assertThat(refusedText(new BigDecimal("1E+999")))
        .hasMessageContaining("body: found a number of more than 100 digits");
    assertThat(refusedText(JSON.readTree("[1]"))).hasMessageContaining("body: found");
  }

  @Test
  void textsThatCanNotBeStored() {
    assertThat(refusedText("a\0"))
        .hasMessageContaining("content: found a NUL character (U+0000) at position 2");
    assertThat(refusedText("ab\ud800"))
        .hasMessageContaining("content: found half a character at position 3");
  }

  @Test
  void bytesThatAreNoText() {
    assertThat(refusedText(PNG)).hasMessageContaining("body: found bytes that are no text");
    assertThat(refusedText("é".getBytes(ISO_8859_1)))
        .hasMessageContaining("bytes that are no text");
    assertThat(refusedText("\u001B$B".getBytes(UTF_8))).hasMessageContaining("no text");
    options.setOp(null);
    assertThat(refused("é".getBytes(ISO_8859_1)))
        .hasMessageContaining("op=attachment to send a file; or a text in UTF-8");
    assertThat(refused("a\u0007b".getBytes(UTF_8))).hasMessageContaining("bytes that are no text");
    assertThat(refused(new byte[1000])).hasMessageContaining("bytes that are no text");
    byte[] letters = new byte[700_000];
    Arrays.fill(letters, (byte) 'a');
    assertThat(refused(letters)).hasMessageContaining("more than 600000 bytes");
  }

  @Test
  void charsets() {
    properties.put(Exchange.CHARSET_NAME, "UTF-16LE");
    assertThat(content("hé".getBytes(UTF_16LE))).isEqualTo("hé");
    properties.put(Exchange.CHARSET_NAME, "nonsense");
    assertThat(refusedText("a".getBytes(UTF_8)))
        .hasMessageContaining(Exchange.CHARSET_NAME + ": found a charset that this JVM does not");
    properties.clear();
    headers.put(Exchange.CONTENT_TYPE, "text/plain; charset=iso-8859-1");
    assertThat(content("é".getBytes(ISO_8859_1))).isEqualTo("é");
    headers.put(Exchange.CONTENT_TYPE, "text/plain; charset=nonsense");
    assertThat(refusedText("a".getBytes(UTF_8)))
        .hasMessageContaining(Exchange.CONTENT_TYPE + ": found a charset");
  }

  // Notes, replies and attributes.

  @Test
  void privateNotes() {
    assertThat(text("hello").privateNote()).isFalse();
    assertThat(text(Map.of("content", "a", "private", "TRUE")).privateNote()).isTrue();
    options.setPrivate(true);
    assertThat(text("hello").privateNote()).isTrue();
    assertThat(refusedText(Map.of("content", "a", "private", false)))
        .hasMessageContaining(
            "private: found false in the body, true outside; it takes the same value in both");
    headers.put(PRIVATE, "false");
    assertThat(text("hello").privateNote()).isFalse();
    headers.put(PRIVATE, 1);
    assertThat(refusedText("a")).hasMessageContaining(PRIVATE + ": found a java.lang.Integer");
    headers.put(PRIVATE, "yes");
    assertThat(refusedText("a")).hasMessageContaining(PRIVATE + ": found 3 characters");
  }

  @Test
  void replies() {
    options.setInReplyTo(5L);
    assertThat(text("a").contentAttributes()).isEqualTo(Map.of("in_reply_to", 5L));
    assertThat(text(Map.of("content", "a", "content_attributes", Map.of("in_reply_to", 6))))
        .extracting(TextMessage::contentAttributes)
        .isEqualTo(Map.of("in_reply_to", 6L));
    headers.put(CONTENT_ATTRIBUTES, Map.of("in_reply_to", "7"));
    assertThat(text("a").contentAttributes()).isEqualTo(Map.of("in_reply_to", 7L));
    headers.put(IN_REPLY_TO, "8");
    assertThat(text("a").contentAttributes()).isEqualTo(Map.of("in_reply_to", 8L));
    headers.put(IN_REPLY_TO, BigInteger.valueOf(Long.MAX_VALUE));
    assertThat(text("a").contentAttributes()).isEqualTo(Map.of("in_reply_to", Long.MAX_VALUE));
    for (Object none : List.of("0", "-1", "+5", "x", "", 0, 1.5, true, "9223372036854775808")) {
      headers.put(IN_REPLY_TO, none);
      assertThat(refusedText("a"))
          .hasMessageContaining(IN_REPLY_TO + ": found ")
          .hasMessageContaining("the number of a message, 1 or more");
    }
  }

  @Test
  void attributesAreWhatJsonHas() {
    var attributes = new LinkedHashMap<String, Object>();
    attributes.put("items", Arrays.asList("a", 1, 2L, 1.5, 1.5f, true, null));
    attributes.put("more", Map.of("big", new BigDecimal("1.10")));
    headers.put(CONTENT_ATTRIBUTES, attributes);
    assertThat(text("a").contentAttributes()).isEqualTo(attributes);

    attributes.put("items", List.of(1, Double.NaN));
    assertThat(refusedText("a"))
        .hasMessageContaining("content_attributes: found no finite number at items[1]");
    attributes.put("items", List.of(Map.of("a b", new Object())));
    assertThat(refusedText("a"))
        .hasMessageContaining("a value that is a java.lang.Object at items[0], name 1");
    attributes.put("items", "a\0");
    assertThat(refusedText("a")).hasMessageContaining("content_attributes: found a NUL character");
    attributes.put("items", attributes);
    assertThat(refusedText("a")).hasMessageContaining("one that contains itself");
    headers.put(CONTENT_ATTRIBUTES, "text");
    assertThat(refusedText("a"))
        .hasMessageContaining(CONTENT_ATTRIBUTES + ": found 4 characters; it takes a map");
    headers.put(CONTENT_ATTRIBUTES, List.of());
    assertThat(refusedText("a")).hasMessageContaining("it takes a map whose keys are text");
  }

  // Templates.

  @Test
  void theShortForm() throws Exception {
    named();
    assertThat(template(null)).containsEntry("content", "order_update");
    assertThat(params(List.of("a", "b"))).isEqualTo(Map.of("1", "a", "2", "b"));
    assertThat(params(Map.of("1", "a"))).isEqualTo(Map.of("1", "a"));
    assertThat(params("{\"1\":\"a\"}")).isEqualTo(Map.of("1", "a"));
    assertThat(params("[\"a\"]".getBytes(UTF_8))).isEqualTo(Map.of("1", "a"));
    assertThat(params(JSON.readTree("[1.50]"))).isEqualTo(params(List.of(1.5)));
    options.setContent("Your order");
    assertThat(template(" ")).containsEntry("content", "Your order");
    headers.put(CONTENT, "By header");
    assertThat(template(null)).containsEntry("content", "By header");
    assertThat(refusedTemplate(5)).hasMessageContaining("body: found a java.lang.Integer");
  }

  @Test
  void headersBeatTheOptionsOfATemplate() {
    named();
    headers.putAll(
        Map.of(
            TEMPLATE_NAME, "a",
            TEMPLATE_LANGUAGE, "de",
            TEMPLATE_CATEGORY, "MARKETING",
            TEMPLATE_NAMESPACE, "n"));

    assertThat(template(null))
        .extractingByKey("template_params")
        .isEqualTo(
            Map.of("name", "a", "language", "de", "category", "MARKETING", "namespace", "n"));
  }

  @Test
  void aWholeMessageIsCompleted() {
    Map<String, Object> given = Map.of("name", "a", "language", "fr");
    options.setTemplateLanguage("en_US");
    options.setTemplateCategory("UTILITY");
    Map<String, Object> body = Map.of("content", "b", "template_params", given);

    assertThat(template(body))
        .containsEntry("content", "b")
        .extractingByKey("template_params")
        .isEqualTo(Map.of("name", "a", "language", "fr", "category", "UTILITY"));
    headers.put(TEMPLATE_LANGUAGE, "de");
    assertThat(template(body).get("template_params"))
        .isEqualTo(Map.of("name", "a", "language", "de", "category", "UTILITY"));
    assertThat(body.get("template_params")).isEqualTo(given);
  }

  @Test
  void whatTemplatesAreNot() {
    assertThat(refusedTemplate(Map.of("1", "a")))
        .hasMessageContaining("without template_params, and templateName is missing");
    assertThat(refusedTemplate(List.of())).hasMessageContaining("and templateName is missing");
    named();
    options.setPrivate(true);
    assertThat(refusedTemplate(null)).hasMessageContaining("private: found true");
    options.setPrivate(false);
    options.setInReplyTo(5L);
    assertThat(refusedTemplate(null)).hasMessageContaining("inReplyTo: found a message");
    options.setInReplyTo(null);
    headers.put(IN_REPLY_TO, 5);
    assertThat(refusedTemplate(null)).hasMessageContaining("inReplyTo: found a message");
    headers.remove(IN_REPLY_TO);
    headers.put(CONTENT_ATTRIBUTES, Map.of("a", 1));
    assertThat(refusedTemplate(null))
        .hasMessageContaining(CONTENT_ATTRIBUTES + ": found attributes");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "[\"a\"] x|more after the first JSON value at line 1, column",
        "[\"a\"|text that is no JSON at line 1, column",
        "{\"a\":1,\"a\":2}|'a' twice in one object at line 1, column",
        "[1e999999999999]|a number of more than 100 digits at line 1, column",
      })
  void jsonThatIsRefused(String json, String found) {
    named();

    assertThat(refusedTemplate(json)).hasMessageContaining("body: found " + found);
  }

  @Test
  void jsonOfManyKinds() {
    named();
    assertThat(params("{\"1\":1.50,\"2\":true,\"3\":12345678901234567890}"))
        .isEqualTo(Map.of("1", "1.50", "2", "true", "3", "12345678901234567890"));
    assertThat(refusedTemplate("[".repeat(102) + "]".repeat(102)))
        .hasMessageContaining("JSON of more than 100 levels");
    assertThat(refusedTemplate("[" + "9".repeat(1001) + "]"))
        .hasMessageContaining("a number of more than 100 digits");
    assertThat(refusedTemplate("[" + "1,".repeat(100_000) + "1]"))
        .hasMessageContaining("JSON of more than 100000 values");
  }

  // Retries.

  @Test
  void theMessageOfARetry() {
    options.setOp("retry");
    assertThat(request(7)).isEqualTo(new RetryMessage("141", "7", List.of()));
    assertThat(request("7")).isEqualTo(new RetryMessage("141", "7", List.of()));
    options.setMessageId("8");
    assertThat(request("hello")).isEqualTo(new RetryMessage("141", "8", List.of("hello")));
    headers.put(MESSAGE_ID, 9L);
    assertThat(request(null)).isEqualTo(new RetryMessage("141", "9", List.of()));
    headers.put(CONTENT, "shown");
    assertThat(request(TextMessage.builder().content("hello").build()).texts())
        .containsExactly("hello", "shown");
    headers.remove(CONVERSATION_ID);
    headers.put(MESSAGE_CONVERSATION_ID, 143);
    assertThat(request(null).conversationId()).isEqualTo("143");
    headers.put(MESSAGE_ID, "a/b");
    assertThat(refused(null)).hasMessageContaining("messageId: found 3 characters with U+002F");
  }

  @Test
  void aRetryWithoutAnId() {
    options.setOp("retry");
    assertThat(refused(null)).hasMessageContaining("messageId: found nothing");
    assertThat(request(LiveDeskMessage.of(Map.of("id", 7, "content", "hello"))))
        .isEqualTo(new RetryMessage("141", "7", List.of("hello")));
  }

  @Test
  void theRequestTellsWhatItIsFor() {
    LiveDeskRequestException refusal = refusedText(" ");

    assertThat(refusal.getOperation()).isEqualTo("text");
    assertThat(refusal.getConversationId()).isEqualTo("141");
    assertThat(refusal.getField()).isEqualTo("content");
  }
}
