package io.github.livedesk.camel.benchmark;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.livedesk.camel.benchmark.contender.Kind;
import io.github.livedesk.camel.benchmark.contender.Way;
import io.github.livedesk.camel.benchmark.load.Load;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

/** The program that sends in one way, whenever it is told to; started by {@link Throughput}. */
final class ContenderRun {

  private final Way way;
  private final int port;
  private final Map<Kind, Load> loads = new EnumMap<>(Kind.class);

  private ContenderRun(Way way, int port) {
    this.way = way;
    this.port = port;
  }

  /**
   * Takes a line for each slice: kind, milliseconds to settle, milliseconds to measure. Prints the
   * slice.
   *
   * @param args way and port
   */
  public static void main(String[] args) throws Exception {
    var run = new ContenderRun(Way.valueOf(args[0]), Integer.parseInt(args[1]));
    try (var orders = new BufferedReader(new InputStreamReader(System.in, UTF_8))) {
      for (String order = orders.readLine(); order != null; order = orders.readLine()) {
        System.out.println(run.slice(order.split(" ", -1)));
      }
    }
    // Clients without a way to close them leave threads.
    System.exit(0);
  }

  private String slice(String[] order) throws Exception {
    Kind kind = Kind.valueOf(order[0]);
    Load load = loads.get(kind);
    if (load == null) {
      var contender = way.open(kind, port, Throughput.IN_FLIGHT);
      load = new Load(contender, way.blocks(), Throughput.IN_FLIGHT, ConversationIds.some());
      loads.put(kind, load);
    }
    Duration settle = Duration.ofMillis(Long.parseLong(order[1]));
    Duration measured = Duration.ofMillis(Long.parseLong(order[2]));
    return load.run(Duration.ZERO, settle, measured).toLine();
  }
}
