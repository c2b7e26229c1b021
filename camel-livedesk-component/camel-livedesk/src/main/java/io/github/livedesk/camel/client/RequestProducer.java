package io.github.livedesk.camel.client;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.hc.core5.http.EntityDetails;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.nio.AsyncRequestProducer;
import org.apache.hc.core5.http.nio.DataStreamChannel;
import org.apache.hc.core5.http.nio.RequestChannel;
import org.apache.hc.core5.http.protocol.HttpContext;

/**
 * Writes a JSON request, and knows whether its last byte may have gone out: the proof that tells
 * NOT_SENT from UNKNOWN.
 */
final class RequestProducer implements AsyncRequestProducer, EntityDetails {

  private final HttpRequest request;
  private final byte[] json;
  private int position;
  private volatile boolean begun;
  private final AtomicReference<Progress> progress = new AtomicReference<>(Progress.OPEN);

  private enum Progress {
    OPEN,
    COMPLETE,
    ABANDONED
  }

  RequestProducer(HttpRequest request, byte[] json) {
    this.request = request;
    this.json = json;
  }

  /** Whether a first byte of the body may have been written: there was a connection to LiveDesk. */
  boolean isBegun() {
    return begun;
  }

  /** Whether the last byte of the body may have been written. */
  boolean isComplete() {
    return progress.get() == Progress.COMPLETE;
  }

  /** From here on the last byte is not written, unless it may have been written already. */
  void abandon() {
    progress.compareAndSet(Progress.OPEN, Progress.ABANDONED);
  }

  @Override
  public void sendRequest(RequestChannel channel, HttpContext context)
      throws HttpException, IOException {
    channel.sendRequest(request, this, context);
  }

  @Override
  public void produce(DataStreamChannel channel) throws IOException {
    begun = true;
    // Decided before the bytes go, so that no other thread can call NOT_SENT what is on its way.
    if (!progress.compareAndSet(Progress.OPEN, Progress.COMPLETE) && !isComplete()) {
      throw new IOException("The request was given up");
    }
    position += channel.write(ByteBuffer.wrap(json, position, json.length - position));
    if (position == json.length) {
      channel.endStream();
    } else {
      progress.set(Progress.OPEN);
    }
  }

  @Override
  public int available() {
    return json.length - position;
  }

  @Override
  public boolean isRepeatable() {
    return true;
  }

  /** Also called before a repetition that a proxy's demand for credentials makes necessary. */
  @Override
  public void releaseResources() {
    position = 0;
  }

  @Override
  public void failed(Exception cause) {
    // the exchange's own callback is told
  }

  @Override
  public long getContentLength() {
    return json.length;
  }

  @Override
  public String getContentType() {
    return "application/json";
  }

  @Override
  public String getContentEncoding() {
    return null;
  }

  @Override
  public boolean isChunked() {
    return false;
  }

  @Override
  public Set<String> getTrailerNames() {
    return Set.of();
  }
}
