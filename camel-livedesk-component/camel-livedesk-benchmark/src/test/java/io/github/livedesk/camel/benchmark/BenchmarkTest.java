// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.livedesk.camel.benchmark.contender.Contender;
import io.github.livedesk.camel.benchmark.contender.Kind;
import io.github.livedesk.camel.benchmark.contender.Way;
import io.github.livedesk.camel.benchmark.load.Slice;
import io.github.livedesk.camel.benchmark.stub.Stub;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** All of it still runs. Nothing here says how fast. */
class BenchmarkTest {

  @TempDir private Path docs;

  @Test
  void everyContenderSendsWhatItSaysAndGetsAReply() throws Exception {
    try (Stub stub = Stub.start(Duration.ZERO)) {
      long sent = 0;
      for (Kind kind : Kind.values()) {
        for (Way way : Way.values()) {
          try (Contender contender = way.open(kind, stub.port(), 2)) {
            var reply = new Reply();
            contender.send("141", reply);
            contender.send("142", reply);
            reply.await(2);
            sent += 2;
            assertThat(reply.failures).as(way.title()).isEmpty();
            assertThat(stub.messages()).as(way.title()).isEqualTo(sent);
          }
        }
      }
    }
  }

  @Test
  @Tag("whole-run")
  void theWholeRunWritesFiguresAndAChart() throws Exception {
    var printed = new ByteArrayOutputStream();
    var benchmark =
        new Benchmark(Plan.smoke(), new PrintStream(printed, true, StandardCharsets.UTF_8));

    Figures figures = benchmark.run();
    benchmark.write(figures, docs);

    assertThat(figures.throughput().series())
        .hasSize(Way.values().length * Kind.values().length)
        .allSatisfy(series -> assertThat(series.median(Slice::messages)).isPositive());
    assertThat(figures.inFlight())
        .hasSize(1)
        .allSatisfy(many -> assertThat(many.slice().perSecond()).isPositive());
    assertThat(printed.toString(StandardCharsets.UTF_8))
        .contains("Fed asynchronously against the usual route: ", "toD, LiveDesk endpoints: ");
    assertThat(Files.readString(docs.resolve("performance-figures.adoc")))
        .contains("camel-whatsapp", "camel-vertx-http", "Upload of 1 MiB", "Cold start")
        .doesNotContain("NaN", "null");
    assertThat(Files.readString(docs.resolve("images/performance.svg")))
        .startsWith("<svg")
        .contains("camel-livedesk, toD, fed asynchronously");
  }

  private static final class Reply implements Contender.Done {

    private final List<Throwable> failures = new ArrayList<>();
    private int count;

    @Override
    public synchronized void ended(Object reply, Throwable failure) {
      if (failure != null) {
        failures.add(failure);
      } else if (reply == null) {
        failures.add(new AssertionError("no reply"));
      }
      count++;
      notifyAll();
    }

    synchronized void await(int wanted) throws InterruptedException {
      while (count < wanted) {
        wait();
      }
    }
  }
}
