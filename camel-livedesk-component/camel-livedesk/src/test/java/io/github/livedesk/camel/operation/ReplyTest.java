// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.operation;

import static io.github.livedesk.camel.testing.AnsweringServer.reply;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.livedesk.camel.LiveDeskConstants;
import io.github.livedesk.camel.model.LiveDeskMessage;
import io.github.livedesk.camel.model.failure.LiveDeskOutcomeUnknownException;
import io.github.livedesk.camel.model.failure.Outcome;
import io.github.livedesk.camel.testing.AnsweringServer;
import io.github.livedesk.camel.testing.AnsweringServer.Answer;
import io.github.livedesk.camel.testing.LiveDeskTestSupport;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.zip.GZIPOutputStream;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Replies to live through, and successes that can't be read. */
class ReplyTest extends LiveDeskTestSupport {

  @AutoClose private final AnsweringServer livedesk = new AnsweringServer();

  @Override
  protected String baseUrl() {
    return livedesk.url();
  }

  private LiveDeskMessage read(String json) {
    // A connection of its own: on one that is kept, no id may come a second time.
    livedesk.answer(reply(200, json).withHeader("Connection", "close"));
    return sent(TO_141, "hello");
  }

  private LiveDeskOutcomeUnknownException unreadable(Answer reply) {
    livedesk.answer(reply);
    Exchange exchange = send(TO_141, "hello");
    var failure = failure(LiveDeskOutcomeUnknownException.class, exchange);
    assertThat(failure.getOutcome()).isEqualTo(Outcome.UNKNOWN);
    assertThat(failure.isTransient()).isFalse();
    assertThat(failure.getHttpResponseCode()).isEqualTo(200);
    assertThat(failure).hasMessageNotContaining("hello").hasNoCause();
    assertThat(exchange.getMessage().getBody()).isEqualTo("hello");
    assertThat(exchange.getMessage().getHeaders())
        .containsEntry(LiveDeskConstants.OUTCOME, "UNKNOWN")
        .containsEntry(LiveDeskConstants.ATTEMPTS, 1)
        .containsEntry(Exchange.HTTP_RESPONSE_CODE, 200)
        .doesNotContainKey(LiveDeskConstants.MESSAGE_ID);
    assertThat(livedesk.requests()).hasSize(1);
    return failure;
  }

  private LiveDeskOutcomeUnknownException unreadable(String body) {
    return unreadable(reply(200, body));
  }

  @Test
  void unknownFieldsAreKept() {
    LiveDeskMessage message = read("{\"id\":1,\"mood\":{\"a\":[1]},\"sender\":{\"id\":2,\"x\":3}}");

    assertThat(message.other()).containsKey("mood");
    assertThat(message.sender().other()).containsEntry("x", 3);
    assertThat(message.toMap()).containsKeys("mood", "sender");
  }

  @Test
  void idsMayNeedAllOfTheir64Bits() {
    livedesk.answer(reply(200, "{\"id\":9223372036854775807,\"conversation_id\":17629000001207}"));
    assertThat(sent("livedesk:messages?conversationId=17629000001207", "hello"))
        .extracting(LiveDeskMessage::id, LiveDeskMessage::conversationId)
        .containsExactly(Long.MAX_VALUE, 17629000001207L);
    assertThat(read("{\"id\":9007199254740993}").id()).isEqualTo(9007199254740993L);
  }

  @Test
  void sourceIdMayBeTextOrNumber() {
    assertThat(read("{\"id\":1,\"source_id\":\"wamid.x\"}").sourceId()).isEqualTo("wamid.x");
    assertThat(read("{\"id\":1,\"source_id\":77}").sourceId()).isEqualTo("77");
    assertThat(read("{\"id\":1,\"source_id\":null}").sourceId()).isNull();
  }

  @Test
  void statusMayBeMissingOrNew() {
    livedesk.answer(reply(200, "{\"id\":2,\"status\":null}"));
    Exchange exchange = send(TO_141, "hello");
    assertThat(exchange.getException()).isNull();
    assertThat(exchange.getMessage().getHeaders())
        .doesNotContainKey(LiveDeskConstants.MESSAGE_STATUS);

    assertThat(read("{\"id\":1,\"status\":\"teleported\"}").status()).isEqualTo("teleported");
  }

