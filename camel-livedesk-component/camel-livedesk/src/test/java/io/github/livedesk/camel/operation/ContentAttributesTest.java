// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.operation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.livedesk.camel.LiveDeskConstants;
import io.github.livedesk.camel.model.FileContent;
import io.github.livedesk.camel.model.FileMessage;
import io.github.livedesk.camel.model.FilePart;
import io.github.livedesk.camel.model.TextMessage;
import io.github.livedesk.camel.model.failure.LiveDeskRequestException;
import io.github.livedesk.camel.simulator.LiveDeskSimulator;
import io.github.livedesk.camel.testing.SimulatorTestSupport;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.CharBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.DoubleAdder;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Content attributes are JSON, or they are refused with their place. */
class ContentAttributesTest extends SimulatorTestSupport {

  ContentAttributesTest(LiveDeskSimulator livedesk) {
    super(livedesk);
  }

  private static Map<String, Object> loop() {
    var map = new LinkedHashMap<String, Object>();
    map.put("self", map);
    return map;
  }

  private static Map<String, Object> deep(int levels) {
    Object value = "canary";
    for (int i = 1; i < levels; i++) {
      value = i % 2 == 0 ? List.of(value) : Map.of("in", value);
    }
    return Map.of("in", value);
  }

  /** Every way by which attributes get into a send. */
  private List<LiveDeskRequestException> refused(Map<String, Object> attributes) {
    var file = new FilePart(FileContent.of(new byte[] {1}), "a.bin", null);
    Map<String, Object> header = Map.of(LiveDeskConstants.CONTENT_ATTRIBUTES, attributes);
    var failures =
        Stream.of(
                send(TO_141, "text", header),
                send(TO_141 + "&op=attachment", new byte[] {1}, header),
                send(TO_141, Map.of("content", "text", "content_attributes", attributes)),
                send(TO_141, new TextMessage("text", null, attributes)),
                send(TO_141, new FileMessage(List.of(file), null, null, attributes)))
            .map(exchange -> failure(LiveDeskRequestException.class, exchange))
            .toList();
    assertThat(livedesk.requests()).isEmpty();
    assertThat(failures)
        .allSatisfy(
            failure -> {
              assertThat(failure.getField()).isEqualTo("content_attributes");
              assertThat(failure).hasMessageNotContaining("canary").hasNoCause();
            });
    return failures;
  }

  static Stream<Arguments> numbersThatAreNone() {
    return Stream.of(
        Arguments.of(Map.of("price", Double.NaN), "price"),
        Arguments.of(Map.of("price", Float.POSITIVE_INFINITY), "price"),
        Arguments.of(Map.of("a", Map.of("b", Double.NEGATIVE_INFINITY)), "a.b"),
        Arguments.of(Map.of("items", List.of(1, Map.of("price", Float.NaN))), "items[1].price"),
        Arguments.of(Map.of("+49 30 canary", Double.NaN), "name 1"),
        Arguments.of(Map.of("items", List.of(Map.of("a b", Double.NaN))), "items[0], name 1"),
        Arguments.of(Map.of("adder", adder()), "adder"));
  }

  private static Number adder() {
    var adder = new DoubleAdder();
    adder.add(Double.NaN);
    return adder;
  }

  @ParameterizedTest
  @MethodSource("numbersThatAreNone")
  void whatIsNoNumber(Map<String, Object> attributes, String place) {
    assertThat(refused(attributes))
        .allSatisfy(
            failure ->
                assertThat(failure)
                    .hasMessageContaining(
                        "content_attributes: found no finite number at "
                            + place
                            + "; it takes a number"));
  }

  @Test
  void numbersThatWouldFillMemory() {
    for (Number number :
        List.of(
            new BigDecimal("1E+999999999"),
            new BigDecimal("-1E-999999999"),
            BigInteger.ONE.shiftLeft(50_000_000),
            new BigDecimal("9".repeat(101)))) {
      assertThat(refused(Map.of("x", List.of(number))))
          .allSatisfy(
              failure ->
                  assertThat(failure)
                      .hasMessageContaining("found a number of more than 100 digits at x[0]; it"));
    }
  }

