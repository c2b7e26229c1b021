// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.reliability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import io.github.livedesk.camel.model.LiveDeskMessage;
import io.github.livedesk.camel.model.failure.LiveDeskOutcomeUnknownException;
import io.github.livedesk.camel.model.failure.LiveDeskResponseException;
import io.github.livedesk.camel.model.failure.Outcome;
import io.github.livedesk.camel.testing.LiveDeskTestSupport;
import io.github.livedesk.camel.testing.LogCapture;
import io.github.livedesk.camel.testing.SocketServer;
import io.github.livedesk.camel.testing.SocketServer.Connection;
import io.github.livedesk.camel.testing.TestCertificate;
import io.github.livedesk.camel.testing.TestProxy;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A reply that can't be that to the request, or began before its end, is no success. */
class ForeignReplyTest extends LiveDeskTestSupport {

  private static final String ANOTHER = "may be that to another request: ";
  private static final String FILE =
      "{\"id\":1,\"attachments\":[{\"file_size\":%d,\"data_url\":\"https://x.example/a/%s\"}]}";

  @TempDir private Path folder;
  private SocketServer server;

  @Override
  protected String baseUrl() {
    return "http://127.0.0.1:1";
  }

  @AfterEach
  void closeServer() throws Exception {
    server.close();
  }

  /** Answers each request with the next of these; the last of them again and again. */
  private String answering(String... replies) throws Exception {
    server = SocketServer.start(connection -> answer(connection, replies));
    return "&retryMode=all&baseUrl=" + server.url();
  }

  private static void answer(Connection connection, String... replies) throws Exception {
    for (int i = 0; ; i++) {
      connection.readRequest();
      connection.reply(replies[Math.min(i, replies.length - 1)]);
    }
  }

  /** Sends what must end as UNKNOWN by one request, with one line in the log. */
  private LiveDeskOutcomeUnknownException doubted(String uri, Object body) throws Exception {
    try (var log = new LogCapture(Level.WARN, line -> line.contains("is not taken"))) {
      Exchange exchange = send(uri, body);

      var failure = failure(LiveDeskOutcomeUnknownException.class, exchange);
      assertThat(failure.getOutcome()).isEqualTo(Outcome.UNKNOWN);
      assertThat(failure.isTransient()).isFalse();
      assertThat(failure.getHttpResponseCode()).isEqualTo(200);
      assertThat(failure.getAttempts()).as("not repeated, in no mode").isEqualTo(1);
      assertThat(exchange.getMessage().getBody()).isEqualTo(body);
      assertThat(log.found())
          .singleElement()
          .asString()
          .contains(
              "A reply with HTTP status 200 is not taken: it may be that to another request: it");
      await().until(() -> server.openConnections() == 0);
      return failure;
    }
  }

  @ParameterizedTest
  @CsvSource({
    "141, 142",
    "141, 0",
    "141, -141",
    "141, '\"142\"'",
    "141, 141.5",
    "141, 1410",
    "ab, '\"ac\"'",
    "141, 99999999999999999999",
    "ab, '\"141\"'"
  })
  void anotherConversation(String asked, String found) throws Exception {
    String options = answering("{\"id\":1,\"conversation_id\":" + found + "}");

    assertThat(doubted("livedesk:messages?conversationId=" + asked + options, "hello"))
        .hasMessageContaining(ANOTHER + "its conversation_id is that of another conversation");
  }

  @ParameterizedTest
  @CsvSource({
    "141, 141",
    "141, '\"141\"'",
    "0141, 141",
    "ab, '\"ab\"'",
    "ab, 141",
    "141, null",
    "141, '\"\"'",
    "141, {}",
    "141, true"
  })
  void theSameConversationOrNoneThatCanBeCompared(String asked, String found) throws Exception {
    String options = answering("{\"id\":1,\"conversation_id\":" + found + "}");

    assertThat(sent("livedesk:messages?conversationId=" + asked + options, "hello").id()).isOne();
  }

  @Test
  void theMessageOfTheReplyBefore() throws Exception {
    String uri = TO_141 + answering(REPLY);
    sent(uri, "first");

    assertThat(doubted(uri, "second"))
        .hasMessageContaining(
            ANOTHER + "its id is that of the message in an earlier reply on the same connection");
    assertThat(server.connections()).isEqualTo(1);
    assertThat(sent(uri, "third").id()).as("on a connection of its own").isEqualTo(3030);
  }

