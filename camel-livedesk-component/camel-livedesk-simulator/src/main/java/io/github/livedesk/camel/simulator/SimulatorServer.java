// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.simulator;

import io.github.livedesk.camel.simulator.api.ApiHandler;
import io.github.livedesk.camel.simulator.api.Credentials;
import io.github.livedesk.camel.simulator.behaviour.PlannedBehaviours;
import io.github.livedesk.camel.simulator.content.Spool;
import io.github.livedesk.camel.simulator.desk.Desk;
import io.github.livedesk.camel.simulator.http.RequestGate;
import io.github.livedesk.camel.simulator.inbox.ChangeFeed;
import io.github.livedesk.camel.simulator.inbox.ControlHandler;
import io.github.livedesk.camel.simulator.inbox.FileHandler;
import io.github.livedesk.camel.simulator.inbox.InboxView;
import io.github.livedesk.camel.simulator.inbox.PageHandler;
import io.github.livedesk.camel.simulator.store.CallLog;
import io.github.livedesk.camel.simulator.store.MessageStore;
import io.undertow.Handlers;
import io.undertow.Undertow;
import io.undertow.UndertowOptions;
import io.undertow.server.HttpHandler;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import org.xnio.Options;

/** What a simulator keeps, and the server that shows and fills it. */
final class SimulatorServer {

  private final ChangeFeed changes = new ChangeFeed();
  private final PlannedBehaviours planned = new PlannedBehaviours(changes::changed);
  private final SimulatorOptions options;
  private final CallLog calls;
  private final MessageStore store;
  private final Desk desk;
  private final Spool spool;
  private final Undertow server;

  SimulatorServer(SimulatorOptions options) {
    this.options = options;
    long deskRoom = options.memory() / 8;
    this.calls = new CallLog(options.memory() / 2);
    this.store =
        new MessageStore(options.memory() / 2 - deskRoom, options.messagesKept(), changes::changed);
    this.desk = new Desk(deskRoom, store::isWrittenTo, changes::changed);
    this.spool = new Spool(options.memory() / 4);
    applyRules();
    int idleMillis = Math.toIntExact(options.idleTimeout().toMillis());
    this.server =
        Undertow.builder()
            .addHttpListener(options.port(), options.host())
            .setIoThreads(2)
            .setWorkerThreads(2)
            // Between requests, before the end of a head, and where a client reads no reply.
            .setServerOption(UndertowOptions.NO_REQUEST_TIMEOUT, idleMillis)
            .setServerOption(UndertowOptions.REQUEST_PARSE_TIMEOUT, idleMillis)
            .setSocketOption(Options.WRITE_TIMEOUT, idleMillis)
            .setHandler(handler())
            .build();
  }

  private HttpHandler handler() {
    var api =
        new ApiHandler(
            calls,
            store,
            desk,
            planned,
            spool,
            new Credentials(options.apiKey(), options.secretKey()),
            options.host());
    var pages = new PageHandler(new FileHandler(store, api));
    return new RequestGate(
        new ControlHandler(
                spool,
                store,
                desk,
                planned,
                new InboxView(store, desk, planned, calls, changes),
                this::reset)
            .routes()
            .get("/simulator/events", Handlers.serverSentEvents(changes))
            .setFallbackHandler(pages)
            .setInvalidMethodHandler(pages));
  }

  /**
   * Listens from now on.
   *
   * @throws UncheckedIOException when it can't listen there, because the port is taken perhaps
   */
  void start() {
    try {
      server.start();
    } catch (RuntimeException e) {
      if (e.getCause() instanceof BindException cause) {
        throw new UncheckedIOException(
            "Port %d: %s".formatted(options.port(), cause.getMessage()), cause);
      }
      throw e;
    }
  }

  InetSocketAddress address() {
    return (InetSocketAddress) server.getListenerInfo().get(0).getAddress();
  }

  PlannedBehaviours planned() {
    return planned;
  }

  CallLog calls() {
    return calls;
  }

  MessageStore store() {
    return store;
  }

  Desk desk() {
    return desk;
  }

  void reset() {
    planned.clear();
    desk.clear();
    calls.clear();
    store.clear();
    applyRules();
  }

  private void applyRules() {
    options.rules().forEach(this::apply);
  }

  void apply(DeskRule rule) {
    switch (rule) {
      case STRICT_CONVERSATIONS -> desk.rules().strictConversations();
      case ONE_CONVERSATION_ONLY -> desk.rules().oneConversationOnly();
      case THROTTLED_SEARCHES -> desk.rules().throttledSearches();
    }
  }

  void stop() {
    server.stop();
    spool.close();
  }
}
