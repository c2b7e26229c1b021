// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.livedesk.camel.LiveDeskConstants;
import io.github.livedesk.camel.model.failure.LiveDeskException;
import io.github.livedesk.camel.model.failure.LiveDeskRequestException;
import io.github.livedesk.camel.simulator.DropMoment;
import io.github.livedesk.camel.simulator.LiveDeskSimulator;
import io.github.livedesk.camel.testing.SimulatorTestSupport;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.propagation.ContextPropagators;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.io.File;
import java.util.AbstractMap;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Set;
import java.util.TreeMap;
import org.apache.camel.CamelContext;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.opentelemetry2.OpenTelemetryTracer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A span for each send, which says what became of it and nothing of what was said. */
class TracesTest extends SimulatorTestSupport {

  private static final String TEXT = "canary-text";

  private final InMemorySpanExporter exporter = InMemorySpanExporter.create();
  private final SdkTracerProvider provider =
      SdkTracerProvider.builder().addSpanProcessor(SimpleSpanProcessor.create(exporter)).build();

  TracesTest(LiveDeskSimulator livedesk) {
    super(livedesk);
  }

  @Override
  protected CamelContext createCamelContext() throws Exception {
    CamelContext context = super.createCamelContext();
    context.getRegistry().bind("tracer", provider.get("test"));
    context
        .getRegistry()
        .bind("propagators", ContextPropagators.create(W3CTraceContextPropagator.getInstance()));
    var tracer = new OpenTelemetryTracer();
    tracer.setCamelContext(context);
    tracer.init(context);
    return context;
  }

  @Override
  protected RoutesBuilder createRouteBuilder() {
    return new RouteBuilder() {
      @Override
      public void configure() {
        from("direct:start")
            .to(TO_141 + "&content=" + TEXT + "&maxMessageRetries=0")
            .to("direct:next");
        from("direct:next").log("after");
        from("direct:retry").to("livedesk:messages?op=retry");
        from("direct:reach")
            .to("livedesk:contacts?op=ensure&inboxId=702")
            .to("livedesk:conversations?op=create&inboxId=702")
            .setBody(constant("hello"))
            .to("livedesk:messages")
            .to("livedesk:conversations?op=status&status=resolved");
      }
    };
  }

  @AfterEach
  void closeProvider() {
    provider.close();
  }

  private SpanData span() {
    return spans().get(0);
  }

  private List<SpanData> spans() {
    return exporter.getFinishedSpanItems().stream()
        .filter(span -> span.getName().equals("livedesk"))
        .toList();
  }

  private static Map<String, String> tags(SpanData span) {
    Map<String, String> tags = new TreeMap<>();
    span.getAttributes().asMap().entrySet().stream()
        .filter(tag -> tag.getKey().getKey().matches("(livedesk|http)\\..*"))
        .forEach(
            (Entry<AttributeKey<?>, Object> tag) ->
                tags.put(tag.getKey().getKey(), String.valueOf(tag.getValue())));
    return tags;
  }

  @Test
  void aSendThatWorked() {
    send("direct:start", TEXT, Map.of());

    assertThat(spans()).hasSize(1);
    long id = livedesk.conversation("141").lastMessage().id();
    assertThat(tags(span()))
        .isEqualTo(
            Map.of(
                "livedesk.operation", "text",
                "livedesk.conversation.id", "141",
                "livedesk.message.id", String.valueOf(id),
                "livedesk.message.status", "sent",
                "livedesk.attempts", "1",
                "livedesk.outcome", "ACCEPTED",
                "http.status_code", "200"));
    assertThat(span().getStatus().getStatusCode()).isEqualTo(StatusCode.UNSET);
    Map<AttributeKey<?>, Object> all = span().getAttributes().asMap();
    assertThat(all)
        .containsEntry(AttributeKey.stringKey("component"), "camel-livedesk")
        .containsEntry(AttributeKey.stringKey("url.path"), "messages")
        .containsEntry(AttributeKey.stringKey("server.address"), livedesk.url());
  }

  @Test
  void theStepsToACustomerSayWhatTheyWereAndNothingOfAPerson() {
    send("direct:reach", null, Map.of("CamelLiveDeskContactEmail", "canary-text@x.org"));

    assertThat(spans())
        .extracting(span -> tags(span).get("livedesk.operation"))
        .containsExactly("contacts.ensure", "conversations.create", "text", "conversations.status");
    assertThat(tags(spans().get(0)))
        .isEqualTo(
            Map.of(
                "livedesk.operation", "contacts.ensure",
                "livedesk.attempts", "2",
                "livedesk.outcome", "ACCEPTED",
                "http.status_code", "200"));
    assertThat(tags(spans().get(3))).doesNotContainKey("livedesk.message.id");
    assertThat(spans()).noneMatch(span -> span.toString().contains(TEXT));
  }

  @Test
  void aSendIsAChildOfItsRouteAndTheRouteGoesOn() {
    send("direct:start", "hello", Map.of());

    await().until(() -> exporter.getFinishedSpanItems().size() >= 5);
    assertThat(exporter.getFinishedSpanItems())
        .extracting(SpanData::getTraceId)
        .containsOnly(span().getTraceId());
    assertThat(exporter.getFinishedSpanItems())
        .extracting(SpanData::getSpanId)
        .contains(span().getParentSpanId());
  }