  /** Each connection has a knowledge of its own there, the tunnel's and that within it. */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void theMessageOfTheReplyBeforeWithinTls(boolean throughATunnel) throws Exception {
    TestCertificate certificate = TestCertificate.of(folder, "ip:127.0.0.1");
    context().getRegistry().bind("tls", certificate.trusted());
    server =
        SocketServer.start(
            certificate.serverContext().getServerSocketFactory(),
            connection -> answer(connection, REPLY));
    try (var proxy = TestProxy.start(null)) {
      String uri =
          TO_141
              + "&sslContextParameters=#tls&baseUrl=https://127.0.0.1:"
              + server.port()
              + (throughATunnel ? "&proxyHost=127.0.0.1&proxyPort=" + proxy.port() : "");
      sent(uri, "first");

      assertThat(doubted(uri, "second"))
          .hasMessageContaining(
              ANOTHER + "its id is that of the message in an earlier reply on the same connection");
      assertThat(server.connections()).isEqualTo(1);
    }
  }

  @Test
  void aRetryOfAnotherMessage() throws Exception {
    String uri = TO_141 + "&op=retry&messageId=3031" + answering(REPLY);

    assertThat(doubted(uri, null))
        .hasMessageContaining(ANOTHER + "its id is not that of the message to retry");
  }

  /** As LiveDesk answers a retry: with the message, whose id has been on the connection before. */
  @Test
  void aRetryOfTheMessageJustSent() throws Exception {
    String options = answering(REPLY);
    sent(TO_141 + options, "hello");

    assertThat(sent(TO_141 + "&op=retry&messageId=3030" + options, null).id()).isEqualTo(3030);
    assertThat(server.connections()).isEqualTo(1);
  }

  @Test
  void aFailedMessageOfAnotherConversationIsNotRetried() throws Exception {
    String options =
        answering(
            "{\"id\":1,\"conversation_id\":142,\"status\":\"failed\",\"content_attributes\":"
                + "{\"external_error\":\"130429: Rate limit hit\"}}");

    assertThat(doubted(TO_141 + options, "hello")).hasMessageContaining("conversation_id");
    assertThat(server.requests()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Your parcel is at the door",
        "Ihr Paket ist angekommen",
        "Dear Ann, the meeting was moved to Friday at nine in the small room",
        "zebra"
      })
  void anotherText(String stored) throws Exception {
    String uri = TO_141 + answering("{\"id\":1,\"content\":\"" + stored + "\"}");

    assertThat(doubted(uri, "We have repaired 3 of your bikes, come & see <b>Bob</b>"))
        .hasMessageContaining(ANOTHER + "its content is another text")
        .hasMessageNotContaining(stored);
  }

  /** LiveDesk may change a text, and we don't know all the ways. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "hello | hello",
        "  hello  | hello",
        "Hello | HELLO",
        "<b>a</b> & b | a & b",
        "<b>a</b> & b | &lt;b&gt;a&lt;/b&gt; &amp; b",
        "Q&A: rock & roll & more & more | Q&amp;A: rock &amp; roll &amp; more &amp; more",
        "A text that is too long for the channel | A text that is too...",
        "hello | hello - sent by Bob from sales",
        "caf\u00e9 | cafe\u0301",
        "Hi {{contact.name}} | Ann",
        "{% if a %}x{% endif %} | Ann",
        "\uD83D\uDE00 | :smile:",
        "hello | ''",
        "That is damn good news | That is **** good news"
      })
  void theSameTextChanged(String text, String stored) throws Exception {
    String uri = TO_141 + answering("{\"id\":1,\"content\":\"" + stored + "\"}");

    assertThat(sent(uri, text).id()).isOne();
  }

  @Test
  void otherFiles() throws Exception {
    Path file = Files.write(folder.resolve("invoice 7.pdf"), new byte[100]);
    String uri = TO_141 + "&op=attachment" + answering(FILE.formatted(101, "photo.png"));

    assertThat(doubted(uri, file))
        .hasMessageContaining(ANOTHER + "its attachments have other names and sizes");
  }

  @ParameterizedTest
  @CsvSource({
    "100, photo.png",
    "99, invoice%207.pdf",
    "99, Invoice_7.pdf?x=y",
    "0, x",
    "99, invoice+7.pdf"
  })
  void theSameFileChanged(long size, String name) throws Exception {
    Path file = Files.write(folder.resolve("invoice 7.pdf"), new byte[100]);
    String uri = TO_141 + "&op=attachment" + answering(FILE.formatted(size, name));

    assertThat(sent(uri, file).id()).isOne();
  }

  @Test
  void anotherCaption() throws Exception {
    Path file = Files.write(folder.resolve("a.pdf"), new byte[100]);
    String reply = "{\"id\":1,\"content\":\"another text\",\"attachments\":[{\"id\":1}]}";
    String uri = TO_141 + "&op=attachment&content=Your%20invoice" + answering(reply);

    assertThat(doubted(uri, file)).hasMessageContaining("its content is another text");
  }

  /** Nothing in a refusal says to which request it belongs. */
  @ParameterizedTest
  @ValueSource(strings = {"422 No", "404 No", "429 Later\r\nRetry-After: 0", "500 No"})
  void aRefusalEndsItsConnection(String head) throws Exception {
    server =
        SocketServer.start(
            connection -> {
              while (true) {
                connection.readRequest();
                connection.write("HTTP/1.1 " + head + "\r\nContent-Length: 2\r\n\r\n{}");
              }
            });
    String uri = TO_141 + "&baseUrl=" + server.url();

    send(uri, "hello");
    await().until(() -> server.openConnections() == 0);

    assertThat(server.connections()).isEqualTo(server.requests());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{}", "[]", "{\"id\":0}", "{\"id\":\"1\"}"})
  void aSuccessWithoutAnIdEndsItsConnection(String reply) throws Exception {
    send(TO_141 + answering(reply), "hello");

    await().until(() -> server.openConnections() == 0);
    assertThat(server.requests()).isEqualTo(1);
  }

