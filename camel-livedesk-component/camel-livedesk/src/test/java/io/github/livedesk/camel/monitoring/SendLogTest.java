// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import io.github.livedesk.camel.LiveDeskConstants;
import io.github.livedesk.camel.model.LiveDeskMessage;
import io.github.livedesk.camel.simulator.DropMoment;
import io.github.livedesk.camel.simulator.LiveDeskSimulator;
import io.github.livedesk.camel.testing.ComponentLog;
import io.github.livedesk.camel.testing.SimulatorTestSupport;
import io.github.livedesk.camel.testing.SocketServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A line at DEBUG for each send and each decision on a retry, with figures and without texts. */
class SendLogTest extends SimulatorTestSupport {

  private static final String TEXT = "canary-text";

  private ComponentLog log;

  SendLogTest(LiveDeskSimulator livedesk) {
    super(livedesk);
  }

  @BeforeEach
  void listen() {
    log = new ComponentLog(Level.DEBUG);
  }

  @AfterEach
  void stopListening() {
    log.close();
  }

  /** Of the send itself. */
  private void assertOneLine(String pattern) {
    assertThat(log.lines())
        .filteredOn(line -> !line.matches("DEBUG send: (Retry|No retry): .*"))
        .singleElement()
        .asString()
        .matches("DEBUG send: " + pattern);
  }

  @Test
  void aSendThatWorksHasItsIdsAndFigures() {
    LiveDeskMessage message = sent(TO_141, TEXT);

    assertOneLine(
        "Sent: operation=text conversation=141 message="
            + message.id()
            + " http=200 outcome=ACCEPTED attempts=1 millis=\\d+");
  }

  @Test
  void theLinesOfASendTellItsStory() {
    livedesk.conversation("141").answer(429).answer(429);

    sent(TO_141, TEXT);

    String retry = "DEBUG send: Retry: operation=text conversation=141 ";
    assertThat(log.lines())
        .satisfiesExactly(
            line ->
                assertThat(line)
                    .matches(retry + "attempt=1 http=429 outcome=REJECTED wait=\\d+ ms"),
            line ->
                assertThat(line)
                    .matches(retry + "attempt=2 http=429 outcome=REJECTED wait=\\d+ ms"),
            line ->
                assertThat(line)
                    .matches("DEBUG send: Sent: operation=text .* http=200 .* attempts=3 .*"));
  }

  @ParameterizedTest
  @CsvSource({
    "'', 400, 'http=400 outcome=REJECTED reason=retryMode=safe does not repeat it'",
    "'&maxAttempts=1', 429, 'http=429 outcome=REJECTED reason=it was the last of maxAttempts=1'",
    "'&retryMode=none', 429, 'http=429 outcome=REJECTED reason=retryMode=none does not repeat it'"
  })
  void aDecisionAgainstARetrySaysWhy(String options, int status, String end) {
    livedesk.conversation("141").answer(status);

    send(TO_141 + options, TEXT);

    assertThat(log.lines().get(0))
        .matches("DEBUG send: No retry: operation=text conversation=141 attempt=1 " + end);
  }

  @Test
  void aMessageThatFailedIsRetriedInALineToo() {
    livedesk.conversation("141").failNext(1, "130429: Rate limit hit");

    sent(TO_141, TEXT);

    assertThat(log.lines().get(0))
        .matches(
            "DEBUG send: Retry: operation=text conversation=141 attempt=1 http=200 outcome=ACCEPTED"
                + " wait=\\d+ ms");
  }

  /** By the same words as any other bad input. */
  @Test
  void aRefusalOfToDHasTheLineOfBadInput() throws Exception {
    context()
        .addRoutes(
            new RouteBuilder() {
              @Override
              public void configure() {
                from("direct:named").toD("livedesk:messages?conversationId=${header.id}");
              }
            });

    send("direct:named", TEXT, Map.of("id", "141&op=retry"));

    assertThat(log.lines())
        .contains(
            "DEBUG send: Failed: operation=- conversation=- message=- http=- outcome=NOT_SENT"
                + " attempts=0 millis=0 failure=LiveDeskRequestException");
  }

  @Test
  void aRefusedSendHasItsStatusAndFailure() {
    livedesk.conversation("141").answer(400);

    send(TO_141, TEXT);

    assertOneLine(
        "Failed: operation=text conversation=141 message=- http=400 outcome=REJECTED attempts=1"
            + " millis=\\d+ failure=LiveDeskResponseException");
  }

