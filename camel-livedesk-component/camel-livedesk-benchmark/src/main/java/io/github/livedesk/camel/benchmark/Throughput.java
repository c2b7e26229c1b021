// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.benchmark;

import io.github.livedesk.camel.benchmark.contender.Kind;
import io.github.livedesk.camel.benchmark.contender.Way;
import io.github.livedesk.camel.benchmark.stub.Stub;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * All contenders in turn, again and again, each with the same number of messages in flight.
 *
 * @param series of every kind and way
 * @param manyIds of {@code toD}, which went on after the slices
 */
record Throughput(List<Series> series, ManyIds manyIds) {

  static final int IN_FLIGHT = 16;

  /** The same for all. */
  static final String HEAP = "-Xmx1g";

  /**
   * One kind after the other: code that has met only one is faster than code that has met three,
   * and not for all contenders alike.
   */
  static Throughput run(Plan plan, Stub stub) throws IOException {
    Map<Way, ContenderJvm> jvms = new EnumMap<>(Way.class);
    try {
      for (Way way : Way.values()) {
        jvms.put(way, ContenderJvm.start(plan, way, HEAP));
      }
      List<Series> series = new ArrayList<>();
      for (Kind kind : Kind.values()) {
        var stretch = new Order(kind, stub.port(), Duration.ZERO, plan.stretch());
        // Texts, which come first, warm up most of what the others need.
        int stretches = kind == Kind.TEXT ? plan.warmUps() : plan.warmUps() / 3;
        for (int i = 0; i < stretches; i++) {
          for (ContenderJvm jvm : jvms.values()) {
            jvm.send(stretch);
          }
        }
        series.addAll(
            measure(plan, new Order(kind, stub.port(), plan.settle(), plan.slice()), jvms));
      }
      return new Throughput(series, goOn(plan, stub, jvms.get(Way.TO_D)));
    } finally {
      jvms.values().forEach(ContenderJvm::close);
    }
  }

  private static List<Series> measure(Plan plan, Order order, Map<Way, ContenderJvm> jvms)
      throws IOException {
    List<Series> all =
        jvms.keySet().stream()
            .map(way -> new Series(order.kind(), way, new ArrayList<>()))
            .toList();
    for (int round = 0; round < plan.slices(); round++) {
      for (int i = 0; i < all.size(); i++) {
        // Another one first in each round, so that nobody always follows the same.
        Series next = all.get((i + round) % all.size());
        next.slices().add(jvms.get(next.way()).send(order));
      }
    }
    return all;
  }

  private static ManyIds goOn(Plan plan, Stub stub, ContenderJvm toD) throws IOException {
    ManyIds sent = toD.ids();
    while (sent.ids() < plan.manyIds()) {
      toD.send(new Order(Kind.TEXT, stub.port(), Duration.ZERO, plan.stretch()));
      sent = toD.ids();
    }
    return sent;
  }

  Series series(Kind kind, Way way) {
    return series.stream()
        .filter(one -> one.kind() == kind && one.way() == way)
        .findFirst()
        .orElseThrow();
  }
}