  /** What a server does after a success that it gave too early. */
  enum Then {
    CLOSES {
      @Override
      void on(Connection connection) {
        // it returns
      }
    },
    RESETS {
      @Override
      void on(Connection connection) throws Exception {
        connection.reset();
      }
    },
    STOPS_READING {
      @Override
      void on(Connection connection) throws Exception {
        connection.waitForEnd();
      }
    },
    READS_ON {
      @Override
      void on(Connection connection) throws Exception {
        connection.waitForClose();
      }
    };

    abstract void on(Connection connection) throws Exception;
  }

  @Tag("slow")
  @ParameterizedTest
  @EnumSource
  void aSuccessBeforeTheEndOfAFile(Then then) throws Exception {
    Path file = folder.resolve("big.bin");
    try (var big = new RandomAccessFile(file.toFile(), "rw")) {
      big.setLength(50_000_000);
    }
    for (Object body : List.of(file, Files.newInputStream(file))) {
      server =
          SocketServer.start(
              connection -> {
                connection.readHead();
                connection.reply("{\"id\":1,\"attachments\":[{\"id\":1}]}");
                then.on(connection);
              });
      String uri = TO_141 + "&op=attachment&retryMode=all&baseUrl=" + server.url();
      Exchange exchange = send(uri, body);

      var failure = failure(LiveDeskOutcomeUnknownException.class, exchange);
      assertThat(failure)
          .hasMessageContaining(ANOTHER + "it began before the request was written to its end");
      assertThat(failure.isTransient()).isFalse();
      assertThat(server.connections()).isEqualTo(1);
      server.close();
    }
  }

  @Test
  void anEarlyRefusalStaysWhatItIs() throws Exception {
    server =
        SocketServer.start(
            connection -> {
              connection.readHead();
              connection.write("HTTP/1.1 413 No\r\nContent-Length: 2\r\n\r\nno");
              connection.waitForClose();
            });

    var failure =
        failure(
            LiveDeskResponseException.class,
            send(TO_141 + "&baseUrl=" + server.url(), "x".repeat(8_000_000)));
    assertThat(failure.getOutcome()).isEqualTo(Outcome.REJECTED);
  }

  @Test
  void whatComesBehindAReplyIsNoReplyToTheNextRequest() throws Exception {
    server =
        SocketServer.start(
            connection -> {
              for (int id = 1; ; id++) {
                connection.readRequest();
                connection.write(reply(id) + reply(id + 100));
              }
            });
    String uri = TO_141 + "&baseUrl=" + server.url();

    assertThat(sent(uri, "first").id()).isEqualTo(1);
    assertThat(sent(uri, "second").id()).as("on a connection of its own").isEqualTo(1);
    assertThat(server.connections()).isEqualTo(2);
  }

  private static String reply(int id) {
    String body = "{\"id\":" + id + "}";
    return "HTTP/1.1 200 OK\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
  }

  @Test
  void theNextSendWorks() throws Exception {
    String uri = TO_141 + answering("{\"id\":1,\"conversation_id\":142}");
    doubted(uri, "hello");
    server.close();
    server = SocketServer.start(connection -> answer(connection, REPLY));

    Exchange exchange = send(TO_141 + "&baseUrl=" + server.url(), "hello", Map.of());
    assertThat(exchange.getMessage().getBody(LiveDeskMessage.class).id()).isEqualTo(3030);
  }
}