  @Test
  void aSendThatNeverBeganHasALineToo() {
    send(TO_141, " ");

    assertOneLine(
        "Failed: operation=text conversation=141 message=- http=- outcome=NOT_SENT attempts=0"
            + " millis=0 failure=LiveDeskRequestException");
  }

  @Test
  void aWrongIdDoesNotShow() {
    send("livedesk:messages", TEXT, Map.of(LiveDeskConstants.CONVERSATION_ID, "1\n2"));

    assertOneLine("Failed: operation=text conversation=- message=- http=- outcome=NOT_SENT .*");
  }

  @Test
  void aLostConnectionIsUnknown() {
    livedesk.conversation("141").dropConnection(DropMoment.AFTER_STORING);

    send(TO_141, TEXT);

    assertOneLine(
        "Failed: operation=text conversation=141 message=- http=- outcome=UNKNOWN attempts=1"
            + " millis=\\d+ failure=LiveDeskOutcomeUnknownException");
  }

  @Test
  void aMessageThatCouldNotBeDeliveredIsAcceptedAndFailed() {
    livedesk.conversation("141").failNext(1, "131051: Unsupported message type");

    Long id = (Long) send(TO_141, TEXT).getMessage().getHeader(LiveDeskConstants.MESSAGE_ID);

    assertOneLine(
        "Failed: operation=text conversation=141 message="
            + id
            + " http=200 outcome=ACCEPTED attempts=1 millis=\\d+"
            + " failure=LiveDeskMessageFailedException");
  }

  @Test
  void aRetryNamesTheMessageThatIsRetried() {
    send(TO_141 + "&op=retry&messageId=7", null);

    assertOneLine("Failed: operation=retry conversation=141 message=7 http=404 .*");
  }

  @Test
  void theTimeIsThatOfTheWholeSend() throws Exception {
    var asked = new CountDownLatch(1);
    var answer = new CountDownLatch(1);
    try (var server =
        SocketServer.start(
            connection -> {
              connection.readRequest();
              asked.countDown();
              answer.await();
              connection.reply(REPLY);
            })) {
      var sending = template().asyncRequestBody(TO_141 + "&baseUrl=" + server.url(), (Object) TEXT);
      asked.await();
      long begun = System.nanoTime();
      await().until(() -> System.nanoTime() - begun > TimeUnit.MILLISECONDS.toNanos(250));
      answer.countDown();
      sending.get(1, TimeUnit.MINUTES);
    }

    assertThat(log.lines()).hasSize(1);
    String millis = log.lines().get(0).replaceAll(".* millis=", "");
    assertThat(Long.parseLong(millis)).isBetween(250L, 60_000L);
  }

  @Test
  void thereIsNoLineWhereDebugIsOff() {
    log.close();
    log = new ComponentLog(Level.INFO);
    livedesk.conversation("141").answer(400);

    send(TO_141, TEXT);
    sent(TO_141, TEXT);
    send(TO_141, " ");

    assertThat(log.lines()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"DEBUG", "TRACE"})
  void noLineHasATextAFileOrACredential(String level, @TempDir Path folder) throws Exception {
    log.close();
    log = new ComponentLog(Level.valueOf(level));
    Path file = Files.writeString(folder.resolve("canary-name.txt"), "canary-content");

    for (Object body : List.of(TEXT, file)) {
      sent(TO_141, body);
      livedesk.conversation("141").answer(400);
      send(TO_141, body);
      livedesk.conversation("141").answer(429).answer(429);
      sent(TO_141 + "&content=canary-caption", body);
      send(TO_141 + "&secretKey=canary-secret", body);
    }

    assertThat(log.lines())
        .hasSize(16)
        .allSatisfy(line -> assertThat(line).doesNotContain("canary", API_KEY, API_SECRET));
  }

  @Test
  void anEmptyBudgetIsToldOnceAndNothingElseIsLouderThanDebug() {
    // A send with two attempts pays for one retry; the budget pays for twenty.
    for (int i = 0; i < 25; i++) {
      livedesk.conversation("141").answer(429).answer(429);
      send(TO_141 + "&maxAttempts=2", TEXT);
      if (i < 20) {
        assertThat(loud()).isEmpty();
      }
    }

    assertThat(loud())
        .singleElement()
        .asString()
        .startsWith("WARN: Too many sends to LiveDesk fail");
  }

  private List<String> loud() {
    return log.lines().stream().filter(line -> !line.startsWith("DEBUG")).toList();
  }
}
