// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.simulator.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.livedesk.camel.simulator.ApiClient;
import io.github.livedesk.camel.simulator.LiveDeskSimulator;
import io.github.livedesk.camel.simulator.LiveDeskSimulatorExtension;
import io.github.livedesk.camel.simulator.RawClient;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that no client should send get an answer that says what is wrong. */
@Timeout(300)
@ExtendWith(LiveDeskSimulatorExtension.class)
class BadRequestTest {

  private static final String HOST = "Host: localhost";
  private static final String JSON = "Content-Type: application/json";
  private static final String ORDERS = "/simulator/conversations/141/behaviours";
  private static final String PART =
      "--b\r\nContent-Disposition: form-data; name=\"attachments[]\"; filename=\"a\"\r\n\r\nx"
          + "\r\n--b--\r\n";

  private final LiveDeskSimulator livedesk;
  private final String credentials;

  BadRequestTest(LiveDeskSimulator livedesk) {
    this.livedesk = livedesk;
    this.credentials = "Authorization: " + ApiClient.basic(livedesk.apiKey(), livedesk.secretKey());
  }

  private String reply(String request) throws IOException {
    try (var client = new RawClient(livedesk.url())) {
      return client.write(request).reply();
    }
  }

  private String message(String body, String... headers) {
    return RawClient.post(
            ApiClient.messagesOf("141"), HOST, credentials, String.join("\r\n", headers))
        + body;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "boundary=",
        "boundary=\"\"",
        "boundary=\"",
        "boundary",
        "boundary=;",
        "boundary= b",
        "Boundary=b",
        "charset=UTF-8; boundary=",
      })
  void aContentTypeWithoutABoundary(String parameter) throws IOException {
    String type = "Content-Type: multipart/form-data; " + parameter;

    assertThat(reply(message(PART, type, "Content-Length: " + PART.length())))
        .startsWith("HTTP/1.1 400 ")
        .contains("The Content-Type has no boundary");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Hello                                                | no delimiter, which is --boundary
          --b                                                  | no delimiter, which is --boundary
          --b~Content-Disposition: form-data; name="private"~  | the head of a part has no end
          --b~Content-Disposition: form-data; name="private"~~ | the body has no end
          """)
  void aMultipartBodyThatIsNone(String body, String reason) throws IOException {
    String bytes = body.replace("~", "\r\n");
    String type = "Content-Type: multipart/form-data; boundary=b";

    assertThat(reply(message(bytes, type, "Content-Length: " + bytes.length())))
        .startsWith("HTTP/1.1 400 ")
        .contains("This is no multipart body: " + reason);
  }

  @Test
  void jsonThatIsNone() throws IOException {
    assertThat(reply(message("{\"a\"", JSON, "Content-Length: 4")))
        .startsWith("HTTP/1.1 400 ")
        .contains("The body is not one JSON object");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Basic !!!", "Basic ====", "Basic", "", "Basic \u00E9", "Basic YTpi"})
  void credentialsThatAreNone(String value) throws IOException {
    String request =
        RawClient.post(
            ApiClient.messagesOf("141"),
            HOST,
            "Authorization: " + value,
            JSON,
            "Content-Length: 2");

    assertThat(reply(request + "{}"))
        .startsWith("HTTP/1.1 401 ")
        .contains("Invalid API key or API secret");
  }

  @ParameterizedTest
  @ValueSource(longs = {65_537, 41_943_041, Integer.MAX_VALUE, 1L << 40})
  void anOrderThatIsAnnouncedAsTooLong(long length) throws IOException {
    assertThat(reply(RawClient.post(ORDERS, HOST, JSON, "Content-Length: " + length)))
        .startsWith("HTTP/1.1 413 ")
        .contains("a body has 65536 bytes at most");
  }

  @Test
  void anOrderThatIsTooLongWithoutSayingSo() throws IOException {
    String chunk = "8000\r\n" + " ".repeat(0x8000) + "\r\n";

    assertThat(
            reply(
                RawClient.post(ORDERS, HOST, JSON, "Transfer-Encoding: chunked") + chunk.repeat(3)))
        .startsWith("HTTP/1.1 413 ")
        .contains("a body has 65536 bytes at most");
  }

  @Test
  void anOrderThatIsLong() throws IOException {
    String json = "{\"kind\":\"delay\",\"millis\":0" + " ".repeat(65_536 - 27) + "}";

    assertThat(reply(RawClient.post(ORDERS, HOST, JSON, "Content-Length: 65536") + json))
        .startsWith("HTTP/1.1 204 ");
  }

  @Test
  void aMessageThatIsTooLongWithoutSayingSo() throws IOException {
    String mebibyte = "100000\r\n" + " ".repeat(1 << 20) + "\r\n";

    try (var client = new RawClient(livedesk.url())) {
      client.write(message("", JSON, "Transfer-Encoding: chunked"));

      assertThat(client.writeAsLongAsItTakes(mebibyte, 41).reply())
          .startsWith("HTTP/1.1 413 ")
          .contains("a body has 41943040 bytes at most");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"xchunked", "identity", "gzip", "gzip, chunked", "chunked, gzip", "", "chunked;a"})
  void anotherTransferEncodingThanChunked(String encoding) throws IOException {
    for (String chunks : new String[] {"2\r\n{}\r\n0\r\n\r\n", "{}", ""}) {
      assertThat(reply(message(chunks, JSON, "Transfer-Encoding: " + encoding)))
          .startsWith("HTTP/1.1 400 ")
          .contains("Transfer-Encoding takes chunked alone, found '" + encoding + "'");
    }
  }

  @Test
  void theAnswerToAnotherTransferEncodingIsNotLost() throws IOException {
    try (var client = new RawClient(livedesk.url())) {
      client.write(message("", JSON, "Transfer-Encoding: xchunked"));

      assertThat(client.writeAsLongAsItTakes("x".repeat(1_000_000), 20).reply())
          .startsWith("HTTP/1.1 400 ")
          .contains("Connection: close");
    }
  }

  @Test
  void twoTransferEncodings() throws IOException {
    assertThat(reply(message("{}", JSON, "Transfer-Encoding: gzip", "Transfer-Encoding: chunked")))
        .startsWith("HTTP/1.1 400 ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"chunked", "Chunked", "chunked "})
  void chunkedInAnySpelling(String encoding) throws IOException {
    String chunks = "13\r\n{\"content\":\"Hello\"}\r\n0\r\n\r\n";

    assertThat(reply(message(chunks, JSON, "Transfer-Encoding: " + encoding)))
        .startsWith("HTTP/1.1 200 ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "zz~{}~0~~",
        "-2~{}~0~~",
        "~",
        ";a~",
        "2~{}XX0~~",
        "0000000000000002~{}",
        "fffffffffffffffffff~{}",
      })
  void chunksThatAreNone(String chunks) throws IOException {
    assertThat(reply(message(chunks.replace("~", "\r\n"), JSON, "Transfer-Encoding: chunked")))
        .startsWith("HTTP/1.1 400 ")
        .contains("The body is not as Content-Length or Transfer-Encoding says");
  }

  @Test
  void chunksWithEndlessExtras() throws IOException {
    for (String beginning : new String[] {"1;", "0\r\nTrailer: ", "0\r\n" + "a: b\r\n".repeat(9)}) {
      try (var client = new RawClient(livedesk.url())) {
        client.write(message(beginning, JSON, "Transfer-Encoding: chunked"));

        assertThat(client.writeAsLongAsItTakes("x".repeat(1_000), 1_000).reply())
            .startsWith("HTTP/1.1 400 ");
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "13~{\"content\":\"Hello\"}~0~~",
        "00013;a=\"b\"~{\"content\":\"Hello\"}~000~~",
        "13 ~{\"content\":\"Hello\"}~0~Trailer: x~Other: y~~",
        "1~{~1~\"~11~content\":\"Hello\"}~0;z~~",
      })
  void chunksAreTakenApart(String chunks) throws IOException {
    String request = message(chunks.replace("~", "\r\n"), JSON, "Transfer-Encoding: chunked");

    try (var client = new RawClient(livedesk.url())) {
      // Two at once: what follows the first is the second.
      client.write(request + request);

      assertThat(client.reply()).startsWith("HTTP/1.1 200 ");
      assertThat(client.reply()).startsWith("HTTP/1.1 200 ");
      for (String piece : request.split("(?<=\n)", -1)) {
        client.write(piece);
      }
      assertThat(client.reply()).startsWith("HTTP/1.1 200 ");
    }
    assertThat(livedesk.conversation(141).texts()).containsExactly("Hello", "Hello", "Hello");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a b", "user@host", "host/path", "host?x", "[::1", "h:99999", "h:a", "\"", "a,b"})
  void aHostThatIsNone(String host) throws IOException {
    assertThat(reply("GET /simulator/state HTTP/1.1\r\nHost: " + host + "\r\n\r\n"))
        .startsWith("HTTP/1.1 400 ")
        .contains("Host takes a name or an address, with or without a port");
  }

  @ParameterizedTest
  @ValueSource(strings = {"localhost", "my_desk:8089", "[::1]:80", "10.0.0.1", "a.example:65535"})
  void aHost(String host) throws IOException {
    assertThat(reply("GET /simulator/state HTTP/1.1\r\nHost: " + host + "\r\n\r\n"))
        .startsWith("HTTP/1.1 200 ");
  }
}
