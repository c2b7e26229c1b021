// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.operation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.NullNode;
import io.github.livedesk.camel.model.failure.LiveDeskRequestException;
import io.github.livedesk.camel.simulator.LiveDeskSimulator;
import io.github.livedesk.camel.testing.SimulatorTestSupport;
import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** JSON as body of a template: all of it is sent, as it was written, or nothing. */
class TemplateJsonTest extends SimulatorTestSupport {

  private static final String TEMPLATE_TO_141 = TO_141 + "&op=template";
  private static final String ORDER_UPDATE =
      TEMPLATE_TO_141 + "&templateName=order_update&templateLanguage=en_US";
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  TemplateJsonTest(LiveDeskSimulator livedesk) {
    super(livedesk);
  }

  private LiveDeskRequestException refused(String uri, Object body) {
    var failure = failure(LiveDeskRequestException.class, uri, body);
    assertThat(livedesk.requests()).isEmpty();
    assertThat(failure).hasMessageNotContaining("canary").hasNoCause();
    return failure;
  }

  private Object valuesOf(Object body) {
    sent(ORDER_UPDATE, body);
    return livedesk.messages("141").get(0).templateParams().get("processed_params");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[\"canary\"]\n[\"b\"]",
        "[\"canary\"][\"b\"]",
        "{\"1\":\"canary\"}{\"1\":\"b\"}",
        "{\"1\":\"canary\"}\n{\"1\":\"b\"}\n",
        "[\"canary\"] x",
        "[\"canary\"],",
        "[\"canary\"]]",
        "[\"canary\"] null",
        "[\"canary\"]\0",
        "[\"canary\"] // canary"
      })
  void oneValueAlone(String body) {
    assertThat(refused(ORDER_UPDATE, body))
        .hasMessageContaining("body: found more after the first JSON value at line ")
        .hasMessageContaining("; it takes one JSON value alone");
  }

  @Test
  void blanksAfterTheValue() {
    assertThat(valuesOf(" [\"a\"] \r\n\t\n")).isEqualTo(Map.of("1", "a"));
  }

