// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.simulator.inbox;

import io.github.livedesk.camel.simulator.content.Content;
import io.undertow.io.IoCallback;
import io.undertow.io.Sender;
import io.undertow.server.HttpServerExchange;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.xnio.IoUtils;

/** Sends a content that may be on disk, a piece at a time. */
final class FileSender implements IoCallback {

  private static final int PIECE = 64 * 1024;

  private final Content content;
  private int position;

  private FileSender(Content content) {
    this.content = content;
  }

  /** Sends all of it and releases it. */
  static void send(HttpServerExchange exchange, Content content) {
    exchange.setResponseContentLength(content.size());
    exchange.addExchangeCompleteListener(
        (ended, next) -> {
          content.release();
          next.proceed();
        });
    new FileSender(content).next(exchange, exchange.getResponseSender());
  }

  private void next(HttpServerExchange exchange, Sender sender) {
    var piece = ByteBuffer.allocate(Math.min(PIECE, content.size() - position));
    try {
      content.read(position, piece);
    } catch (IOException e) {
      onException(exchange, sender, e);
      return;
    }
    position += piece.position();
    sender.send(piece.flip(), position < content.size() ? this : IoCallback.END_EXCHANGE);
  }

  @Override
  public void onComplete(HttpServerExchange exchange, Sender sender) {
    next(exchange, sender);
  }

  /** A reply that was begun can't become a refusal: the client must see that it has no end. */
  @Override
  public void onException(HttpServerExchange exchange, Sender sender, IOException exception) {
    IoUtils.safeClose(exchange.getConnection());
    exchange.endExchange();
  }
}
