// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.dynamic;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.livedesk.camel.model.failure.LiveDeskRequestException;
import io.github.livedesk.camel.simulator.LiveDeskSimulator;
import java.util.Map;
import java.util.Properties;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Camel below 4.22 replaces property placeholders in what {@code toD} has evaluated. What the
 * component can read again is sent as it was.
 */
class DynamicPlaceholderTest extends DynamicTestSupport {

  private static final byte[] FILE = "a file".getBytes(UTF_8);
  private static final String SECRET = "canary-secret";

  DynamicPlaceholderTest(LiveDeskSimulator livedesk) {
    super(livedesk);
  }

  @Override
  protected CamelContext createCamelContext() throws Exception {
    CamelContext context = super.createCamelContext();
    Properties properties = new Properties();
    properties.setProperty("camel.component.livedesk.secret-key", SECRET);
    properties.setProperty("id", "141");
    properties.setProperty("time", "1m");
    properties.setProperty("two", "142&private=true");
    context.getPropertiesComponent().setOverrideProperties(properties);
    return context;
  }

  /** Values that a bean gives can't be read a second time. */
  public static String textOf(Exchange exchange) {
    return exchange.getMessage().getHeader("text", String.class);
  }

  private LiveDeskRequestException refused(String options, Map<String, Object> headers)
      throws Exception {
    Exchange exchange = sendTo("livedesk:messages?" + options, FILE, headers);
    var failure = failure(LiveDeskRequestException.class, exchange);
    assertThat(failure).hasMessageNotContaining(SECRET).hasNoCause();
    assertThat(livedesk.requests()).isEmpty();
    return failure;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "hello {{camel.component.livedesk.secret-key}}",
        "{{camel.component.livedesk.secret-key}}",
        "{{env:HOME}}",
        "{{?x}}",
        "hello {{?x}}",
        "{{?x}} 50% + more",
        "{{id}}{{?x}}{{time}}",
        "{{nothing:a default}}",
      })
  void aTextWithAPlaceholderArrivesAsItIs(String text) throws Exception {
    for (String content : new String[] {"${header.text}", "RAW(${header.text})"}) {
      for (String options :
          new String[] {
            "op=attachment&conversationId=141&content=" + content,
            "content=" + content + "&op=attachment&conversationId=${header.id}",
            "op=attachment&conversationId=${header.id}&content=" + content + "&private=${header.no}"
          }) {
        livedesk.reset();
        Exchange exchange =
            sendTo(
                "livedesk:messages?" + options, FILE, Map.of("text", text, "id", 141, "no", false));

        assertThat(exchange.getException()).isNull();
        assertThat(livedesk.conversation(141).texts()).containsExactly(text);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"{{id}}", "{{?x}}", "{{two}}", "{{?id}}", "{{env:HOME}}", "1{{?x}}41"})
  void anIdIsNoPlaceholder(String id) throws Exception {
    refused("conversationId=${header.id}", Map.of("id", id));
    refused("conversationId=${header.id}&op=attachment", Map.of("id", id));
    refused("conversationId=RAW(${header.id})", Map.of("id", id));
    refused("op=retry&conversationId=141&messageId=${header.id}", Map.of("id", id));
    refused("conversationId=141&private=${header.id}", Map.of("id", id));
    refused("conversationId=141&inReplyTo=${header.id}&op=attachment", Map.of("id", id));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{{time}}", "{{?x}}", "1{{?x}}m", "{{x:1m&baseUrl=http://localhost}}"})
  void anOptionThatStaysInTheUriIsNoPlaceholder(String time) throws Exception {
    refused("conversationId=141&totalTimeout=${header.time}", Map.of("time", time));
    refused("totalTimeout=${header.time}&conversationId=141", Map.of("time", time));
    refused("totalTimeout=RAW(${header.time})&conversationId=141", Map.of("time", time));
  }

  @Test
  void whatCantBeReadAgainIsRefusedWhereCamelLeavesItOut() throws Exception {
    String bean =
        "${bean:type:io.github.livedesk.camel.dynamic.DynamicPlaceholderTest?method=textOf}";

    assertThat(refused("conversationId=" + bean, Map.of("text", "{{?x}}")))
        .hasMessage(
            "send: conversationId: found a property placeholder in its evaluated value; it takes a"
                + " value without; any text as header CamelLiveDeskConversationId (outcome"
                + " NOT_SENT)");
    refused("conversationId=" + bean + "&op=attachment", Map.of("text", "{{?x}}"));
    refused("op=attachment&conversationId=141&content=" + bean, Map.of("text", "{{?x}}"));
    refused("conversationId=141&private=" + bean + "&op=attachment", Map.of("text", "{{?x}}"));
  }

  @Test
  void ofTwoExpressionsOneCantBeReadAgain() throws Exception {
    String bean =
        "${bean:type:io.github.livedesk.camel.dynamic.DynamicPlaceholderTest?method=textOf}";

    refused(
        "op=attachment&conversationId=141&content=${header.other}" + bean,
        Map.of("text", "hello", "other", "{{camel.component.livedesk.secret-key}}"));
  }

  @Test
  void theRoutesOwnPlaceholdersAreResolved() throws Exception {
    Exchange exchange =
        sendTo(
            "livedesk:messages?op=attachment&conversationId={{id}}&totalTimeout={{time}}"
                + "&content={{id}}: ${header.text}",
            FILE,
            Map.of("text", "{{id}}"));

    assertThat(exchange.getException()).isNull();
    assertThat(livedesk.conversation(141).texts()).containsExactly("141: {{id}}");
  }
}
