// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.model;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/**
 * The text of an array or object, from when it came until somebody asks for what is in it. Packed,
 * for what is much longer than it need be packs well.
 */
final class LargeText {

  private static final JsonMapper MAPPER = new JsonMapper();

  private final byte[] packed;

  LargeText(byte[] json, int from, int to) {
    var packing = new ByteArrayOutputStream();
    var fast = new Deflater(Deflater.BEST_SPEED);
    try (var out = new DeflaterOutputStream(packing, fast)) {
      out.write(json, from, to - from);
    } catch (IOException e) {
      throw new UncheckedIOException("Memory takes every byte", e);
    } finally {
      fast.end();
    }
    this.packed = packing.toByteArray();
  }

  /** Reads it, all at once. */
  <T> T read(Class<T> type) {
    try (var unpacked = unpacked()) {
      return MAPPER.readValue(unpacked, type);
    } catch (IOException e) {
      throw new UncheckedIOException("It was read once when it came", e);
    }
  }

  /** The text that a member of an object has, without a look into the others; null for none. */
  String member(String name) {
    try (var unpacked = unpacked();
        JsonParser parser = MAPPER.createParser(unpacked)) {
      parser.nextToken();
      String found = null;
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        boolean isIt = parser.currentName().equals(name);
        JsonToken value = parser.nextToken();
        if (isIt) {
          found = value == JsonToken.VALUE_STRING ? parser.getText() : null;
        }
        parser.skipChildren();
      }
      return found;
    } catch (IOException e) {
      throw new UncheckedIOException("It was read once when it came", e);
    }
  }

  /** Writes it as it came. */
  void write(JsonGenerator generator) throws IOException {
    try (var unpacked = unpacked()) {
      generator.writeRawValue(new String(unpacked.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  private InflaterInputStream unpacked() {
    return new InflaterInputStream(new ByteArrayInputStream(packed));
  }
}
