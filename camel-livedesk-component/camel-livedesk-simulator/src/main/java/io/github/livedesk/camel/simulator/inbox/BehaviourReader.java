// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.simulator.inbox;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.livedesk.camel.simulator.behaviour.Behaviour;
import io.github.livedesk.camel.simulator.behaviour.Behaviour.Answer;
import io.github.livedesk.camel.simulator.behaviour.Behaviour.Delay;
import io.github.livedesk.camel.simulator.behaviour.Behaviour.DropConnection;
import io.github.livedesk.camel.simulator.behaviour.Behaviour.FailMessage;
import io.github.livedesk.camel.simulator.store.ApiError;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** Behaviours as JSON, for programs in other languages and for the inbox. */
final class BehaviourReader {

  private static final int MOST_TIMES = 10_000;

  private BehaviourReader() {}

  /**
   * Reads how often a behaviour is planned.
   *
   * @throws ApiError as {@link #read}
   */
  static int times(JsonNode json) throws ApiError {
    return json.has("times") ? number(json, "times", 1, MOST_TIMES) : 1;
  }

  /**
   * Reads the behaviour that the JSON describes.
   *
   * @throws ApiError which names the field, what was found and what is taken
   */
  static Behaviour read(JsonNode json) throws ApiError {
    return switch (json.path("kind").asText()) {
      case "failMessage" -> new FailMessage(externalError(json));
      case "answer" -> answer(json);
      case "delay" -> new Delay(Duration.ofMillis(number(json, "millis", 0, 600_000)));
      case "dropConnection" -> new DropConnection(isStored(json));
      default ->
          throw wrong("kind", json.path("kind"), "failMessage, answer, delay, dropConnection");
    };
  }

  private static Answer answer(JsonNode json) throws ApiError {
    int status = number(json, "status", 300, 599);
    return json.hasNonNull("retryAfter")
        ? new Answer(status, (long) number(json, "retryAfter", 0, 1_000_000_000))
        : new Answer(status, null);
  }

  private static boolean isStored(JsonNode json) throws ApiError {
    return switch (json.path("when").asText()) {
      case "beforeStored" -> false;
      case "afterStored" -> true;
      default -> throw wrong("when", json.path("when"), "beforeStored, afterStored");
    };
  }

  static String externalError(JsonNode json) throws ApiError {
    return text(json, "externalError", "a text such as 130429: Rate limit hit");
  }

  /** A text that must be there and is not blank. */
  static String text(JsonNode json, String name, String takes) throws ApiError {
    JsonNode text = json.path(name);
    if (!text.isTextual() || text.textValue().isBlank()) {
      throw wrong(name, text, takes);
    }
    return text.textValue();
  }

  private static int number(JsonNode json, String name, int from, int to) throws ApiError {
    JsonNode number = json.path(name);
    if (!number.isInt() || number.intValue() < from || number.intValue() > to) {
      throw wrong(name, number, from + " to " + to);
    }
    return number.intValue();
  }

  private static ApiError wrong(String field, JsonNode found, String taken) {
    String shown = found.isMissingNode() ? "nothing" : found.toString();
    return new ApiError(422, field + ": takes " + taken + ", found " + shown);
  }

  /** What {@link #read} reads. */
  static Map<String, Object> toJson(Behaviour behaviour) {
    Map<String, Object> json = new LinkedHashMap<>();
    if (behaviour instanceof FailMessage fail) {
      json.put("kind", "failMessage");
      json.put("externalError", fail.externalError());
    } else if (behaviour instanceof Answer answer) {
      json.put("kind", "answer");
      json.put("status", answer.status());
      json.put("retryAfter", answer.retryAfter());
    } else if (behaviour instanceof Delay delay) {
      json.put("kind", "delay");
      json.put("millis", delay.time().toMillis());
    } else {
      boolean stored = ((DropConnection) behaviour).stored();
      json.put("kind", "dropConnection");
      json.put("when", stored ? "afterStored" : "beforeStored");
    }
    return json;
  }
}
