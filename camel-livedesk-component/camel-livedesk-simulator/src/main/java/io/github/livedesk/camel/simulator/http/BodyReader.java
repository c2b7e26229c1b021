// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.simulator.http;

import io.github.livedesk.camel.simulator.content.Content;
import io.github.livedesk.camel.simulator.content.Spool;
import io.github.livedesk.camel.simulator.content.Upload;
import io.github.livedesk.camel.simulator.store.ApiError;
import io.undertow.UndertowOptions;
import io.undertow.io.Receiver;
import io.undertow.server.Connectors;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.protocol.http.HttpContinue;
import java.io.IOException;
import java.util.concurrent.TimeUnit;

/**
 * Reads the body of a request as it comes: what is announced takes no memory, and a client that
 * sends nothing for too long is not waited for.
 */
public final class BodyReader {

  /** Gets the body; releases it when nobody needs it any more. */
  @FunctionalInterface
  public interface Received {
    void handle(HttpServerExchange exchange, Content body);
  }

  /** Gets why there is no body. */
  @FunctionalInterface
  public interface Failed {
    void handle(HttpServerExchange exchange, ApiError error);
  }

  private final HttpServerExchange exchange;
  private final Upload upload;
  private final long most;
  private final Received received;
  private final Failed failed;
  private final Receiver receiver;
  private final long idleMillis;
  private long lastPiece = System.nanoTime();
  private boolean ended;

  private BodyReader(
      HttpServerExchange exchange, Upload upload, long most, Received received, Failed failed) {
    this.exchange = exchange;
    this.upload = upload;
    this.most = most;
    this.received = received;
    this.failed = failed;
    this.receiver = exchange.getRequestReceiver();
    this.idleMillis = idleMillis(exchange);
  }

  /** How long this connection may do nothing. */
  static int idleMillis(HttpServerExchange exchange) {
    return exchange.getConnection().getUndertowOptions().get(UndertowOptions.NO_REQUEST_TIMEOUT, 0);
  }

  /**
   * Begins to read; one of the two is called, on the connection's thread.
   *
   * @param most in bytes; where more are announced none is waited for
   */
  public static void read(
      HttpServerExchange exchange, Spool spool, long most, Received received, Failed failed) {
    if (exchange.getRequestContentLength() > most) {
      failed.handle(exchange, tooLarge(most));
      return;
    }
    // Counted here: Undertow closes the connection without an answer where a chunked body is
    // longer.
    exchange.setMaxEntitySize(0);
    new BodyReader(exchange, spool.begin(), most, received, failed).begin();
  }

  private static ApiError tooLarge(long most) {
    return new ApiError(413, "Payload Too Large: a body has " + most + " bytes at most");
  }

  private void begin() {
    try {
      if (HttpContinue.requiresContinueResponse(exchange)) {
        HttpContinue.createResponseSender(exchange).send();
      }
    } catch (IOException e) {
      // The client has gone: that shows as soon as its body is read.
    }
    receiver.receivePartialBytes(this::take, (same, cause) -> fail(notAsAnnounced()));
    if (!ended) {
      lookAfter(idleMillis);
    }
  }

  private static ApiError notAsAnnounced() {
    return ApiError.badRequest("The body is not as Content-Length or Transfer-Encoding says");
  }

  private void take(HttpServerExchange same, byte[] piece, boolean last) {
    if (ended) {
      return;
    }
    lastPiece = System.nanoTime();
    if (upload.size() + piece.length > most) {
      fail(tooLarge(most));
      return;
    }
    try {
      upload.append(piece);
      if (last) {
        Content body = upload.complete();
        ended = true;
        received.handle(exchange, body);
      }
    } catch (IOException e) {
      fail(new ApiError(503, "The simulator can't write to its temporary folder: " + e));
    }
  }

  private void fail(ApiError error) {
    if (!ended) {
      ended = true;
      receiver.pause();
      upload.discard();
      failed.handle(exchange, error);
    }
  }

  private void lookAfter(long millis) {
    exchange.getIoThread().executeAfter(this::look, millis, TimeUnit.MILLISECONDS);
  }

  private void look() {
    long silent = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - lastPiece);
    if (!ended && silent < idleMillis) {
      lookAfter(idleMillis - silent);
    } else if (!ended) {
      exchange.setPersistent(false);
      ApiError late =
          new ApiError(408, "Request Timeout: nothing of the body came for " + idleMillis + " ms");
      Connectors.executeRootHandler(same -> fail(late), exchange);
    }
  }
}
