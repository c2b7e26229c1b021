// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.benchmark;

import static java.util.Comparator.comparingInt;

import io.github.livedesk.camel.benchmark.contender.Kind;
import io.github.livedesk.camel.benchmark.contender.Way;
import io.github.livedesk.camel.benchmark.load.Slice;
import io.github.livedesk.camel.benchmark.stub.Stub;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Many messages in flight against a slow server.
 *
 * @param slow the server
 * @param way how they were sent
 * @param heap of the JVM
 * @param slice what it showed
 */
record InFlight(Plan.Wait slow, Way way, String heap, Slice slice) {

  double shareOfLimit() {
    return slice.perSecond() / slow.limit();
  }

  static List<InFlight> run(Plan plan) throws Exception {
    List<Stub> stubs = new ArrayList<>();
    try {
      for (Plan.Wait wait : plan.waits()) {
        stubs.add(Stub.start(wait.delay()));
      }
      List<InFlight> all = new ArrayList<>();
      for (Plan.Waiting waiting : plan.waiting()) {
        all.addAll(run(plan, waiting, stubs));
      }
      all.sort(comparingInt(many -> many.slow.inFlight()));
      return all;
    } finally {
      stubs.forEach(Stub::close);
    }
  }

  /** All in one JVM, which is warm after the first; memory is that of the biggest, the last. */
  private static List<InFlight> run(Plan plan, Plan.Waiting waiting, List<Stub> stubs)
      throws Exception {
    List<InFlight> all = new ArrayList<>();
    Way way = waiting.way();
    try (var jvm = ContenderJvm.start(plan, way, waiting.heap())) {
      for (int i = 0; i < stubs.size(); i++) {
        Plan.Wait wait = plan.waits().get(i);
        // Begun over some rounds of the server, so that replies come evenly and not in bursts.
        Duration half = wait.measured().dividedBy(2);
        var order =
            new Order(Kind.TEXT, stubs.get(i).port(), wait.inFlight(), half, half, wait.measured());
        all.add(new InFlight(wait, way, waiting.heap(), jvm.send(order)));
      }
    }
    return all;
  }
}
