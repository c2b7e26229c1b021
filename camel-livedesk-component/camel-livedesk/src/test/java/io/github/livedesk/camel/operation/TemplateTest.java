// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.operation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.livedesk.camel.LiveDeskConstants;
import io.github.livedesk.camel.model.LiveDeskMessage;
import io.github.livedesk.camel.model.TemplateHeader;
import io.github.livedesk.camel.model.TemplateMessage;
import io.github.livedesk.camel.model.failure.LiveDeskRequestException;
import io.github.livedesk.camel.simulator.LiveDeskSimulator;
import io.github.livedesk.camel.simulator.StoredMessage;
import io.github.livedesk.camel.testing.SimulatorTestSupport;
import io.github.livedesk.camel.testing.SocketServer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;

class TemplateTest extends SimulatorTestSupport {

  private static final String TEMPLATE_TO_141 = TO_141 + "&op=template";
  private static final String ORDER_UPDATE =
      TEMPLATE_TO_141 + "&templateName=order_update&templateLanguage=en_US";
  private static final JsonMapper JSON = new JsonMapper();

  TemplateTest(LiveDeskSimulator livedesk) {
    super(livedesk);
  }

  @Override
  protected RouteBuilder createRouteBuilder() {
    return new RouteBuilder() {
      @Override
      public void configure() {
        from("direct:json").unmarshal().json(TemplateMessage.class).to(TO_141);
      }
    };
  }

  private static TemplateMessage message() {
    return TemplateMessage.builder("order_update", "en_US")
        .content("Hi John, your order was shipped")
        .parameters("John", "shipped")
        .header(TemplateHeader.image("https://example.com/parcel.png"))
        .urlButton("track/12345")
        .build();
  }

  private StoredMessage arrived() {
    List<StoredMessage> messages = livedesk.messages("141");
    return messages.get(messages.size() - 1);
  }

  private LiveDeskRequestException refused(String uri, Object body) {
    var failure = failure(LiveDeskRequestException.class, uri, body);
    assertThat(failure.getOperation()).isEqualTo("template");
    assertThat(livedesk.requests()).isEmpty();
    return failure;
  }

  @Test
  void aTemplateMessageDecidesByItsType() throws Exception {
    LiveDeskMessage reply = sent(TO_141, message());

    assertThat(JSON.readTree(livedesk.requests().get(0).body()))
        .isEqualTo(JSON.valueToTree(message()));
    assertThat(arrived().content()).isEqualTo("Hi John, your order was shipped");
    assertThat(reply.additionalAttributes())
        .containsEntry("template_params", Map.of("name", "order_update", "language", "en_US"));
  }

  @Test
  void theDocumentedShapeInEveryForm() throws Exception {
    String json = JSON.writeValueAsString(message());
    for (Object body : List.of(json, JSON.readTree(json), message().toMap())) {
      sent(TEMPLATE_TO_141, body);
      assertThat(arrived().templateParams()).containsEntry("name", "order_update");
    }
    template().sendBody("direct:json", json);

    assertThat(livedesk.messages("141")).hasSize(4);
    assertThat(livedesk.requests())
        .allSatisfy(
            request ->
                assertThat(JSON.readTree(request.body())).isEqualTo(JSON.valueToTree(message())));
  }

  @Test
  void theShortFormWithValuesByPosition() {
    sent(ORDER_UPDATE + "&content=RAW(shipped!)", List.of("John", 7));

    assertThat(arrived().content()).isEqualTo("shipped!");
    assertThat(arrived().templateParams())
        .isEqualTo(
            Map.of(
                "name", "order_update",
                "language", "en_US",
                "processed_params", Map.of("1", "John", "2", "7")));
  }

  @Test
  void theShortFormWithValuesByName() throws Exception {
    sent(ORDER_UPDATE, Map.of("customer", "John"));
    assertThat(arrived().templateParams())
        .containsEntry("processed_params", Map.of("customer", "John"));

    sent(ORDER_UPDATE, JSON.readTree("[\"Jane\"]"));
    assertThat(arrived().templateParams()).containsEntry("processed_params", Map.of("1", "Jane"));
  }

  @Test
  void theShortFormWithoutValuesShowsTheNameInTheChat() {
    sent(ORDER_UPDATE, null);

    assertThat(arrived().content()).isEqualTo("order_update");
    assertThat(arrived().templateParams()).doesNotContainKey("processed_params");
  }

  @Test
  void headersBeatTheOptions() {
    sent(
        ORDER_UPDATE + "&templateCategory=MARKETING&templateNamespace=ns",
        Map.of(),
        Map.of(
            LiveDeskConstants.TEMPLATE_NAME, "other",
            LiveDeskConstants.TEMPLATE_LANGUAGE, "zh_TW",
            LiveDeskConstants.TEMPLATE_CATEGORY, "UTILITY",
            LiveDeskConstants.CONTENT, "by header"));

    assertThat(arrived().content()).isEqualTo("by header");
    assertThat(arrived().templateParams())
        .containsEntry("name", "other")
        .containsEntry("language", "zh_TW")
        .containsEntry("category", "UTILITY")
        .containsEntry("namespace", "ns");
  }

