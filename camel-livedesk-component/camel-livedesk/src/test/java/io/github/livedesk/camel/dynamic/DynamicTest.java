// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.dynamic;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.livedesk.camel.LiveDeskConstants;
import io.github.livedesk.camel.model.FileMessage;
import io.github.livedesk.camel.model.LiveDeskMessage;
import io.github.livedesk.camel.model.failure.LiveDeskMessageFailedException;
import io.github.livedesk.camel.model.failure.LiveDeskRequestException;
import io.github.livedesk.camel.model.failure.LiveDeskResponseException;
import io.github.livedesk.camel.simulator.LiveDeskSimulator;
import io.github.livedesk.camel.simulator.StoredMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code toD}: one endpoint, whatever differs from message to message. */
class DynamicTest extends DynamicTestSupport {

  DynamicTest(LiveDeskSimulator livedesk) {
    super(livedesk);
  }

  private Exchange sentTo(String uri, Object body, Map<String, Object> headers) throws Exception {
    Exchange exchange = sendTo(uri, body, headers);
    assertThat(exchange.getException()).isNull();
    return exchange;
  }

  @Test
  void anyNumberOfConversationsHaveOneEndpoint() throws Exception {
    String route = route("livedesk:messages?conversationId=${header.id}&totalTimeout=1m");

    for (int id = 1; id <= 50; id++) {
      sent(route, "text " + id, Map.of("id", id));
    }

    assertThat(livedeskEndpoints())
        .extracting("endpointUri")
        .containsExactly("livedesk://messages?totalTimeout=1m");
    for (int id = 1; id <= 50; id++) {
      assertThat(livedesk.conversation(id).texts()).containsExactly("text " + id);
    }
  }

  @Test
  void everyOptionThatHasAHeaderIsTakenOut() throws Exception {
    String route =
        route(
            "livedesk:messages?op=template&conversationId=${header.id}&content=${header.text}"
                + "&templateName=${header.name}&templateLanguage=${header.language}"
                + "&templateCategory=${header.category}&templateNamespace=${header.namespace}");

    sent(
        route,
        List.of("John"),
        Map.of(
            "id", "141",
            "text", "Hello John",
            "name", "order_update",
            "language", "en_US",
            "category", "MARKETING",
            "namespace", "shop"));

    var message = livedesk.conversation(141).lastMessage();
    assertThat(message.templateName()).isEqualTo("order_update");
    assertThat(message.content()).isEqualTo("Hello John");
    assertThat(livedesk.requests().get(0).text())
        .contains("\"language\":\"en_US\"", "\"category\":\"MARKETING\"", "\"namespace\":\"shop\"");
    assertThat(livedeskEndpoints())
        .extracting("endpointUri")
        .containsExactly("livedesk://messages?op=template");
  }

  @Test
  void flagsAndRepliesAreTakenOutToo() throws Exception {
    String uri =
        "livedesk:messages?conversationId=141&private=${header.note}&inReplyTo=${header.to}";

    sentTo(uri, "for agents", Map.of("note", "TRUE", "to", 7));
    assertThat(livedesk.conversation(141).lastMessage().privateNote()).isTrue();
    assertThat(livedesk.requests().get(0).text()).contains("\"in_reply_to\":7");

    sentTo(uri, "for the customer", Map.of("note", false, "to", 8));
    assertThat(livedesk.conversation(141).lastMessage().privateNote()).isFalse();
    assertThat(livedeskEndpoints()).hasSize(1);
  }

  @Test
  void aRetryTakesBothIdsFromTheMessage() throws Exception {
    livedesk.conversation(141).failNext(1, "131026: Message undeliverable");
    Exchange failed = send(TO_141, "hello");
    long messageId = failure(LiveDeskMessageFailedException.class, failed).getMessageId();

    sentTo(
        "livedesk:messages?op=retry&conversationId=141&messageId=${header.m}",
        null,
        Map.of("m", messageId));

    assertThat(livedesk.conversation(141).messages()).hasSize(1);
    assertThat(livedesk.conversation(141).lastMessage().status()).isEqualTo("sent");
    assertThat(livedeskEndpoints())
        .extracting("endpointUri")
        .contains("livedesk://messages?conversationId=141&op=retry");
  }

