// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.benchmark;

import io.github.livedesk.camel.benchmark.contender.Kind;
import io.github.livedesk.camel.benchmark.contender.Way;
import io.github.livedesk.camel.benchmark.load.Slice;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * The slices of one contender.
 *
 * @param kind what it sent
 * @param way how
 * @param slices one for each round, in order
 */
record Series(Kind kind, Way way, List<Slice> slices) {

  double median(ToDoubleFunction<Slice> figure) {
    return Medians.of(slices.stream().mapToDouble(figure));
  }

  /** The median of what the rounds say: within a round the machine is much the same for both. */
  double against(Series other, ToDoubleFunction<Slice> figure) {
    return Medians.of(
        IntStream.range(0, slices.size())
            .mapToDouble(
                i ->
                    figure.applyAsDouble(slices.get(i))
                        / figure.applyAsDouble(other.slices.get(i))));
  }
}
