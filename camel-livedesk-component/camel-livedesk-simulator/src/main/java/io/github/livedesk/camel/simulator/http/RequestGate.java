// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.simulator.http;

import io.github.livedesk.camel.simulator.store.ApiError;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.HeaderValues;
import io.undertow.util.Headers;

/**
 * Refuses what no other part need know of: heads that leave open where a body ends or who is meant.
 */
public final class RequestGate implements HttpHandler {

  private final HttpHandler next;

  /**
   * A gate before another handler.
   *
   * @param next handles what is in order
   */
  public RequestGate(HttpHandler next) {
    this.next = next;
  }

  @Override
  public void handleRequest(HttpServerExchange exchange) throws Exception {
    HeaderValues encodings = exchange.getRequestHeaders().get(Headers.TRANSFER_ENCODING);
    String host = exchange.getRequestHeaders().getFirst(Headers.HOST);
    if (encodings != null && !isChunked(encodings)) {
      ChunkedBody.drop(exchange);
      String found = ShownName.of(String.join(", ", encodings));
      refuse(exchange, "Transfer-Encoding takes chunked alone, found '" + found + "'");
    } else if (host != null && !HostHeader.isOne(host)) {
      refuse(exchange, "Host takes a name or an address, with or without a port");
    } else {
      if (encodings != null) {
        ChunkedBody.use(exchange);
      }
      next.handleRequest(exchange);
    }
  }

  private static boolean isChunked(HeaderValues encodings) {
    return encodings.size() == 1 && encodings.getFirst().strip().equalsIgnoreCase("chunked");
  }

  private static void refuse(HttpServerExchange exchange, String wrong) {
    ApiError error = ApiError.badRequest(wrong);
    Replies.send(exchange, Replies.json(error.status(), error.toJson()));
  }
}