  @Test
  void theOperationStaysInTheUri() throws Exception {
    String route = route("livedesk:messages?conversationId=141&op=${header.op}");

    sent(route, "a text", Map.of("op", "text"));
    sent(route, "a file".getBytes(UTF_8), Map.of("op", "attachment"));

    assertThat(livedeskEndpoints())
        .extracting("endpointUri")
        .containsExactlyInAnyOrder(
            "livedesk://messages?conversationId=141&op=text",
            "livedesk://messages?conversationId=141&op=attachment");
  }

  @Test
  void aHeaderBeatsAnEvaluatedOption() throws Exception {
    sentTo(
        "livedesk:messages?conversationId=${header.id}",
        "hello",
        Map.of("id", 141, LiveDeskConstants.CONVERSATION_ID, 142));

    assertThat(livedesk.conversationIds()).containsExactly("142");
  }

  @Test
  void theBodyBeatsAnEvaluatedOption() throws Exception {
    sentTo(
        "livedesk:messages?conversationId=141&content=${header.text}",
        FileMessage.builder().content("of the body").file("a.txt", "a".getBytes(UTF_8)).build(),
        Map.of("text", "of the option"));

    assertThat(livedesk.conversation(141).texts()).containsExactly("of the body");
  }

  @Test
  void anEvaluatedOptionSteersNoLaterSend() throws Exception {
    RouteBuilder.addRoutes(
        context(),
        builder ->
            builder
                .from("direct:two")
                .toD("livedesk:messages?conversationId=${header.id}&private=${header.note}")
                .setBody(builder.constant("second"))
                .to("livedesk:messages"));

    Exchange exchange = send("direct:two", "first", Map.of("id", 141, "note", true));

    assertThat(failure(LiveDeskRequestException.class, exchange))
        .hasMessageContaining("conversationId: found nothing");
    assertThat(livedesk.conversation(141).texts()).containsExactly("first");
    assertThat(exchange.getProperties().keySet()).noneMatch(name -> name.contains("LiveDesk"));
    assertThat(exchange.getMessage().getHeaders())
        .doesNotContainKeys(LiveDeskConstants.CONVERSATION_ID, LiveDeskConstants.PRIVATE);
  }

  @Test
  void nothingIsLeftAfterAFailureEither() throws Exception {
    livedesk.conversation(141).answer(400);

    Exchange exchange =
        sendTo("livedesk:messages?conversationId=${header.id}", "hello", Map.of("id", 141));

    failure(LiveDeskResponseException.class, exchange);
    assertThat(exchange.getProperties().keySet()).noneMatch(name -> name.contains("LiveDesk"));
  }

  @Test
  void whatInterceptsASendSendsByItsOwnOptions() throws Exception {
    RouteBuilder.addRoutes(
        context(),
        builder -> {
          builder
              .interceptSendToEndpoint("livedesk://messages?totalTimeout=1m")
              .filter(builder.exchangeProperty("text").isNull())
              .setProperty("text", builder.body())
              .setBody(builder.constant("note"))
              .to("livedesk:messages?conversationId=143&private=true")
              .setBody(builder.constant("copy"))
              .wireTap("livedesk:messages?private=true&conversationId=${header.copy}")
              .setBody(builder.constant("inner"))
              .toD("livedesk:messages?totalTimeout=1m&conversationId=${header.inner}")
              .setBody(builder.exchangeProperty("text"));
          builder
              .from("direct:intercepted")
              .toD("livedesk:messages?conversationId=${header.id}&totalTimeout=1m");
        });

    sent("direct:intercepted", "hello", Map.of("id", 141, "copy", 144, "inner", 145));

    assertThat(livedesk.conversation(141).texts()).containsExactly("hello");
    assertThat(livedesk.conversation(143).texts()).containsExactly("note");
    assertThat(livedesk.conversation(145).texts()).containsExactly("inner");
    await().untilAsserted(() -> assertThat(livedesk.messages("144")).hasSize(1));
  }

