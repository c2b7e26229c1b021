// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.benchmark.report;

import java.util.List;
import java.util.Locale;

/**
 * Bars side by side, as SVG on a ground of its own, so that it can be read on a light page and on a
 * dark one.
 *
 * @param title what is shown
 * @param notes below the bars, one or more lines
 * @param bars from top to bottom, one or more
 */
public record BarChart(String title, List<String> notes, List<Bar> bars) {

  private static final int WIDTH = 960;
  private static final int TOP = 64;
  private static final int ROW = 34;
  private static final int BAR = 20;
  private static final int LEFT = 460;
  private static final int LONGEST = 320;
  private static final int MARGIN = 20;
  private static final int NOTE = 20;

  private static final String STYLE =
      """
      <style>
        text { font: 14px "Helvetica Neue", Helvetica, Arial, "DejaVu Sans", sans-serif; fill: #1f2328; }
        .title { font-size: 17px; font-weight: bold; }
        .note { font-size: 12px; fill: #57606a; }
        .ground { fill: #ffffff; stroke: #d0d7de; }
        .bar { fill: #8c959f; }
        .ours { fill: #0969da; }
        @media (prefers-color-scheme: dark) {
          text { fill: #e6edf3; }
          .note { fill: #9da7b3; }
          .ground { fill: #161b22; stroke: #30363d; }
          .bar { fill: #6e7681; }
          .ours { fill: #58a6ff; }
        }
      </style>
      """;

  /**
   * One bar.
   *
   * @param label left of it
   * @param value how long it is, 0 or more
   * @param text right of it
   * @param ours whether it stands out
   */
  public record Bar(String label, double value, String text, boolean ours) {}

  /** As SVG. */
  public String svg() {
    double most = bars.stream().mapToDouble(Bar::value).max().orElseThrow();
    int height = TOP + ROW * bars.size() + NOTE * notes.size() + 20;
    var svg = new StringBuilder();
    svg.append(
        format(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" width=\"%d\""
                + " height=\"%d\" role=\"img\" aria-labelledby=\"title\">%n",
            WIDTH, height, WIDTH, height));
    svg.append(format("<title id=\"title\">%s</title>%n", escape(title)));
    svg.append(STYLE);
    svg.append(
        format(
            "<rect class=\"ground\" x=\"0.5\" y=\"0.5\" width=\"%d\" height=\"%d\" rx=\"8\"/>%n",
            WIDTH - 1, height - 1));
    svg.append(text("title", MARGIN, 36, "start", title));
    for (int i = 0; i < bars.size(); i++) {
      svg.append(bar(bars.get(i), TOP + ROW * i, most));
    }
    for (int i = 0; i < notes.size(); i++) {
      svg.append(
          text("note", MARGIN, TOP + ROW * bars.size() + NOTE * (i + 1), "start", notes.get(i)));
    }
    return svg.append("</svg>\n").toString();
  }

  private static String bar(Bar bar, int y, double most) {
    double length = Math.max(1, bar.value / Math.max(most, 1) * LONGEST);
    return text("label", LEFT - 10, y + 15, "end", bar.label)
        + format(
            "<rect class=\"%s\" x=\"%d\" y=\"%d\" width=\"%.1f\" height=\"%d\" rx=\"2\"/>%n",
            bar.ours ? "ours" : "bar", LEFT, y, length, BAR)
        + text("value", LEFT + length + 8, y + 15, "start", bar.text);
  }

  private static String text(String style, double x, int y, String anchor, String text) {
    return format(
        "<text class=\"%s\" x=\"%.1f\" y=\"%d\" text-anchor=\"%s\">%s</text>%n",
        style, x, y, anchor, escape(text));
  }

  private static String format(String format, Object... values) {
    return String.format(Locale.ROOT, format.replace("%n", "\n"), values);
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
  }
}
