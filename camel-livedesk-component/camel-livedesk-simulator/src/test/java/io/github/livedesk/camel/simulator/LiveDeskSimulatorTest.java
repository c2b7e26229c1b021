// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.simulator;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.BindException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How a simulator starts, is told apart from others, forgets and ends. */
@Timeout(300)
class LiveDeskSimulatorTest {

  private LiveDeskSimulator livedesk;
  private ApiClient client;

  @BeforeEach
  void start() {
    livedesk = LiveDeskSimulator.start();
    client = new ApiClient(livedesk);
  }

  @AfterEach
  void close() {
    livedesk.close();
  }

  @Test
  void hasAUrlOnThisMachine() {
    assertThat(livedesk.port()).isBetween(1, 65_535);
    assertThat(livedesk.url()).isEqualTo("http://127.0.0.1:" + livedesk.port());
  }

  @Test
  void listensOnItsLoopbackAddressOnly() throws IOException {
    try (var socket = new Socket()) {
      var neighbour = new InetSocketAddress("127.0.0.2", livedesk.port());

      assertThatThrownBy(() -> socket.connect(neighbour, 5_000)).isInstanceOf(IOException.class);
    }
  }

  @Test
  void hasTheDefaultCredentials() {
    assertThat(livedesk.apiKey()).isEqualTo("simulator-key");
    assertThat(livedesk.secretKey()).isEqualTo("simulator-secret");
  }

  @Test
  void takesTheCredentialsItWasGiven() {
    try (var other = LiveDeskSimulator.start(0, "key-of-mine", "秘密:ü")) {
      assertThat(other.apiKey()).isEqualTo("key-of-mine");
      assertThat(other.secretKey()).isEqualTo("秘密:ü");
      assertThat(new ApiClient(other).sendText("141", "Hello").status()).isEqualTo(200);
    }
  }

  @Test
  void refusesTheDefaultCredentialsWhereItWasGivenOthers() {
    try (var other = LiveDeskSimulator.start(0, "key-of-mine", "secret-of-mine")) {
      var stranger = new ApiClient(other.url(), livedesk.apiKey(), livedesk.secretKey());

      assertThat(stranger.sendText("141", "Hello").status()).isEqualTo(401);
    }
  }

  @Test
  void knowsNothingOfAnother() {
    try (var other = LiveDeskSimulator.start()) {
      client.sendText("141", "Hello");

      assertThat(other.port()).isNotEqualTo(livedesk.port());
      assertThat(other.requests()).isEmpty();
      assertThat(other.conversationIds()).isEmpty();
    }
  }

  @Test
  void refusesToStartOnAPortThatIsTaken() {
    int taken = livedesk.port();
    Set<Thread> before = threads();

    assertThatThrownBy(() -> LiveDeskSimulator.start(taken, "key", "secret"))
        .isInstanceOf(RuntimeException.class)
        .hasRootCauseInstanceOf(BindException.class);
    assertEnded(threadsSince(before));
  }

  @Test
  void listsConversationsInTheOrderOfTheirFirstMessage() {
    client.sendText("142", "a");
    client.sendText("b", "b");
    client.sendText("141", "c");
    client.sendText("142", "d");

    assertThat(livedesk.conversationIds()).containsExactly("142", "b", "141");
  }

  @Test
  void listsTheMessagesOfAConversationOldestFirst() {
    client.sendText("141", "a");
    client.sendText("142", "b");
    client.sendText("141", "c");

    assertThat(livedesk.messages("141"))
        .extracting(StoredMessage::content)
        .containsExactly("a", "c");
  }

  @Test
  void hasNoMessagesOfAConversationNobodyWroteTo() {
    client.sendText("141", "a");

    assertThat(livedesk.messages("142")).isEmpty();
  }

  @Test
  void givesListsThatLaterMessagesDoNotChange() {
    client.sendText("141", "a");
    List<StoredMessage> messages = livedesk.messages("141");
    List<String> conversationIds = livedesk.conversationIds();

    client.sendText("141", "b");
    client.sendText("142", "c");

    assertThat(messages).hasSize(1);
    assertThat(conversationIds).containsExactly("141");
  }

