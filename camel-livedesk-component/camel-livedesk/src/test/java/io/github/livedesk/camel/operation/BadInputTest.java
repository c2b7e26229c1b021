// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.operation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.livedesk.camel.LiveDeskConstants;
import io.github.livedesk.camel.model.LiveDeskMessage;
import io.github.livedesk.camel.model.TextMessage;
import io.github.livedesk.camel.model.failure.LiveDeskRequestException;
import io.github.livedesk.camel.model.failure.Outcome;
import io.github.livedesk.camel.testing.LiveDeskTestSupport;
import io.github.livedesk.camel.testing.SocketServer;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What can't become a request is refused, with the field's name, before a connection is opened. */
class BadInputTest extends LiveDeskTestSupport {

  private static final String CANARY = "canary-4711-text";

  private static SocketServer livedesk;

  @BeforeAll
  static void startServer() throws IOException {
    livedesk = SocketServer.start(SocketServer.Connection::waitForClose);
  }

  @AfterAll
  static void closeServer() throws IOException {
    livedesk.close();
  }

  @Override
  protected String baseUrl() {
    return livedesk.url();
  }

  @AfterEach
  void noConnectionWasOpened() {
    assertThat(livedesk.connections()).isZero();
  }

  private LiveDeskRequestException refused(String uri, Object body, Map<String, Object> headers) {
    Exchange exchange = send(uri, body, headers);
    var failure = failure(LiveDeskRequestException.class, exchange);
    assertThat(failure.getOutcome()).isEqualTo(Outcome.NOT_SENT);
    assertThat(failure.getAttempts()).isZero();
    assertThat(failure.isTransient()).isFalse();
    assertThat(failure).hasMessageNotContaining(CANARY).hasNoCause();
    assertThat(exchange.getMessage().getHeaders())
        .containsEntry(LiveDeskConstants.OUTCOME, "NOT_SENT")
        .containsEntry(LiveDeskConstants.ATTEMPTS, 0)
        .doesNotContainKey(Exchange.HTTP_RESPONSE_CODE);
    assertThat(exchange.getMessage().getBody()).isSameAs(body);
    return failure;
  }

  private LiveDeskRequestException refused(Object body) {
    return refused(TO_141, body, Map.of());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\n\t", "\u2003\u3000"})
  void blankText(String text) {
    assertThat(refused(text))
        .hasMessage(
            "op=text to conversation 141: content: found blank text; it takes text"
                + " (outcome NOT_SENT)");
  }

  @Test
  void missingText() {
    assertThat(refused(null).getField()).isEqualTo("content");
    assertThat(refused(Map.of("private", true)).getField()).isEqualTo("content");
    assertThat(refused(TextMessage.builder().build()))
        .hasMessageContaining("content: found nothing");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "141/../../x",
        "a b",
        "141?x=1",
        "141%2F",
        "..",
        "１４１",
        "141\r\nX: y",
        "canary-4711-text is no id",
        "12345678901234567890123456789012345678901234567890123456789012345"
      })
  void oddConversationIds(String id) {
    var failure =
        refused("livedesk:messages", CANARY, Map.of(LiveDeskConstants.CONVERSATION_ID, id));

    assertThat(failure.getField()).isEqualTo("conversationId");
    assertThat(failure.getConversationId()).isNull();
    assertThat(failure).hasMessageContaining("1 to 64 ASCII letters, digits, '-' and '_'");
  }

  @Test
  void conversationIdsOfOddTypes() {
    for (Object id : List.of(141.0, List.of("141"), true)) {
      var headers = Map.of(LiveDeskConstants.CONVERSATION_ID, id);
      assertThat(refused("livedesk:messages", CANARY, headers).getField())
          .isEqualTo("conversationId");
    }
  }

  @Test
  void missingConversationId() {
    assertThat(refused("livedesk:messages", CANARY, Map.of()))
        .hasMessageContaining("conversationId: found nothing")
        .hasMessageContaining("CamelLiveDeskConversationId");
  }

  @Test
  void anEmptyHeaderDoesNotFallBackOnTheOption() {
    assertThat(refused(TO_141, CANARY, Map.of(LiveDeskConstants.CONVERSATION_ID, "")))
        .hasMessageContaining("conversationId: found empty text");
  }

