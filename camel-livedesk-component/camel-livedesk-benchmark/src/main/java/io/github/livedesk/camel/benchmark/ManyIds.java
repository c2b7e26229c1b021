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

/**
 * {@code toD} with a conversation id that never comes again, and {@code to} in turn with it.
 *
 * @param toD its slices
 * @param to its slices
 * @param ids different ones that {@code toD} has sent to
 * @param endpoints that Camel has made for them
 */
record ManyIds(Series toD, Series to, long ids, long endpoints) {

  static ManyIds run(Plan plan, Stub stub) throws Exception {
    var toD = new Series(Kind.TEXT, Way.TO_D, new ArrayList<>());
    var to = new Series(Kind.TEXT, Way.TO, new ArrayList<>());
    try (Contender dynamic = Way.TO_D.open(Kind.TEXT, stub.port(), Throughput.IN_FLIGHT);
        Contender fixed = Way.TO.open(Kind.TEXT, stub.port(), Throughput.IN_FLIGHT)) {
      var dynamicLoad = new Load(dynamic, false, Throughput.IN_FLIGHT, ConversationIds.all());
      var fixedLoad = new Load(fixed, false, Throughput.IN_FLIGHT, ConversationIds.all());
      warmUp(plan, List.of(dynamicLoad, fixedLoad));
      long ids = 0;
      for (int i = 0; i < plan.manyIdsSlices() && ids < plan.manyIds(); i++) {
        long before = stub.messages();
        toD.slices().add(slice(plan, dynamicLoad));
        ids += stub.messages() - before;
        to.slices().add(slice(plan, fixedLoad));
      }
      return new ManyIds(toD, to, ids, dynamic.endpoints());
    }
  }

  private static void warmUp(Plan plan, List<Load> loads) throws InterruptedException {
    for (int round = 0; round < plan.warmUps(); round++) {
      for (Load load : loads) {
        load.run(Duration.ZERO, Duration.ZERO, plan.warmUp());
      }
    }
  }

  private static Slice slice(Plan plan, Load load) throws InterruptedException {
    return load.run(Duration.ZERO, plan.settle(), plan.slice());
  }
}
