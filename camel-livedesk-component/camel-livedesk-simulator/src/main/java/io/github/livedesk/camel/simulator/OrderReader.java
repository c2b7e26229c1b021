// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** Orders as JSON, for programs in other languages and for the inbox. */
final class OrderReader {

  private static final int MOST_TIMES = 10_000;

  private OrderReader() {}

  /**
   * Gives the order that the JSON describes.
   *
   * @throws Refusal which names the field, what was found and what is taken
   */
  static void give(SimulatedConversation conversation, JsonNode json) throws Refusal {
    int times = json.has("times") ? number(json, "times", 1, MOST_TIMES) : 1;
    String kind = json.path("kind").asText();
    for (int i = 0; i < times; i++) {
      switch (kind) {
        case "failMessage" -> conversation.failNext(1, externalError(json));
        case "answer" -> answer(conversation, json);
        case "delay" -> conversation.delay(Duration.ofMillis(number(json, "millis", 0, 600_000)));
        case "dropConnection" -> conversation.dropConnection(moment(json));
        default ->
            throw wrong("kind", json.path("kind"), "failMessage, answer, delay, dropConnection");
      }
    }
  }

  private static void answer(SimulatedConversation conversation, JsonNode json) throws Refusal {
    int status = number(json, "status", 300, 599);
    if (json.hasNonNull("retryAfter")) {
      conversation.answer(status, Duration.ofSeconds(number(json, "retryAfter", 0, 1_000_000_000)));
    } else {
      conversation.answer(status);
    }
  }

  private static DropMoment moment(JsonNode json) throws Refusal {
    return switch (json.path("when").asText()) {
      case "beforeStored" -> DropMoment.BEFORE_STORING;
      case "afterStored" -> DropMoment.AFTER_STORING;
      default -> throw wrong("when", json.path("when"), "beforeStored, afterStored");
    };
  }

  static String externalError(JsonNode json) throws Refusal {
    JsonNode error = json.path("externalError");
    if (!error.isTextual() || error.textValue().isBlank()) {
      throw wrong("externalError", error, "a text such as 130429: Rate limit hit");
    }
    return error.textValue();
  }

  private static int number(JsonNode json, String name, int from, int to) throws Refusal {
    JsonNode number = json.path(name);
    if (!number.isInt() || number.intValue() < from || number.intValue() > to) {
      throw wrong(name, number, from + " to " + to);
    }
    return number.intValue();
  }

  private static Refusal wrong(String field, JsonNode found, String taken) {
    String shown = found.isMissingNode() ? "nothing" : found.toString();
    return new Refusal(422, field + ": takes " + taken + ", found " + shown);
  }

  /** What {@link #give} reads. */
  static Map<String, Object> toJson(Behaviour behaviour) {
    Map<String, Object> json = new LinkedHashMap<>();
    if (behaviour instanceof Behaviour.FailMessage fail) {
      json.put("kind", "failMessage");
      json.put("externalError", fail.externalError());
    } else if (behaviour instanceof Behaviour.Answer answer) {
      json.put("kind", "answer");
      json.put("status", answer.status());
      json.put("retryAfter", answer.retryAfter());
    } else if (behaviour instanceof Behaviour.Delay delay) {
      json.put("kind", "delay");
      json.put("millis", delay.time().toMillis());
    } else {
      boolean stored = ((Behaviour.DropConnection) behaviour).moment() == DropMoment.AFTER_STORING;
      json.put("kind", "dropConnection");
      json.put("when", stored ? "afterStored" : "beforeStored");
    }
    return json;
  }
}
