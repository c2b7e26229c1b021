// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.client;

import java.io.IOException;
import java.nio.ByteBuffer;
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
import org.apache.hc.core5.http.protocol.HttpCoreContext;
import org.apache.hc.core5.util.ByteArrayBuffer;

/** Collects a reply, up to a limit. A longer one is cut, and its connection given up. */
final class ReplyConsumer implements AsyncResponseConsumer<WireReply> {

  /** Rails gives each reply one of its own. */
  private static final String REQUEST_ID = "X-Request-Id";

  private static final int USUAL_REPLY_SIZE = 1024;
  private static final int LARGEST_EXPECTED_REPLY = 64 * 1024;

  private final int limit;
  private final InFlight call;
  private final ReplyIdentity identity;
  private final KeptConnections kept;
  private EndpointDetails connection;
  private HttpResponse response;
  private long headSizes;
  private long contentSize;
  private ByteArrayBuffer body;
  private FutureCallback<WireReply> result;

  /**
   * @param limit bytes
   * @param call is told of every sign of life, of a refusal, and when the connection is free
   * @param identity tells whether a reply is the request's
   * @param kept is told when a reply has ended
   */
  ReplyConsumer(int limit, InFlight call, ReplyIdentity identity, KeptConnections kept) {
    this.limit = limit;
    this.call = call;
    this.identity = identity;
    this.kept = kept;
  }

  @Override
  public void consumeResponse(
      HttpResponse response,
      EntityDetails entity,
      HttpContext context,
      FutureCallback<WireReply> result)
      throws IOException {
    call.request().touch();
    this.response = response;
    this.result = result;
    this.headSizes += HeadSize.of(response);
    this.contentSize = entity == null ? 0 : entity.getContentLength();
    var exchange = HttpCoreContext.cast(context);
    this.connection = exchange.getEndpointDetails();
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
    long sent = kept.sent(connection);
    boolean isSuccess = response.getCode() < HttpStatus.SC_REDIRECTION;
    if (isSuccess ? call.request().isOut(request, sent) : sent >= HeadSize.of(request)) {
      return;
    }
    if (isSuccess) {
      result.completed(reply(true, "it began before the request was written to its end"));
    }
    // Closes the connection, and nothing more is written.
    throw new IOException("The reply began before the request was written");
  }

  @Override
  public void informationResponse(HttpResponse response, HttpContext context) {
    call.request().touch();
    headSizes += HeadSize.of(response);
  }

  @Override
  public void updateCapacity(CapacityChannel capacity) throws IOException {
    capacity.update(Integer.MAX_VALUE);
  }

  @Override
  public void consume(ByteBuffer piece) throws IOException {
    call.request().touch();
    int room = limit - body.length();
    boolean over = piece.remaining() > room;
    if (over) {
      piece.limit(piece.position() + room);
    }
    body.append(piece);
    if (over) {
      result.completed(reply(true, null));
      throw new IOException("The reply is longer than " + limit + " bytes");
    }
  }

  @Override
  public void streamEnd(List<? extends Header> trailers) {
    end();
  }

  private void end() {
    boolean nothingMore = kept.end(connection, contentSize < 0 ? -1 : headSizes + contentSize);
    WireReply reply = reply(false, null);
    if (!nothingMore || !isProven(reply)) {
      call.closeConnection();
    }
    result.completed(reply);
  }

  /** Only after a reply that surely was the request's, the next one will be the next request's. */
  private boolean isProven(WireReply reply) {
    if (reply.json() == null || reply.doubt() != null || !identity.isProof(reply.json())) {
      return false;
    }
    kept.saw(connection, ReplyIdentity.messageId(reply.json()), value(REQUEST_ID));
    return true;
  }

  @Override
  public void failed(Exception cause) {
    // the exchange's own callback is told
  }

  @Override
  public void releaseResources() {
    call.connectionReleased();
  }

  /** What came, up to the limit. */
  private WireReply reply(boolean cut, String doubt) {
    byte[] packed = body.isFull() ? body.array() : body.toByteArray();
    String retryAfter = value(HttpHeaders.RETRY_AFTER);
    if (cut) {
      return new WireReply(response.getCode(), retryAfter, packed, true, null, doubt);
    }
    byte[] bytes = Unpacker.unpack(packed, value(HttpHeaders.CONTENT_ENCODING), limit);
    boolean tooLong = bytes.length > limit;
    Map<String, Object> json = tooLong ? null : Json.readObject(bytes).orElse(null);
    return new WireReply(response.getCode(), retryAfter, bytes, tooLong, json, doubtOf(json));
  }

  private String doubtOf(Map<String, Object> json) {
    long message = json == null ? 0 : ReplyIdentity.messageId(json);
    if (message == 0) {
      return null;
    }
    return identity.doubt(json, kept.hasSeen(connection, message, value(REQUEST_ID)));
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
