// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.client.http;

import io.github.livedesk.camel.model.ResponseJson;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.hc.core5.concurrent.FutureCallback;
import org.apache.hc.core5.http.EndpointDetails;
import org.apache.hc.core5.http.EntityDetails;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.HttpStatus;
import org.apache.hc.core5.http.nio.AsyncResponseConsumer;
import org.apache.hc.core5.http.nio.CapacityChannel;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.util.ByteArrayBuffer;

/** Collects a reply, up to a limit. A longer one is cut, and its connection given up. */
final class ResponseCollector implements AsyncResponseConsumer<RawResponse> {

  /** Rails gives each reply one of its own. */
  private static final String REQUEST_ID = "X-Request-Id";

  private static final String ANOTHERS = "may be that to another request: ";

  /** Stands for the text of what was read. */
  private static final byte[] JSON = {'{', '}'};

  private static final int SHOWN = 1024;
  private static final int USUAL_REPLY_SIZE = 1024;
  private static final int LARGEST_EXPECTED_REPLY = 64 * 1024;

  private final int limit;
  private final PendingCall call;
  private final ResponseCheck identity;
  private final ResponseMemory memory;
  private GuardedConnection connection;
  private EndpointDetails counts;
  private HttpResponse response;
  private long headSizes;
  private long contentSize;
  private ByteArrayBuffer body;
  private long taken;
  private boolean released;
  private FutureCallback<RawResponse> result;

  /**
   * @param limit bytes
   * @param call is told of every sign of life, of a refusal, and when the connection is free
   * @param identity tells whether a reply is the request's
   * @param memory for what is longer than usual
   */
  ResponseCollector(int limit, PendingCall call, ResponseCheck identity, ResponseMemory memory) {
    this.limit = limit;
    this.call = call;
    this.identity = identity;
    this.memory = memory;
  }

  @Override
  public void consumeResponse(
      HttpResponse response,
      EntityDetails entity,
      HttpContext context,
      FutureCallback<RawResponse> result)
      throws IOException {
    call.request().markActivity();
    this.response = response;
    this.result = result;
    this.headSizes += HeadSize.of(response);
    this.contentSize = entity == null ? 0 : entity.getContentLength();
    var exchange = (CallContext) context;
    this.connection = exchange.connection();
    this.counts = exchange.getEndpointDetails();
    this.body = new ByteArrayBuffer(expectedSize());
    checkThatTheRequestIsOut(exchange.getRequest());
    if (response.getCode() >= HttpStatus.SC_REDIRECTION) {
      call.refused(reply(true, null));
    }
    if (entity == null) {
      end();
    }
  }

  /** A refusal may come as soon as the head is out; a success is the reply to a whole request. */
  private void checkThatTheRequestIsOut(HttpRequest request) throws IOException {
    long sent = connection.sent(counts);
    boolean isSuccess = response.getCode() < HttpStatus.SC_REDIRECTION;
    if (isSuccess ? call.request().isOut(request, sent) : sent >= HeadSize.of(request)) {
      return;
    }
    if (isSuccess) {
      result.completed(
          reply(true, ANOTHERS + "it began before the request was written to its end"));
    }
    // Closes the connection, and nothing more is written.
    throw new IOException("The reply began before the request was written");
  }

  @Override
  public void informationResponse(HttpResponse response, HttpContext context) {
    call.request().markActivity();
    headSizes += HeadSize.of(response);
  }

  @Override
  public void updateCapacity(CapacityChannel capacity) throws IOException {
    capacity.update(Integer.MAX_VALUE);
  }

  @Override
  public void consume(ByteBuffer piece) throws IOException {
    call.request().markActivity();
    ByteArrayBuffer collected = body;
    if (collected == null) {
      // Another thread has cancelled the exchange.
      return;
    }
    int room = limit - collected.length();
    boolean over = piece.remaining() > room;
    if (over) {
      piece.limit(piece.position() + room);
    }
    takeMemory(collected.length() + (long) piece.remaining());
    collected.append(piece);
    if (over) {
      result.completed(reply(true, null));
      throw new IOException("The reply is longer than " + limit + " bytes");
    }
  }

