// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.model;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * A JSON object being taken apart, field by field. A field of another type than expected is left
 * where it is, so that nothing the server sent is lost and no odd field fails a whole reply.
 */
public final class JsonFields {

  /** As JSON writes one: no plus sign, no zeros in front, no digits of other scripts. */
  private static final Pattern WHOLE_NUMBER = Pattern.compile("-?(0|[1-9][0-9]*)");

  private static final Instant EARLIEST = Instant.ofEpochMilli(Long.MIN_VALUE);
  private static final Instant LATEST = Instant.ofEpochMilli(Long.MAX_VALUE);

  private final Map<String, Object> json;

  /** Few, so that a list is quicker than a set, and far smaller than a copy of the object. */
  private final List<String> taken;

  public JsonFields(Map<String, Object> json) {
    this.json = json;
    this.taken = new ArrayList<>(json.size());
  }

  /** A whole number of 64 bits, not as text; otherwise null. */
  public Long takeInt(String name) {
    return take(
        name,
        value ->
            value instanceof Integer || value instanceof Long
                ? Long.valueOf(((Number) value).longValue())
                : null);
  }

  /** A whole number of 64 bits, or text that holds one; otherwise null. */
  public Long takeLong(String name) {
    return take(name, JsonFields::toLong);
  }

  public Integer takeInteger(String name) {
    return take(name, value -> value instanceof Integer number ? number : null);
  }

  public Boolean takeBoolean(String name) {
    return take(name, value -> value instanceof Boolean flag ? flag : null);
  }

  /** Text, or a number as text; otherwise null. */
  public String takeText(String name) {
    return take(
        name,
        value -> value instanceof String || value instanceof Number ? value.toString() : null);
  }

  /** Seconds since 1970, or ISO 8601 text; otherwise null. */
  public Instant takeInstant(String name) {
    return take(name, JsonFields::toInstant);
  }

  /** An object, without its own type of values told apart; otherwise empty. */
  @SuppressWarnings("unchecked") // JSON has no other keys than text
  public Map<String, Object> takeObject(String name) {
    Map<String, Object> value =
        take(name, found -> found instanceof Map<?, ?> map ? (Map<String, Object>) map : null);
    if (ResponseJson.isLarge(value)) {
      // Not even asked whether it is empty: it can't be changed either.
      return value;
    }
    return value == null || value.isEmpty() ? Map.of() : Collections.unmodifiableMap(value);
  }

  /** The objects of an array, also of a large one, which to look into may be dear. */
  @SuppressWarnings("unchecked") // JSON has no other keys than text
  public static <T> List<T> objects(List<?> array, Function<Map<String, Object>, T> reader) {
    return array.stream()
        .filter(Map.class::isInstance)
        .map(item -> reader.apply((Map<String, Object>) item))
        .toList();
  }

  /** The same, where its members are needed at once: a large one is left where it is. */
  public Map<String, Object> takeSmallObject(String name) {
    return ResponseJson.isLarge(json.get(name)) ? Map.of() : takeObject(name);
  }

  /** The objects of an array, in order; empty when there is no array of objects. */
  @SuppressWarnings("unchecked") // JSON has no other keys than text
  public <T> List<T> takeObjects(String name, Function<Map<String, Object>, T> reader) {
    List<T> value =
        take(
            name,
            found ->
                found instanceof List<?> list
                        && !ResponseJson.isLarge(list)
                        && list.stream().allMatch(Map.class::isInstance)
                    ? list.stream().map(item -> reader.apply((Map<String, Object>) item)).toList()
                    : null);
    return value == null ? List.of() : value;
  }

  /** What was not taken. */
  public Map<String, Object> rest() {
    if (taken.size() == json.size()) {
      return Map.of();
    }
    var rest = new LinkedHashMap<>(json);
    rest.keySet().removeAll(taken);
    return Collections.unmodifiableMap(rest);
  }

  private <T> T take(String name, Function<Object, T> reader) {
    Object found = json.get(name);
    T value = found == null ? null : reader.apply(found);
    if (value != null || (found == null && json.containsKey(name))) {
      taken.add(name);
    }
    return value;
  }

  private static Long toLong(Object value) {
    if (value instanceof Integer || value instanceof Long) {
      return ((Number) value).longValue();
    }
    if (value instanceof String text && WHOLE_NUMBER.matcher(text).matches()) {
      try {
        return Long.valueOf(text);
      } catch (NumberFormatException notAnId) {
        return null;
      }
    }
    return null;
  }

  /** Of a time that milliseconds can tell: what reads it again would break otherwise. */
  private static Instant toInstant(Object value) {
    try {
      Instant instant = anyInstant(value);
      boolean isTold = instant != null && !instant.isBefore(EARLIEST) && !instant.isAfter(LATEST);
      return isTold ? instant : null;
    } catch (DateTimeException notATime) {
      return null;
    }
  }

  private static Instant anyInstant(Object value) {
    if (value instanceof Integer || value instanceof Long) {
      return Instant.ofEpochSecond(((Number) value).longValue());
    }
    if (value instanceof Double seconds) {
      return Instant.ofEpochMilli(Math.round(seconds * 1000));
    }
    return value instanceof String text ? OffsetDateTime.parse(text).toInstant() : null;
  }
}
