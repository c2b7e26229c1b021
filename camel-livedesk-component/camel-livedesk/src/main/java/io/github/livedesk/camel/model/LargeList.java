// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.model;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializable;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.jsontype.TypeSerializer;
import java.io.IOException;
import java.util.AbstractList;
import java.util.List;

/** A large array of a reply, which is read when somebody asks for what is in it. */
final class LargeList extends AbstractList<Object> implements JsonSerializable {

  private final LargeText text;
  private List<?> items;

  LargeList(LargeText text) {
    this.text = text;
  }

  private synchronized List<?> items() {
    if (items == null) {
      items = text.read(List.class);
    }
    return items;
  }

  @Override
  public Object get(int index) {
    return items().get(index);
  }

  @Override
  public int size() {
    return items().size();
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