  private synchronized void takeMemory(long size) throws IOException {
    if (size <= LARGEST_EXPECTED_REPLY) {
      return;
    }
    if (released) {
      throw new IOException("The exchange was cancelled");
    }
    if (!memory.take(size - taken)) {
      String reason = "was not read to its end, for replies took too much memory at that moment";
      result.completed(reply(true, reason));
      throw new IOException("No memory for the reply");
    }
    taken = size;
  }

  @Override
  public void streamEnd(List<? extends Header> trailers) {
    end();
  }

  private void end() {
    long size = contentSize < 0 ? -1 : headSizes + contentSize;
    boolean nothingMore = connection.end(counts, size);
    RawResponse reply = reply(false, null);
    boolean isReusable = nothingMore && isProven(reply);
    // Before the connection is closed: HttpCore cancels a request whose thread finds it closed, and
    // that thread may be so late that the reply is here.
    result.completed(reply);
    if (!isReusable) {
      call.closeConnection();
    }
    giveMemoryBack();
  }

  /** Once: one thread may cancel the exchange while another reads the end of the reply. */
  private synchronized void giveMemoryBack() {
    released = true;
    body = null;
    memory.giveBack(taken);
    taken = 0;
  }

  /** Only after a reply that surely was the request's, the next one will be the next request's. */
  private boolean isProven(RawResponse reply) {
    if (reply.json() == null || reply.doubt() != null || !identity.isProof(reply.json())) {
      return false;
    }
    long message = identity.messageId(reply.json());
    if (message != 0) {
      connection.saw(message, value(REQUEST_ID));
    }
    return true;
  }

  @Override
  public void failed(Exception cause) {
    // the exchange's own callback is told
  }

  @Override
  public void releaseResources() {
    giveMemoryBack();
    call.connectionReleased();
  }

  private RawResponse reply(boolean cut, String doubt) {
    String retryAfter = value(HttpHeaders.RETRY_AFTER);
    byte[] packed = body.isFull() ? body.array() : body.toByteArray();
    if (cut) {
      return new RawResponse(response.getCode(), retryAfter, beginning(packed), true, null, doubt);
    }
    byte[] bytes = Unpacker.unpack(packed, value(HttpHeaders.CONTENT_ENCODING), limit);
    boolean tooLong = bytes.length > limit;
    Map<String, Object> json = tooLong ? null : ResponseJson.readObject(bytes).orElse(null);
    byte[] text = json == null ? beginning(bytes) : JSON;
    return new RawResponse(response.getCode(), retryAfter, text, tooLong, json, doubtOf(json));
  }

  /** Enough for what is shown of it. The rest must not wait for a thread of the pool. */
  private static byte[] beginning(byte[] body) {
    int from = 0;
    while (from < body.length && body[from] <= ' ' && body[from] >= 0) {
      from++;
    }
    return Arrays.copyOfRange(body, from, Math.min(body.length, from + SHOWN));
  }

  private String doubtOf(Map<String, Object> json) {
    if (json == null) {
      return null;
    }
    long message = identity.messageId(json);
    boolean isSeen = message != 0 && connection.hasSeen(message, value(REQUEST_ID));
    String doubt = identity.doubt(json, isSeen);
    return doubt == null ? null : ANOTHERS + doubt;
  }

  /** Never more than is usual, however much the server promises. */
  private int expectedSize() {
    int promised = (int) Math.min(contentSize, Math.min(limit, LARGEST_EXPECTED_REPLY));
    return promised < 0 ? Math.min(limit, USUAL_REPLY_SIZE) : promised;
  }

  private String value(String name) {
    Header header = response.getFirstHeader(name);
    return header == null ? null : header.getValue();
  }
}
