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
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Properties;
import org.apache.camel.CamelConfiguration;
import org.apache.camel.CamelContext;
import org.xnio.Options;

/**
 * A LiveDesk that runs in this JVM, on the loopback address unless told otherwise, with a web inbox
 * at its URL. Knows every conversation that is written to. Nothing outlives it, for it keeps all in
 * memory, and requests of more than 256 KiB in a temporary folder that it removes. Where there is
 * no room the quietest conversations and the oldest requests drop out: {@link SimulatorOptions}.
 *
 * <pre>{@code
 * try (var livedesk = LiveDeskSimulator.start()) {
 *   // send to livedesk.url() with livedesk.apiKey() and livedesk.secretKey()
 *   livedesk.messages("141").get(0).content();
 * }
 * }</pre>
 */
public final class LiveDeskSimulator implements AutoCloseable {

  /** What it asks for unless it is told another one. */
  public static final String DEFAULT_API_KEY = "simulator-key";

  /** What it asks for unless it is told another one. */
  public static final String DEFAULT_SECRET_KEY = "simulator-secret";

  /**
   * The same as {@link #DEFAULT_SECRET_KEY}.
   *
   * @deprecated its name is {@link #DEFAULT_SECRET_KEY}
   */
  @Deprecated public static final String DEFAULT_API_SECRET = DEFAULT_SECRET_KEY;

  static final String LOOPBACK = "127.0.0.1";

  private final ChangeFeed changes = new ChangeFeed();
  private final PlannedBehaviours planned = new PlannedBehaviours(changes::changed);
  private final SimulatorOptions options;
  private final CallLog calls;
  private final MessageStore store;
  private final Desk desk;
  private final Spool spool;
  private final Undertow server;

