package io.github.livedesk.camel.benchmark;

import io.github.livedesk.camel.benchmark.contender.Contender;
import io.github.livedesk.camel.benchmark.contender.Kind;
import io.github.livedesk.camel.benchmark.contender.Way;
import io.github.livedesk.camel.benchmark.load.Load;
import io.github.livedesk.camel.benchmark.load.Slice;
import io.github.livedesk.camel.benchmark.stub.Stub;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** All contenders in turn, again and again, each with the same number of messages in flight. */
final class Throughput {

  static final int IN_FLIGHT = 16;

  private static final Duration NO_RAMP = Duration.ZERO;

  private final Plan plan;
  private final Stub stub;

  Throughput(Plan plan, Stub stub) {
    this.plan = plan;
    this.stub = stub;
  }

  List<Series> run() throws Exception {
    List<Entrant> entrants = new ArrayList<>();
    try {
      for (Kind kind : Kind.values()) {
        for (Way way : Way.of(kind)) {
          entrants.add(enter(kind, way));
        }
      }
      for (Entrant entrant : entrants) {
        entrant.load.run(NO_RAMP, Duration.ZERO, plan.warmUp());
      }
      for (int round = 0; round < plan.slices(); round++) {
        for (int i = 0; i < entrants.size(); i++) {
          // Another one first in each round, so that nobody always follows the same.
          Entrant entrant = entrants.get((i + round) % entrants.size());
          entrant.series.slices().add(entrant.load.run(NO_RAMP, plan.settle(), plan.slice()));
        }
      }
      return entrants.stream().map(Entrant::series).toList();
    } finally {
      for (Entrant entrant : entrants) {
        entrant.contender.close();
      }
    }
  }

  private Entrant enter(Kind kind, Way way) throws Exception {
    Contender contender = way.open(kind, stub.port(), IN_FLIGHT);
    var load = new Load(contender, way.blocks(), IN_FLIGHT, ConversationIds.some());
    return new Entrant(contender, load, new Series(kind, way, new ArrayList<Slice>()));
  }

  private record Entrant(Contender contender, Load load, Series series) {}
}
