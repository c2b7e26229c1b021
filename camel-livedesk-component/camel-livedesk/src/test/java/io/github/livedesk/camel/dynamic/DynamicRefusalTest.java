// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.dynamic;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.livedesk.camel.LiveDeskComponent;
import io.github.livedesk.camel.LiveDeskConstants;
import io.github.livedesk.camel.model.failure.LiveDeskRequestException;
import io.github.livedesk.camel.model.failure.Outcome;
import io.github.livedesk.camel.simulator.LiveDeskSimulator;
import io.github.livedesk.camel.testing.SocketServer;
import java.io.IOException;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A value that {@code toD} evaluates is a value: it adds no option, and changes none. */
class DynamicRefusalTest extends DynamicTestSupport {

  private static final String CANARY = "canary-4711";

  private SocketServer elsewhere;

  DynamicRefusalTest(LiveDeskSimulator livedesk) {
    super(livedesk);
  }

  @BeforeEach
  void startElsewhere() throws IOException {
    elsewhere = SocketServer.start(connection -> connection.reply(REPLY));
  }

  @AfterEach
  void nothingReachedAnyHost() throws IOException {
    assertThat(elsewhere.connections()).isZero();
    assertThat(livedesk.requests()).isEmpty();
    elsewhere.close();
  }

  private LiveDeskRequestException refused(String uri, Map<String, Object> headers)
      throws Exception {
    Exchange exchange = sendTo(uri, "hello".getBytes(UTF_8), headers);
    var failure = failure(LiveDeskRequestException.class, exchange);
    assertThat(failure.getOutcome()).isEqualTo(Outcome.NOT_SENT);
    assertThat(failure).hasMessageNotContaining(CANARY).hasNoCause();
    assertThat(exchange.getMessage().getHeaders())
        .containsEntry(LiveDeskConstants.OUTCOME, "NOT_SENT")
        .containsEntry(LiveDeskConstants.ATTEMPTS, 0);
    return failure;
  }

  private LiveDeskRequestException refusedValue(String template, String value) throws Exception {
    String evil = value.replace("ELSEWHERE", elsewhere.url());
    return refused("livedesk:messages?" + template, Map.of("v", evil, "text", CANARY));
  }

