// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.simulator.inbox;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.livedesk.camel.simulator.behaviour.PlannedBehaviours;
import io.github.livedesk.camel.simulator.behaviour.PlannedCall;
import io.github.livedesk.camel.simulator.content.Content;
import io.github.livedesk.camel.simulator.content.Spool;
import io.github.livedesk.camel.simulator.desk.Desk;
import io.github.livedesk.camel.simulator.http.BodyReader;
import io.github.livedesk.camel.simulator.http.JsonBody;
import io.github.livedesk.camel.simulator.http.Replies;
import io.github.livedesk.camel.simulator.store.ApiError;
import io.github.livedesk.camel.simulator.store.IncomingMessage;
import io.github.livedesk.camel.simulator.store.MessageStore;
import io.github.livedesk.camel.simulator.store.RecordedCall.Reply;
import io.undertow.Handlers;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.RoutingHandler;
import io.undertow.util.Headers;
import io.undertow.util.PathTemplateMatch;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** The simulator's own calls, under {@code /simulator}: to look, and to plan behaviours. */
public final class ControlHandler {

  private static final int LONGEST_REQUEST = 64 * 1024;
  private static final Reply NOTHING = new Reply(204, Map.of(), new byte[0]);

  private static final Content EMPTY = Content.of(new byte[] {'{', '}'});

  private final Spool spool;
  private final MessageStore store;
  private final Desk desk;
  private final PlannedBehaviours planned;
  private final InboxView view;
  private final Runnable reset;

  /**
   * The calls of a simulator.
   *
   * @param reset forgets all that came and all that is planned
   */
  public ControlHandler(
      Spool spool,
      MessageStore store,
      Desk desk,
      PlannedBehaviours planned,
      InboxView view,
      Runnable reset) {
    this.spool = spool;
    this.store = store;
    this.desk = desk;
    this.planned = planned;
    this.view = view;
    this.reset = reset;
  }

  /** What one of the calls does. */
  @FunctionalInterface
  private interface Action {
    void run(HttpServerExchange exchange, JsonNode json) throws ApiError;
  }

  public RoutingHandler routes() {
    return Handlers.routing()
        .get("/simulator/state", look(exchange -> Replies.json(200, view.state())))
        .get(
            "/simulator/conversations/{id}/messages",
            look(exchange -> Replies.json(200, view.conversation(parameter(exchange, "id")))))
        .get("/simulator/calls/{number}", look(this::call))
        .post("/simulator/conversations/{id}/behaviours", act(this::plan))
        .post("/simulator/behaviours/{call}", act(this::planForCall))
        .post("/simulator/conversations/{id}/customer-messages", act(this::customerWrites))
        .post("/simulator/conversations/{id}/messages/{message}/failure", act(this::fail))
        .post("/simulator/conversations/{id}/messages/{message}/retry", act(this::retry))
        .delete("/simulator/conversations", act((exchange, none) -> reset.run()));
  }

  private Reply call(HttpServerExchange exchange) {
    String number = parameter(exchange, "number");
    return number.matches("\\d{1,18}")
        ? view.call(Long.parseLong(number))
            .map(call -> Replies.json(200, call))
            .orElseGet(ControlHandler::notFound)
        : notFound();
  }

  static Reply notFound() {
    return Replies.json(404, Map.of("error", "Resource could not be found"));
  }

  private void plan(HttpServerExchange exchange, JsonNode json) throws ApiError {
    int times = BehaviourReader.times(json);
    planned.add(parameter(exchange, "id"), times, BehaviourReader.read(json));
  }

  private void planForCall(HttpServerExchange exchange, JsonNode json) throws ApiError {
    PlannedCall call =
        PlannedCall.named(parameter(exchange, "call")).orElseThrow(ApiError::notFound);
    int times = BehaviourReader.times(json);
    planned.add(call.key(), times, BehaviourReader.read(json));
  }

  private void customerWrites(HttpServerExchange exchange, JsonNode json) throws ApiError {
    String id = parameter(exchange, "id");
    String content = BehaviourReader.text(json, "content", "what the customer writes");
    desk.conversations().customerWrote(id);
    store.store(id, IncomingMessage.ofCustomer(content), null, MessageStore.NO_CALL);
  }

  private void fail(HttpServerExchange exchange, JsonNode json) throws ApiError {
    store.change(
        parameter(exchange, "id"),
        parameter(exchange, "message"),
        BehaviourReader.externalError(json),
        List.of());
  }

  /** What an agent does in LiveDesk's own window. */
  private void retry(HttpServerExchange exchange, JsonNode json) throws ApiError {
    String conversationId = parameter(exchange, "id");
    String messageId = parameter(exchange, "message");
    store.checkRetry(conversationId, messageId);
    String error = planned.take(conversationId).externalError();
    store.change(conversationId, messageId, error, List.of());
  }

  private static HttpHandler look(Function<HttpServerExchange, Reply> view) {
    return exchange -> {
      exchange.getResponseHeaders().put(Headers.CACHE_CONTROL, "no-store");
      Replies.send(exchange, view.apply(exchange));
    };
  }

  /** Only for requests that say they are JSON: no page of another site can send those unasked. */
  private HttpHandler act(Action action) {
    return exchange -> {
      String type = exchange.getRequestHeaders().getFirst(Headers.CONTENT_TYPE);
      if (type == null || !type.toLowerCase(Locale.ROOT).startsWith("application/json")) {
        Replies.send(
            exchange, Replies.json(415, Map.of("error", "Content-Type: application/json")));
        return;
      }
      BodyReader.read(
          exchange,
          spool,
          LONGEST_REQUEST,
          (received, body) -> Replies.send(received, run(action, received, body)),
          (received, error) -> Replies.send(received, refused(error)));
    };
  }

  private static Reply refused(ApiError error) {
    return Replies.json(error.status(), error.toJson());
  }

  private static Reply run(Action action, HttpServerExchange exchange, Content body) {
    try {
      action.run(exchange, JsonBody.parse(body.size() == 0 ? EMPTY : body));
      return NOTHING;
    } catch (ApiError error) {
      return refused(error);
    } catch (IOException e) {
      return refused(Replies.notReadable());
    } finally {
      body.release();
    }
  }

  private static String parameter(HttpServerExchange exchange, String name) {
    return exchange.getAttachment(PathTemplateMatch.ATTACHMENT_KEY).getParameters().get(name);
  }
}
