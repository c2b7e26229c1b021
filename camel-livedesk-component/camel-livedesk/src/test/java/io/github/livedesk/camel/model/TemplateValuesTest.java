// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.livedesk.camel.model.failure.FieldError;
import io.github.livedesk.camel.model.failure.FieldErrors;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What WhatsApp or the server would refuse, drop or change is refused here, wherever it stands. */
class TemplateValuesTest {

  private static final String BODY = "template_params.processed_params";
  private static final String LINE =
      "; it takes text without line breaks, tabs and more than four blanks in a row";

  private static Map<String, Object> message(Map<String, Object> params) {
    var all = new LinkedHashMap<String, Object>();
    all.put("name", "n");
    all.put("language", "en");
    all.putAll(params);
    return Map.of("content", "c", "template_params", all);
  }

  private static Map<String, Object> body(Map<String, Object> values) {
    return message(Map.of("processed_params", values));
  }

  private static List<String> faults(Map<String, Object> message) {
    var faults = new FieldErrors();
    TemplateMessage.of(message, faults);
    return faults.first().stream().map(FieldError::toString).toList();
  }

  private static Object sent(Object value) {
    Map<String, Object> message = TemplateMessage.of(body(Map.of("1", value))).toMap();
    return ((Map<?, ?>) ((Map<?, ?>) message.get("template_params")).get("processed_params"))
        .get("1");
  }

  /** Every place of a value, by the name of its field. */
  static Stream<Arguments> places() {
    return Stream.of(
        Arguments.of(BODY + ".1", place("processed_params", "1")),
        Arguments.of(BODY + ".customer", place("processed_params", "customer")),
        Arguments.of(
            "template_params.header_params.text_variables.1",
            place("header_params", "type", "text", "text_variables", Map.of("1", "@"))),
        Arguments.of(
            "template_params.footer_params.text_variables.1",
            place("footer_params", "text_variables", Map.of("1", "@"))),
        Arguments.of(
            "template_params.button_params[0].text",
            place("button_params", List.of(Map.of("index", 0, "sub_type", "url", "text", "@")))),
        Arguments.of(
            "template_params.button_params[0].payload",
            place(
                "button_params",
                List.of(Map.of("index", 0, "sub_type", "quick_reply", "payload", "@")))));
  }

  private static Map<String, Object> place(String part, String key) {
    return Map.of(part, Map.of(key, "@"));
  }

  private static Map<String, Object> place(String part, Object value) {
    return Map.of(part, value);
  }

