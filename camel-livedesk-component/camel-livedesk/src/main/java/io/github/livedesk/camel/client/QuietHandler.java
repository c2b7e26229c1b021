// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.client;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import org.apache.hc.core5.http.EntityDetails;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.nio.AsyncClientExchangeHandler;
import org.apache.hc.core5.http.nio.CapacityChannel;
import org.apache.hc.core5.http.nio.DataStreamChannel;
import org.apache.hc.core5.http.nio.RequestChannel;
import org.apache.hc.core5.http.protocol.HttpContext;

/** An exchange that is told of failures without what the parser quotes. */
final class QuietHandler implements AsyncClientExchangeHandler {

  private final AsyncClientExchangeHandler handler;

  QuietHandler(AsyncClientExchangeHandler handler) {
    this.handler = handler;
  }

  @Override
  public void failed(Exception cause) {
    handler.failed(NoHttpException.withoutQuotes(cause));
  }

  @Override
  public void produceRequest(RequestChannel channel, HttpContext context)
      throws HttpException, IOException {
    handler.produceRequest(channel, context);
  }

  @Override
  public int available() {
    return handler.available();
  }

  @Override
  public void produce(DataStreamChannel channel) throws IOException {
    handler.produce(channel);
  }

  @Override
  public void consumeInformation(HttpResponse response, HttpContext context)
      throws HttpException, IOException {
    handler.consumeInformation(response, context);
  }

  @Override
  public void consumeResponse(HttpResponse response, EntityDetails entity, HttpContext context)
      throws HttpException, IOException {
    handler.consumeResponse(response, entity, context);
  }

  @Override
  public void updateCapacity(CapacityChannel capacity) throws IOException {
    handler.updateCapacity(capacity);
  }

  @Override
  public void consume(ByteBuffer piece) throws IOException {
    handler.consume(piece);
  }

  @Override
  public void streamEnd(List<? extends Header> trailers) throws HttpException, IOException {
    handler.streamEnd(trailers);
  }

  @Override
  public void cancel() {
    handler.cancel();
  }

  @Override
  public void releaseResources() {
    handler.releaseResources();
  }
}
