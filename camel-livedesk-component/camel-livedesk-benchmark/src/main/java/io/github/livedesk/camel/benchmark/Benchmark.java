// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.benchmark;

import io.github.livedesk.camel.benchmark.stub.Stub;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Runs all parts, prints the marks, and writes the figures and the chart. */
public final class Benchmark {

  private final Plan plan;
  private final PrintStream out;

  Benchmark(Plan plan, PrintStream out) {
    this.plan = plan;
    this.out = out;
  }

  /**
   * The full run.
   *
   * @param args the folder of the documentation
   */
  public static void main(String[] args) throws Exception {
    Path docs = Path.of(args[0]);
    long begun = System.nanoTime();
    var benchmark = new Benchmark(Plan.full(), System.out);
    Figures figures = benchmark.run();
    benchmark.write(figures, docs);
    System.out.println("Took " + Duration.ofNanos(System.nanoTime() - begun).toSeconds() + " s");
  }

  Figures run() throws Exception {
    Throughput throughput;
    Upload upload;
    List<Double> coldStarts;
    try (Stub stub = Stub.start(Duration.ZERO)) {
      out.println("Cold start");
      coldStarts = ColdStart.run(plan, stub);
      out.println("Upload");
      upload = Upload.run(plan, stub);
      out.println("Throughput");
      throughput = Throughput.run(plan, stub);
    }
    out.println("In flight");
    return new Figures(throughput, InFlight.run(plan), upload, coldStarts);
  }

  /** Writes {@code performance-figures.adoc} and {@code images/performance.svg}. */
  void write(Figures figures, Path docs) throws IOException {
    var page = new FiguresPage(plan, figures, Environment.describe());
    Files.writeString(docs.resolve("performance-figures.adoc"), page.asciiDoc());
    Files.createDirectories(docs.resolve("images"));
    Files.writeString(docs.resolve("images").resolve("performance.svg"), page.chart().svg());
    Mark.of(figures).forEach(out::println);
  }
}