  @Test
  void anotherHost() throws Exception {
    assertThat(refusedValue("conversationId=${header.v}", "141&baseUrl=ELSEWHERE"))
        .hasMessage(
            "send: baseUrl: found an option in an evaluated value of toD; it takes its value from"
                + " the route's own text (outcome NOT_SENT)")
        .extracting("field")
        .isEqualTo("baseUrl");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "141&baseUrl=ELSEWHERE",
        "141&amp;baseUrl=ELSEWHERE",
        "141&\n  baseUrl=ELSEWHERE",
        "141&base-url=ELSEWHERE",
        "141&BASEURL=ELSEWHERE",
        "141&base%55rl=ELSEWHERE",
        "141&&baseUrl=ELSEWHERE",
        "141&conversationId=142",
        "141&conversationId=142&baseUrl=ELSEWHERE",
        "141%26baseUrl%3DELSEWHERE",
        "141%2526baseUrl%253DELSEWHERE",
        "141%26baseUrl=ELSEWHERE",
        "141&op=template",
        "141&private=true",
        "141&httpClientCustomizer=#class:java.lang.Object",
        "141#fragment",
        "#bean:other",
        "141?baseUrl=ELSEWHERE",
        "/../141",
        "141&",
        "&baseUrl=ELSEWHERE",
        "RAW(141)",
        "RAW(141)&baseUrl=ELSEWHERE",
        "RAW{141&baseUrl=ELSEWHERE",
        "%52AW(141)",
        "RA\nW(141)",
        "",
        "canary-4711 & more",
      })
  void inAnId(String value) throws Exception {
    refusedValue("conversationId=${header.v}", value);
    refusedValue("conversationId=${header.v}&op=attachment", value + "&op=attachment");
    refusedValue("private=false&conversationId=${header.v}&totalTimeout=1m", value);
    refusedValue("content=RAW(${header.text})&conversationId=${header.v}&op=attachment", value);
    refusedValue("conversationId=${header.v}&op=attachment&content=RAW(${header.text})", value);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x)&baseUrl=ELSEWHERE&content=RAW(y",
        "x)\n&baseUrl=ELSEWHERE&content=RAW(y",
        "x)&baseUrl=ELSEWHERE",
        "x)&baseUrl=ELSEWHERE&op=RAW(",
        "x)&conversationId=142&op=RAW(",
        "x&conversationId=142",
        "x&\n  conversationId=142",
      })
  void inRaw(String value) throws Exception {
    refusedValue("content=RAW(${header.v})&conversationId=141&op=attachment", value);
    refusedValue("conversationId=141&op=attachment&content=RAW(${header.v})", value);
  }

  /** The attacker's RAW holds the route's own options, so that names and their number fit. */
  @Test
  void rawThatSwallowsTheRoutesOwnOptions() throws Exception {
    String route =
        "livedesk:messages?conversationId=${header.v}&baseUrl=${header.base}"
            + "&content=RAW(${header.text})&op=attachment";
    String value = "141&baseUrl=" + elsewhere.url() + "&content=RAW(x";

    assertThat(
            refused(route, Map.of("v", value, "base", livedesk.url(), "text", CANARY)).getField())
        .isEqualTo("content");

    String inRaw = "x)&baseUrl=" + elsewhere.url() + "&templateName=RAW{y";
    refused(
        "livedesk:messages?conversationId=141&op=attachment&content=RAW(${header.v})"
            + "&baseUrl=${header.base}&templateName=RAW(${header.text})",
        Map.of("v", inRaw, "base", livedesk.url(), "text", CANARY));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1m&baseUrl=ELSEWHERE",
        "1m%26baseUrl%3DELSEWHERE",
        "1m%2526baseUrl%253DELSEWHERE",
        "1m\n&baseUrl=ELSEWHERE",
        "RA\nW(1m",
        "%52AW(1m",
        "RAW(1m",
      })
  void inAnOptionThatStaysInTheUri(String value) throws Exception {
    refusedValue("conversationId=141&totalTimeout=${header.v}&maxAttempts=1", value);
    refusedValue("conversationId=141&totalTimeout=${header.v}&content=${header.text})", value);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1m)%26baseUrl%3DELSEWHERE",
        "1m)&baseUrl=ELSEWHERE",
        "1m)%26apiKey=RAW{y",
      })
  void inRawThatStaysInTheUri(String value) throws Exception {
    refusedValue("conversationId=141&totalTimeout=RAW(${header.v})&apiKey=simulator-key", value);
  }

  @Test
  void textWithAnAmpersandSaysWhatToDo() throws Exception {
    assertThat(
            refusedValue(
                "op=attachment&conversationId=141&content=${header.v}", CANARY + " & " + CANARY))
        .hasMessage(
            "send: content: found '&' in its evaluated value, where another option would begin; it"
                + " takes a value without '&', or RAW(...) around the expression; any text as"
                + " header CamelLiveDeskContent (outcome NOT_SENT)");
  }

  @Test
  void aPathIsTheRoutes() throws Exception {
    assertThat(refused("livedesk:${header.v}", Map.of("v", "messages?conversationId=141")))
        .hasMessage(
            "send: resource: found an expression; it takes messages, contacts or conversations, in"
                + " the route's own text of toD (outcome NOT_SENT)");
    refused("livedesk:${header.v}?conversationId=141", Map.of("v", "messages"));
    refused("livedesk:mess${header.v}?conversationId=141", Map.of("v", "ages"));
  }

  @Test
  void namesAreTheRoutes() throws Exception {
    assertThat(refused("livedesk:messages?${header.v}=141", Map.of("v", "conversationId")))
        .hasMessageContaining("toD: found an expression for the name of an option");
    refused("livedesk:messages?${header.v}", Map.of("v", "conversationId=141"));
    refused("livedesk:messages?conversationId=141&${header.v}", Map.of("v", "private=true"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "yes", "1", "true false"})
  void flagsThatAreNone(String value) throws Exception {
    assertThat(refusedValue("conversationId=141&private=${header.v}", value).getField())
        .isEqualTo("private");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0", "-1", "x", "9999999999999999999"})
  void repliesToNoMessage(String value) throws Exception {
    assertThat(refusedValue("conversationId=141&inReplyTo=${header.v}", value).getField())
        .isEqualTo("inReplyTo");
  }

  @Test
  void anOddIdIsNamed() throws Exception {
    assertThat(refusedValue("conversationId=${header.v}", "14 1"))
        .hasMessageContaining("conversationId: found 4 characters with U+0020 at position 3");
    assertThat(refusedValue("op=retry&conversationId=141&messageId=${header.v}", "a#b").getField())
        .isEqualTo("messageId");
  }

  @Test
  void isCountedAsASendThatFailed() throws Exception {
    refusedValue("conversationId=${header.v}", "141&op=text");

    var component = context().getComponent("livedesk", LiveDeskComponent.class);
    assertThat(component.getFailedNotSent()).isEqualTo(1);
  }

  @Test
  void isNoInvalidEndpointThatCouldBeIgnored() throws Exception {
    RouteBuilder.addRoutes(
        context(),
        builder ->
            builder
                .from("direct:ignoring")
                .toD("livedesk:messages?conversationId=${header.v}", true));

    failure(
        LiveDeskRequestException.class,
        send("direct:ignoring", "hello", Map.of("v", "141&baseUrl=" + elsewhere.url())));
  }

  @Test
  void reachesAnErrorHandler() throws Exception {
    RouteBuilder.addRoutes(
        context(),
        builder ->
            builder
                .from("direct:handled")
                .onException(LiveDeskRequestException.class)
                .handled(true)
                .setBody(builder.simple("${exception.field} ${header.CamelLiveDeskOutcome}"))
                .end()
                .toD("livedesk:messages?conversationId=${header.v}"));

    Exchange exchange = send("direct:handled", "hello", Map.of("v", "141&op=text"));

    assertThat(exchange.getMessage().getBody()).isEqualTo("op NOT_SENT");
  }

  @Test
  void isOfOneEndpointAtMost() throws Exception {
    String route = route("livedesk:messages?conversationId=${header.v}");
    for (int i = 0; i < 20; i++) {
      send(route, "hello", Map.of("v", "141&op=" + i));
      send(route, "hello", Map.of("v", "no id " + i));
    }

    assertThat(livedeskEndpoints()).hasSize(1);
  }
}