  @Test
  void saysWhereTheSecondValueIs() {
    assertThat(refused(ORDER_UPDATE, "[\"a\"]\n\n  [\"b\"]"))
        .hasMessageContaining("at line 3, column ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"canary", "[\"canary\"", "{canary: 1}", "[canary]", "[NaN]", "\u200B", "[\uFEFF]"})
  void textThatIsNoJson(String body) {
    assertThat(refused(ORDER_UPDATE, body))
        .hasMessageContaining("body: found text that is no JSON at line 1, column ");
  }

  /** The mark tells how bytes are to be read; a text that has it still is the text behind it. */
  @Test
  void aByteOrderMarkIsNoPartOfTheJson() {
    for (Object body :
        List.of(
            "\uFEFF[\"a\"]",
            "\uFEFF [\"a\"]\n",
            CharBuffer.wrap("\uFEFF[\"a\"]"),
            new StringReader("\uFEFF[\"a\"]"),
            "\uFEFF[\"a\"]".getBytes(StandardCharsets.UTF_8))) {
      livedesk.reset();
      assertThat(valuesOf(body)).isEqualTo(Map.of("1", "a"));
    }
    livedesk.reset();
    for (String empty : List.of("\uFEFF[]", "\uFEFF{}", "\uFEFF")) {
      sent(ORDER_UPDATE, empty);
    }
    livedesk.reset();
    assertThat(refused(ORDER_UPDATE, "\uFEFF\uFEFF[]"))
        .hasMessageContaining("body: found text that is no JSON at line 1, column ");
  }

  /** It is JSON, and longer than the reader of JSON takes. */
  @Test
  void jsonBeyondTheLimitsOfItsReader() {
    for (String body :
        List.of(
            "{\"" + "canary".repeat(10_000) + "\":\"a\"}",
            "{\"1\":{\"" + "n".repeat(50_001) + "\":1}}")) {
      assertThat(refused(ORDER_UPDATE, body))
          .hasMessageContaining("body: found JSON with a name of more than 50000 characters")
          .hasMessageContaining("; it takes JSON with shorter ones");
    }
    String text = "canary ".repeat(3_000_000);
    for (String body : List.of("[\"" + text + "\"]", "{\"1\":\"" + text + "\"}")) {
      assertThat(refused(ORDER_UPDATE, body))
          .hasMessageContaining("body: found JSON with a text of more than 20000000 characters");
    }
  }

  @Test
  void bytesThatAreNoText() {
    for (Object body :
        List.of(
            new byte[] {(byte) 0xFF, 0, 1},
            new ByteArrayInputStream("[\"\u00e9\"]".getBytes(StandardCharsets.ISO_8859_1)),
            "%PDF-1.4 canary".getBytes(StandardCharsets.UTF_8))) {
      assertThat(refused(ORDER_UPDATE, body))
          .hasMessageContaining(
              "body: found bytes that are no text; it takes a text in UTF-8, or in the charset that"
                  + " the exchange property CamelCharsetName names")
          .hasMessageNotContaining("op=attachment");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "{'1':'canary','1':'b'} | found '1' twice in one object at line 1, column ",
        "{'name':'a','name':'canary'} | found 'name' twice in one object",
        "{'canary@example.com':'a','canary@example.com':'a'} | found another name twice in one object",
        "{'a':'x','\\u0061':'y'} | found 'a' twice",
        "{'template_params':{'language':'a','language':'b'}} | found 'language' twice",
      })
  void eachNameOnce(String body, String message) {
    assertThat(refused(ORDER_UPDATE, body.replace('\'', '"')))
        .hasMessageContaining("body: " + message)
        .hasMessageContaining("; it takes JSON that has each name once");
  }

  @ParameterizedTest
  @CsvSource({
    "1250.00, 1250.00",
    "12345678901234567890, 12345678901234567890",
    "-12345678901234567890.10, -12345678901234567890.10",
    "0.10, 0.10",
    "3.0, 3.0",
    "1e3, 1000",
    "1.5E+3, 1500",
    "1E-2, 0.01",
    "7, 7",
    "0, 0",
    "true, true"
  })
  void numbersGoOutAsTheyWereWritten(String written, String sent) {
    assertThat(valuesOf("[" + written + "]")).isEqualTo(Map.of("1", sent));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"1E+999999999", "1e-999999999", "1E100", "1E99999999999", "-1E-99999999999"})
  void numbersThatWouldFillMemory(String number) {
    assertThat(refused(ORDER_UPDATE, "[" + number + "]"))
        .hasMessageContaining("found a number of more than 100 digits");
  }

  @Test
  void aNumberOfAMillionDigits() {
    assertThat(refused(ORDER_UPDATE, "[" + "9".repeat(1_000_000) + "]"))
        .hasMessageContaining("body: found a number of more than 100 digits at line 1, column ");
    assertThat(refused(ORDER_UPDATE, "[0." + "9".repeat(500) + "]"))
        .hasMessageContaining("processed_params.1: found a number of more than 100 digits");
  }

  @Test
  void treesKeepTheirNumbers() throws Exception {
    JsonMapper exact =
        JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();
    assertThat(valuesOf(exact.readTree("[1250.00, 1e3, 12345678901234567890, 3.0]")))
        .isEqualTo(Map.of("1", "1250.00", "2", "1000", "3", "12345678901234567890", "4", "3.0"));
  }

  @Test
  void everyNodeOfATree() {
    JsonNode values =
        NODES
            .arrayNode()
            .add(NODES.numberNode(1250.5))
            .add(NODES.numberNode(0.1f))
            .add(NODES.numberNode((short) 7))
            .add(NODES.booleanNode(true))
            .add(NODES.pojoNode(new BigDecimal("1.50")))
            .add("text");
    assertThat(valuesOf(values))
        .isEqualTo(
            Map.of("1", "1250.5", "2", "0.1", "3", "7", "4", "true", "5", "1.50", "6", "text"));

    livedesk.reset();
    for (JsonNode none :
        List.of(
            NODES.numberNode(new BigDecimal("1E+999999999")),
            NODES.numberNode(BigInteger.ONE.shiftLeft(50_000_000)),
            NODES.numberNode(Double.NaN),
            NODES.nullNode(),
            NODES.binaryNode(new byte[] {1}),
            NODES.pojoNode(new StringBuilder().getClass()))) {
      assertThat(refused(ORDER_UPDATE, NODES.arrayNode().add(none)))
          .hasMessageContaining("template_params.processed_params.1: found ");
    }
  }

