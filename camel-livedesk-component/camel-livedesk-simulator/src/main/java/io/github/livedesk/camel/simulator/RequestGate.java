// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.simulator;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.HeaderValues;
import io.undertow.util.Headers;

/**
 * Refuses what no other part need know of: heads that leave open where a body ends or who is meant.
 */
final class RequestGate implements HttpHandler {

  private final HttpHandler next;

  /**
   * @param next handles what is in order
   */
  RequestGate(HttpHandler next) {
    this.next = next;
  }

  @Override
  public void handleRequest(HttpServerExchange exchange) throws Exception {
    String wrong = wrong(exchange);
    if (wrong == null) {
      next.handleRequest(exchange);
      return;
    }
    // Nobody knows where its body ends.
    exchange.setPersistent(false);
    Refusal refusal = Refusal.badRequest(wrong);
    Replies.send(exchange, Replies.json(refusal.status(), refusal.toJson()));
  }

  private static String wrong(HttpServerExchange exchange) {
    HeaderValues encodings = exchange.getRequestHeaders().get(Headers.TRANSFER_ENCODING);
    if (encodings != null
        && (encodings.size() > 1 || !encodings.getFirst().strip().equalsIgnoreCase("chunked"))) {
      return "Transfer-Encoding takes chunked alone, found '"
          + Warnings.shown(String.join(", ", encodings))
          + "'";
    }
    String host = exchange.getRequestHeaders().getFirst(Headers.HOST);
    return host == null || HostHeader.isOne(host)
        ? null
        : "Host takes a name or an address, with or without a port";
  }
}
