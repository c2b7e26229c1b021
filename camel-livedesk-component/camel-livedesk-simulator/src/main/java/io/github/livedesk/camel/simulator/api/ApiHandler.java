// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.simulator.api;

import io.github.livedesk.camel.simulator.behaviour.Behaviour;
import io.github.livedesk.camel.simulator.behaviour.PlannedBehaviours;
import io.github.livedesk.camel.simulator.behaviour.PlannedBehaviours.Planned;
import io.github.livedesk.camel.simulator.content.Content;
import io.github.livedesk.camel.simulator.content.Spool;
import io.github.livedesk.camel.simulator.http.BodyReader;
import io.github.livedesk.camel.simulator.http.HostHeader;
import io.github.livedesk.camel.simulator.http.Replies;
import io.github.livedesk.camel.simulator.store.ApiError;
import io.github.livedesk.camel.simulator.store.CallLog;
import io.github.livedesk.camel.simulator.store.Conversation.Entry;
import io.github.livedesk.camel.simulator.store.IncomingMessage;
import io.github.livedesk.camel.simulator.store.Message;
import io.github.livedesk.camel.simulator.store.MessageStore;
import io.github.livedesk.camel.simulator.store.RecordedCall.Reply;
import io.github.livedesk.camel.simulator.store.Request;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.protocol.http.HttpContinue;
import io.undertow.util.HeaderValues;
import io.undertow.util.SameThreadExecutor;
import java.io.IOException;
import java.util.ArrayList;
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
public final class ApiHandler implements HttpHandler {

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
  private final MessageStore store;
  private final PlannedBehaviours planned;
  private final Spool spool;
  private final Credentials credentials;
  private final String host;

  /**
   * The API of a store.
   *
   * @param host that the simulator listens on: for URLs in responses, where the request names none
   */
  public ApiHandler(
      CallLog calls,
      MessageStore store,
      PlannedBehaviours planned,
      Spool spool,
      Credentials credentials,
      String host) {
    this.calls = calls;
    this.store = store;
    this.planned = planned;
    this.spool = spool;
    this.credentials = credentials;
    this.host = host;
  }

  @Override
  public void handleRequest(HttpServerExchange exchange) {
    Request head = recorded(exchange);
    try {
      Target target = judge(head);
      BodyReader.read(
          exchange,
          spool,
          LONGEST,
          (received, body) -> answer(received, head.withBody(body), target),
          (received, error) -> refuse(received, head, error));
    } catch (ApiError error) {
      refuseByHead(exchange, head, error);
    }
  }

  /** What is short enough is recorded all the same. */
  private void refuseByHead(HttpServerExchange exchange, Request head, ApiError error) {
    boolean waits = HttpContinue.requiresContinueResponse(exchange);
    boolean endless = !exchange.isRequestComplete() && exchange.getRequestContentLength() < 0;
    if (waits || endless) {
      refuse(exchange, head, error);
      return;
    }
    BodyReader.read(
        exchange,
        spool,
        SHORT,
        (received, body) -> {
          refuse(received, head.withBody(body), error);
          body.release();
        },
        (received, unread) -> refuse(received, head, error));
  }

  private void refuse(HttpServerExchange exchange, Request request, ApiError error) {
    refuse(exchange, calls.add(request), error);
  }

  private void refuse(HttpServerExchange exchange, long number, ApiError error) {
    send(exchange, number, Replies.json(error.status(), error.toJson()));
  }

  private void answer(HttpServerExchange exchange, Request request, Target target) {
    long number = calls.add(request);
    Call call = null;
    try {
      call = new Call(number, target, incoming(request, target, number), request.body());
      Planned next = planned.takeForRequest(target.conversationId());
      carryOutInTime(exchange, call, next);
    } catch (ApiError error) {
      refuse(exchange, number, error);
    } catch (IOException e) {
      refuse(exchange, number, Replies.notReadable());
    } finally {
      if (call == null) {
        request.body().release();
      }
    }
  }

