package io.github.livedesk.camel.simulator;

import io.undertow.Undertow;
import io.undertow.UndertowOptions;
import java.net.InetSocketAddress;
import java.util.List;

/**
 * A LiveDesk that runs in this JVM, on the loopback address. Knows every conversation that is
 * written to, and keeps all in memory only: nothing outlives it.
 *
 * <pre>{@code
 * try (var livedesk = LiveDeskSimulator.start()) {
 *   // send to livedesk.url() with livedesk.apiKey() and livedesk.apiSecret()
 *   livedesk.messages("141").get(0).content();
 * }
 * }</pre>
 */
public final class LiveDeskSimulator implements AutoCloseable {

  public static final String DEFAULT_API_KEY = "simulator-key";
  public static final String DEFAULT_API_SECRET = "simulator-secret";

  private static final long LONGEST_REQUEST = 40L * 1024 * 1024;

  private final Desk desk = new Desk();
  private final String apiKey;
  private final String apiSecret;
  private final Undertow server;

  private LiveDeskSimulator(int port, String apiKey, String apiSecret) {
    this.apiKey = apiKey;
    this.apiSecret = apiSecret;
    this.server =
        Undertow.builder()
            .addHttpListener(port, "127.0.0.1")
            .setIoThreads(2)
            .setWorkerThreads(2)
            .setServerOption(UndertowOptions.MAX_ENTITY_SIZE, LONGEST_REQUEST)
            .setHandler(new ApiHandler(desk, apiKey, apiSecret))
            .build();
  }

  /** Starts one on a free port, with credentials of its own. */
  public static LiveDeskSimulator start() {
    return start(0, DEFAULT_API_KEY, DEFAULT_API_SECRET);
  }

  /**
   * Starts one.
   *
   * @param port 1 to 65535, or 0 for a free one
   * @param apiKey the key it asks for
   * @param apiSecret the secret it asks for
   * @throws RuntimeException when the port is taken
   */
  public static LiveDeskSimulator start(int port, String apiKey, String apiSecret) {
    var simulator = new LiveDeskSimulator(port, apiKey, apiSecret);
    simulator.server.start();
    return simulator;
  }

  /** What to set as {@code baseUrl}. */
  public String url() {
    return "http://127.0.0.1:" + port();
  }

  public int port() {
    return ((InetSocketAddress) server.getListenerInfo().get(0).getAddress()).getPort();
  }

  public String apiKey() {
    return apiKey;
  }

  public String apiSecret() {
    return apiSecret;
  }

  /** The conversations that have messages, oldest first. */
  public List<String> conversationIds() {
    return desk.conversationIds();
  }

  /** The messages of a conversation, oldest first; empty when there are none. */
  public List<StoredMessage> messages(String conversationId) {
    return desk.messages(conversationId);
  }

  /** Every request that came, oldest first, also those that were refused. */
  public List<RecordedRequest> requests() {
    return desk.requests();
  }

  /**
   * Lets the next messages of a conversation fail, new ones and retried ones alike; so with 2, a
   * message gets through at its second retry.
   *
   * @param count how many, 0 for none
   * @param externalError such as {@code 130429: Rate limit hit}
   */
  public void failNext(String conversationId, int count, String externalError) {
    desk.failNext(conversationId, count, externalError);
  }

  /** Forgets all messages and requests. */
  public void reset() {
    desk.clear();
  }

  /** Stops, and ends all its threads. */
  @Override
  public void close() {
    server.stop();
  }
}