  @ParameterizedTest
  @ValueSource(strings = {"fax", "", "TEXT", "attachments"})
  void unknownOperationByHeader(String op) {
    var failure = refused(TO_141, CANARY, Map.of(LiveDeskConstants.OPERATION, op));

    assertThat(failure.getField()).isEqualTo(LiveDeskConstants.OPERATION);
    assertThat(failure.getOperation()).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"yes", "no", "1", "", "truee", " true"})
  void aFlagThatIsNoBoolean(String flag) {
    var failure = refused(TO_141, CANARY, Map.of(LiveDeskConstants.PRIVATE, flag));

    assertThat(failure.getField()).isEqualTo(LiveDeskConstants.PRIVATE);
    assertThat(failure).hasMessageContaining("it takes true or false");
    assertThat(refused(TO_141, Map.of("content", CANARY, "private", flag), Map.of()).getField())
        .isEqualTo("private");
  }

  @Test
  void aNoteThatIsNoneElsewhere() {
    var note = TextMessage.builder().content(CANARY).asPrivateNote().build();

    assertThat(refused(TO_141, note, Map.of(LiveDeskConstants.PRIVATE, false)))
        .hasMessageContaining("private: found true in the body, false outside");
    assertThat(
            refused(
                TO_141 + "&private=true", Map.of("content", CANARY, "private", false), Map.of()))
        .hasMessageContaining("private: found false in the body, true outside");
  }

  @Test
  void repliesToWhatIsNoMessageId() {
    for (Object id :
        List.of("abc", 0, -1, "", "12 3", 1.5, new BigInteger("9223372036854775808"))) {
      assertThat(refused(TO_141, CANARY, Map.of(LiveDeskConstants.IN_REPLY_TO, id)).getField())
          .isEqualTo(LiveDeskConstants.IN_REPLY_TO);
    }
    Map<String, Object> attributes = Map.of("in_reply_to", "abc");
    refused(Map.of("content", CANARY, "content_attributes", attributes));
  }

  @Test
  void contentAttributesThatAreNoObject() {
    refused(TO_141, CANARY, Map.of(LiveDeskConstants.CONTENT_ATTRIBUTES, "{}"));
    refused(TO_141, CANARY, Map.of(LiveDeskConstants.CONTENT_ATTRIBUTES, Map.of(1, "a")));
    refused(Map.of("content", CANARY, "content_attributes", List.of()));
  }

  @Test
  void contentAttributesThatAreNoJson() {
    Map<String, Object> odd = Map.of("x", new Object(), "text", CANARY);

    assertThat(
            refused(TO_141, CANARY, Map.of(LiveDeskConstants.CONTENT_ATTRIBUTES, odd)).getField())
        .isEqualTo("content_attributes");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\uD800", "canary-4711-text \uDC00 x", "\uDC00\uD800", "x\uD83D"})
  void unpairedSurrogates(String text) {
    assertThat(refused(text)).hasMessageContaining("content: found half a character at position");
  }

  @Test
  void aFieldThatTextMessagesDoNotHave() {
    assertThat(refused(Map.of("content", CANARY, "pirvate", true)))
        .hasMessageContaining("body: found a field that op=text does not have")
        .hasMessageContaining("private");
  }

  static Stream<Arguments> bodiesThatAreNoText() {
    List<Object> bodies =
        List.of(
            new Object(),
            List.of(CANARY),
            new String[] {CANARY},
            Map.of("content", List.of(CANARY)),
            Map.of(1, CANARY),
            new JsonMapper().createArrayNode().add(CANARY),
            new JsonMapper().getNodeFactory().numberNode(1),
            LiveDeskMessage.of(Map.of("id", 1, "content", CANARY)));
    return bodies.stream().map(body -> Arguments.of(body));
  }

  @ParameterizedTest
  @MethodSource("bodiesThatAreNoText")
  void bodiesThatCanNotBecomeText(Object body) {
    assertThat(refused(body).getField()).isIn("body", "content");
  }

  @Test
  void aStreamThatCanNotBeRead() {
    var stream =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException(CANARY);
          }

          @Override
          public int read(byte[] buffer, int offset, int length) throws IOException {
            return read();
          }
        };

    assertThat(refused(stream).getField()).isEqualTo("body");
  }

  @Test
  void theExchangeOfARefusedSendIsDoneSynchronously() throws Exception {
    var exchange = new DefaultExchange(context());
    var producer = context().getEndpoint("livedesk:messages").createAsyncProducer();
    producer.start();
    var calls = new ArrayList<Boolean>();

    assertThat(producer.process(exchange, calls::add)).isTrue();

    assertThat(calls).containsExactly(true);
    assertThat(Optional.ofNullable(exchange.getException())).isPresent();
    producer.stop();
  }
}
