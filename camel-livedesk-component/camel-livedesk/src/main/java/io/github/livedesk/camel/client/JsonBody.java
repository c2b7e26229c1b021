package io.github.livedesk.camel.client;

import java.nio.ByteBuffer;

/** A body that is in memory as a whole. */
final class JsonBody implements RequestBody {

  private final ByteBuffer json;

  JsonBody(byte[] json) {
    this.json = ByteBuffer.wrap(json);
  }

  @Override
  public long length() {
    return json.limit();
  }

  @Override
  public String contentType() {
    return "application/json";
  }

  @Override
  public int files() {
    return 0;
  }

  @Override
  public boolean isReplayable() {
    return true;
  }

  @Override
  public void rewind() {
    json.rewind();
  }

  @Override
  public void onMore(Runnable wake) {
    // there is never more
  }

  @Override
  public ByteBuffer next() {
    return json;
  }

  @Override
  public boolean isReady() {
    return json.hasRemaining();
  }

  @Override
  public boolean isLast() {
    return true;
  }

  @Override
  public void close() {
    // memory only
  }
}
