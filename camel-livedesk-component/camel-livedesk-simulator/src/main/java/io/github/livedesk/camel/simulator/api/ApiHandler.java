// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.simulator.api;

import io.github.livedesk.camel.simulator.behaviour.Behaviour;
import io.github.livedesk.camel.simulator.behaviour.PlannedBehaviours;
import io.github.livedesk.camel.simulator.behaviour.PlannedBehaviours.Planned;
import io.github.livedesk.camel.simulator.call.Operation;
import io.github.livedesk.camel.simulator.call.Prepared;
import io.github.livedesk.camel.simulator.call.Warnings;
import io.github.livedesk.camel.simulator.contact.ContactCalls;
import io.github.livedesk.camel.simulator.content.Content;
import io.github.livedesk.camel.simulator.content.Spool;
import io.github.livedesk.camel.simulator.conversation.ConversationCalls;
import io.github.livedesk.camel.simulator.desk.Desk;
import io.github.livedesk.camel.simulator.http.BodyReader;
import io.github.livedesk.camel.simulator.http.HostHeader;
import io.github.livedesk.camel.simulator.http.Replies;
import io.github.livedesk.camel.simulator.store.ApiError;
import io.github.livedesk.camel.simulator.store.CallLog;
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
import org.xnio.IoUtils;

/**
 * LiveDesk's API over HTTP: records, checks the credentials, judges the request, does what was
 * ordered for it, answers.
 */
public final class ApiHandler implements HttpHandler {

  /** In bytes: a longer body of a request that is refused by its head is not waited for. */
  private static final int SHORT = 64 * 1024;

  private static final long LONGEST = 40L * 1024 * 1024;
  private static final Content NOT_READ = Content.of(new byte[0]);

  /** Held by whoever judges a long body: each may take some 100 MB for a moment. */
  private final Object oneAtATime = new Object();

  private final CallLog calls;
  private final Routes routes;
  private final PlannedBehaviours planned;
  private final Spool spool;
  private final Credentials credentials;
  private final String host;

  /**
   * The API of a store and a desk.
   *
   * @param host that the simulator listens on: for URLs in responses, where the request names none
   */
  public ApiHandler(
      CallLog calls,
      MessageStore store,
      Desk desk,
      PlannedBehaviours planned,
      Spool spool,
      Credentials credentials,
      String host) {
    this.calls = calls;
    this.routes =
        new Routes(
            new MessageCalls(store, desk, calls),
            new ContactCalls(desk),
            new ConversationCalls(desk));
    this.planned = planned;
    this.spool = spool;
    this.credentials = credentials;
    this.host = host;
  }

  @Override
  public void handleRequest(HttpServerExchange exchange) {
    Request head = recorded(exchange);
    try {
      Operation operation = judge(head);
      BodyReader.read(
          exchange,
          spool,
          LONGEST,
          (received, body) -> answer(received, head.withBody(body), operation),
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
    send(exchange, number, Refusal.of(error));
  }

  private void answer(HttpServerExchange exchange, Request request, Operation operation) {
    long number = calls.add(request);
    Call call = null;
    try {
      Prepared prepared = prepared(request, operation, number);
      Planned next = planned.takeForRequest(operation.plannedFor());
      call = new Call(number, prepared, next, request.body());
      carryOutInTime(exchange, call);
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

  /**
   * A request that is in next.
   *
   * @param body released when the call has ended
   */
  private record Call(long number, Prepared prepared, Planned next, Content body) {

    /** Who is only refused or dropped waits for nobody. */
    boolean waits() {
      Behaviour behaviour = next.behaviour();
      boolean nothingDone =
          behaviour instanceof Behaviour.Answer
              || (behaviour instanceof Behaviour.DropConnection drop && !drop.stored());
      return prepared.waits() && !nothingDone;
    }
  }

  /** By its head: before anything is read of a body. */
  private Operation judge(Request request) throws ApiError {
    if (!credentials.areIn(request)) {
      throw new ApiError(401, "Invalid API key or API secret");
    }
    return routes.of(request);
  }

  private Prepared prepared(Request request, Operation operation, long number)
      throws ApiError, IOException {
    if (request.body().size() <= Spool.LONGEST_IN_MEMORY) {
      return judged(request, operation, number);
    }
    synchronized (oneAtATime) {
      return judged(request, operation, number);
    }
  }

  private Prepared judged(Request request, Operation operation, long number)
      throws ApiError, IOException {
    var warnings = new Warnings();
    try {
      return operation.judge().judge(request, warnings);
    } finally {
      calls.warned(number, warnings.toList());
    }
  }

  private void carryOutInTime(HttpServerExchange exchange, Call call) {
    Runnable carryOut = () -> carryOut(exchange, call);
    Runnable ready = call.waits() ? () -> call.prepared().whenReady(carryOut) : carryOut;
    long delay = call.next().delay().toMillis();
    if (delay == 0 && !call.waits()) {
      carryOut.run();
      return;
    }
    exchange.dispatch(
        SameThreadExecutor.INSTANCE,
        () -> exchange.getIoThread().executeAfter(ready, delay, TimeUnit.MILLISECONDS));
  }

  private void carryOut(HttpServerExchange exchange, Call call) {
    Reply reply;
    try {
      reply = reply(exchange, call);
    } catch (ApiError error) {
      reply = Refusal.of(error);
    } finally {
      // Before the reply: whoever has it may reset the simulator, and what was sent is gone then.
      call.body().release();
    }
    if (reply.status() == Reply.NONE.status()) {
      calls.answered(call.number(), reply);
      IoUtils.safeClose(exchange.getConnection());
    } else {
      send(exchange, call.number(), reply);
    }
  }

  private Reply reply(HttpServerExchange exchange, Call call) throws ApiError {
    Behaviour behaviour = call.next().behaviour();
    if (behaviour instanceof Behaviour.Answer answer) {
      return PlannedAnswer.of(answer);
    }
    if (behaviour instanceof Behaviour.DropConnection drop) {
      if (drop.stored()) {
        run(exchange, call);
      }
      return Reply.NONE;
    }
    return Replies.json(200, run(exchange, call));
  }

  private Object run(HttpServerExchange exchange, Call call) throws ApiError {
    String url = HostHeader.url(exchange, host);
    String externalError = call.next().externalError();
    return call.prepared().run(new Prepared.Context(call.number(), externalError, url));
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
