// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.model.contact;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.github.livedesk.camel.model.JsonFields;
import io.github.livedesk.camel.model.LiveDeskRecord;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A page of a search for contacts, 15 at most. It is iterable: {@code split(body())} gives the
 * contacts one by one.
 *
 * @param count of all that match, on all pages; null where LiveDesk does not say
 * @param page the number of this one, from 1; null where LiveDesk does not say
 * @param contacts in LiveDesk's order; never null
 * @param other what else LiveDesk sent, by its JSON name; never null
 */
public record LiveDeskContactPage(
    Long count, Long page, List<LiveDeskContact> contacts, Map<String, Object> other)
    implements LiveDeskRecord, Iterable<LiveDeskContact> {

  /**
   * Reads the API's JSON object.
   *
   * @throws IllegalArgumentException when there is no list of contacts in it
   */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public static LiveDeskContactPage of(Map<String, Object> json) {
    Object payload = json.get("payload");
    if (!(payload instanceof List<?> items)) {
      throw new IllegalArgumentException("has no list of contacts");
    }
    List<LiveDeskContact> contacts = JsonFields.objects(items, LiveDeskContact::of);
    if (contacts.size() < items.size()) {
      throw new IllegalArgumentException("has a list with something that is no contact");
    }
    var meta = new JsonFields(new JsonFields(json).takeSmallObject("meta"));
    var other = new LinkedHashMap<>(json);
    other.remove("payload");
    other.remove("meta");
    other.values().removeIf(Objects::isNull);
    return new LiveDeskContactPage(
        meta.takeLong("count"), meta.takeLong("current_page"), contacts, Map.copyOf(other));
  }

  @Override
  public Iterator<LiveDeskContact> iterator() {
    return contacts.iterator();
  }

  /** The API's JSON object. */
  @Override
  @JsonValue
  public Map<String, Object> toMap() {
    var meta = new LinkedHashMap<String, Object>();
    meta.put("count", count);
    meta.put("current_page", page);
    meta.values().removeIf(Objects::isNull);
    var json = new LinkedHashMap<String, Object>();
    json.put("meta", meta);
    json.put("payload", contacts.stream().map(LiveDeskContact::toMap).toList());
    json.putAll(other);
    return json;
  }

  /** Says how many there are; nothing about them. */
  @Override
  public String toString() {
    return "LiveDeskContactPage[count=" + count + ", page=" + page + "]";
  }
}
