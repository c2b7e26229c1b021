// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.model;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializable;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.jsontype.TypeSerializer;
import java.io.IOException;
import java.util.AbstractMap;
import java.util.Collections;
import java.util.Map;
import java.util.Set;

/** A large object of a reply, which is read when somebody asks for what is in it. */
final class LargeMap extends AbstractMap<String, Object> implements JsonSerializable {

  private final LargeText text;
  private Map<String, Object> members;

  LargeMap(LargeText text) {
    this.text = text;
  }

  /** A member that is a text, at no more cost than it has; null where there is none. */
  String text(String name) {
    return text.member(name);
  }

  @SuppressWarnings("unchecked") // JSON has no other keys than text
  private synchronized Map<String, Object> members() {
    if (members == null) {
      members = Collections.unmodifiableMap(text.read(Map.class));
    }
    return members;
  }

  @Override
  public Set<Entry<String, Object>> entrySet() {
    return members().entrySet();
  }

  @Override
  public boolean containsKey(Object name) {
    return members().containsKey(name);
  }

  @Override
  public Object get(Object name) {
    return members().get(name);
  }

  @Override
  public void serialize(JsonGenerator generator, SerializerProvider provider) throws IOException {
    text.write(generator);
  }

  @Override
  public void serializeWithType(
      JsonGenerator generator, SerializerProvider provider, TypeSerializer type)
      throws IOException {
    text.write(generator);
  }
}
