// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.springboot;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What Prometheus reads of an application, and what a query finds in it. */
final class Scrape {

  private static final Pattern SAMPLE =
      Pattern.compile("(?m)^(?<name>[a-z_]+)(?:\\{(?<labels>[^}]*)})? (?<value>\\S+)$");
  private static final Pattern LABEL = Pattern.compile("(\\w+)(=~|=)\"([^\"]*)\"");
  private static final Pattern SELECTOR =
      Pattern.compile("(?<name>livedesk_[a-z_]+)(?:\\{(?<labels>[^}]*)})?");

  private final List<Sample> samples = new ArrayList<>();

  Scrape(String text) {
    Matcher sample = SAMPLE.matcher(text);
    while (sample.find()) {
      samples.add(
          new Sample(
              sample.group("name"),
              labels(sample.group("labels")),
              Double.parseDouble(sample.group("value"))));
    }
  }

  private static Map<String, String> labels(String text) {
    var labels = new TreeMap<String, String>();
    Matcher label = LABEL.matcher(text == null ? "" : text);
    while (label.find()) {
      labels.put(label.group(1), label.group(3));
    }
    return labels;
  }

  /** The value of the only sample that a selector finds, such as {@code a_total{b="c"}}. */
  double value(String selector) {
    List<Sample> found = find(selector);
    if (found.size() != 1) {
      throw new AssertionError(selector + ": found " + found + " in " + samples);
    }
    return found.get(0).value();
  }

  /** Matchers that compare with a variable of a dashboard find everything that has the label. */
  private List<Sample> find(String selector) {
    Matcher parts = SELECTOR.matcher(selector);
    if (!parts.matches()) {
      throw new AssertionError("no selector: " + selector);
    }
    Map<String, String> wanted = labels(parts.group("labels"));
    return samples.stream()
        .filter(sample -> sample.name().equals(parts.group("name")))
        .filter(
            sample ->
                wanted.entrySet().stream()
                    .allMatch(
                        label ->
                            label.getValue().startsWith("$")
                                ? sample.labels().containsKey(label.getKey())
                                : label.getValue().equals(sample.labels().get(label.getKey()))))
        .toList();
  }

  /** Selectors of a PromQL expression that find nothing here. */
  List<String> unknown(String expression) {
    return SELECTOR
        .matcher(expression)
        .results()
        .map(selector -> selector.group())
        .filter(selector -> find(selector).isEmpty())
        .toList();
  }

  /** The names of all that is measured. */
  List<String> names() {
    return samples.stream().map(Sample::name).distinct().toList();
  }

  /** The names of labels that a measure has. */
  List<String> labelsOf(String name) {
    return samples.stream()
        .filter(sample -> sample.name().equals(name))
        .flatMap(sample -> sample.labels().keySet().stream())
        .distinct()
        .toList();
  }

  private record Sample(String name, Map<String, String> labels, double value) {}
}
