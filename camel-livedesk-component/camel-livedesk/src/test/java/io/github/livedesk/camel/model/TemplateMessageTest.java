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
    return TemplateMessage.named("order_update").inLanguage("en_US").shownAs("聊天介面顯示文字");
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
        "{'template_params':{'processed_params':['a']}}|processed_params: found a java.util",
        "{'template_params':{'processed_params':{'1':'a','3':'c'}}}|position 3 where 2 is due",
        "{'template_params':{'processed_params':{'0':'a'}}}|position 0 where 1 is due",
        "{'template_params':{'processed_params':{'1':'a','x':'c'}}}|found names and positions",
        "{'template_params':{'processed_params':{'1':null}}}|processed_params.1: found nothing",
        "{'template_params':{'processed_params':{'x':' '}}}|processed_params.x: found blank text",
        "{'template_params':{'processed_params':{'x':{}}}}|processed_params.x: found a java.util",
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
        "{'template_params':{'button_params':{}}}|button_params: found a java.util",
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

  private static final TypeReference<Map<String, Object>> JSON_OBJECT = new TypeReference<>() {};

  @Test
  void tellsAllThatIsWrongAtOnce() {
    assertThatThrownBy(
            () ->
                TemplateMessage.named(" ")
                    .inLanguage(null)
                    .shownAs("")
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
        TemplateMessage.named("n")
            .inLanguage("en")
            .shownAs("x")
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
    TemplateMessage.named("n")
        .inLanguage("en")
        .shownAs("x")
        .header(TemplateHeader.image(url))
        .build();
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
        TemplateMessage.named("order_update")
            .inLanguage("en_US")
            .shownAs("content")
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
