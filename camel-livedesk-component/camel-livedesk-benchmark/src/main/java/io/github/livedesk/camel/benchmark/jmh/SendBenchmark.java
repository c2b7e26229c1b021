// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.benchmark.jmh;

import io.github.livedesk.camel.benchmark.contender.Contender;
import io.github.livedesk.camel.benchmark.contender.Kind;
import io.github.livedesk.camel.benchmark.contender.Way;
import io.github.livedesk.camel.benchmark.stub.Stub;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;

/**
 * A whole send that the caller waits for, of a text and of a file. What makes multipart heads is
 * not public: its cost is in the difference between the two.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Threads(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class SendBenchmark {

  @Param({"TEXT", "ATTACHMENT"})
  private Kind kind;

  private Stub stub;
  private Contender contender;

  @Setup
  public void start() throws Exception {
    stub = Stub.start(Duration.ZERO);
    contender = Way.PRODUCER_TEMPLATE.open(kind, stub.port(), 1);
  }

  @TearDown
  public void stop() throws IOException {
    contender.close();
    stub.close();
  }

  /** Ends with the reply, for the caller waits. */
  @Benchmark
  public Object send() {
    var reply = new Object[1];
    contender.send(
        "141",
        (stored, failure) -> {
          if (failure != null) {
            throw new IllegalStateException(failure);
          }
          reply[0] = stored;
        });
    return reply[0];
  }
}