  @Test
  void whatIsNoJson() {
    assertThat(refused(Map.of("when", Map.of("x", CharBuffer.wrap("canary")))))
        .allSatisfy(
            failure ->
                assertThat(failure)
                    .hasMessageContaining(
                        "found a value that is a java.nio.StringCharBuffer at when.x; it takes what"
                            + " JSON has"));
  }

  @Test
  void whatContainsItself() {
    var list = new ArrayList<>();
    list.add(list);
    var indirect = new LinkedHashMap<String, Object>();
    indirect.put("list", List.of(1, indirect));
    for (Map<String, Object> attributes :
        List.<Map<String, Object>>of(
            loop(), Map.of("x", list), indirect, deep(101), deep(20_000))) {
      assertThat(refused(attributes))
          .allSatisfy(
              failure ->
                  assertThat(failure)
                      .hasMessageContaining(
                          "content_attributes: found more than 100 levels, or one that contains"
                              + " itself; it takes lists and maps within each other up to that"));
    }
  }

  /** Forty lists, each twice in the next one: a million million values. */
  @Test
  void whatStandsInEachOtherAgainAndAgain() {
    List<Object> list = List.of(1);
    for (int i = 0; i < 40; i++) {
      list = List.of(list, list);
    }
    assertThat(refused(Map.of("x", list)))
        .allSatisfy(
            failure ->
                assertThat(failure)
                    .hasMessageContaining("content_attributes: found more than 100000 values"));
  }

  @Test
  void aTreeThatContainsItself() {
    var loop = JsonNodeFactory.instance.objectNode().put("content", "text");
    loop.set("content_attributes", loop);
    var deep = JsonNodeFactory.instance.objectNode().put("content", "text");
    var inner = deep;
    for (int i = 0; i < 20_000; i++) {
      inner = inner.putObject("content_attributes");
    }
    for (Object body : List.of(loop, deep)) {
      assertThat(failure(LiveDeskRequestException.class, TO_141, body))
          .hasMessageContaining("body: found JSON of more than 100 levels");
    }
    assertThat(livedesk.requests()).isEmpty();
  }

  @Test
  void numbersOfATree() {
    JsonNodeFactory nodes = JsonNodeFactory.instance;
    for (JsonNode number :
        List.of(
            nodes.numberNode(Double.NaN),
            nodes.numberNode(Float.NEGATIVE_INFINITY),
            nodes.numberNode(new BigDecimal("1E+999999999")),
            nodes.numberNode(BigInteger.ONE.shiftLeft(50_000_000)),
            nodes.pojoNode(Double.NaN))) {
      var body = nodes.objectNode().put("content", "text");
      body.putObject("content_attributes").putArray("x").add(number);
      assertThat(failure(LiveDeskRequestException.class, TO_141, body))
          .hasMessageContaining("content_attributes: found ")
          .hasMessageContaining(" at x[0]; it takes a number");
    }
    assertThat(livedesk.requests()).isEmpty();
  }

  @Test
  void whatJsonHas() {
    var attributes = new LinkedHashMap<String, Object>(deep(100));
    attributes.put("text", "客服");
    attributes.put("none", null);
    attributes.put(
        "numbers",
        List.of(
            1,
            2L,
            (short) 3,
            1.5,
            1e300,
            0.1f,
            new BigDecimal("12.50"),
            new BigInteger("12345678901234567890"),
            new AtomicInteger(7)));

    sent(TO_141, "text", Map.of(LiveDeskConstants.CONTENT_ATTRIBUTES, attributes));

    assertThat(new String(livedesk.requests().get(0).body(), UTF_8))
        .contains(
            "\"numbers\":[1,2,3,1.5,1.0E300,0.1,12.50,12345678901234567890,7]", "\"none\":null");
  }

  /** What was checked is what is sent, in a tree too. */
  @Test
  void aTreeKeepsItsNumbers() {
    var body = JsonNodeFactory.instance.objectNode().put("content", "text");
    body.putObject("content_attributes").put("a", 12345678901234567L).put("b", 1.5);

    sent(TO_141, body);

    assertThat(new String(livedesk.requests().get(0).body(), UTF_8))
        .contains("\"a\":12345678901234567", "\"b\":1.5");
  }
}
