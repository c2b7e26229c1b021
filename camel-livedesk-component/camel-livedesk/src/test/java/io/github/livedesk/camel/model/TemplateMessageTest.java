// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateMessageTest {

  private static final JsonMapper JSON = new JsonMapper();

  /** The example of the API document. */
  private static final String DOCUMENTED =
      """
      {
        "content": "聊天介面顯示文字",
        "message_type": "outgoing",
        "template_params": {
          "name": "order_update",
          "namespace": "optional_namespace",
          "language": "en_US",
          "category": "MARKETING",
          "processed_params": {"1": "John", "2": "已出貨"},
          "header_params": {"type": "text", "text_variables": {"1": "訂單 #456"}},
          "footer_params": {"text_variables": {"1": "Acme Corp"}},
          "button_params": [
            {"index": 0, "sub_type": "url", "text": "track/12345"},
            {"index": 1, "sub_type": "quick_reply", "payload": "OPT_OUT"}
          ]
        }
      }
      """;

  private static TemplateMessage.Builder builder() {
    return TemplateMessage.builder("order_update", "en_US").content("聊天介面顯示文字");
  }

  @Test
  void buildsTheDocumentedExample() throws Exception {
    TemplateMessage message =
        builder()
            .namespace("optional_namespace")
            .category("MARKETING")
            .parameters("John", "已出貨")
            .header(TemplateHeader.text("訂單 #456"))
            .footer("Acme Corp")
            .urlButton("track/12345")
            .quickReplyButton("OPT_OUT")
            .build();

    assertThat(JSON.readTree(JSON.writeValueAsBytes(message))).isEqualTo(JSON.readTree(DOCUMENTED));
    assertThat(JSON.readValue(DOCUMENTED, TemplateMessage.class)).isEqualTo(message);
  }

  @Test
  void buildsEveryDocumentedHeader() throws Exception {
    assertThat(header(TemplateHeader.image("https://example.com/image.jpg")))
        .isEqualTo("{\"type\":\"image\",\"media_url\":\"https://example.com/image.jpg\"}");
    assertThat(header(TemplateHeader.video("https://example.com/video.mp4")))
        .isEqualTo("{\"type\":\"video\",\"media_url\":\"https://example.com/video.mp4\"}");
    assertThat(header(TemplateHeader.document("https://example.com/invoice.pdf", "invoice.pdf")))
        .isEqualTo(
            "{\"type\":\"document\",\"media_url\":\"https://example.com/invoice.pdf\","
                + "\"filename\":\"invoice.pdf\"}");
    assertThat(header(TemplateHeader.location(37.7749, -122.4194, "Acme HQ", "123 Main St")))
        .isEqualTo(
            "{\"type\":\"location\",\"location\":{\"latitude\":37.7749,\"longitude\":-122.4194,"
                + "\"name\":\"Acme HQ\",\"address\":\"123 Main St\"}}");
    assertThat(header(TemplateHeader.location(0, 0)))
        .isEqualTo("{\"type\":\"location\",\"location\":{\"latitude\":0.0,\"longitude\":0.0}}");
  }

  private static String header(TemplateHeader header) throws Exception {
    TemplateMessage message = builder().header(header).build();
    return JSON.readTree(JSON.writeValueAsBytes(message))
        .at("/template_params/header_params")
        .toString();
  }

  @Test
  void writesPositionsInNumericOrderAndValuesAsText() throws Exception {
    var values = new LinkedHashMap<String, Object>();
    for (int i = 11; i > 0; i--) {
      values.put(String.valueOf(i), i);
    }
    TemplateMessage message =
        TemplateMessage.of(
            Map.of(
                "content",
                "c",
                "template_params",
                Map.of("name", "n", "language", "l", "processed_params", values)));

    assertThat(
            JSON.readTree(JSON.writeValueAsBytes(message)).at("/template_params/processed_params"))
        .hasToString(
            "{\"1\":\"1\",\"2\":\"2\",\"3\":\"3\",\"4\":\"4\",\"5\":\"5\",\"6\":\"6\",\"7\":\"7\","
                + "\"8\":\"8\",\"9\":\"9\",\"10\":\"10\",\"11\":\"11\"}");
  }

  @Test
  void takesNamesInsteadOfPositions() {
    TemplateMessage message = builder().parameter("first_name", "John").build();

    assertThat(message.toMap().get("template_params"))
        .extracting("processed_params")
        .isEqualTo(Map.of("first_name", "John"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'content':' '}|content: found blank text",
        "{}|content: found nothing",
        "{'message_type':'incoming'}|message_type: found something else; it takes outgoing",
        "{'contents':'x'}|body: found a field that is not documented there",
        "{}|template_params: found nothing; it takes an object",
        "{'template_params':{'language':'en'}}|template_params.name: found nothing",
        "{'template_params':{'name':'n'}}|template_params.language: found nothing",
        "{'template_params':{'nmae':'n'}}|template_params: found a field that is not documented",
        "{'template_params':{'category':7}}|template_params.category: found a java.lang.Integer",
        "{'template_params':{'processed_params':['a']}}|processed_params: found a List",
        "{'template_params':{'processed_params':{'1':'a','3':'c'}}}|position 3 where 2 is due",
        "{'template_params':{'processed_params':{'0':'a'}}}|position 0 where 1 is due",
        "{'template_params':{'processed_params':{'1':'a','x':'c'}}}|found names and positions",
        "{'template_params':{'processed_params':{'1':null}}}|processed_params.1: found nothing",
        "{'template_params':{'processed_params':{'x':' '}}}|processed_params.x: found blank text",
        "{'template_params':{'processed_params':{'x':{}}}}|processed_params.x: found a Map",
        "{'template_params':{'header_params':{}}}|header_params.type: found nothing",
        "{'template_params':{'header_params':{'type':'gif'}}}|header_params.type: found other text",
        "{'template_params':{'header_params':{'type':'text'}}}|text_variables: found nothing",
        "{'template_params':{'header_params':{'type':'image'}}}|media_url: found nothing",
        "{'template_params':{'header_params':{'type':'image','media_url':'ftp://x/y'}}}|http or https",
        "{'template_params':{'header_params':{'type':'image','media_url':'x y'}}}|http or https",
        "{'template_params':{'header_params':{'type':'image','filename':'x'}}}|not documented there",
        "{'template_params':{'header_params':{'type':'location'}}}|location: found nothing",
        "{'template_params':{'header_params':{'type':'location','location':{'latitude':91}}}}|-90 to 90",
        "{'template_params':{'header_params':{'type':'location','location':{'longitude':'1'}}}}|-180 to 180",
        "{'template_params':{'footer_params':{'text':'x'}}}|footer_params: found a field",
        "{'template_params':{'button_params':{}}}|button_params: found a Map",
        "{'template_params':{'button_params':[{}]}}|button_params[0].index: found nothing",
        "{'template_params':{'button_params':[{'index':-1}]}}|a whole number from 0",
        "{'template_params':{'button_params':[{'index':0,'sub_type':'call'}]}}|url or quick_reply",
        "{'template_params':{'button_params':[{'index':0,'sub_type':'url','payload':'x'}]}}|not documented",
        "{'template_params':{'button_params':[{'index':0,'sub_type':'quick_reply'}]}}|payload: found nothing",
        "{'template_params':{'button_params':[{'index':1},{'index':1}]}}|the index of another button"
      })
  void isNoneThatBreaksADocumentedRule(String json, String fault) throws Exception {
    Map<String, Object> map = JSON.readValue(json.replace('\'', '"'), JSON_OBJECT);

    assertThatThrownBy(() -> TemplateMessage.of(map))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(fault);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'lang':'x'}|template_params: found a field that is not documented there: 'lang'"
            + " (did you mean 'language'?); it takes button_params, category, footer_params,",
        "{'processed_param':{}}|'processed_param' (did you mean 'processed_params'?)",
        "{'processedParams':{}}|'processedParams' (did you mean 'processed_params'?)",
        "{'body':{}}|not documented there: 'body'; it takes",
        "{'ann@example.com':1}|not documented there: another name; it takes",
        "{'language ':'x'}|not documented there: another name (did you mean 'language'?)",
        "{'header_params':{'type':'image','url':'x'}}|'url' (did you mean 'media_url'?)",
        "{'header_params':{'type':'text','text_variable':'x'}}|(did you mean 'text_variables'?)",
        "{'header_params':{'type':'location','location':{'lat':1}}}|(did you mean 'latitude'?)",
        "{'footer_params':{'variables':{}}}|(did you mean 'text_variables'?)",
        "{'button_params':[{'sub_type':'url','txt':'x'}]}|'txt' (did you mean 'text'?)"
      })
  void namesTheFieldThatWasMeant(String params, String fault) throws Exception {
    Map<String, Object> map =
        JSON.readValue("{\"template_params\":" + params.replace('\'', '"') + "}", JSON_OBJECT);

    assertThatThrownBy(() -> TemplateMessage.of(map)).hasMessageContaining(fault);
  }

  @Test
  void namesEachUnknownField() {
    assertThatThrownBy(() -> TemplateMessage.of(Map.of("contents", 1, "params", 2)))
        .hasMessageContaining("'contents' (did you mean 'content'?)")
        .hasMessageContaining("'params' (did you mean 'template_params'?)");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "https://example.com/a b.png|a URL with a blank at position 22; it takes an http or https"
            + " URL without blanks; write %20 for it",
        "https://example.com/invoice a b|a URL with a blank at position 28;",
        "' https://example.com/a'|a URL with blanks around it; it takes an http or https URL without",
        "'https://example.com/a\u200B'|a URL with blanks around it",
        "'https://example.com/a\nb'|a URL with a character that nobody can see at position 22",
        "'https://example.com/a\u00A0b'|a URL with a character that nobody can see at position 22",
        "'https://example.com/a\u200Bb'|a URL with a character that nobody can see at position 22",
        "https://example.com/a%zz|text that is no such URL"
      })
  void saysWhatIsWrongWithAUrl(String url, String fault) {
    assertThatThrownBy(() -> builder().header(TemplateHeader.image(url)).build())
        .hasMessageContaining("template_params.header_params.media_url: found " + fault);
  }

  @Test
  void tellsTheFirstTenFaultsOfMany() {
    assertThatThrownBy(() -> builder().parameters(new String[3000]).build())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("processed_params.10: found")
        .hasMessageNotContaining("processed_params.11: found")
        .hasMessageEndingWith("; and 2,990 more faults");
  }

  private static final TypeReference<Map<String, Object>> JSON_OBJECT = new TypeReference<>() {};

  @Test
  void tellsAllThatIsWrongAtOnce() {
    assertThatThrownBy(
            () ->
                TemplateMessage.builder(" ", null)
                    .content("")
                    .parameters("a", null, " ")
                    .header(TemplateHeader.image("nowhere"))
                    .button(new TemplateButton.Url(0, "x"))
                    .button(new TemplateButton.QuickReply(0, "y"))
                    .build())
        .hasMessageContainingAll(
            "content: found blank text",
            "template_params.name: found blank text",
            "template_params.language: found nothing",
            "processed_params.2: found nothing",
            "processed_params.3: found blank text",
            "media_url: found text that is no such URL",
            "button_params[1].index: found the index of another button");
  }

  @Test
  void neverShowsItsValues() {
    List<Object> all = new ArrayList<>();
    all.add(builder().parameters("canary").build());
    all.add(TemplateHeader.text("canary"));
    all.add(TemplateHeader.image("canary"));
    all.add(TemplateHeader.location(1, 2, "canary", "canary"));
    all.add(new TemplateButton.Url(0, "canary"));
    all.add(new TemplateButton.QuickReply(0, "canary"));

    assertThat(all).allSatisfy(it -> assertThat(it.toString()).doesNotContain("canary", "聊天"));
  }

  @Test
  void whatIsBuiltCannotBeChanged() {
    Map<String, Object> json = builder().build().toMap();
    var params = (Map<?, ?>) json.get("template_params");

    assertThatThrownBy(() -> json.remove("content"))
        .isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(params::clear).isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void parametersGoOnWhereTheLastEnded() {
    TemplateMessage message =
        TemplateMessage.builder("n", "en")
            .content("x")
            .parameters("a", "b")
            .parameters("c")
            .build();

    assertThat((Map<?, ?>) message.toMap().get("template_params"))
        .extracting("processed_params")
        .isEqualTo(Map.of("1", "a", "2", "b", "3", "c"));
  }

  @Test
  void numbersAreWrittenAsPeopleWriteThem() {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("1", new BigDecimal("1E+2"));
    values.put("2", 12345678.9);
    values.put("3", 0.5f);
    values.put("4", 10_000_000_000L);

    assertThat(withValues(values))
        .isEqualTo(Map.of("1", "100", "2", "12345678.9", "3", "0.5", "4", "10000000000"));
    assertThatThrownBy(() -> withValues(Map.of("1", Double.NaN)))
        .hasMessageContaining("processed_params.1: found no finite number");
  }

  @Test
  void aPositionTwice() {
    assertThatThrownBy(() -> withValues(Map.of("1", "a", "01", "b")))
        .hasMessageContaining("position 1 twice");
  }

  @Test
  void withoutAContentItIsNone() {
    var builder = TemplateMessage.builder("order_update", "en_US");

    assertThatThrownBy(builder::build).hasMessageStartingWith("content: found nothing; it takes");
  }

  private static Object withValues(Map<String, Object> values) {
    TemplateMessage message =
        TemplateMessage.of(
            Map.of(
                "content",
                "x",
                "template_params",
                Map.of("name", "n", "language", "en", "processed_params", values)));
    return ((Map<?, ?>) message.toMap().get("template_params")).get("processed_params");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"https://my_bucket.example.com/a.png", "http://例子.tw/圖", "https://u@x.io:1/"})
  void everyWebUrlIsOne(String url) {
    TemplateMessage.builder("n", "en").content("x").header(TemplateHeader.image(url)).build();
  }

  @Test
  void aButtonsIndexMayBeAnyKindOfWholeNumber() {
    for (Object index : List.of(0, 0L, (short) 0, BigInteger.ZERO)) {
      assertThat(withButton(index))
          .isEqualTo(List.of(Map.of("index", 0, "sub_type", "url", "text", "a")));
    }
    for (Object index : List.of(-1L, 1L << 40, 0.0, "0")) {
      assertThatThrownBy(() -> withButton(index)).hasMessageContaining("button_params[0].index");
    }
  }

  private static Object withButton(Object index) {
    List<?> buttons = List.of(Map.of("index", index, "sub_type", "url", "text", "a"));
    Map<String, Object> json =
        Map.of(
            "content",
            "x",
            "template_params",
            Map.of("name", "n", "language", "en", "button_params", buttons));
    return ((Map<?, ?>) TemplateMessage.of(json).toMap().get("template_params"))
        .get("button_params");
  }

  @Test
  void textsAreWhatTheCustomerReadsAndNoWordsOfTheApi() {
    TemplateMessage message =
        TemplateMessage.builder("order_update", "en_US")
            .content("content")
            .category("MARKETING")
            .parameter("type", "value")
            .header(TemplateHeader.location(1, 2, "place", "address"))
            .footer("foot")
            .urlButton("track")
            .quickReplyButton("YES")
            .build();

    assertThat(message.texts())
        .containsExactlyInAnyOrder("content", "value", "place", "address", "foot", "track", "YES");
  }
}
