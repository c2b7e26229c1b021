// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.dynamic;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.livedesk.camel.LiveDeskEndpoint;
import io.github.livedesk.camel.model.failure.LiveDeskRequestException;
import io.github.livedesk.camel.simulator.LiveDeskSimulator;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an expression of {@code toD} evaluates to arrives as it is. */
class DynamicLiteralTest extends DynamicTestSupport {

  private static final byte[] FILE = "a file".getBytes(UTF_8);

  DynamicLiteralTest(LiveDeskSimulator livedesk) {
    super(livedesk);
  }

  /** Values that a bean gives can't be read a second time. */
  public static String textOf(Exchange exchange) {
    return exchange.getMessage().getHeader("text", String.class);
  }

  private static final String BEAN =
      "${bean:type:io.github.livedesk.camel.dynamic.DynamicLiteralTest?method=textOf}";

  private void arrives(String content, String text, String expected) throws Exception {
    livedesk.reset();
    Exchange exchange =
        sendTo(
            "livedesk:messages?op=attachment&content=" + content + "&conversationId=141",
            FILE,
            Map.of("text", text));

    assertThat(exchange.getException()).isNull();
    assertThat(livedesk.conversation(141).texts()).containsExactly(expected);
  }

  private LiveDeskRequestException refused(String uri, Map<String, Object> headers)
      throws Exception {
    Exchange exchange = sendTo(uri, FILE, headers);
    assertThat(livedesk.requests()).isEmpty();
    return failure(LiveDeskRequestException.class, exchange);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "plain",
        "two words",
        "a+b",
        "+886 2 1234",
        "%41",
        "a%2Bb",
        "a%20b",
        "%2526",
        "%26op=text",
        "50% off, 100%",
        "%",
        "a==c",
        "Grüße, 你好, 🎉",
        "#5 of ?all",
        "}} {",
        "(brackets) [and] {braces} \"quotes\" 'more' \\ / | ^ ~ `",
        "https://shop.example/a%20b?b=c+d#e",
        "RAW without brackets",
        " blanks around ",
        "first line\n  second line",
        "a\tb",
      })
  void aValueIsLiteral(String text) throws Exception {
    arrives("${header.text}", text, text);
    arrives("${exchangeProperty.none}${header.text}", text, text);
    arrives(BEAN, text, text);
    arrives("RAW(${header.text})", text, text);
    arrives("RAW(" + BEAN + ")", text, text);
  }

  @Test
  void theBodyIsLiteralToo() throws Exception {
    RouteBuilder.addRoutes(
        context(),
        builder ->
            builder
                .from("direct:body")
                .toD("livedesk:messages?op=text&conversationId=141&content=${body}"));

    send("direct:body", "1+1=2, 50%25 off");

    assertThat(livedesk.conversation(141).texts()).containsExactly("1+1=2, 50%25 off");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "Hello+${header.text}%21, a+b, Hello a+b!",
        "Hello+BEAN%21, a+b, Hello a+b!",
        "%41${header.text}+, %41, \"A%41 \"",
        "${header.text}+${header.text}, x+y, x+y x+y",
        "BEAN-BEAN, x+y, x+y-x+y",
        "BEANBEAN, %41, %41%41",
        "a\\nb${header.text}c\\}, +, \"a\nb+c}\"",
        "50%${header.text}, 41, 50%41",
        "50%BEAN, 41, 50%41",
        "RAW(a+${header.text}%41), +, a++%41",
      })
  void onlyTheRoutesOwnTextIsDecoded(String content, String text, String expected)
      throws Exception {
    arrives(content.replace("BEAN", BEAN), text, expected);
  }

  @Test
  void whatCantBeToldFromTheRoutesOwnTextIsRefused() throws Exception {
    LiveDeskRequestException failure =
        refused(
            "livedesk:messages?op=attachment&conversationId=141&content=" + BEAN + "+" + BEAN,
            Map.of("text", "x+y"));

    assertThat(failure)
        .hasMessage(
            "send: content: found an evaluated value that can't be told from the route's own text"
                + " around it; it takes one expression alone; any text as header"
                + " CamelLiveDeskContent (outcome NOT_SENT)");
  }

  @ParameterizedTest
  @ValueSource(strings = {"14+1", "1%341", "+141", "141 ", "%20141"})
  void anIdIsNotAltered(String id) throws Exception {
    assertThat(
            refused("livedesk:messages?conversationId=${header.id}", Map.of("id", id)).getField())
        .isEqualTo("conversationId");
    assertThat(
            refused(
                    "livedesk:messages?op=retry&messageId=${header.id}&conversationId=141",
                    Map.of("id", id))
                .getField())
        .isEqualTo("messageId");
  }

  @ParameterizedTest
  @ValueSource(strings = {"key+plus", "+", "key%", "100%zz", "a=b", "plain"})
  void anOptionThatStaysInTheUriIsLiteral(String key) throws Exception {
    Exchange exchange =
        sendTo(
            "livedesk:messages?conversationId=141&apiKey=${header.key}&retryMode=none",
            "hello",
            Map.of("key", key));

    assertThat(exchange.getException()).isNotNull();
    assertThat(livedeskEndpoints())
        .extracting(endpoint -> ((LiveDeskEndpoint) endpoint).getConfiguration().getApiKey())
        .containsExactly(key);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\t", "\u0000", "\u0001", "\u001f", "\u007f", "\u0085"})
  void aLineBreakOrControlCharacterAtTheEndIsRefused(String end) throws Exception {
    for (String uri :
        List.of(
            "livedesk:messages?conversationId=${header.v}",
            "livedesk:messages?conversationId=${header[v]}",
            "livedesk:messages?conversationId=14${headers.v}",
            "livedesk:messages?conversationId=${header.v}&op=attachment",
            "livedesk:messages?conversationId=${header.v}\n  &op=attachment\n",
            "livedesk:messages?op=retry&conversationId=141&messageId=${header.v}",
            "livedesk:messages?conversationId=141&private=${header.v}",
            "livedesk:messages?conversationId=141&inReplyTo=${exchangeProperty.none}${header.v}",
            "livedesk:messages?op=attachment&conversationId=141&content=${header.v}",
            "livedesk:messages?op=attachment&content=${header.v}&conversationId=141",
            "livedesk:messages?conversationId=141&totalTimeout=${header.v}",
            "livedesk:messages?conversationId=141&op=${header.v}")) {
      assertThat(refused(uri, Map.of("v", "1" + end)))
          .hasMessageContaining(
              "found a line break or a control character at the end of its evaluated value; it"
                  + " takes a value without; ");
    }
  }

  @Test
  void aBodyWithALineBreakAtItsEndIsNoId() throws Exception {
    RouteBuilder.addRoutes(
        context(),
        builder -> builder.from("direct:id").toD("livedesk:messages?conversationId=${body}"));

    assertThat(failure(LiveDeskRequestException.class, send("direct:id", "141\n")))
        .hasMessage(
            "send: conversationId: found a line break or a control character at the end of its"
                + " evaluated value; it takes a value without; any text as header"
                + " CamelLiveDeskConversationId (outcome NOT_SENT)");
    assertThat(livedesk.requests()).isEmpty();
  }

  @Test
  void inRawALineBreakAtTheEndIsText() throws Exception {
    arrives("RAW(${header.text})", "a line\n", "a line\n");
    arrives("RAW(" + BEAN + "${header.text})", "a line\n", "a line\na line\n");
  }
}
