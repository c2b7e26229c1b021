// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.simulator;

import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Runs the simulator alone, until the process is ended. */
public final class SimulatorMain {

  static final String USAGE =
      """
      Usage: java -jar camel-livedesk-simulator-VERSION.jar [OPTION...]
        --port=0..65535      the port it listens on; 0 for a free one (8089)
        --host=ADDRESS       the address it listens on; 0.0.0.0 for all of this machine (127.0.0.1)
        --api-key=KEY        the key that it asks for (simulator-key)
        --secret-key=SECRET  the secret that it asks for (simulator-secret)
        --memory=MIB         for all that it keeps, 1 or more, half of it for requests (a quarter of
                             the heap, 256 at most)
        --messages=NUMBER    how many messages stay, 1 or more (as many as there is memory for)
        --idle-timeout=SECONDS
                             until a connection that does nothing is closed, 1 to 86400 (20)
        --strict-conversations
                             no conversations exist but those that were made
        --one-conversation-only
                             each inbox has one conversation for a contact
        --throttled-searches 100 searches for contacts a minute, then 429
        --version            prints the version
        -h, --help           prints this text""";

  private static final String ROUTES =
      """
      from("timer:hello?repeatCount=1").setBody(constant("Hello")).to("livedesk:messages?conversationId=141");

      - from:
          uri: timer:hello
          parameters:
            repeatCount: 1
          steps:
            - setBody:
                constant: Hello
            - to:
                uri: livedesk:messages
                parameters:
                  conversationId: 141""";

  private static final int MOST_MIB = 1_048_576;
  private static final int MOST_MESSAGES = 999_999_999;
  private static final int DAY = 86_400;

  private SimulatorMain() {}

  public static void main(String[] args) throws InterruptedException {
    List<String> options = List.of(args);
    if (options.contains("--help") || options.contains("-h")) {
      System.out.println(USAGE);
      return;
    }
    if (options.contains("--version")) {
      System.out.println("LiveDesk simulator " + version());
      return;
    }
    // The server's own greetings.
    Logger.getLogger("").setLevel(Level.WARNING);
    LiveDeskSimulator simulator;
    try {
      simulator = start(args);
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage());
      System.err.println(USAGE);
      System.exit(2);
      return;
    } catch (UncheckedIOException e) {
      System.err.println(e.getMessage() + ". Give another one with --port; 0 is any free one");
      System.exit(1);
      return;
    }
    Runtime.getRuntime().addShutdownHook(new Thread(simulator::close));
    greet(simulator, System.out);
    Thread.currentThread().join();
  }

  /** Options are {@code --name=value} or {@code --name value}. */
  static LiveDeskSimulator start(String... args) {
    var options = SimulatorOptions.builder().port(8089);
    Deque<String> left = new ArrayDeque<>(List.of(args));
    while (!left.isEmpty()) {
      String[] option = left.remove().split("=", 2);
      switch (option[0]) {
        case "--port" -> options.port(number("--port", value(option, left), 0, 65_535));
        case "--host" -> options.host(host(notBlank(option[0], value(option, left))));
        case "--api-key" -> options.apiKey(notBlank(option[0], value(option, left)));
        case "--secret-key", "--api-secret" ->
            options.secretKey(notBlank(option[0], value(option, left)));
        case "--memory" ->
            options.memory((long) number("--memory", value(option, left), 1, MOST_MIB) << 20);
        case "--messages" ->
            options.messagesKept(number("--messages", value(option, left), 1, MOST_MESSAGES));
        case "--idle-timeout" ->
            options.idleTimeout(
                Duration.ofSeconds(number("--idle-timeout", value(option, left), 1, DAY)));
        case "--strict-conversations", "--one-conversation-only", "--throttled-searches" ->
            options.rules(rule(option));
        default -> throw new IllegalArgumentException("Unknown option " + option[0]);
      }
    }
    return LiveDeskSimulator.start(options.build());
  }

  private static DeskRule rule(String[] option) {
    if (option.length > 1) {
      throw new IllegalArgumentException(option[0] + " takes no value");
    }
    return DeskRule.valueOf(option[0].substring(2).replace('-', '_').toUpperCase(Locale.ROOT));
  }

  private static String value(String[] option, Deque<String> left) {
    if (option.length == 2) {
      return option[1];
    }
    return left.isEmpty() || left.peek().startsWith("--") ? "" : left.remove();
  }

  /** Says where it is, and what to paste into an application to send there. */
  static void greet(LiveDeskSimulator simulator, PrintStream out) {
    out.println("LiveDesk simulator at " + simulator.url());
    out.println();
    out.println("Properties of the application that sends:");
    new TreeMap<>(simulator.properties())
        .forEach((name, value) -> out.println("  " + name + "=" + shown(simulator, value)));
    out.println();
    out.println("A route, in Java or as routes/hello.camel.yaml:");
    out.println(ROUTES);
  }

  /** A secret of the user's own is never printed. */
  private static Object shown(LiveDeskSimulator simulator, Object value) {
    boolean secret = value.equals(simulator.secretKey());
    return secret && !value.equals(LiveDeskSimulator.DEFAULT_SECRET_KEY) ? "(yours)" : value;
  }

  private static int number(String option, String value, int from, int to) {
    int number = value.matches("\\d{1,9}") ? Integer.parseInt(value) : -1;
    if (number >= from && number <= to) {
      return number;
    }
    throw new IllegalArgumentException(
        "%s takes a number from %d to %d, found '%s'".formatted(option, from, to, value));
  }

  /** Another machine's address would be refused in words that no user knows. */
  private static String host(String value) {
    try {
      InetAddress address = InetAddress.getByName(value);
      if (address.isAnyLocalAddress()
          || address.isLoopbackAddress()
          || NetworkInterface.getByInetAddress(address) != null) {
        return value;
      }
    } catch (UnknownHostException | SocketException e) {
      // Said below.
    }
    throw new IllegalArgumentException(
        "--host takes an address of this machine, such as 127.0.0.1, or 0.0.0.0 for all of them,"
            + " found '"
            + value
            + "'");
  }

  private static String version() {
    String version = SimulatorMain.class.getPackage().getImplementationVersion();
    return version == null ? "of no version, as it runs from no jar" : version;
  }

  private static String notBlank(String option, String value) {
    if (value.isBlank()) {
      throw new IllegalArgumentException(option + " takes a value, as in " + option + "=VALUE");
    }
    return value;
  }
}
