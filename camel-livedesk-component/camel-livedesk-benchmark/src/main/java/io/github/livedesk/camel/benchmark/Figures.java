package io.github.livedesk.camel.benchmark;

import io.github.livedesk.camel.benchmark.contender.Kind;
import io.github.livedesk.camel.benchmark.contender.Way;
import java.util.List;

/**
 * All that one run has shown.
 *
 * @param throughput all contenders, with all they send
 * @param manyIds {@code toD} with a new id each time
 * @param inFlight the slow server
 * @param upload the big attachment
 * @param coldStarts seconds
 */
record Figures(
    List<Series> throughput,
    ManyIds manyIds,
    List<InFlight> inFlight,
    Upload upload,
    List<Double> coldStarts) {

  Series series(Kind kind, Way way) {
    return throughput.stream()
        .filter(series -> series.kind() == kind && series.way() == way)
        .findFirst()
        .orElseThrow();
  }
}