  private static Map<String, Object> place(String part, Object... namesAndValues) {
    var object = new LinkedHashMap<String, Object>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      object.put(namesAndValues[i].toString(), namesAndValues[i + 1]);
    }
    return Map.of(part, object);
  }

  private static Object with(Object json, String value) {
    if (json instanceof Map<?, ?> map) {
      var copy = new LinkedHashMap<String, Object>();
      map.forEach((name, item) -> copy.put(name.toString(), with(item, value)));
      return copy;
    }
    if (json instanceof List<?> list) {
      return list.stream().map(item -> with(item, value)).toList();
    }
    return "@".equals(json) ? value : json;
  }

  @SuppressWarnings("unchecked") // a map comes back as one with text as keys
  private static List<String> faultsOf(Map<String, Object> place, String value) {
    return faults(message((Map<String, Object>) with(place, value)));
  }

  @ParameterizedTest
  @MethodSource("places")
  void whatWhatsAppRefuses(String field, Map<String, Object> place) {
    for (String lineBreak :
        List.of("\n", "\r", "\r\n", "\u0085", "\u2028", "\u2029", "\13", "\f")) {
      assertThat(faultsOf(place, "canary line" + lineBreak + "x"))
          .containsExactly(field + ": found a line break at position 12" + LINE);
    }
    assertThat(faultsOf(place, "a\tb"))
        .containsExactly(field + ": found a tab at position 2" + LINE);
    for (String blanks : List.of("     ", "      ", "  \u00A0  ", "\u3000".repeat(5))) {
      assertThat(faultsOf(place, "ab" + blanks + "c"))
          .containsExactly(field + ": found more than four blanks in a row at position 3" + LINE);
    }
  }

  @ParameterizedTest
  @MethodSource("places")
  void whatTheServerRefuses(String field, Map<String, Object> place) {
    assertThat(faultsOf(place, "ab\0"))
        .containsExactly(
            field + ": found a NUL character at position 3; it takes text without NUL");
    assertThat(faultsOf(place, "\0"))
        .containsExactly(
            field + ": found a NUL character at position 1; it takes text without NUL");
    assertThat(faultsOf(place, "a\uD83D"))
        .containsExactly(field + ": found half a character at position 2; it takes valid Unicode");
  }

  @ParameterizedTest
  @MethodSource("places")
  void whatNobodyCanSee(String field, Map<String, Object> place) {
    for (String blank :
        List.of(
            "",
            "\u00A0",
            "\u200B",
            "\uFEFF",
            "\u2060",
            "\u3000",
            "\u2800",
            "\u3164",
            "\u00AD \n")) {
      assertThat(faultsOf(place, blank))
          .containsExactly(field + ": found blank text; it takes text that is not blank");
    }
  }

  @ParameterizedTest
  @MethodSource("places")
  void whatWhatsAppTakes(String field, Map<String, Object> place) {
    for (String text : List.of("a    b", " a ", "a    b    c", "👨‍👩‍👧 é", "\u200Bx")) {
      assertThat(faultsOf(place, text)).as(field).isEmpty();
    }
  }

  @Test
  void theChatsTextMayHaveLines() {
    var message = new LinkedHashMap<>(message(Map.of()));
    message.put("content", "two\nlines\tand      blanks");
    assertThat(faults(message)).isEmpty();

    message.put("content", "a\0");
    assertThat(faults(message)).singleElement().asString().startsWith("content: found a NUL");
    message.put("content", "\u2800");
    assertThat(faults(message)).singleElement().asString().startsWith("content: found blank text");
  }

  @ParameterizedTest
  @ValueSource(strings = {"name", "language", "category", "namespace"})
  void codesAreTakenWithoutBlanksAroundThem(String field) {
    for (String text : List.of(" en_US", "en_US ", "\uFEFFen_US", "en_US\n", "en_US\u00A0")) {
      assertThat(faults(message(Map.of(field, text))))
          .containsExactly(
              "template_params."
                  + field
                  + ": found text with blanks around it; it takes text without blanks around it");
    }
    assertThat(faults(message(Map.of(field, "\0"))))
        .singleElement()
        .asString()
        .startsWith("template_params." + field + ": found a NUL character at position 1");
  }

  @Test
  void otherTextsOfATemplate() {
    Map<String, Object> location =
        Map.of("latitude", 1, "longitude", 2, "name", "\0", "address", "\u200B");
    Map<String, Object> document =
        Map.of("type", "document", "media_url", "https://example.com/a", "filename", "a\0.pdf");
    assertThat(
            faults(
                message(Map.of("header_params", Map.of("type", "location", "location", location)))))
        .satisfiesExactlyInAnyOrder(
            it -> assertThat(it).contains("location.name: found a NUL"),
            it -> assertThat(it).contains("location.address: found blank text"));
    assertThat(faults(message(Map.of("header_params", document))))
        .singleElement()
        .asString()
        .contains("filename: found a NUL character at position 2");
  }

  /** In the body, the header and the footer alike. */
  private static void assertNames(Map<String, Object> values, String... found) {
    Map<String, Object> params =
        Map.of(
            "processed_params",
            values,
            "header_params",
            Map.of("type", "text", "text_variables", values),
            "footer_params",
            Map.of("text_variables", values));
    List<String> faults = faults(message(params));
    var expected = new ArrayList<String>();
    for (String field :
        List.of(
            BODY,
            "template_params.header_params.text_variables",
            "template_params.footer_params.text_variables")) {
      for (String it : found) {
        expected.add(field + ": found " + it);
      }
    }
    assertThat(faults.stream().map(it -> it.replaceFirst("; it takes.*", "")))
        .containsExactlyElementsOf(expected);
  }

  @Test
  void positionsHaveNoGaps() {
    assertNames(values("1", "3"), "position 3 where 2 is due");
    assertNames(values("2"), "position 2 where 1 is due");
    assertNames(values("0"), "position 0 where 1 is due");
    assertNames(values("0", "1"), "position 0 where 1 is due");
    assertNames(values("1", "00012345"), "a position of 5 digits");
    assertNames(values("9".repeat(1000)), "a position of 1000 digits");
    assertNames(values("1", "001"), "position 1 twice");
    assertNames(values("1", "name"), "names and positions");
    assertNames(values("2", "1"));
  }

  @Test
  void namesHaveNoBlanksAroundThem() {
    assertNames(values(" 1", "1"), "'1' with blanks around it");
    assertNames(values("name ", "name"), "'name' with blanks around it");
    assertNames(values("\uFEFFname"), "'name' with blanks around it");
    assertNames(values("name\u00A0"), "'name' with blanks around it");
    assertNames(values(" Ann Lee"), "another name with blanks around it");
    assertNames(values("\u200B"), "a blank name");
    assertNames(values(""), "a blank name");
  }

  @Test
  void namesAreTextThatCanBeSent() {
    assertNames(values("na\0me"), "a NUL character at position 3 in a name");
    assertNames(values("\0"), "a NUL character at position 1 in a name");
    assertNames(values("name\uDE00"), "half a character at position 5 in a name");
    assertNames(values("姓名"));
  }

  private static Map<String, Object> values(String... names) {
    var values = new LinkedHashMap<String, Object>();
    for (String name : names) {
      values.put(name, "canary");
    }
    return values;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "+1",
        "-1",
        "1.0",
        "1.",
        "#1",
        "$1",
        "{{1}}",
        "(1)",
        "1,",
        "1_",
        "[0]",
        "1-2",
        "\u0661",
        "\uFF11",
        "\u0967",
        "\u00B9",
        "\u2460",
        "\u2163",
        "\u00BD",
        "1\uFE0F\u20E3",
        "\uD835\uDFCF",
        "1 2"
      })
  void namesThatAreMeantAsPositions(String name) {
    assertThat(faults(body(Map.of(name, "canary"))))
        .containsExactly(
            BODY
                + ": found a name of digits and signs alone; it takes names with a letter;"
                + " positions are 1, 2, 3");
    for (Map<String, Object> message :
        List.of(
            message(
                Map.of("header_params", Map.of("type", "text", "text_variables", values(name)))),
            message(Map.of("footer_params", Map.of("text_variables", values(name)))))) {
      assertThat(faults(message))
          .singleElement()
          .asString()
          .contains("text_variables: found a name of digits and signs alone");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"x1", "1st", "a.1", "_", "-", "\u4E00", "n\u00B9", "+886912345678", "A"})
  void namesThatAreNames(String name) {
    assertThat(faults(body(Map.of(name, "x")))).isEmpty();
  }

  /** Nothing walks through what is no value: neither for ever, nor until the stack is full. */
  @Test
  void whatContainsItself() {
    var map = new LinkedHashMap<String, Object>();
    map.put("1", map);
    var list = new ArrayList<>();
    list.add(list);
    Object deep = "canary";
    for (int i = 0; i < 20_000; i++) {
      deep = i % 2 == 0 ? List.of(deep) : Map.of("1", deep);
    }
    for (Object odd : List.of(map, list, deep)) {
      for (String part :
          List.of(
              "name",
              "language",
              "processed_params",
              "header_params",
              "footer_params",
              "button_params")) {
        assertThat(faults(message(Map.of(part, odd)))).as(part).isNotEmpty();
      }
      assertThat(faults(body(Map.of("1", odd))))
          .singleElement()
          .asString()
          .startsWith(BODY + ".1: found a ");
      assertThat(faults(Map.of("content", odd, "template_params", odd))).isNotEmpty();
      assertThat(faults(message(Map.of("header_params", Map.of("type", odd))))).isNotEmpty();
      assertThat(faults(message(Map.of("button_params", List.of(Map.of("index", odd))))))
          .isNotEmpty();
    }
  }

  /** A name may be a customer's phone number or address. */
  @Test
  void aNameThatMayBeAnythingIsNotShown() {
    var values = new LinkedHashMap<String, Object>();
    values.put("first_name", "x");
    values.put("ann@example.com", " ");
    values.put("+886912345678", null);
    assertThat(faults(body(values)))
        .containsExactly(
            BODY + ", name 2: found blank text; it takes text that is not blank",
            BODY + ", name 3: found nothing; it takes text that is not blank");
  }

  @Test
  void namesThatAreNoText() {
    var values = new LinkedHashMap<Object, Object>();
    values.put(1, "a");
    assertThat(faults(message(Map.of("processed_params", values))))
        .containsExactly(BODY + ": found a name that is no text; it takes names that are text");
  }

  @Test
  void numbersKeepTheirDigits() {
    assertThat(sent(new BigDecimal("1250.00"))).isEqualTo("1250.00");
    assertThat(sent(new BigDecimal("1E+3"))).isEqualTo("1000");
    assertThat(sent(new BigDecimal("-1.50E-3"))).isEqualTo("-0.00150");
    assertThat(sent(new BigDecimal("0E+999999999"))).isEqualTo("0");
    assertThat(sent(new BigInteger("12345678901234567890"))).isEqualTo("12345678901234567890");
    assertThat(sent(3.0)).isEqualTo("3.0");
    assertThat(sent(1e7)).isEqualTo("10000000");
    assertThat(sent(0.1f)).isEqualTo("0.1");
    assertThat(sent(1e-7)).isEqualTo("0.00000010");
    assertThat(sent((byte) 7)).isEqualTo("7");
    assertThat(sent(new AtomicLong(-8))).isEqualTo("-8");
    assertThat(sent(Number.class.cast(number("12.50")))).isEqualTo("12.50");
    assertThat(sent(new BigDecimal("9".repeat(100)))).isEqualTo("9".repeat(100));
    assertThat(sent(new BigDecimal("1E+99"))).isEqualTo("1" + "0".repeat(99));
    assertThat(sent(new BigDecimal("1E-99"))).isEqualTo("0." + "0".repeat(98) + "1");
  }

  @Test
  void numbersThatWouldFillThePage() {
    for (Number number :
        List.of(
            new BigDecimal("1E+999999999"),
            new BigDecimal("-1E-999999999"),
            new BigDecimal("0E-999999999"),
            new BigDecimal("1E+100"),
            new BigDecimal("1E-100"),
            new BigDecimal("9".repeat(101)),
            BigInteger.TEN.pow(100),
            BigInteger.ONE.shiftLeft(50_000_000),
            new BigDecimal(BigInteger.ONE.shiftLeft(50_000_000), 3),
            1e300,
            Double.MIN_VALUE,
            number("1E+999999999"),
            number("1".repeat(1_000_000)))) {
      assertThat(faults(body(Map.of("1", number))))
          .containsExactly(
              BODY
                  + ".1: found a number of more than 100 digits; it takes a number that has at most"
                  + " 100 digits without exponent");
    }
  }

  @Test
  void numbersThatAreNone() {
    for (Number number :
        List.of(
            Double.NaN,
            Float.NEGATIVE_INFINITY,
            number("canary"),
            number("1 / 2"),
            number(""),
            number(null),
            number("12 "),
            number("1E99999999999"))) {
      assertThat(faults(body(Map.of("1", number))))
          .singleElement()
          .asString()
          .startsWith(BODY + ".1: found no finite number; it takes a number that has");
    }
  }

  private static Number number(String text) {
    return new Number() {
      @Override
      public int intValue() {
        return 1;
      }

      @Override
      public long longValue() {
        return 1;
      }

      @Override
      public float floatValue() {
        return 1;
      }

      @Override
      public double doubleValue() {
        return 1;
      }

      @Override
      public String toString() {
        return text;
      }
    };
  }

  /** Whatever class of Number they are, JSON has a number of their digits. */
  @Test
  void degreesAreNumbersOfTheirDigits() {
    assertThat(latitude(number("1.50"))).isEqualTo(new BigDecimal("1.50"));
    assertThat(latitude(37.7749)).isEqualTo(37.7749);
    assertThat(latitude(new BigDecimal("1E+1"))).isEqualTo(new BigDecimal("1E+1"));
    for (Object none : List.of(number("\"x\""), Double.NaN, new BigDecimal("1E+999999999"), "1")) {
      assertThat(faults(location(none)))
          .singleElement()
          .asString()
          .startsWith("template_params.header_params.location.latitude: found ");
    }
    assertThat(faults(location(new BigDecimal("90.01"))))
        .singleElement()
        .asString()
        .contains("range");
  }

  private static Object latitude(Number number) {
    var params = (Map<?, ?>) TemplateMessage.of(location(number)).toMap().get("template_params");
    return ((Map<?, ?>) ((Map<?, ?>) params.get("header_params")).get("location")).get("latitude");
  }

  private static Map<String, Object> location(Object latitude) {
    Map<String, Object> location = Map.of("latitude", latitude, "longitude", 2);
    return message(Map.of("header_params", Map.of("type", "location", "location", location)));
  }
}
