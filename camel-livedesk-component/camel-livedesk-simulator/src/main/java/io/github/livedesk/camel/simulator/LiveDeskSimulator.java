// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.simulator;

import io.github.livedesk.camel.simulator.desk.Opening;
import io.github.livedesk.camel.simulator.store.ApiError;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Properties;
import java.util.stream.LongStream;
import org.apache.camel.CamelConfiguration;
import org.apache.camel.CamelContext;

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

  private final SimulatorOptions options;
  private final SimulatorServer server;

  private LiveDeskSimulator(SimulatorOptions options) {
    this.options = options;
    this.server = new SimulatorServer(options);
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
    simulator.server.start();
    return simulator;
  }

  /** What to set as {@code baseUrl}; where it listens on all addresses, on the same machine. */
  public String url() {
    InetAddress address = server.address().getAddress();
    String host = address.isAnyLocalAddress() ? LOOPBACK : address.getHostAddress();
    return "http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port();
  }

  /** The port that it listens on, 1 to 65535, also where it took any free one. */
  public int port() {
    return server.address().getPort();
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
    return server.store().conversationIds();
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
    return new SimulatedConversation(id, server.store(), server.desk(), server.planned());
  }

  /** The conversations that were made for a contact, oldest first. */
  public List<SimulatedConversation> conversationsWith(StoredContact contact) {
    return server.desk().conversations().with(contact.id()).stream()
        .map(made -> conversation(made.id()))
        .toList();
  }

  /**
   * Makes a conversation, as a request does; with the session that the contact has in the inbox, or
   * with a new one.
   *
   * @throws IllegalArgumentException when contact or inbox do not exist
   */
  public SimulatedConversation conversationWith(StoredContact contact, long inboxId) {
    String sourceId = contact.sourceId(inboxId);
    try {
      return conversation(server.desk().open(Opening.of(inboxId, contact.id(), sourceId)).id());
    } catch (ApiError notThere) {
      throw new IllegalArgumentException(
          "There is no contact %d, or no inbox %d".formatted(contact.id(), inboxId), notThere);
    }
  }

  /** Sets up a contact, to be ended with {@link ContactSetup#create}. */
  public ContactSetup contact() {
    return new ContactSetup(server.desk().contacts());
  }

  /**
   * A contact as it is now.
   *
   * @throws NoSuchElementException when there is none of this id; it names those that there are
   */
  public StoredContact contact(long id) {
    return server
        .desk()
        .contacts()
        .get(id)
        .map(StoredContact::of)
        .orElseThrow(
            () ->
                new NoSuchElementException(
                    "There is no contact %d; there are: %s"
                        .formatted(id, contacts().stream().map(StoredContact::id).toList())));
  }

  /** The contacts as they are now, oldest first. */
  public List<StoredContact> contacts() {
    return server.desk().contacts().all().stream().map(StoredContact::of).toList();
  }

  /** Sets the desk up in another way, until it is reset. */
  public LiveDeskSimulator apply(DeskRule... rules) {
    List.of(rules).forEach(server::apply);
    return this;
  }

  /** Sets an inbox up so that it has one conversation for a contact, until it is reset. */
  public LiveDeskSimulator oneConversationOnly(long inboxId) {
    server.desk().rules().oneConversationOnly(inboxId);
    return this;
  }

  /** Lets no inboxes exist but these, until it is reset; otherwise any number is one. */
  public LiveDeskSimulator onlyInboxes(long... ids) {
    server.desk().rules().onlyInboxes(LongStream.of(ids).boxed().toList());
    return this;
  }

  /**
   * Lets the next requests that make a contact meet, as they do on a busy server: none is stored
   * before all are checked. Then the second one of the same e-mail or identifier is answered 500,
   * and of the same phone both make a contact. Who came first waits for the others, or for a reset.
   *
   * @param requests 2 or more
   */
  public LiveDeskSimulator raceContacts(int requests) {
    if (requests < 2) {
      throw new IllegalArgumentException("requests: 2 or more, not " + requests);
    }
    server.desk().race().expect(requests);
    return this;
  }

  /**
   * Lets the next searches for contacts find nothing, as where a server is slow to find what was
   * made just now.
   */
  public LiveDeskSimulator hideContacts(int searches) {
    server.desk().rules().blindSearches(searches);
    return this;
  }

  /** What it is to do with the next calls of a kind. */
  public NextCalls next(DeskCall call) {
    return new NextCalls(call, server.planned());
  }

  /**
   * What it is to do regularly, whatever the conversation.
   *
   * @param n 1 for every request, 50 for two in a hundred
   */
  public EveryNthRequest every(int n) {
    return new EveryNthRequest(n, server.planned());
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
    return server.calls().requests().stream().map(RecordedRequest::new).toList();
  }

  /**
   * Forgets all messages, contacts, conversations, requests and planned behaviours; the desk is set
   * up as it was at the start.
   */
  public void reset() {
    server.reset();
  }

  /** Stops, ends all its threads and removes its temporary folder. */
  @Override
  public void close() {
    server.stop();
  }
}
