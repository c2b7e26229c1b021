// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.benchmark;

import io.github.livedesk.camel.benchmark.contender.Way;
import io.github.livedesk.camel.benchmark.load.ChildJvm;
import io.github.livedesk.camel.benchmark.load.Slice;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * One way to send, in a JVM of its own: in one that several share, code that they all use is
 * compiled for all of them at once, and all are slower than they are alone.
 */
final class ContenderJvm implements AutoCloseable {

  private final ChildJvm jvm;

  private ContenderJvm(ChildJvm jvm) {
    this.jvm = jvm;
  }

  /**
   * Starts one.
   *
   * @param heap a flag such as {@code -Xmx1g}
   */
  static ContenderJvm start(Plan plan, Way way, String heap) throws IOException {
    List<String> flags = new ArrayList<>(plan.jvmFlags());
    flags.add(heap);
    return new ContenderJvm(ChildJvm.start(ContenderRun.class, flags, List.of(way.name())));
  }

  /** Has it send for a while. */
  Slice send(Order order) throws IOException {
    return Slice.parse(jvm.ask(order.toLine()));
  }

  /** What became of the conversation ids of its text messages. */
  ManyIds ids() throws IOException {
    return ManyIds.parse(jvm.ask(ContenderRun.IDS));
  }

  @Override
  public void close() {
    jvm.close();
  }
}