  @Test
  void forgetsMessagesAndRequestsWhenItIsReset() {
    client.sendText("141", "a");

    livedesk.reset();

    assertThat(livedesk.conversationIds()).isEmpty();
    assertThat(livedesk.messages("141")).isEmpty();
    assertThat(livedesk.requests()).isEmpty();
  }

  @Test
  void countsFromOneAgainAfterItIsReset() {
    client.sendText("141", "a");

    livedesk.reset();

    ApiClient.Answer answer = client.sendText("141", "b");
    assertThat(answer.json().path("id").longValue()).isEqualTo(1);
    assertThat(answer.json().path("sorting_id").longValue()).isEqualTo(1);
  }

  @Test
  void keepsItsPortAndCredentialsWhenItIsReset() {
    String url = livedesk.url();

    livedesk.reset();

    assertThat(livedesk.url()).isEqualTo(url);
    assertThat(client.sendText("141", "b").status()).isEqualTo(200);
  }

  @Test
  void endsItsThreadsWhenItIsClosed() {
    Set<Thread> before = threads();
    var other = LiveDeskSimulator.start();
    new ApiClient(other).sendText("141", "Hello");
    Set<Thread> own = threadsSince(before);
    assertThat(own).isNotEmpty();

    other.close();

    assertEnded(own);
  }

  @Test
  void listensNoMoreWhenItIsClosed() throws IOException {
    int port = livedesk.port();

    livedesk.close();

    try (var socket = new Socket()) {
      assertThatThrownBy(
              () ->
                  socket.connect(
                      new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 5_000))
          .isInstanceOf(ConnectException.class);
    }
  }

  @Test
  void leavesItsPortToTheNextWhenItIsClosed() {
    int port = livedesk.port();
    client.sendText("141", "Hello");

    livedesk.close();

    try (var next = LiveDeskSimulator.start(port, "key", "secret")) {
      assertThat(next.port()).isEqualTo(port);
      assertThat(new ApiClient(next).sendText("141", "Hello").status()).isEqualTo(200);
    }
  }

  @Test
  void closesAConnectionWithAHalfSentRequestWhenItIsClosed() throws IOException {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), livedesk.port())) {
      socket.setSoTimeout(30_000);
      // The answer to a first request shows that the server has the connection.
      send(socket, "GET /nowhere HTTP/1.1\r\nHost: localhost\r\n\r\n");
      InputStream in = socket.getInputStream();
      assertThat(in.read()).isEqualTo('H');
      send(socket, "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 10\r\n\r\nhalf");

      livedesk.close();

      assertThat(untilItsEnd(in)).startsWith("TTP/1.1 401 ").doesNotContain("HTTP/");
    }
  }

  @Test
  void canBeClosedTwice() {
    livedesk.close();

    livedesk.close();

    assertThatThrownBy(livedesk::port).isInstanceOf(IllegalStateException.class);
  }

  private static void send(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(US_ASCII));
  }

  /** A server that has not read all that came ends a connection with a reset. */
  private static String untilItsEnd(InputStream in) throws IOException {
    var read = new ByteArrayOutputStream();
    try {
      in.transferTo(read);
    } catch (SocketException reset) {
      // an end as good as the orderly one
    }
    return read.toString(US_ASCII);
  }

  /** The server's threads in this JVM; those of the HTTP client here are none of its business. */
  private static Set<Thread> threads() {
    var threads = new HashSet<>(Thread.getAllStackTraces().keySet());
    threads.removeIf(thread -> !thread.getName().startsWith("XNIO"));
    return threads;
  }

  private static Set<Thread> threadsSince(Set<Thread> before) {
    Set<Thread> threads = threads();
    threads.removeAll(before);
    return threads;
  }

  private static void assertEnded(Set<Thread> threads) {
    for (Thread thread : threads) {
      assertThat(joined(thread)).as(thread.getName()).isTrue();
    }
  }

  private static boolean joined(Thread thread) {
    try {
      thread.join(Duration.ofMinutes(1).toMillis());
      return !thread.isAlive();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
