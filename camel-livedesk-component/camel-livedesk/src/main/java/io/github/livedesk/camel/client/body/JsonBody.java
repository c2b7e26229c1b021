// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.client.body;

import java.nio.ByteBuffer;
import java.util.List;

/** A body that is in memory as a whole. */
public final class JsonBody implements RequestBody {

  private static final int PIECE = 64 * 1024;

  private final ByteBuffer json;

  public JsonBody(byte[] json) {
    this.json = ByteBuffer.wrap(json);
    rewind();
  }

  /** No body at all. */
  public static JsonBody none() {
    return new JsonBody(new byte[0]);
  }

  @Override
  public long length() {
    return json.capacity();
  }

  @Override
  public String contentType() {
    return json.capacity() == 0 ? null : "application/json";
  }

  @Override
  public List<SentFile> files() {
    return List.of();
  }

  @Override
  public boolean isRepeatable() {
    return true;
  }

  @Override
  public boolean isConsumed() {
    return false;
  }

  @Override
  public void rewind() {
    json.clear().limit(Math.min(PIECE, json.capacity()));
  }

  @Override
  public void onMore(Runnable wake) {
    // there is never more
  }

  @Override
  public ByteBuffer next() {
    if (!json.hasRemaining() && !isLast()) {
      json.limit(Math.min(json.limit() + PIECE, json.capacity()));
    }
    return json;
  }

  @Override
  public boolean isReady() {
    return json.hasRemaining() || !isLast();
  }

  @Override
  public boolean isLast() {
    return json.limit() == json.capacity();
  }

  @Override
  public void close() {
    // memory only
  }
}
