// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.monitoring;

import static org.apache.camel.support.CamelContextHelper.mandatoryFindSingleByType;

import io.github.livedesk.camel.LiveDeskComponent;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.function.ToDoubleFunction;
import org.apache.camel.CamelConfiguration;
import org.apache.camel.CamelContext;

/** Counts what becomes of sends, in whatever Micrometer registry Camel has. */
public class LiveDeskMeters implements CamelConfiguration {

  /** Camel's own registry is there when the context starts, and not before. */
  @Override
  public void configure(CamelContext camel) throws Exception {
    camel.addStartupListener(
        (context, alreadyStarted) ->
            new Meters(context, mandatoryFindSingleByType(context, MeterRegistry.class)).bind());
  }

  private record Meters(CamelContext camel, MeterRegistry registry) {

    void bind() {
      sends("sent", "ACCEPTED", LiveDeskComponent::getSent);
      sends("failed", "NOT_SENT", LiveDeskComponent::getFailedNotSent);
      sends("failed", "REJECTED", LiveDeskComponent::getFailedRejected);
      sends("failed", "UNKNOWN", LiveDeskComponent::getFailedUnknown);
      sends("failed", "ACCEPTED", LiveDeskComponent::getFailedAccepted);
      counter("livedesk.attempts", LiveDeskComponent::getAttempts);
      counter("livedesk.retries", LiveDeskComponent::getRetries);
      gauge("livedesk.sends.inflight", LiveDeskComponent::getInFlight);
      gauge("livedesk.retry.budget", LiveDeskComponent::getRetryBudget);
      gauge("livedesk.connections", LiveDeskComponent::getConnectionsLeased, "state", "leased");
      gauge(
          "livedesk.connections", LiveDeskComponent::getConnectionsAvailable, "state", "available");
      gauge("livedesk.connections.pending", LiveDeskComponent::getConnectionsPending);
    }

    private void sends(String result, String outcome, ToDoubleFunction<LiveDeskComponent> number) {
      counter("livedesk.sends", number, "result", result, "outcome", outcome);
    }

    private void counter(String name, ToDoubleFunction<LiveDeskComponent> number, String... tags) {
      FunctionCounter.builder(name, camel, it -> read(it, number))
          .tags(tags)
          .tag("component", "livedesk")
          .register(registry);
    }

    private void gauge(String name, ToDoubleFunction<LiveDeskComponent> number, String... tags) {
      Gauge.builder(name, camel, it -> read(it, number))
          .tags(tags)
          .tag("component", "livedesk")
          .register(registry);
    }

    /** 0 until Camel has made the component, for the first endpoint. */
    private static double read(CamelContext camel, ToDoubleFunction<LiveDeskComponent> number) {
      return camel.hasComponent("livedesk") instanceof LiveDeskComponent livedesk
          ? number.applyAsDouble(livedesk)
          : 0;
    }
  }
}
