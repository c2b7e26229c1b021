// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.client.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.CharBuffer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Every text of a message is found, wherever in it: what is not found may show in an error. */
class TextsTest {

  @Test
  void thereMayBeNone() {
    assertThat(Texts.of(null, Map.of()).orElseThrow()).isEmpty();
    assertThat(Texts.within(null).orElseThrow()).isEmpty();
    assertThat(Texts.within(true).orElseThrow()).isEmpty();
  }

  @Test
  void findsTheContentAndWhatTheAttributesHold() {
    assertThat(Texts.of("hello", Map.of()).orElseThrow()).containsExactly("hello");
    assertThat(Texts.of("hello", Map.of("a", "b")).orElseThrow()).containsExactly("hello", "b");
    assertThat(Texts.of(null, Map.of("a", 7)).orElseThrow()).containsExactly("7");
  }

  @Test
  void findsTextsInMapsAndListsAtAnyDepth() {
    Map<String, Object> deep = new LinkedHashMap<>();
    deep.put("a", List.of("one", List.of(CharBuffer.wrap("two"), 3)));
    deep.put("b", Map.of("c", Map.of("d", 4.5)));

    assertThat(Texts.within(deep).orElseThrow()).containsExactly("one", "two", "3", "4.5");
  }

  @Test
  void findsTextsInJson() throws Exception {
    var json = new ObjectMapper().readTree("{\"a\":[\"one\",2,true,null],\"b\":{\"c\":\"three\"}}");

    assertThat(Texts.within(json).orElseThrow()).containsExactly("one", "2", "three");
  }

  /** LiveDesk's own, and the id of a message: they may show. */
  @Test
  void leavesOutWhatIsNoText() throws Exception {
    Map<String, Object> attributes =
        Map.of("in_reply_to", 7, "external_error", "131047: no", "a", "text");
    assertThat(Texts.of(null, attributes).orElseThrow()).containsExactly("text");
    var json = new ObjectMapper().readTree("{\"in_reply_to\":7,\"a\":\"text\"}");
    assertThat(Texts.within(json).orElseThrow()).containsExactly("text");
  }
}
