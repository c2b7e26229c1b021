// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.simulator;

import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
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
    String host = LiveDeskSimulator.LOOPBACK;
    int port = 8089;
    String apiKey = LiveDeskSimulator.DEFAULT_API_KEY;
    String secretKey = LiveDeskSimulator.DEFAULT_SECRET_KEY;
    Deque<String> left = new ArrayDeque<>(List.of(args));
    while (!left.isEmpty()) {
      String[] option = left.remove().split("=", 2);
      switch (option[0]) {
        case "--port" -> port = port(value(option, left));
        case "--host" -> host = host(notBlank(option[0], value(option, left)));
        case "--api-key" -> apiKey = notBlank(option[0], value(option, left));
        case "--secret-key", "--api-secret" -> secretKey = notBlank(option[0], value(option, left));
        default -> throw new IllegalArgumentException("Unknown option " + option[0]);
      }
    }
    return LiveDeskSimulator.start(host, port, apiKey, secretKey);
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

  private static int port(String value) {
    if (value.matches("\\d{1,5}") && Integer.parseInt(value) <= 65_535) {
      return Integer.parseInt(value);
    }
    throw new IllegalArgumentException(
        "--port takes a number from 0 to 65535, found '" + value + "'");
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