  @Test
  void createdAtMayBeNumberOrText() {
    Instant time = Instant.parse("2025-11-05T08:23:49Z");
    assertThat(read("{\"id\":1,\"created_at\":1762331029}").createdAt()).isEqualTo(time);
    assertThat(read("{\"id\":1,\"created_at\":\"2025-11-05T16:23:49+08:00\"}").createdAt())
        .isEqualTo(time);
    assertThat(read("{\"id\":1,\"created_at\":1762331029.5}").createdAt())
        .isEqualTo(time.plusMillis(500));
    assertThat(read("{\"id\":1,\"created_at\":\"yesterday\"}"))
        .satisfies(message -> assertThat(message.createdAt()).isNull())
        .satisfies(message -> assertThat(message.other()).containsEntry("created_at", "yesterday"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"+999999999-12-31T23:59:59Z\"",
        "\"-999999999-01-01T00:00:00Z\"",
        "31556889864403199",
        "9223372036854775807"
      })
  void aTimeThatCannotBeToldInMillisecondsIsKeptAsItCame(String time) {
    LiveDeskMessage message = read("{\"id\":1,\"created_at\":" + time + "}");

    assertThat(message.createdAt()).isNull();
    assertThat(message.toMap()).containsKey("created_at");
    assertThat(context().getTypeConverter().convertTo(String.class, message))
        .contains("\"created_at\":" + time);
  }

  @Test
  void fieldsOfOddTypesDoNoHarm() {
    LiveDeskMessage message =
        read(
            "{\"id\":12,\"content\":{},\"inbox_id\":[],\"message_type\":\"outgoing\","
                + "\"private\":\"x\",\"sender\":\"me\",\"attachments\":{},\"sorting_id\":1e400,"
                + "\"content_attributes\":3,\"conversation_id\":{}}");

    assertThat(message.id()).isEqualTo(12);
    assertThat(message.content()).isNull();
    assertThat(message.isPrivate()).isFalse();
    assertThat(message.attachments()).isEmpty();
    assertThat(message.other())
        .containsEntry("message_type", "outgoing")
        .containsKeys("content", "sender", "attachments", "conversation_id");
  }

  @Test
  void aByteOrderMarkDoesNoHarm() {
    assertThat(read("\uFEFF" + REPLY).id()).isEqualTo(3030);
  }

  @Test
  void aMissingOrOddContentTypeDoesNoHarm() {
    assertThat(read(REPLY).id()).isEqualTo(3030);
    livedesk.answer(
        reply(200, REPLY.replace("3030", "3031")).withHeader("Content-Type", "text/html"));
    assertThat(sent(TO_141, "hello").id()).isEqualTo(3031);
  }

  @Test
  void anySuccessStatusIsASuccess() {
    livedesk.answer(reply(201, REPLY));
    Exchange exchange = send(TO_141, "hello");

    assertThat(exchange.getException()).isNull();
    assertThat(exchange.getMessage().getHeader(Exchange.HTTP_RESPONSE_CODE)).isEqualTo(201);
  }

  @Test
  void gzipThatNobodyAskedForIsUnpacked() throws Exception {
    livedesk.answer(
        reply(200, gzip(REPLY.getBytes(UTF_8), 1)).withHeader("Content-Encoding", "gzip"));

    assertThat(sent(TO_141, "hello").id()).isEqualTo(3030);
  }

  @Test
  void aReplyAsLongAsMaxResponseSizeIsRead() {
    livedesk.answer(reply(200, REPLY));

    assertThat(sent(TO_141 + "&maxResponseSize=" + REPLY.length(), "hello").id()).isEqualTo(3030);
  }

  @Test
  void anEmptySuccess() {
    assertThat(unreadable("")).hasMessageContaining("the reply with HTTP status 200 is empty");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<html><body>hello, please log in</body></html>",
        "null",
        "[]",
        "[{\"id\":1}]",
        "\"hello\"",
        "{\"id\":3030,\"content\":\"hel",
        "{\"id\":3030}{\"id\":3031}",
        "hello"
      })
  void aSuccessThatIsNoJsonObject(String body) {
    assertThat(unreadable(body)).hasMessageContaining("200 is no JSON object");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"error\":\"hello\"}",
        "{\"id\":null}",
        "{\"id\":0}",
        "{\"id\":1.5}",
        "{\"id\":-1}",
        "{\"id\":\"x\"}",
        "{\"id\":\"12\"}",
        "{\"id\":true}",
        "{\"id\":[12]}",
        "{\"id\":92233720368547758070}"
      })
  void aSuccessWithoutAMessage(String body) {
    assertThat(unreadable(body)).hasMessageContaining("200 has no message id");
  }

  @Tag("slow")
  @Test
  void aHundredThousandLevelsOfNesting() {
    String deep = "{\"id\":1,\"x\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}";

    assertThat(unreadable(deep)).hasMessageContaining("is no JSON object");
  }

  @Test
  void aReplyLongerThanMaxResponseSize() {
    livedesk.answer(reply(200, REPLY));
    var failure =
        failure(
            LiveDeskOutcomeUnknownException.class,
            TO_141 + "&maxResponseSize=" + (REPLY.length() - 1),
            "hello");

    assertThat(failure.getHttpResponseCode()).isEqualTo(200);
    assertThat(failure).hasMessageContaining("is longer than maxResponseSize=");
  }

  @Tag("slow")
  @Test
  void gzipThatUnpacksToAQuarterOfAGigabyte() throws Exception {
    byte[] bomb = gzip(new byte[1 << 20], 256);

    assertThat(unreadable(reply(200, bomb).withHeader("Content-Encoding", "gzip")))
        .hasMessageContaining("is longer than maxResponseSize=4194304 bytes");
  }

  private static byte[] gzip(byte[] piece, int times) throws IOException {
    var packed = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(packed)) {
      for (int i = 0; i < times; i++) {
        gzip.write(piece);
      }
    }
    return packed.toByteArray();
  }
}