  @Test
  void copiesOfAnExchangeSendToTheirOwnConversations() throws Exception {
    RouteBuilder.addRoutes(
        context(),
        builder -> {
          builder
              .from("direct:split")
              .split(builder.body())
              .parallelProcessing()
              .toD("livedesk:messages?conversationId=${body}")
              .end();
          builder
              .from("direct:multicast")
              .multicast()
              .to("direct:left", "direct:right")
              .end()
              .setBody(builder.constant("copy"))
              .wireTap("livedesk:messages?conversationId=${header.tap}");
          builder.from("direct:left").toD("livedesk:messages?conversationId=${header.left}");
          builder.from("direct:right").toD("livedesk:messages?conversationId=${header.right}");
        });

    assertThat(send("direct:split", List.of("1", "2", "3")).getException()).isNull();
    send("direct:multicast", "hello", Map.of("left", 4, "right", 5, "tap", 6));

    for (String id : List.of("1", "2", "3", "4", "5", "6")) {
      await().untilAsserted(() -> assertThat(livedesk.messages(id)).hasSize(1));
    }
    assertThat(livedeskEndpoints()).hasSize(1);
  }

  @Test
  void aRedeliveryRepeatsTheSendAsItWas() throws Exception {
    livedesk.conversation(141).failNext(2, "131026: Message undeliverable");
    RouteBuilder.addRoutes(
        context(),
        builder ->
            builder
                .from("direct:redelivered")
                .errorHandler(
                    builder.defaultErrorHandler().maximumRedeliveries(2).redeliveryDelay(0))
                .toD("livedesk:messages?conversationId=${header.id}&private=${header.note}"));

    sent("direct:redelivered", "hello", Map.of("id", 141, "note", true));

    assertThat(livedesk.conversation(141).texts()).containsExactly("hello", "hello", "hello");
    assertThat(livedesk.conversation(141).messages()).allMatch(StoredMessage::privateNote);
  }

  @Test
  void manyThreadsSendEachToItsOwnConversation() throws Exception {
    String route = route("livedesk:messages?conversationId=${header.id}&private=${header.note}");
    ExecutorService threads = Executors.newFixedThreadPool(16);
    try {
      var sends = new ArrayList<CompletableFuture<Void>>();
      for (int i = 1; i <= 5_000; i++) {
        int id = i;
        sends.add(
            CompletableFuture.runAsync(
                () -> {
                  Map<String, Object> headers = Map.of("id", id, "note", id % 2 == 0);
                  LiveDeskMessage message = sent(route, "text " + id, headers);
                  assertThat(message.conversationId()).isEqualTo(id);
                  assertThat(message.content()).isEqualTo("text " + id);
                  assertThat(message.isPrivate()).isEqualTo(id % 2 == 0);
                },
                threads));
      }
      assertThat(CompletableFuture.allOf(sends.toArray(CompletableFuture[]::new)))
          .succeedsWithin(5, TimeUnit.MINUTES);
    } finally {
      threads.shutdownNow();
    }

    assertThat(livedeskEndpoints()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a & b, c=d&e=f",
        "100%25 + %26 = a%20b",
        "Grüße & 你好 & 🎉",
        "first line\nsecond & line\r\n\n  third",
        "(a) (b)",
        "a)b&c",
        "RAW(x)",
        "}{",
        "${body} $simple{body}",
      })
  void aValueInRawArrivesAsItIs(String text) throws Exception {
    String uri =
        "livedesk:messages?op=attachment&content=RAW(${header.text})&conversationId=${header.id}";
    sentTo(uri, "a file".getBytes(UTF_8), Map.of("text", text, "id", 141));

    assertThat(livedesk.conversation(141).texts()).containsExactly(text);
  }

  @Test
  void linesOfAValueStayLines() throws Exception {
    sentTo(
        "livedesk:messages?op=attachment&content=${header.text}&conversationId=141",
        "a file".getBytes(UTF_8),
        Map.of("text", "first line\n  second line"));

    assertThat(livedesk.conversation(141).texts()).containsExactly("first line\n  second line");
  }

