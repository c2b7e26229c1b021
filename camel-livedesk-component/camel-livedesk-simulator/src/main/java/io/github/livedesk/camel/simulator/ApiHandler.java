// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.livedesk.camel.simulator.Conversation.Entry;
import io.github.livedesk.camel.simulator.Orders.Order;
import io.github.livedesk.camel.simulator.RecordedCall.Reply;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.protocol.http.HttpContinue;
import io.undertow.util.HeaderValues;
import io.undertow.util.SameThreadExecutor;
import java.io.IOException;
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

  /** In bytes: a longer body of a request that is refused by its head is not waited for. */
  private static final int SHORT = 64 * 1024;

  private static final long LONGEST = 40L * 1024 * 1024;
  private static final Content NOT_READ = Content.of(new byte[0]);

  /** Held by whoever judges a long body: each may take some 100 MB for a moment. */
  private final Object oneAtATime = new Object();

  private final CallLog calls;
  private final Desk desk;
  private final Orders orders;
  private final Spool spool;
  private final String host;
  private final byte[] authorization;

  ApiHandler(CallLog calls, Desk desk, Orders orders, Spool spool, SimulatorOptions options) {
    this.calls = calls;
    this.desk = desk;
    this.orders = orders;
    this.spool = spool;
    this.host = options.host();
    String credentials = options.apiKey() + ":" + options.secretKey();
    String token = Base64.getEncoder().encodeToString(credentials.getBytes(UTF_8));
    this.authorization = ("Basic " + token).getBytes(UTF_8);
  }

  @Override
  public void handleRequest(HttpServerExchange exchange) {
    RecordedRequest head = recorded(exchange);
    try {
      Target target = judge(head);
      BodyReader.read(
          exchange,
          spool,
          LONGEST,
          (received, body) -> answer(received, head.withBody(body), target),
          (received, refusal) -> refuse(received, head, refusal));
    } catch (Refusal refusal) {
      refuseByHead(exchange, head, refusal);
    }
  }

  /** What is short enough is recorded all the same. */
  private void refuseByHead(HttpServerExchange exchange, RecordedRequest head, Refusal refusal) {
    boolean waits = HttpContinue.requiresContinueResponse(exchange);
    boolean endless = !exchange.isRequestComplete() && exchange.getRequestContentLength() < 0;
    if (waits || endless) {
      refuse(exchange, head, refusal);
      return;
    }
    BodyReader.read(
        exchange,
        spool,
        SHORT,
        (received, body) -> {
          refuse(received, head.withBody(body), refusal);
          body.release();
        },
        (received, unread) -> refuse(received, head, refusal));
  }

  private void refuse(HttpServerExchange exchange, RecordedRequest request, Refusal refusal) {
    refuse(exchange, calls.add(request), refusal);
  }

  private void refuse(HttpServerExchange exchange, long number, Refusal refusal) {
    send(exchange, number, Replies.json(refusal.status(), refusal.toJson()));
  }

  private void answer(HttpServerExchange exchange, RecordedRequest request, Target target) {
    long number = calls.add(request);
    Call call = null;
    try {
      call = new Call(number, target, draft(request, target, number), request.content());
      Order order = orders.takeForRequest(target.conversationId());
      carryOutInTime(exchange, call, order);
    } catch (Refusal refusal) {
      refuse(exchange, number, refusal);
    } catch (IOException e) {
      refuse(exchange, number, Replies.notReadable());
    } finally {
      if (call == null) {
        request.content().release();
      }
    }
  }

  private void carryOutInTime(HttpServerExchange exchange, Call call, Order order) {
    if (order.delay().isZero()) {
      carryOut(exchange, call, order);
      return;
    }
    Runnable later = () -> carryOut(exchange, call, order);
    exchange.dispatch(
        SameThreadExecutor.INSTANCE,
        () ->
            exchange
                .getIoThread()
                .executeAfter(later, order.delay().toMillis(), TimeUnit.MILLISECONDS));
  }

  /**
   * What the head of a request asks for.
   *
   * @param messageId the message that is retried, or null
   */
  private record Target(String conversationId, String messageId) {}

  /**
   * A request that is in order.
   *
   * @param draft the message, or null where one is retried
   * @param body released when the call has ended
   */
  private record Call(long number, Target target, Draft draft, Content body) {}

  /** By its head: before anything is read of a body. */
  private Target judge(RecordedRequest request) throws Refusal {
    String given = request.header("Authorization");
    if (given == null || !MessageDigest.isEqual(given.getBytes(UTF_8), authorization)) {
      throw new Refusal(401, "Invalid API key or API secret");
    }
    Matcher messages = MESSAGES.matcher(request.path().split("\\?", 2)[0]);
    if (!messages.matches() || !request.method().equals("POST")) {
      throw new Refusal(404, "Resource could not be found");
    }
    return new Target(messages.group(1), messages.group(2));
  }

  private Draft draft(RecordedRequest request, Target target, long number)
      throws Refusal, IOException {
    if (target.messageId() != null) {
      desk.checkRetry(target.conversationId(), target.messageId());
      return null;
    }
    if (request.content().size() <= Spool.LONGEST_IN_MEMORY) {
      return draft(request, number);
    }
    synchronized (oneAtATime) {
      return draft(request, number);
    }
  }

  private Draft draft(RecordedRequest request, long number) throws Refusal, IOException {
    var warnings = new Warnings();
    try {
      return read(request, warnings).withWarnings(warnings.toList());
    } finally {
      calls.warned(number, warnings.toList());
    }
  }

  private static Draft read(RecordedRequest request, Warnings warnings)
      throws Refusal, IOException {
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
        String url = HostHeader.url(exchange, host);
        send(exchange, call.number(), Replies.json(200, message.toJson(url)));
      }
    } catch (Refusal refusal) {
      refuse(exchange, call.number(), refusal);
    } finally {
      call.body().release();
    }
  }

  private StoredMessage store(Call call, String externalError) throws Refusal {
    String conversationId = call.target().conversationId();
    if (call.draft() == null) {
      return desk.change(
          conversationId, call.target().messageId(), externalError, List.of(call.number()));
    }
    Entry stored = desk.store(conversationId, call.draft(), externalError, call.number());
    calls.warned(call.number(), stored.warnings());
    return stored.message();
  }

  private void send(HttpServerExchange exchange, long number, Reply reply) {
    calls.answered(number, reply);
    Replies.send(exchange, reply);
  }

  private static RecordedRequest recorded(HttpServerExchange exchange) {
    Map<String, List<String>> headers = new LinkedHashMap<>();
    for (HeaderValues values : exchange.getRequestHeaders()) {
      headers.put(
          values.getHeaderName().toString().toLowerCase(Locale.ROOT), new ArrayList<>(values));
    }
    String query = exchange.getQueryString();
    String path = exchange.getRequestURI() + (query.isEmpty() ? "" : "?" + query);
    String method = exchange.getRequestMethod().toString();
    return new RecordedRequest(method, path, headers, NOT_READ, List.of());
  }
}
