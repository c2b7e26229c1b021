package io.github.livedesk.camel.benchmark;

import io.github.livedesk.camel.benchmark.contender.Kind;
import io.github.livedesk.camel.benchmark.contender.Way;
import io.github.livedesk.camel.benchmark.load.ChildJvm;
import io.github.livedesk.camel.benchmark.load.Slice;
import io.github.livedesk.camel.benchmark.stub.Stub;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * All contenders in turn, again and again, each with the same number of messages in flight. Each
 * way has a JVM of its own: in one that they share, code that several use is compiled for all of
 * them at once, and all are slower than they are alone.
 */
final class Throughput {

  static final int IN_FLIGHT = 16;

  private final Plan plan;
  private final Stub stub;

  Throughput(Plan plan, Stub stub) {
    this.plan = plan;
    this.stub = stub;
  }

  List<Series> run() throws IOException {
    Map<Way, ChildJvm> jvms = new EnumMap<>(Way.class);
    try {
      List<Entrant> entrants = new ArrayList<>();
      for (Way way : Way.values()) {
        List<String> arguments = List.of(way.name(), Integer.toString(stub.port()));
        jvms.put(way, ChildJvm.start(ContenderRun.class, List.of(InFlight.HEAP), arguments));
      }
      for (Kind kind : Kind.values()) {
        for (Way way : Way.of(kind)) {
          entrants.add(new Entrant(jvms.get(way), new Series(kind, way, new ArrayList<>())));
        }
      }
      for (int round = 0; round < plan.warmUps(); round++) {
        for (Entrant entrant : entrants) {
          // Texts warm up what the other kinds need too.
          if (round == 0 || entrant.series.kind() == Kind.TEXT) {
            entrant.slice(Duration.ZERO, plan.warmUp());
          }
        }
      }
      for (int round = 0; round < plan.slices(); round++) {
        for (int i = 0; i < entrants.size(); i++) {
          // Another one first in each round, so that nobody always follows the same.
          Entrant entrant = entrants.get((i + round) % entrants.size());
          entrant.series.slices().add(entrant.slice(plan.settle(), plan.slice()));
        }
      }
      return entrants.stream().map(Entrant::series).toList();
    } finally {
      jvms.values().forEach(ChildJvm::close);
    }
  }

  private record Entrant(ChildJvm jvm, Series series) {

    Slice slice(Duration settle, Duration measured) throws IOException {
      String order = series.kind() + " " + settle.toMillis() + " " + measured.toMillis();
      return Slice.parse(jvm.ask(order));
    }
  }
}