  @Test
  void aTextBlockIsOneLine() throws Exception {
    sentTo(
        """
        livedesk:messages
          ?conversationId=${header.id}
          &content=RAW(${header.text})
          &private=${header.note}
          &op=attachment
        """,
        "a file".getBytes(UTF_8),
        Map.of("id", 141, "text", "a & b\n c", "note", true));

    assertThat(livedesk.conversation(141).texts()).containsExactly("a & b\n c");
    assertThat(livedesk.conversation(141).lastMessage().privateNote()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "livedesk:messages?conversationId=${header.id}",
        "livedesk://messages?conversationId=${header.id}",
        "livedesk:messages?conversationId=$simple{header.id}",
        "livedesk:messages?conversationId=${header[id]}",
        "livedesk:messages?conversationId=${header.${header.name}}",
        "livedesk:messages?conversationId=${header.before}${header.after}",
        "livedesk:messages?conversationId=1${header.after}1",
        "livedesk:messages?conversationId=${bean:type:io.github.livedesk.camel.dynamic.DynamicTest?method=id&scope=Prototype}",
        "{{livedesk.target}}:messages?conversationId=${header.id}&{{livedesk.more}}",
        "livedesk:messages?conversationId={{livedesk.expression}}",
      })
  void anExpressionInAnyForm(String uri) throws Exception {
    Properties properties = new Properties();
    properties.setProperty("livedesk.target", "livedesk");
    properties.setProperty("livedesk.more", "private=${header.note}&totalTimeout=1m");
    properties.setProperty("livedesk.expression", "${header.id}");
    context().getPropertiesComponent().setOverrideProperties(properties);
    Map<String, Object> headers =
        Map.of("id", 141, "name", "id", "before", 1, "after", 41, "note", false);
    if (uri.contains("1${header.after}1")) {
      headers = Map.of("after", 4);
    }

    sentTo(uri, "hello", headers);

    assertThat(livedesk.conversation(141).texts()).containsExactly("hello");
    assertThat(livedeskEndpoints())
        .singleElement()
        .asString()
        .doesNotContain("conversationId", "private");
  }

  public static String id() {
    return "141";
  }

  @Test
  void withoutACacheOfProducersItSendsAsWell() throws Exception {
    RouteBuilder.addRoutes(
        context(),
        builder ->
            builder
                .from("direct:uncached")
                .toD("livedesk:messages?conversationId=${header.id}", -1));

    sent("direct:uncached", "hello", Map.of("id", 141));
    sent("direct:uncached", "hello again", Map.of("id", 141));

    assertThat(livedesk.conversation(141).texts()).containsExactly("hello", "hello again");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<routes><route><from uri='direct:text'/>"
            + "<toD uri='livedesk:messages?conversationId=${header.id}&amp;private=${header.note}'/>"
            + "</route></routes>",
        "- route: {from: {uri: 'direct:text', steps: [{toD: {uri: 'livedesk:messages',"
            + " parameters: {conversationId: '${header.id}', private: '${header.note}'}}}]}}",
      })
  void xmlAndYaml(String text) throws Exception {
    String name = text.startsWith("<") ? "routes.xml" : "routes.yaml";
    PluginHelper.getRoutesLoader(context()).loadRoutes(ResourceHelper.fromString(name, text));

    sent("direct:text", "hello", Map.of("id", 141, "note", true));
    sent("direct:text", "hello", Map.of("id", 142, "note", true));

    assertThat(livedesk.conversation(141).lastMessage().privateNote()).isTrue();
    assertThat(livedesk.messages("142")).hasSize(1);
    assertThat(livedeskEndpoints())
        .extracting("endpointUri")
        .containsExactly("livedesk://messages");
  }

  @Test
  void aWholeUriThatIsEvaluatedIsTakenAsItIs() throws Exception {
    sentTo("${header.target}", "hello", Map.of("target", TO_141 + "&private=true"));

    assertThat(livedesk.conversation(141).lastMessage().privateNote()).isTrue();
  }

  @Test
  void aTextWithoutExpressionsIsLeftToCamel() throws Exception {
    sentTo(TO_141, "hello", Map.of());

    assertThat(livedeskEndpoints())
        .extracting("endpointUri")
        .containsExactly("livedesk://messages?conversationId=141");
  }
}
