package io.github.livedesk.camel.benchmark;

import io.github.livedesk.camel.benchmark.contender.Way;
import io.github.livedesk.camel.benchmark.load.ChildJvm;
import io.github.livedesk.camel.benchmark.stub.Stub;
import java.util.ArrayList;
import java.util.List;

/**
 * Many messages in flight against a slow server, in a JVM that does nothing else.
 *
 * @param slow the server
 * @param way how they were sent
 * @param perSecond messages
 * @param threads Java threads at the peak, those of the feed included
 * @param residentMegabytes of the process at the peak, MB of 1,000,000 bytes
 */
record InFlight(Plan.Wait slow, Way way, double perSecond, int threads, double residentMegabytes) {

  /** The same for all. */
  static final String HEAP = "-Xmx1g";

  double shareOfLimit() {
    return perSecond / slow.limit();
  }

  static List<InFlight> run(Plan plan) throws Exception {
    List<InFlight> all = new ArrayList<>();
    for (Plan.Wait wait : plan.waits()) {
      try (Stub stub = Stub.start(wait.delay())) {
        for (Way way : plan.waiting()) {
          all.add(run(wait, way, stub.port()));
        }
      }
    }
    return all;
  }

  private static InFlight run(Plan.Wait wait, Way way, int port) throws Exception {
    List<String> arguments =
        List.of(
            way.name(),
            Integer.toString(port),
            Integer.toString(wait.inFlight()),
            Long.toString(wait.delay().toMillis()),
            Long.toString(wait.measured().toMillis()));
    try (var jvm = ChildJvm.start(InFlightRun.class, List.of(HEAP), arguments)) {
      double perSecond = Double.parseDouble(jvm.readLine());
      int threads = Integer.parseInt(jvm.readLine());
      return new InFlight(wait, way, perSecond, threads, Double.parseDouble(jvm.readLine()));
    }
  }
}
