// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.client;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import org.apache.hc.core5.concurrent.FutureCallback;
import org.apache.hc.core5.http.EndpointDetails;
import org.apache.hc.core5.http.EntityDetails;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.HttpStatus;
import org.apache.hc.core5.http.nio.AsyncResponseConsumer;
import org.apache.hc.core5.http.nio.CapacityChannel;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.http.protocol.HttpCoreContext;
import org.apache.hc.core5.util.ByteArrayBuffer;

/** Collects a reply, up to a limit. A longer one is cut, and its connection given up. */
final class ReplyConsumer implements AsyncResponseConsumer<WireReply> {

  private static final int USUAL_REPLY_SIZE = 1024;
  private static final int LARGEST_EXPECTED_REPLY = 64 * 1024;

  private final int limit;
  private final InFlight call;
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
   * @param kept is told when a reply has ended
   */
  ReplyConsumer(int limit, InFlight call, KeptConnections kept) {
    this.limit = limit;
    this.call = call;
    this.kept = kept;
  }

  @Override
  public void consumeResponse(
      HttpResponse response,
      EntityDetails entity,
      HttpContext context,
      FutureCallback<WireReply> result) {
    call.request().touch();
    this.response = response;
    this.result = result;
    this.headSizes += HeadSize.of(response);
    this.contentSize = entity == null ? 0 : entity.getContentLength();
    this.connection = HttpCoreContext.cast(context).getEndpointDetails();
    this.body = new ByteArrayBuffer(expectedSize());
    if (response.getCode() >= HttpStatus.SC_REDIRECTION) {
      call.refused(reply(true));
    }
    if (entity == null) {
      end();
    }
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
      result.completed(reply(true));
      throw new IOException("The reply is longer than " + limit + " bytes");
    }
  }

  @Override
  public void streamEnd(List<? extends Header> trailers) {
    end();
  }

  private void end() {
    if (!kept.end(connection, contentSize < 0 ? -1 : headSizes + contentSize)) {
      call.closeConnection();
    }
    result.completed(reply(false));
  }

  @Override
  public void failed(Exception cause) {
    // the exchange's own callback is told
  }

  @Override
  public void releaseResources() {
    call.connectionReleased();
  }

  private WireReply reply(boolean cut) {
    return new WireReply(
        response.getCode(),
        value(HttpHeaders.CONTENT_ENCODING),
        value(HttpHeaders.RETRY_AFTER),
        body.isFull() ? body.array() : body.toByteArray(),
        cut);
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