  @Test
  void allFaultsAreToldAtOnce() {
    var failure =
        refused(
            TEMPLATE_TO_141,
            Map.of(
                "message_type",
                "incoming",
                "template_params",
                Map.of("name", "n", "processed_params", Map.of("2", "canary"))));

    assertThat(failure.getFaults()).hasSize(4);
    assertThat(failure)
        .hasMessageContainingAll(
            "content: found nothing",
            "message_type: found",
            "template_params.language: found nothing",
            "processed_params: found position 2 where 1 is due")
        .hasMessageNotContaining("canary");
  }

  @Test
  void valuesThatTheServerWouldDropOrShift() {
    assertThat(refused(ORDER_UPDATE, Arrays.asList("a", null, " ")))
        .hasMessageContaining("processed_params.2: found nothing")
        .hasMessageContaining("processed_params.3: found blank text");
    refused(ORDER_UPDATE, Map.of("name", ""));
  }

  @Test
  void aMissingLanguage() {
    assertThat(refused(TEMPLATE_TO_141 + "&templateName=order_update", List.of()))
        .hasMessageContaining("template_params.language: found nothing");
  }

  @Test
  void bodiesThatAreNone() {
    for (Object body : List.of("canary, no JSON", "[]", 42, List.of("a"), new byte[0])) {
      assertThat(refused(TEMPLATE_TO_141, body)).hasMessageNotContaining("canary").hasNoCause();
    }
    refused(TEMPLATE_TO_141, null);
    refused(ORDER_UPDATE, "\"canary\"");
  }

  @Test
  void aRefusalOfTheServerQuotesNoValue() throws Exception {
    try (var server =
        SocketServer.start(
            connection -> {
              connection.readRequest();
              connection.write(
                  "HTTP/1.1 422 Unprocessable\r\nContent-Length: 39\r\n\r\n"
                      + "{\"error\":\"John Canary Miller is wrong\"}");
            })) {
      Exchange exchange =
          send(ORDER_UPDATE + "&baseUrl=" + server.url(), List.of("John Canary Miller"));

      assertThat(exchange.getException()).hasMessageContaining("422: its words are left out");
    }
  }

  /** A note meant for the agents must never reach the customer. */
  @Test
  void aTemplateIsNoNote() {
    assertThat(refused(ORDER_UPDATE + "&private=true", Map.of()))
        .hasMessageContaining("private: found true; it takes false or nothing with op=template");
    for (Object flag : List.of(true, "true", "perhaps")) {
      Exchange exchange = send(ORDER_UPDATE, message(), Map.of(LiveDeskConstants.PRIVATE, flag));
      failure(LiveDeskRequestException.class, exchange);
    }
    assertThat(livedesk.requests()).isEmpty();

    sent(ORDER_UPDATE + "&private=false", Map.of());
  }

  @Test
  void aTemplateIsNoReply() {
    refused(ORDER_UPDATE + "&inReplyTo=29", Map.of());
    Map<String, Object> reply = Map.of(LiveDeskConstants.IN_REPLY_TO, 29);
    Map<String, Object> attributes =
        Map.of(LiveDeskConstants.CONTENT_ATTRIBUTES, Map.of("in_reply_to", 29));

    for (Map<String, Object> headers : List.of(reply, attributes)) {
      failure(LiveDeskRequestException.class, send(TO_141, message(), headers));
    }
    assertThat(livedesk.requests()).isEmpty();
  }

  @Test
  void headersChangeAWholeMessage() {
    Map<String, Object> headers =
        Map.of(
            LiveDeskConstants.TEMPLATE_NAME, "other",
            LiveDeskConstants.TEMPLATE_LANGUAGE, "zh_TW",
            LiveDeskConstants.CONTENT, "by header");

    sent(TO_141 + "&content=by option&templateLanguage=de", message(), headers);

    assertThat(arrived().content()).isEqualTo("by header");
    assertThat(arrived().templateParams())
        .containsEntry("name", "other")
        .containsEntry("language", "zh_TW")
        .containsEntry("processed_params", Map.of("1", "John", "2", "shipped"));
  }

  @Test
  void optionsCompleteAWholeMessage() {
    Map<String, Object> open = Map.of("template_params", Map.of("name", "order_update"));

    sent(TEMPLATE_TO_141 + "&content=by option&templateLanguage=de&templateCategory=UTILITY", open);
    assertThat(arrived().content()).isEqualTo("by option");
    assertThat(arrived().templateParams())
        .isEqualTo(Map.of("name", "order_update", "language", "de", "category", "UTILITY"));

    sent(TO_141 + "&content=by option&templateLanguage=de", message());
    assertThat(arrived().content()).isEqualTo("Hi John, your order was shipped");
    assertThat(arrived().templateParams()).containsEntry("language", "en_US");
  }
}