  @Test
  void nestedWithoutEnd() {
    assertThat(refused(ORDER_UPDATE, "[".repeat(500) + "]".repeat(500)))
        .hasMessageContaining("body: found JSON of more than 100 levels");
    var loop = NODES.objectNode();
    loop.set("loop", loop);
    assertThat(refused(ORDER_UPDATE, loop))
        .hasMessageContaining("body: found JSON of more than 100 levels");
  }

  @Test
  void aNumberIsNoIndexWhereItHasAPoint() {
    String message =
        """
        {"content": "c", "template_params": {"name": "n", "language": "en",
          "header_params": {"type": "location", "location": {"latitude": 37.77490, "longitude": -1e1}},
          "button_params": [{"index": %s, "sub_type": "url", "text": "x"}]}}
        """;
    sent(TEMPLATE_TO_141, message.formatted("0"));
    assertThat(new String(livedesk.requests().get(0).body(), StandardCharsets.UTF_8))
        .contains("\"latitude\":37.77490", "\"index\":0");

    livedesk.reset();
    assertThat(refused(TEMPLATE_TO_141, message.formatted("0.0")))
        .hasMessageContaining("button_params[0].index: found a java.math.BigDecimal");
  }

  @Test
  void saysThatTheTemplatesNameIsMissing() {
    var bodies = new LinkedHashMap<Object, String>();
    bodies.put(List.of("canary"), "a List");
    bodies.put(new ArrayList<>(List.of("canary")), "a List");
    bodies.put("[\"canary\"]", "a List");
    bodies.put("\"canary\"", "a String");
    bodies.put(Set.of("canary"), "a Set");
    bodies.put(42, "a java.lang.Integer");
    bodies.put("42", "a java.lang.Integer");
    bodies.put(Map.of("1", "canary"), "a Map without template_params");
    bodies.put("{}", "a Map without template_params");
    bodies.put("{\"content\":\"canary\"}", "a Map without template_params");
    bodies.put(new TreeMap<>(Map.of(1, "canary")), "a Map without template_params");
    bodies.put(new HashMap<>(), "a Map without template_params");
    bodies.put("null", "nothing");
    bodies.put(" ", "nothing");
    bodies.put(NullNode.getInstance(), "nothing");
    bodies.put(MissingNode.getInstance(), "nothing");
    bodies.put(NODES.arrayNode(), "a List");
    bodies.forEach(
        (body, found) ->
            assertThat(refused(TEMPLATE_TO_141, body))
                .hasMessageContaining(
                    "body: found "
                        + found
                        + ", and templateName is missing; it takes a whole message with"
                        + " template_params; or values, with the template's name as option"
                        + " templateName or as header CamelLiveDeskTemplateName"));
    assertThat(refused(TEMPLATE_TO_141, null)).hasMessageContaining("body: found nothing, and");
  }

  @Test
  void aBodyThatIsNoValues() {
    assertThat(refused(ORDER_UPDATE, Set.of("canary")))
        .hasMessageContaining("body: found a Set; it");
    assertThat(refused(ORDER_UPDATE, "7")).hasMessageContaining("body: found a java.lang.Integer;");
  }

  @Test
  void aListOfFaultsHasAnEnd() {
    var failure = refused(ORDER_UPDATE, Arrays.asList(new Object[3000]));

    assertThat(failure.getFaults()).hasSize(100);
    assertThat(failure)
        .hasMessageContaining("processed_params.10: found nothing")
        .hasMessageNotContaining("processed_params.11: found")
        .hasMessageContaining("; and 2,990 more faults");
    assertThat(refused(ORDER_UPDATE, Arrays.asList(new Object[11])))
        .hasMessageContaining("; and 1 more fault")
        .hasMessageNotContaining("faults");
    assertThat(refused(ORDER_UPDATE, Arrays.asList(new Object[10])))
        .hasMessageNotContaining("more fault");
  }
}
