// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.simulator.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.livedesk.camel.simulator.store.ApiError;
import io.github.livedesk.camel.simulator.store.RecordedCall.Reply;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.HttpString;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.xnio.IoUtils;
import org.xnio.XnioExecutor;

/** The forms that answers of a Rails server behind a proxy have. */
public final class Replies {

  private static final HttpString REQUEST_ID = new HttpString("X-Request-Id");
  private static final JsonMapper JSON = new JsonMapper();

  private Replies() {}

  public static Reply json(int status, Object json) {
    try {
      return new Reply(
          status,
          Map.of("Content-Type", "application/json; charset=utf-8"),
          JSON.writeValueAsBytes(json));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Maps of texts and numbers are always JSON", e);
    }
  }

  /** Where the simulator's own disk fails. */
  public static ApiError notReadable() {
    return new ApiError(503, "The simulator can't read its temporary folder");
  }

  public static Reply text(int status, String type, String text) {
    return new Reply(status, Map.of("Content-Type", type), text.getBytes(UTF_8));
  }

  public static void send(HttpServerExchange exchange, Reply reply) {
    if (!exchange.getConnection().isOpen()) {
      exchange.endExchange();
      return;
    }
    exchange.setStatusCode(reply.status());
    reply
        .headers()
        .forEach((name, value) -> exchange.getResponseHeaders().put(new HttpString(name), value));
    // As Rails does. Message ids begin anew with a reset: this tells such a reply from a repeated
    // one.
    exchange.getResponseHeaders().put(REQUEST_ID, UUID.randomUUID().toString());
    if (!exchange.isRequestComplete()) {
      closeLater(exchange);
    }
    exchange.getResponseSender().send(ByteBuffer.wrap(reply.body()));
  }

  /**
   * What still comes of a request that was answered early is read, else the client may lose the
   * answer; but not for ever.
   */
  private static void closeLater(HttpServerExchange exchange) {
    XnioExecutor.Key close =
        exchange
            .getIoThread()
            .executeAfter(
                () -> IoUtils.safeClose(exchange.getConnection()),
                BodyReader.idleMillis(exchange),
                TimeUnit.MILLISECONDS);
    exchange.addExchangeCompleteListener(
        (ended, next) -> {
          close.remove();
          next.proceed();
        });
  }
}
