// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.benchmark;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.livedesk.camel.benchmark.contender.Contender;
import io.github.livedesk.camel.benchmark.contender.Kind;
import io.github.livedesk.camel.benchmark.contender.Way;
import io.github.livedesk.camel.benchmark.load.IdleProcess;
import io.github.livedesk.camel.benchmark.load.Load;
import io.github.livedesk.camel.benchmark.load.Slice;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.util.EnumMap;
import java.util.Map;

/** The program that sends in one way, whenever it is told to; started by {@link ContenderJvm}. */
final class ContenderRun {

  /** Asks for the {@link ManyIds} of the text messages in place of a slice. */
  static final String IDS = "ids";

  private final Way way;
  private final Map<Kind, Sending> sendings = new EnumMap<>(Kind.class);
  private int port;

  private ContenderRun(Way way) {
    this.way = way;
  }

  /**
   * Takes an {@link Order} in each line, and prints the slice.
   *
   * @param args the way
   */
  public static void main(String[] args) throws Exception {
    var run = new ContenderRun(Way.valueOf(args[0]));
    try (var lines = new BufferedReader(new InputStreamReader(System.in, UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        System.out.println(line.equals(IDS) ? run.ids() : run.send(Order.parse(line)));
      }
    }
    // Clients without a way to close them leave threads.
    System.exit(0);
  }

  private String send(Order order) throws Exception {
    if (order.port() != port) {
      closeAll();
      port = order.port();
    }
    Sending sending = sendings.get(order.kind());
    if (sending == null) {
      Contender contender = way.open(order.kind(), port, order.inFlight());
      sending = new Sending(contender, new ConversationIds());
      sendings.put(order.kind(), sending);
    }
    var load = new Load(sending.contender, way.blocks(), order.inFlight(), sending.ids);
    Slice slice = load.run(order.ramp(), order.settle(), order.measured());
    IdleProcess.await();
    return slice.toLine();
  }

  private void closeAll() throws Exception {
    for (Sending sending : sendings.values()) {
      sending.contender.close();
    }
    sendings.clear();
  }

  private String ids() {
    Sending texts = sendings.get(Kind.TEXT);
    return new ManyIds(texts.ids.count(), texts.contender.endpoints()).toLine();
  }

  private record Sending(Contender contender, ConversationIds ids) {}
}
