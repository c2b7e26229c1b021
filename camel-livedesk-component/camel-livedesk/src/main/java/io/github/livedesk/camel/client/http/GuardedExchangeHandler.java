// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.client.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.List;
import org.apache.hc.core5.http.EntityDetails;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.RequestNotExecutedException;
import org.apache.hc.core5.http.nio.AsyncClientExchangeHandler;
import org.apache.hc.core5.http.nio.CapacityChannel;
import org.apache.hc.core5.http.nio.DataStreamChannel;
import org.apache.hc.core5.http.nio.RequestChannel;
import org.apache.hc.core5.http.protocol.HttpContext;

/**
 * An exchange whose errors end it, and it alone: thrown on, an {@link Error} would end the I/O
 * thread and every exchange on it. Failures that are no end, or quote the server, don't get through
 * as they came.
 */
final class GuardedExchangeHandler implements AsyncClientExchangeHandler {

  private final AsyncClientExchangeHandler handler;
  private volatile boolean begun;

  /** The thread whose cancellation comes too late; it releases resources right after it. */
  private volatile Thread late;

  GuardedExchangeHandler(AsyncClientExchangeHandler handler) {
    this.handler = handler;
  }

  /**
   * Ignores a cancellation that comes too late. HttpCore queues a request, looks whether the
   * connection is closed, and cancels the request if so. Meanwhile the request may have been sent,
   * and the connection closed because the reply is there. The I/O thread ends such an exchange.
   */
  @Override
  public void failed(Exception cause) {
    if (begun && cause instanceof RequestNotExecutedException) {
      late = Thread.currentThread();
      return;
    }
    handler.failed(MalformedResponseException.withoutQuotes(cause));
  }

  @Override
  public void produceRequest(RequestChannel channel, HttpContext context)
      throws HttpException, IOException {
    begun = true;
    try {
      handler.produceRequest(channel, context);
    } catch (Error e) {
      throw new BrokenCallException(e);
    }
  }

  @Override
  public int available() {
    try {
      return handler.available();
    } catch (Error e) {
      throw new UncheckedIOException(new BrokenCallException(e));
    }
  }

  @Override
  public void produce(DataStreamChannel channel) throws IOException {
    try {
      handler.produce(channel);
    } catch (Error e) {
      throw new BrokenCallException(e);
    }
  }

  @Override
  public void consumeInformation(HttpResponse response, HttpContext context)
      throws HttpException, IOException {
    try {
      handler.consumeInformation(response, context);
    } catch (Error e) {
      throw new BrokenCallException(e);
    }
  }

  @Override
  public void consumeResponse(HttpResponse response, EntityDetails entity, HttpContext context)
      throws HttpException, IOException {
    try {
      handler.consumeResponse(response, entity, context);
    } catch (Error e) {
      throw new BrokenCallException(e);
    }
  }

  @Override
  public void updateCapacity(CapacityChannel capacity) throws IOException {
    try {
      handler.updateCapacity(capacity);
    } catch (Error e) {
      throw new BrokenCallException(e);
    }
  }

  @Override
  public void consume(ByteBuffer piece) throws IOException {
    try {
      handler.consume(piece);
    } catch (Error e) {
      throw new BrokenCallException(e);
    }
  }

  @Override
  public void streamEnd(List<? extends Header> trailers) throws HttpException, IOException {
    try {
      handler.streamEnd(trailers);
    } catch (Error e) {
      throw new BrokenCallException(e);
    }
  }

  @Override
  public void cancel() {
    handler.cancel();
  }

  @Override
  public void releaseResources() {
    if (late == Thread.currentThread()) {
      late = null;
      return;
    }
    handler.releaseResources();
  }
}