  private void carryOutInTime(HttpServerExchange exchange, Call call, Planned next) {
    if (next.delay().isZero()) {
      carryOut(exchange, call, next);
      return;
    }
    Runnable later = () -> carryOut(exchange, call, next);
    exchange.dispatch(
        SameThreadExecutor.INSTANCE,
        () ->
            exchange
                .getIoThread()
                .executeAfter(later, next.delay().toMillis(), TimeUnit.MILLISECONDS));
  }

  /**
   * What the head of a request asks for.
   *
   * @param messageId the message that is retried, or null
   */
  private record Target(String conversationId, String messageId) {}

  /**
   * A request that is in next.
   *
   * @param incoming the message, or null where one is retried
   * @param body released when the call has ended
   */
  private record Call(long number, Target target, IncomingMessage incoming, Content body) {}

  /** By its head: before anything is read of a body. */
  private Target judge(Request request) throws ApiError {
    if (!credentials.areIn(request)) {
      throw new ApiError(401, "Invalid API key or API secret");
    }
    Matcher messages = MESSAGES.matcher(request.path().split("\\?", 2)[0]);
    if (!messages.matches() || !request.method().equals("POST")) {
      throw new ApiError(404, "Resource could not be found");
    }
    return new Target(messages.group(1), messages.group(2));
  }

  private IncomingMessage incoming(Request request, Target target, long number)
      throws ApiError, IOException {
    if (target.messageId() != null) {
      store.checkRetry(target.conversationId(), target.messageId());
      return null;
    }
    if (request.body().size() <= Spool.LONGEST_IN_MEMORY) {
      return incoming(request, number);
    }
    synchronized (oneAtATime) {
      return incoming(request, number);
    }
  }

  private IncomingMessage incoming(Request request, long number) throws ApiError, IOException {
    var warnings = new Warnings();
    try {
      return read(request, warnings).withWarnings(warnings.toList());
    } finally {
      calls.warned(number, warnings.toList());
    }
  }

  private static IncomingMessage read(Request request, Warnings warnings)
      throws ApiError, IOException {
    String header = request.header("Content-Type");
    String type = header == null ? "" : header.split(";", 2)[0].trim().toLowerCase(Locale.ROOT);
    return switch (type) {
      case "application/json" -> TextValidator.read(request, warnings);
      case "multipart/form-data" -> AttachmentValidator.read(request, warnings);
      default ->
          throw new ApiError(
              422, "Content-Type is neither application/json nor multipart/form-data");
    };
  }

  private void carryOut(HttpServerExchange exchange, Call call, Planned next) {
    try {
      if (next.behaviour() instanceof Behaviour.Answer answer) {
        send(exchange, call.number(), PlannedAnswer.of(answer));
      } else if (next.behaviour() instanceof Behaviour.DropConnection drop) {
        if (drop.stored()) {
          store(call, null);
        }
        calls.answered(call.number(), Reply.NONE);
        IoUtils.safeClose(exchange.getConnection());
      } else {
        Message message = store(call, next.externalError());
        String url = HostHeader.url(exchange, host);
        send(exchange, call.number(), Replies.json(200, MessageJson.of(message, url)));
      }
    } catch (ApiError error) {
      refuse(exchange, call.number(), error);
    } finally {
      call.body().release();
    }
  }

  private Message store(Call call, String externalError) throws ApiError {
    String conversationId = call.target().conversationId();
    if (call.incoming() == null) {
      return store.change(
          conversationId, call.target().messageId(), externalError, List.of(call.number()));
    }
    Entry stored = store.store(conversationId, call.incoming(), externalError, call.number());
    calls.warned(call.number(), stored.warnings());
    return stored.message();
  }

  private void send(HttpServerExchange exchange, long number, Reply reply) {
    calls.answered(number, reply);
    Replies.send(exchange, reply);
  }

  private static Request recorded(HttpServerExchange exchange) {
    Map<String, List<String>> headers = new LinkedHashMap<>();
    for (HeaderValues values : exchange.getRequestHeaders()) {
      headers.put(
          values.getHeaderName().toString().toLowerCase(Locale.ROOT), new ArrayList<>(values));
    }
    String query = exchange.getQueryString();
    String path = exchange.getRequestURI() + (query.isEmpty() ? "" : "?" + query);
    String method = exchange.getRequestMethod().toString();
    return new Request(method, path, headers, NOT_READ, List.of());
  }
}
