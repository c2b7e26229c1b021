package io.github.livedesk.camel.simulator;

import java.io.PrintStream;

/** Runs the simulator alone: {@code --port=8089 --api-key=... --api-secret=...}, all optional. */
public final class SimulatorMain {

  private static final String USAGE =
      "Usage: [--port=0..65535] [--api-key=KEY] [--api-secret=SECRET]";

  private SimulatorMain() {}

  public static void main(String[] args) throws InterruptedException {
    LiveDeskSimulator simulator;
    try {
      simulator = start(args);
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage());
      System.err.println(USAGE);
      System.exit(2);
      return;
    }
    Runtime.getRuntime().addShutdownHook(new Thread(simulator::close));
    greet(simulator, System.out);
    Thread.currentThread().join();
  }

  static LiveDeskSimulator start(String... args) {
    int port = 8089;
    String apiKey = LiveDeskSimulator.DEFAULT_API_KEY;
    String apiSecret = LiveDeskSimulator.DEFAULT_API_SECRET;
    for (String arg : args) {
      String[] option = arg.split("=", 2);
      String value = option.length == 2 ? option[1] : "";
      switch (option[0]) {
        case "--port" -> port = port(value);
        case "--api-key" -> apiKey = notBlank(option[0], value);
        case "--api-secret" -> apiSecret = notBlank(option[0], value);
        default -> throw new IllegalArgumentException("Unknown option " + option[0]);
      }
    }
    return LiveDeskSimulator.start(port, apiKey, apiSecret);
  }

  static void greet(LiveDeskSimulator simulator, PrintStream out) {
    out.println("LiveDesk simulator at " + simulator.url());
    out.println("Set camel.component.livedesk.base-url=" + simulator.url());
    out.println("and .to(\"livedesk:messages?conversationId=141\") in a route.");
  }

  private static int port(String value) {
    if (value.matches("\\d{1,5}") && Integer.parseInt(value) <= 65_535) {
      return Integer.parseInt(value);
    }
    throw new IllegalArgumentException("--port takes a number from 0 to 65535");
  }

  private static String notBlank(String option, String value) {
    if (value.isBlank()) {
      throw new IllegalArgumentException(option + " takes a value, as in " + option + "=VALUE");
    }
    return value;
  }
}