  private LiveDeskSimulator(SimulatorOptions options) {
    this.options = options;
    this.calls = new CallLog(options.memory() / 2);
    long deskRoom = options.memory() / 8;
    this.store =
        new MessageStore(options.memory() / 2 - deskRoom, options.messagesKept(), changes::changed);
    this.desk = new Desk(deskRoom, store::isWrittenTo, changes::changed);
    this.spool = new Spool(options.memory() / 4);
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
                spool, store, planned, new InboxView(store, planned, calls, changes), this::reset)
            .routes()
            .get("/simulator/events", Handlers.serverSentEvents(changes))
            .setFallbackHandler(pages)
            .setInvalidMethodHandler(pages));
  }

  /** Starts one on a free port, with credentials of its own. */
  public static LiveDeskSimulator start() {
    return start(0, DEFAULT_API_KEY, DEFAULT_SECRET_KEY);
  }

  /**
   * Starts one on the loopback address.
   *
   * @param port 1 to 65535, or 0 for a free one
   * @param apiKey the key it asks for
   * @param secretKey the secret it asks for
   * @throws UncheckedIOException when it can't listen there, because the port is taken perhaps
   */
  public static LiveDeskSimulator start(int port, String apiKey, String secretKey) {
    return start(LOOPBACK, port, apiKey, secretKey);
  }

  /**
   * Starts one. On another address than the loopback address whoever reaches it sees what was sent.
   *
   * @param host an address of this machine, or 0.0.0.0 for all of them
   * @param port 1 to 65535, or 0 for a free one
   * @param apiKey the key it asks for
   * @param secretKey the secret it asks for
   * @throws UncheckedIOException when it can't listen there, because the port is taken perhaps
   */
  public static LiveDeskSimulator start(String host, int port, String apiKey, String secretKey) {
    return start(
        SimulatorOptions.builder()
            .host(host)
            .port(port)
            .apiKey(apiKey)
            .secretKey(secretKey)
            .build());
  }

  /**
   * Starts one that listens and keeps as it is told.
   *
   * @throws UncheckedIOException when it can't listen there, because the port is taken perhaps
   */
  public static LiveDeskSimulator start(SimulatorOptions options) {
    var simulator = new LiveDeskSimulator(options);
    try {
      simulator.server.start();
    } catch (RuntimeException e) {
      if (e.getCause() instanceof BindException cause) {
        throw new UncheckedIOException(
            "Port %d: %s".formatted(options.port(), cause.getMessage()), cause);
      }
      throw e;
    }
    return simulator;
  }

  /** What to set as {@code baseUrl}; where it listens on all addresses, on the same machine. */
  public String url() {
    InetAddress address = address().getAddress();
    String host = address.isAnyLocalAddress() ? LOOPBACK : address.getHostAddress();
    return "http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port();
  }

  private InetSocketAddress address() {
    return (InetSocketAddress) server.getListenerInfo().get(0).getAddress();
  }

  /** The port that it listens on, 1 to 65535, also where it took any free one. */
  public int port() {
    return address().getPort();
  }

  /** The API key that it asks for. */
  public String apiKey() {
    return options.apiKey();
  }

  /** The API's secret that it asks for. */
  public String secretKey() {
    return options.secretKey();
  }

  /**
   * The same as {@link #secretKey()}.
   *
   * @deprecated its name is {@link #secretKey()}
   */
  @Deprecated
  @SuppressWarnings("InlineMeSuggester")
  public String apiSecret() {
    return secretKey();
  }

  /**
   * Lets all routes of a Camel context send here: sets address and credentials of its component.
   *
   * <pre>{@code
   * @Override
   * protected CamelContext createCamelContext() throws Exception {
   *   return livedesk.configure(super.createCamelContext());
   * }
   * }</pre>
   *
   * <p>What properties say of these options counts no more, with camel-main too.
   *
   * @param context not started yet; the component livedesk must be on its class path
   * @return the same context
   * @throws IllegalArgumentException when there is no such component
   * @throws IllegalStateException when the context has started or has an endpoint of livedesk:
   *     nothing would change then
   */
  public CamelContext configure(CamelContext context) {
    ComponentOptions.set(context, ComponentOptions.of(this));
    return context;
  }

  /**
   * The same as an object, for camel-main: {@code main.addConfiguration(livedesk.configuration())},
   * in a method of a {@code @CamelMainTest} with {@code @Configure}.
   */
  public CamelConfiguration configuration() {
    return SimulatorConfiguration.of(this);
  }

  /**
   * The same for whatever configures Camel by properties, such as {@code
   * camel.component.livedesk.base-url}: camel-main, Spring Boot, the Camel CLI.
   *
   * @return a new object each time, with the secret among its values
   */
  public Properties properties() {
    var properties = new Properties();
    ComponentOptions.of(this)
        .forEach((name, value) -> properties.setProperty(ComponentOptions.PREFIX + name, value));
    return properties;
  }

  /** The conversations that have messages, oldest first. */
  public List<String> conversationIds() {
    return store.conversationIds();
  }

  /** A conversation by its id, whether there is something in it or not. */
  public SimulatedConversation conversation(long id) {
    return conversation(String.valueOf(id));
  }

  /**
   * A conversation by its id, whether there is something in it or not.
   *
   * @param id as in the path of requests
   */
  public SimulatedConversation conversation(String id) {
    return new SimulatedConversation(id, store, planned);
  }

  /**
   * What it is to do regularly, whatever the conversation.
   *
   * @param n 1 for every request, 50 for two in a hundred
   */
  public EveryNthRequest every(int n) {
    return new EveryNthRequest(n, planned);
  }

  /** The messages of a conversation, oldest first; empty when there are none. */
  public List<StoredMessage> messages(String conversationId) {
    return conversation(conversationId).messages();
  }

  /**
   * The requests that came, oldest first, also those that were refused; as many of the last ones as
   * there is room for. Each has {@link RecordedRequest#warnings() warnings} of what is surely a
   * mistake in it although LiveDesk lets it pass.
   */
  public List<RecordedRequest> requests() {
    return calls.requests().stream().map(RecordedRequest::new).toList();
  }

  /** Forgets all messages, contacts, conversations, requests and planned behaviours. */
  public void reset() {
    planned.clear();
    desk.clear();
    calls.clear();
    store.clear();
  }

  /** Stops, ends all its threads and removes its temporary folder. */
  @Override
  public void close() {
    server.stop();
    spool.close();
  }
}
