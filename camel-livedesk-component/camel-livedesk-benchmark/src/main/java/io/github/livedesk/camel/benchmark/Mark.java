// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.benchmark;

import io.github.livedesk.camel.benchmark.contender.Kind;
import io.github.livedesk.camel.benchmark.contender.Way;
import io.github.livedesk.camel.benchmark.load.Slice;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * What the component is held to.
 *
 * @param what is looked at
 * @param figure what this run showed
 * @param atLeast whether the bound is the lowest good figure; else it is the highest
 * @param bound itself good
 * @param decimals to show
 */
record Mark(String what, double figure, boolean atLeast, double bound, int decimals) {

  private static final int MANY = 5_000;

  boolean isMet() {
    return atLeast ? figure >= bound : figure <= bound;
  }

  String figureText() {
    return text(figure);
  }

  String boundText() {
    return (atLeast ? "at least " : "at most ") + text(bound);
  }

  private String text(double number) {
    return String.format(Locale.ROOT, "%,." + decimals + "f", number);
  }

  @Override
  public String toString() {
    String verdict = isMet() ? "met" : "missed";
    return what + ": " + figureText() + " (mark: " + boundText() + ") " + verdict;
  }

  /** All of them that this run says something about. */
  static List<Mark> of(Figures figures) {
    List<Mark> marks = new ArrayList<>();
    Series asynchronous = figures.throughput().series(Kind.TEXT, Way.TO);
    Series template = figures.throughput().series(Kind.TEXT, Way.PRODUCER_TEMPLATE);
    Series usual = figures.throughput().series(Kind.TEXT, Way.USUAL);
    Series tuned = figures.throughput().series(Kind.TEXT, Way.TUNED);
    Series client = figures.throughput().series(Kind.TEXT, Way.HTTPCLIENT_ASYNC);
    ToDoubleFunction<Slice> speed = Slice::perSecond;
    ToDoubleFunction<Slice> cpu = Slice::cpuMicros;
    String fed = "Fed asynchronously against ";
    marks.add(atLeast(fed + "the usual route", asynchronous.against(usual, speed), 8));
    marks.add(atLeast(fed + "the tuned route", asynchronous.against(tuned, speed), 3));
    marks.add(atMost(fed + "the usual route, CPU", asynchronous.against(usual, cpu), 0.1, 3));
    marks.add(atMost(fed + "the tuned route, CPU", asynchronous.against(tuned, cpu), 0.4, 3));
    String waiting = "Through ProducerTemplate, 16 threads, against ";
    marks.add(atLeast(waiting + "the usual route", template.against(usual, speed), 3));
    marks.add(atLeast(waiting + "the tuned route", template.against(tuned, speed), 1.2));
    marks.add(
        atMost(
            fed + "HttpClient 5 async without Camel, CPU",
            asynchronous.against(client, cpu),
            1.15,
            2));
    marks.add(
        atMost(
            "Allocated for a text message, bytes",
            asynchronous.median(Slice::allocated),
            12_000,
            0));
    for (InFlight many : figures.inFlight()) {
      if (many.way() == Way.TO && many.slow().inFlight() == MANY) {
        String title = many.slow().title();
        marks.add(atLeast(title + ", share of the limit", many.shareOfLimit(), 0.95));
        marks.add(atMost(title + ", threads", many.slice().threads(), 32, 0));
        marks.add(atMost(title + ", resident MB", many.slice().residentMegabytes(), 500, 0));
      }
    }
    Upload upload = figures.upload();
    if (!upload.curl().isEmpty()) {
      marks.add(
          atLeast("Upload of a File against curl -F", ratio(upload.file(), upload.curl()), 0.9));
      marks.add(
          atLeast(
              "Upload of an InputStream against curl -F",
              ratio(upload.stream(), upload.curl()),
              0.6));
    }
    ManyIds ids = figures.throughput().manyIds();
    marks.add(atMost("toD, LiveDesk endpoints", (double) ids.endpoints(), 1, 0));
    Series toD = figures.throughput().series(Kind.TEXT, Way.TO_D);
    marks.add(atLeast("toD against to", toD.against(asynchronous, speed), 0.9));
    return marks;
  }

  private static double ratio(List<Double> rates, List<Double> others) {
    return median(rates) / median(others);
  }

  private static double median(List<Double> figures) {
    return Medians.of(figures.stream().mapToDouble(Double::doubleValue));
  }

  private static Mark atLeast(String what, double figure, double bound) {
    return new Mark(what, figure, true, bound, 2);
  }

  private static Mark atMost(String what, double figure, double bound, int decimals) {
    return new Mark(what, figure, false, bound, decimals);
  }
}
