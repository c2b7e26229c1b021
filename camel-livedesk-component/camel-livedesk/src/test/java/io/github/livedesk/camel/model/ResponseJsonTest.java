// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.model;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a reply is, to read it costs about its bytes. */
class ResponseJsonTest {

  private static final String MANY = "[" + "{},".repeat(1_000_000) + "{}]";

  private static Map<String, Object> read(String json) {
    return ResponseJson.readObject(json.getBytes(UTF_8)).orElseThrow();
  }

  @Test
  void aUsualReplyIsReadAsAWhole() {
    Map<String, Object> json = read("{\"a\":[1,\"x\",{}],\"b\":{\"c\":null},\"d\":1.5}");

    assertThat(json).containsEntry("a", List.of(1, "x", Map.of())).containsEntry("d", 1.5);
    assertThat(json.values()).noneMatch(ResponseJson::isLarge);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\uFEFF", " \n"})
  void whatIsLargeIsKeptUntilItIsAskedFor(String before) throws Exception {
    String text = "\u00e9".repeat(100_000);
    String json =
        "%s{\"id\":1,\"s\":\"%s\",\"x\":%s,\"small\":{\"a\":[1]},\"y\":{\"in\":%s},\"n\":null} "
            .formatted(before, text, MANY, MANY);

    Map<String, Object> read = read(json);

    assertThat(read).containsEntry("id", 1).containsEntry("s", text).containsEntry("n", null);
    assertThat(read).containsEntry("small", Map.of("a", List.of(1)));
    assertThat(ResponseJson.isLarge(read.get("x"))).isTrue();
    assertThat(ResponseJson.isLarge(read.get("y"))).isTrue();
    assertThat(new JsonMapper().writeValueAsString(read.get("x"))).isEqualTo(MANY);
    assertThat((List<?>) read.get("x")).hasSize(1_000_001);
    assertThat(((Map<?, ?>) read.get("y")).keySet()).hasToString("[in]");
  }

  /** Many small parts make a large one. */
  @Test
  void theSumOfSmallPartsIsBounded() {
    var json = new StringBuilder("{\"id\":1");
    for (int i = 0; i < 900; i++) {
      json.append(",\"a").append(i).append("\":[").append("{},".repeat(1_000)).append("{}]");
    }
    Map<String, Object> read = read(json.append('}').toString());

    assertThat(read.values().stream().filter(ResponseJson::isLarge).count()).isGreaterThan(850);
    assertThat((List<?>) read.get("a899")).hasSize(1_001);
  }

  @Test
  void moreMembersThanAnyReplyHasAreNoReply() {
    var json = new StringBuilder("{\"id\":1");
    for (int i = 0; i < 100_000; i++) {
      json.append(",\"a").append(i).append("\":1");
    }
    assertThat(ResponseJson.readObject(json.append('}').toString().getBytes(UTF_8))).isEmpty();
  }

  @Test
  void whatIsNoObjectIsEmpty() {
    String filler = "\"" + "x".repeat(100_000) + "\"";
    for (String json :
        List.of(
            "[" + filler + "]",
            filler,
            "{\"a\":" + filler,
            "{\"a\":" + filler + "} x",
            "{\"a\":" + filler + "}{}",
            "{\"a\":[" + filler + "}",
            "{\"a\":" + filler + ",\"b\":" + "[".repeat(50_000) + "]".repeat(50_000) + "}")) {
      assertThat(ResponseJson.readObject(json.getBytes(UTF_8))).isEmpty();
    }
    assertThat(ResponseJson.readObject(("{\"a\":" + MANY + "}").getBytes(UTF_16))).isEmpty();
  }

  @Test
  void theErrorOfALargeMessage() {
    for (String error : List.of("\"131047: a\"", "7", "null", "{\"external_error\":\"x\"}")) {
      var message =
          LiveDeskMessage.of(
              read(
                  "{\"id\":1,\"status\":\"failed\",\"content_attributes\":{\"x\":%s,\"external_error\":%s,\"y\":{}}}"
                      .formatted(MANY, error)));

      assertThat(message.externalError()).isEqualTo(error.startsWith("\"") ? "131047: a" : null);
      assertThat(message.contentAttributes()).containsOnlyKeys("x", "external_error", "y");
    }
  }

  @Test
  void largeFieldsOfAMessage() throws Exception {
    String many = "{\"in\":" + MANY + "}";
    var message =
        LiveDeskMessage.of(
            read(
                "{\"id\":1,\"content_attributes\":%s,\"sender\":%s,\"attachments\":%s,\"x\":%s}"
                    .formatted(many, many, MANY, MANY)));

    assertThat(message.id()).isEqualTo(1);
    assertThat(message.sender()).isNull();
    assertThat(message.attachments()).isEmpty();
    assertThat(message.other()).containsKeys("sender", "attachments", "x");
    assertThat(message.contentAttributes()).containsKey("in");
    assertThat(new JsonMapper().writeValueAsString(message)).contains("\"sender\":" + many);
  }
}