  @Test
  void aSendThatWasRefused() {
    livedesk.conversation("141").answer(429).answer(400);

    send("direct:start", "hello", Map.of());

    assertThat(tags(span()))
        .isEqualTo(
            Map.of(
                "livedesk.operation", "text",
                "livedesk.conversation.id", "141",
                "livedesk.attempts", "2",
                "livedesk.outcome", "REJECTED",
                "http.status_code", "400"));
    assertThat(span().getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
  }

  @Test
  void aSendWhoseOutcomeIsUnknown() {
    livedesk.conversation("141").dropConnection(DropMoment.AFTER_STORING);

    send("direct:start", "hello", Map.of());

    assertThat(tags(span()))
        .containsEntry("livedesk.outcome", "UNKNOWN")
        .doesNotContainKey("http.status_code");
  }

  @Test
  void aMessageThatFailedAndItsRetry() {
    livedesk.conversation("141").failNext(1, "131051: Unsupported message type");

    Map<String, Object> left = send("direct:start", "hello").getMessage().getHeaders();
    String id = String.valueOf(left.get(LiveDeskConstants.MESSAGE_ID));

    assertThat(tags(span()))
        .containsEntry("livedesk.outcome", "ACCEPTED")
        .containsEntry("livedesk.message.status", "failed")
        .containsEntry("livedesk.message.id", id);
    exporter.reset();

    livedesk.conversation("141").answer(400);
    left = send("direct:retry", null, left).getMessage().getHeaders();
    send("direct:retry", null, left);

    assertThat(spans()).hasSize(2);
    assertThat(tags(spans().get(0)))
        .containsEntry("livedesk.operation", "retry")
        .containsEntry("livedesk.conversation.id", "141")
        .containsEntry("livedesk.message.id", id)
        .containsEntry("livedesk.outcome", "REJECTED");
    assertThat(tags(spans().get(1)))
        .containsEntry("livedesk.operation", "retry")
        .containsEntry("livedesk.conversation.id", "141")
        .containsEntry("livedesk.message.id", id)
        .containsEntry("livedesk.outcome", "ACCEPTED");
  }

  /** What an earlier send has left in the headers is not said of this one. */
  @Test
  void badInput() {
    Map<String, Object> left = send("direct:start", "hello").getMessage().getHeaders();
    exporter.reset();
    left.put(LiveDeskConstants.CONVERSATION_ID, TEXT + " that went astray");

    send("direct:start", "hello", left);

    assertThat(tags(span()))
        .isEqualTo(
            Map.of(
                "livedesk.operation", "text",
                "livedesk.attempts", "0",
                "livedesk.outcome", "NOT_SENT"));
    exporter.reset();

    send(TO_141, "hello", Map.of(LiveDeskConstants.OPERATION, TEXT));
    assertThat(tags(span()))
        .isEqualTo(Map.of("livedesk.attempts", "0", "livedesk.outcome", "NOT_SENT"));
  }

  @Test
  void aSendThatBrokeForReasonsOfItsBody() {
    Map<String, Object> left = send("direct:start", "hello").getMessage().getHeaders();
    exporter.reset();
    Map<String, Object> broken =
        new AbstractMap<>() {
          @Override
          public Set<Entry<String, Object>> entrySet() {
            throw new InternalError("of the JVM");
          }
        };

    assertThat(send("direct:start", broken, left).getException())
        .isInstanceOf(LiveDeskException.class)
        .hasRootCauseInstanceOf(InternalError.class);
    assertThat(tags(span()))
        .isEqualTo(
            Map.of(
                "livedesk.operation", "text",
                "livedesk.conversation.id", "141",
                "livedesk.attempts", "0",
                "livedesk.outcome", "NOT_SENT"));
  }

  @Test
  void aSendWhoseHeaderBroke() {
    CharSequence broken =
        new CharSequence() {
          @Override
          public int length() {
            throw new IllegalStateException(TEXT);
          }

          @Override
          public char charAt(int index) {
            throw new IllegalStateException(TEXT);
          }

          @Override
          public CharSequence subSequence(int start, int end) {
            throw new IllegalStateException(TEXT);
          }

          @Override
          public String toString() {
            throw new IllegalStateException(TEXT);
          }
        };

    failure(
        LiveDeskRequestException.class,
        send(TO_141, "hello", Map.of(LiveDeskConstants.OPERATION, broken)));
    assertThat(tags(span()))
        .isEqualTo(
            Map.of(
                "livedesk.attempts", "0",
                "livedesk.outcome", "NOT_SENT"));
  }

  @Test
  void aMessageIdThatIsNone() {
    send(
        "livedesk:messages?op=retry&conversationId=141",
        null,
        Map.of(LiveDeskConstants.MESSAGE_ID, TEXT + " that went astray"));

    assertThat(tags(span()))
        .containsEntry("livedesk.operation", "retry")
        .doesNotContainKey("livedesk.message.id");
  }

  @Test
  void noTextAndNoCredentialIsOnAnySpanOfASend() {
    send("direct:start", TEXT, Map.of(LiveDeskConstants.CONTENT, TEXT));
    livedesk.conversation("141").answer(400);
    send("direct:start", TEXT, Map.of());
    livedesk.conversation("141").failNext(1, TEXT);
    send(TO_141 + "&maxMessageRetries=0&secretKey=" + API_SECRET, TEXT);
    send(TO_141, new File(TEXT));

    assertThat(spans()).hasSize(4);
    assertThat(spans())
        .allSatisfy(
            span ->
                assertThat(span.getName() + span.getAttributes() + span.getEvents())
                    .doesNotContain(TEXT, API_KEY, API_SECRET));
  }
}
