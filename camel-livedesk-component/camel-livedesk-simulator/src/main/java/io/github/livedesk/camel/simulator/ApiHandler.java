// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.livedesk.camel.simulator.Conversation.Entry;
import io.github.livedesk.camel.simulator.Orders.Order;
import io.github.livedesk.camel.simulator.RecordedCall.Reply;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.HeaderValues;
import io.undertow.util.SameThreadExecutor;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.xnio.IoUtils;

/**
 * LiveDesk's API over HTTP: records, checks the credentials, judges the request, does what was
 * ordered for it, answers.
 */
final class ApiHandler implements HttpHandler {

  private static final Pattern MESSAGES =
      Pattern.compile(
          "/api/v2/accounts/conversations/([A-Za-z0-9_-]{1,64})/messages"
              + "(?:/([A-Za-z0-9_-]{1,64})/retry)?");
  private static final byte[] NOT_READ = {};

  private final CallLog calls;
  private final Desk desk;
  private final Orders orders;
  private final byte[] authorization;

  ApiHandler(CallLog calls, Desk desk, Orders orders, String apiKey, String secretKey) {
    this.calls = calls;
    this.desk = desk;
    this.orders = orders;
    String token = Base64.getEncoder().encodeToString((apiKey + ":" + secretKey).getBytes(UTF_8));
    this.authorization = ("Basic " + token).getBytes(UTF_8);
  }

  @Override
  public void handleRequest(HttpServerExchange exchange) {
    // Not left to the receiver: it makes room for the announced length first.
    if (exchange.getRequestContentLength() > exchange.getMaxEntitySize()) {
      refuseAsTooLarge(exchange);
      return;
    }
    exchange
        .getRequestReceiver()
        .receiveFullBytes(
            (received, body) -> answer(received, recorded(received, body)),
            (received, tooLong) -> refuseAsTooLarge(received));
  }

  private void refuseAsTooLarge(HttpServerExchange exchange) {
    long number = calls.add(recorded(exchange, NOT_READ));
    send(exchange, number, Replies.json(413, Map.of("error", "Payload Too Large")));
  }

  private void answer(HttpServerExchange exchange, RecordedRequest request) {
    long number = calls.add(request);
    try {
      Call call = judge(request, number);
      Order order = orders.takeForRequest(call.conversationId());
      if (order.delay().isZero()) {
        carryOut(exchange, call, order);
      } else {
        Runnable later = () -> carryOut(exchange, call, order);
        exchange.dispatch(
            SameThreadExecutor.INSTANCE,
            () ->
                exchange
                    .getIoThread()
                    .executeAfter(later, order.delay().toMillis(), TimeUnit.MILLISECONDS));
      }
    } catch (Refusal refusal) {
      send(exchange, number, Replies.json(refusal.status(), refusal.toJson()));
    }
  }

  /**
   * A request that is in order.
   *
   * @param draft the message, or null where one is retried
   * @param messageId the message that is retried, or null
   */
  private record Call(long number, String conversationId, Draft draft, String messageId) {}

  private Call judge(RecordedRequest request, long number) throws Refusal {
    String given = request.header("Authorization");
    if (given == null || !MessageDigest.isEqual(given.getBytes(UTF_8), authorization)) {
      throw new Refusal(401, "Invalid API key or API secret");
    }
    Matcher messages = MESSAGES.matcher(request.path().split("\\?", 2)[0]);
    if (!messages.matches() || !request.method().equals("POST")) {
      throw new Refusal(404, "Resource could not be found");
    }
    String conversationId = messages.group(1);
    String messageId = messages.group(2);
    if (messageId == null) {
      return new Call(number, conversationId, draft(request, number), null);
    }
    desk.checkRetry(conversationId, messageId);
    return new Call(number, conversationId, null, messageId);
  }

  private Draft draft(RecordedRequest request, long number) throws Refusal {
    var warnings = new Warnings();
    try {
      return read(request, warnings).withWarnings(warnings.toList());
    } finally {
      calls.warned(number, warnings.toList());
    }
  }

  private static Draft read(RecordedRequest request, Warnings warnings) throws Refusal {
    String header = request.header("Content-Type");
    String type = header == null ? "" : header.split(";", 2)[0].trim().toLowerCase(Locale.ROOT);
    return switch (type) {
      case "application/json" -> TextCall.read(request, warnings);
      case "multipart/form-data" -> AttachmentCall.read(request, warnings);
      default ->
          throw new Refusal(
              422, "Content-Type is neither application/json nor multipart/form-data");
    };
  }

  private void carryOut(HttpServerExchange exchange, Call call, Order order) {
    try {
      if (order.behaviour() instanceof Behaviour.Answer answer) {
        send(exchange, call.number(), Replies.ordered(answer));
      } else if (order.behaviour() instanceof Behaviour.DropConnection drop) {
        if (drop.moment() == DropMoment.AFTER_STORING) {
          store(call, null);
        }
        calls.answered(call.number(), Reply.NONE);
        IoUtils.safeClose(exchange.getConnection());
      } else {
        StoredMessage message = store(call, order.externalError());
        String url = exchange.getRequestScheme() + "://" + exchange.getHostAndPort();
        send(exchange, call.number(), Replies.json(200, message.toJson(url)));
      }
    } catch (Refusal refusal) {
      send(exchange, call.number(), Replies.json(refusal.status(), refusal.toJson()));
    }
  }

  private StoredMessage store(Call call, String externalError) throws Refusal {
    if (call.messageId() != null) {
      return desk.change(
          call.conversationId(), call.messageId(), externalError, List.of(call.number()));
    }
    Entry stored = desk.store(call.conversationId(), call.draft(), externalError, call.number());
    calls.warned(call.number(), stored.warnings());
    return stored.message();
  }

  private void send(HttpServerExchange exchange, long number, Reply reply) {
    calls.answered(number, reply);
    Replies.send(exchange, reply);
  }

  private static RecordedRequest recorded(HttpServerExchange exchange, byte[] body) {
    Map<String, List<String>> headers = new LinkedHashMap<>();
    for (HeaderValues values : exchange.getRequestHeaders()) {
      headers.put(
          values.getHeaderName().toString().toLowerCase(Locale.ROOT), new ArrayList<>(values));
    }
    String query = exchange.getQueryString();
    String path = exchange.getRequestURI() + (query.isEmpty() ? "" : "?" + query);
    return new RecordedRequest(exchange.getRequestMethod().toString(), path, headers, body);
  }
}
