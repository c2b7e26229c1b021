// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.benchmark;

import static java.util.stream.Collectors.joining;

import io.github.livedesk.camel.benchmark.contender.Kind;
import io.github.livedesk.camel.benchmark.contender.Way;
import io.github.livedesk.camel.benchmark.load.Slice;
import io.github.livedesk.camel.benchmark.report.BarChart;
import io.github.livedesk.camel.benchmark.report.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The figures of a run, for the documentation.
 *
 * @param plan what was run
 * @param figures what it showed
 * @param environment what it was run on, one line
 */
record FiguresPage(Plan plan, Figures figures, String environment) {

  /** AsciiDoc, to be included in a page. */
  String asciiDoc() {
    String tables =
        Stream.concat(
                Arrays.stream(Kind.values()).map(this::throughput),
                Stream.of(manyIds(), inFlight(), upload(), coldStart(), marks()))
            .map(Table::asciiDoc)
            .collect(joining("\n"));
    return "// Written by the benchmark; run it again rather than edit this.\n"
        + environment
        + "\n"
        + slices()
        + "\n\n"
        + tables;
  }

  private String slices() {
    return number("Medians of %.0f slices", plan.slices())
        + number(" of %.1f s each", plan.slice().toMillis() / 1e3)
        + ", all contenders in turn; "
        + Throughput.IN_FLIGHT
        + " messages in flight.";
  }

  BarChart chart() {
    Series usual = figures.throughput().series(Kind.TEXT, Way.USUAL);
    List<BarChart.Bar> bars = new ArrayList<>();
    for (Way way : Way.values()) {
      Series series = figures.throughput().series(Kind.TEXT, way);
      String text =
          perSecond(series) + number(" (%.1f times)", series.against(usual, Slice::perSecond));
      bars.add(
          new BarChart.Bar(
              way.title(),
              series.median(Slice::perSecond),
              text,
              way.title().startsWith("camel-livedesk")));
    }
    return new BarChart(
        "Text messages per second, 16 in flight",
        List.of("In brackets: times the usual route, within this run.", environment),
        bars);
  }

  private Table throughput(Kind kind) {
    Series usual = figures.throughput().series(kind, Way.USUAL);
    List<List<String>> rows = new ArrayList<>();
    for (Way way : Way.values()) {
      Series series = figures.throughput().series(kind, way);
      rows.add(
          List.of(
              way.title(),
              perSecond(series),
              number("%.1f", series.against(usual, Slice::perSecond)),
              number("%.0f", series.median(Slice::cpuMicros)),
              number("%,.0f", series.median(Slice::allocated)),
              number("%.2f", series.median(Slice::p50Millis)),
              number("%.2f", series.median(Slice::p99Millis)),
              number("%.0f", series.median(Slice::threads)),
              number("%,.0f", series.median(Slice::residentMegabytes))));
    }
    return new Table(
        "Throughput: " + kind.title() + ", " + Throughput.HEAP,
        List.of(
            "Contender",
            "Messages/s",
            "Against the usual route",
            "CPU µs/message",
            "Allocated B/message",
            "p50 ms",
            "p99 ms",
            "Threads",
            "Resident MB"),
        rows);
  }

  private Table manyIds() {
    ManyIds ids = figures.throughput().manyIds();
    return new Table(
        "A conversation id that never comes again, for each message",
        List.of("Contender", "Different ids", "LiveDesk endpoints"),
        List.of(
            List.of(
                Way.TO_D.title(),
                number("%,.0f", (double) ids.ids()),
                number("%,.0f", (double) ids.endpoints()))));
  }

  private Table inFlight() {
    return new Table(
        "Many in flight against a slow server",
        List.of("Contender", "Heap", "Messages/s", "Of the limit", "Threads", "Resident MB"),
        figures.inFlight().stream()
            .map(
                many ->
                    List.of(
                        many.slow().title() + ": " + many.way().title(),
                        many.heap(),
                        number("%,.0f", many.slice().perSecond()),
                        number("%.0f %%", many.shareOfLimit() * 100),
                        number("%,.0f", many.slice().threads()),
                        number("%,.0f", many.slice().residentMegabytes())))
            .toList());
  }

  private Table upload() {
    Upload upload = figures.upload();
    List<List<String>> rows = new ArrayList<>();
    if (upload.curl().isEmpty()) {
      rows.add(List.of("curl -F: not measured, there is no curl here", "", ""));
    } else {
      rows.add(uploadRow("curl -F", upload.curl()));
    }
    rows.add(uploadRow("camel-livedesk, File", upload.file()));
    rows.add(uploadRow("camel-livedesk, InputStream of unknown length", upload.stream()));
    return new Table(
        "Upload of " + upload.bytes() / (1 << 20) + " MiB, " + Upload.HEAP,
        List.of("Contender", "MiB/s", "Against curl"),
        rows);
  }

  private List<String> uploadRow(String title, List<Double> rates) {
    List<Double> curl = figures.upload().curl();
    String ratio = curl.isEmpty() ? "" : number("%.2f", median(rates) / median(curl));
    return List.of(title, number("%,.0f", median(rates)), ratio);
  }

  private Table coldStart() {
    return new Table(
        "Cold start: JVM start to the first message sent, the quickstart's route on camel-main",
        List.of("Of " + figures.coldStarts().size(), "Seconds"),
        List.of(List.of("median", number("%.2f", median(figures.coldStarts())))));
  }

  private Table marks() {
    return new Table(
        "What the component is held to",
        List.of("Mark", "Figure", "Bound", "Verdict"),
        Mark.of(figures).stream()
            .map(
                mark ->
                    List.of(
                        mark.what(),
                        mark.figureText(),
                        mark.boundText(),
                        mark.isMet() ? "met" : "missed"))
            .toList());
  }

  private static String perSecond(Series series) {
    return number("%,.0f", series.median(Slice::perSecond));
  }

  private static double median(List<Double> figures) {
    return Medians.of(figures.stream().mapToDouble(Double::doubleValue));
  }

  private static String number(String format, double number) {
    return String.format(Locale.ROOT, format, number);
  }
}
