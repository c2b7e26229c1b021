// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.client.http;

import io.github.livedesk.camel.client.body.RequestBody;
import io.github.livedesk.camel.client.body.SentFile;
import io.github.livedesk.camel.client.source.SourceTimeoutException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Set;
import org.apache.hc.core5.http.EntityDetails;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.nio.AsyncRequestProducer;
import org.apache.hc.core5.http.nio.DataStreamChannel;
import org.apache.hc.core5.http.nio.RequestChannel;
import org.apache.hc.core5.http.protocol.HttpContext;

/**
 * Writes a request, and knows whether its last byte may have gone out: the proof that tells
 * NOT_SENT from UNKNOWN.
 */
public final class RequestProducer implements AsyncRequestProducer, EntityDetails {

  /** Bytes, roughly, in one go. */
  private static final int PIECE = 64 * 1024;

  /** What at least one chunk, and the last and empty one, have beside their bytes. */
  private static final int CHUNK_ENDS = "1\r\n\r\n0\r\n\r\n".length();

  private final HttpRequest request;
  private final RequestBody body;
  private volatile boolean complete;
  private volatile boolean aborted;
  private volatile boolean begun;
  private volatile boolean awaitingData;
  private volatile long lastActivity;
  private volatile BeforeTheFirstByte beforeTheFirstByte = () -> {};

  /** Bytes of the body. The connection's I/O thread alone writes and reads it. */
  private long written;

  /** Whether the first byte has been told of, on the connection that it is written to now. */
  private boolean announced;

  public RequestProducer(HttpRequest request, RequestBody body) {
    this.request = request;
    this.body = body;
  }

  /** What is done when there is a connection; throws where nothing may be written to it. */
  @FunctionalInterface
  interface BeforeTheFirstByte {
    void run() throws IOException;
  }

  /** Sets what is done when there is a connection, before the first byte is written. */
  void onConnection(BeforeTheFirstByte action) {
    beforeTheFirstByte = action;
  }

  /** Whether a first byte of the body may have been written: there was a connection to LiveDesk. */
  public boolean isBegun() {
    return begun;
  }

  /** Whether the last byte of the body may have been written. */
  public boolean isComplete() {
    return complete;
  }

  /**
   * Whether all of it has left for the network, where {@link #isComplete()} may be ahead of it.
   *
   * @param sent bytes that have left, the head included
   */
  boolean isOut(HttpRequest asWritten, long sent) {
    long ends = isChunked() ? CHUNK_ENDS : 0;
    return complete && sent >= HeadSize.of(asWritten) + written + ends;
  }

  /** From here on nothing more is written; what is being written at this moment may get there. */
  void abort() {
    aborted = true;
  }

  @Override
  public void sendRequest(RequestChannel channel, HttpContext context)
      throws HttpException, IOException {
    channel.sendRequest(request, this, context);
  }

  @Override
  public void produce(DataStreamChannel channel) throws IOException {
    // Set before `begun`, else the time-out check computes the silence from 0.
    markActivity();
    if (!announced) {
      beforeTheFirstByte.run();
      announced = true;
    }
    if (!begun) {
      body.onMore(() -> wake(channel));
      begun = true;
    }
    // About one piece at a time: in between the reactor looks for an early response.
    for (int written = 0; written < PIECE; ) {
      // Set before asking: data that arrives in between clears it, and that must not be
      // overwritten.
      awaitingData = true;
      ByteBuffer buffer = body.next();
      if (buffer == null) {
        return;
      }
      awaitingData = false;
      int length = buffer.remaining();
      boolean last = body.isLast();
      // Publish `complete` before checking `aborted` and before writing: a concurrent abort either
      // sees it (UNKNOWN) or is seen here and nothing is written (NOT_SENT).
      complete = last;
      if (aborted) {
        complete = false;
        throw new AbandonedException("The request was given up");
      }
      write(channel, buffer);
      if (buffer.hasRemaining()) {
        return;
      }
      if (last) {
        channel.endStream();
        return;
      }
      written += length;
    }
  }

  /** What is written in part, or throws, was not written to its end. */
  private void write(DataStreamChannel channel, ByteBuffer buffer) throws IOException {
    boolean whole = false;
    try {
      written += channel.write(buffer);
      whole = !buffer.hasRemaining();
    } finally {
      complete = complete && whole;
    }
  }

  private void wake(DataStreamChannel channel) {
    markActivity();
    // HttpClient asks for the next buffer by itself unless it was told that there is none; a
    // wake-up is a system call.
    if (awaitingData) {
      awaitingData = false;
      channel.requestOutput();
    }
  }

  /** Notes that the server is not silent. */
  void markActivity() {
    lastActivity = System.nanoTime();
  }

  /**
   * How long the server has said nothing and taken nothing, in nanoseconds; 0 while there is
   * nothing that it could take.
   */
  long silence(long now) {
    return begun && !awaitingData ? now - lastActivity : 0;
  }

  /** What the request waits for where the server could take more; null where it isn't that. */
  SourceTimeoutException late(long now) {
    return begun && awaitingData ? body.late(now) : null;
  }

  public boolean isConsumed() {
    return body.isConsumed();
  }

  public List<SentFile> files() {
    return body.files();
  }

  /** Closes the files; waits for nothing. */
  void close() {
    body.close();
  }

  @Override
  public int available() {
    // Set before asking, as above: after the answer 0 HttpClient asks again only when it is woken.
    awaitingData = true;
    boolean ready = body.isReady();
    if (ready) {
      awaitingData = false;
    }
    return ready ? 1 : 0;
  }

  @Override
  public boolean isRepeatable() {
    return body.isRepeatable();
  }

  /** Also called before a repetition that a proxy's demand for credentials makes necessary. */
  @Override
  public void releaseResources() {
    if (body.isRepeatable()) {
      body.rewind();
      written = 0;
      announced = false;
    }
  }

  @Override
  public void failed(Exception cause) {
    // the exchange's own callback is told
  }

  @Override
  public long getContentLength() {
    return body.length();
  }

  @Override
  public String getContentType() {
    return body.contentType();
  }

  @Override
  public String getContentEncoding() {
    return null;
  }

  @Override
  public boolean isChunked() {
    return body.length() < 0;
  }

  @Override
  public Set<String> getTrailerNames() {
    return Set.of();
  }
}
