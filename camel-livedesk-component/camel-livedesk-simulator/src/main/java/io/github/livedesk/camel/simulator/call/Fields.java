// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.simulator.call;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.livedesk.camel.simulator.http.JsonBody;
import io.github.livedesk.camel.simulator.store.ApiError;
import io.github.livedesk.camel.simulator.store.Request;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The JSON object of a request, read field by field. */
public final class Fields {

  /** What no inbox, contact or conversation has for an id. */
  private static final long NO_ID = 0;

  private static final JsonMapper MAPS = new JsonMapper();

  private final JsonNode json;

  private Fields(JsonNode json) {
    this.json = json;
  }

  /**
   * Reads the body of a request.
   *
   * @param known names of the fields; each other one is warned of
   */
  public static Fields read(Request request, Set<String> known, Warnings warnings)
      throws ApiError, IOException {
    String header = request.header("Content-Type");
    String type = header == null ? "" : header.split(";", 2)[0].trim().toLowerCase(Locale.ROOT);
    if (!type.equals("application/json")) {
      throw new ApiError(422, "Content-Type is not application/json");
    }
    JsonNode json = JsonBody.parse(request.body());
    json.properties().stream()
        .map(Map.Entry::getKey)
        .filter(field -> !known.contains(field))
        .forEach(warnings::addUnknownField);
    return new Fields(json);
  }

  /** Whether it is there, null or not. */
  public boolean has(String name) {
    return json.has(name);
  }

  /** A text; null where there is none. */
  public String text(String name) throws ApiError {
    JsonNode value = json.path(name);
    if (value.isMissingNode() || value.isNull()) {
      return null;
    }
    require(value.isTextual(), name + " is no text");
    NullBytes.refuse(name, value);
    return value.textValue();
  }

  /** True or false; null where there is neither. */
  public Boolean flag(String name) throws ApiError {
    JsonNode value = json.path(name);
    if (value.isMissingNode() || value.isNull()) {
      return null;
    }
    require(value.isBoolean(), name + " is not a boolean");
    return value.booleanValue();
  }

  /** An object; null where there is none. */
  public Map<String, Object> object(String name) throws ApiError {
    JsonNode value = json.path(name);
    if (value.isMissingNode() || value.isNull()) {
      return null;
    }
    require(value.isObject(), name + " is not an object");
    NullBytes.refuse(name, value);
    return MAPS.convertValue(value, new TypeReference<>() {});
  }

  /** A whole number; null where there is none. */
  public Long number(String name) throws ApiError {
    JsonNode value = json.path(name);
    if (value.isMissingNode() || value.isNull()) {
      return null;
    }
    require(value.isIntegralNumber() && value.canConvertToLong(), name + " is no whole number");
    return value.longValue();
  }

  /** An id that must be there, as a number or as a text; 0 where what is there can be no id. */
  public long requiredId(String name) throws ApiError {
    Long id = id(name);
    require(id != null, name + " is missing");
    return id;
  }

  /** An id, as a number or as a text; null where there is none, 0 where it can be no id. */
  public Long id(String name) {
    JsonNode value = json.path(name);
    boolean blank = value.isTextual() && value.textValue().isBlank();
    if (value.isMissingNode() || value.isNull() || blank) {
      return null;
    }
    boolean digits = value.isTextual() && value.textValue().matches("[0-9]{1,18}");
    boolean number = value.isIntegralNumber() && value.canConvertToLong();
    return digits || number ? value.asLong() : NO_ID;
  }

  private static void require(boolean condition, String otherwise) throws ApiError {
    if (!condition) {
      throw new ApiError(422, "Validation failed: " + otherwise);
    }
  }
}
