// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.springboot;

import io.github.livedesk.camel.LiveDeskComponent;
import io.github.livedesk.camel.model.failure.Outcome;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import org.apache.camel.CamelContext;

/**
 * The numbers of one LiveDesk component as meters of Micrometer, named {@code livedesk.*}. They are
 * there, and 0, before the component is: Camel makes it for the first endpoint.
 *
 * <p>The starter has them for {@code livedesk} and for each bean that is a {@link
 * LiveDeskComponent}, under the bean's name.
 */
public final class LiveDeskMeters implements MeterBinder {

  private final CamelContext camel;
  private final String component;

  /**
   * @param component the component's name in Camel, and the value of the tag {@code component}
   */
  public LiveDeskMeters(CamelContext camel, String component) {
    this.camel = Objects.requireNonNull(camel, "camel");
    this.component = Objects.requireNonNull(component, "component");
  }

  @Override
  public void bindTo(MeterRegistry meters) {
    sends(meters, "sent", Outcome.ACCEPTED, LiveDeskComponent::getSent);
    sends(meters, "failed", Outcome.NOT_SENT, LiveDeskComponent::getFailedNotSent);
    sends(meters, "failed", Outcome.REJECTED, LiveDeskComponent::getFailedRejected);
    sends(meters, "failed", Outcome.UNKNOWN, LiveDeskComponent::getFailedUnknown);
    sends(meters, "failed", Outcome.ACCEPTED, LiveDeskComponent::getFailedAccepted);
    counter(
        meters,
        "livedesk.attempts",
        "HTTP requests made for the sends that have ended",
        Tags.empty(),
        LiveDeskComponent::getAttempts);
    counter(
        meters,
        "livedesk.retries",
        "Attempts that were not the first of their send",
        Tags.empty(),
        LiveDeskComponent::getRetries);
    gauge(
        meters,
        "livedesk.sends.inflight",
        "Sends that have not ended",
        Tags.empty(),
        LiveDeskComponent::getInFlight);
    gauge(
        meters,
        "livedesk.retry.budget",
        "What is left for retries, 0 to 100",
        Tags.empty(),
        LiveDeskComponent::getRetryBudget);
    connections(meters, "leased", LiveDeskComponent::getConnectionsLeased);
    connections(meters, "available", LiveDeskComponent::getConnectionsAvailable);
    gauge(
        meters,
        "livedesk.connections.pending",
        "Requests that wait for a connection",
        Tags.empty(),
        LiveDeskComponent::getConnectionsPending);
  }

  private void sends(
      MeterRegistry meters,
      String result,
      Outcome outcome,
      ToDoubleFunction<LiveDeskComponent> number) {
    counter(
        meters,
        "livedesk.sends",
        "Sends that have ended, by what is known of their message",
        Tags.of("result", result, "outcome", outcome.name()),
        number);
  }

  private void connections(
      MeterRegistry meters, String state, ToDoubleFunction<LiveDeskComponent> number) {
    gauge(meters, "livedesk.connections", "Open connections", Tags.of("state", state), number);
  }

  private void counter(
      MeterRegistry meters,
      String name,
      String description,
      Tags tags,
      ToDoubleFunction<LiveDeskComponent> number) {
    FunctionCounter.builder(name, camel, it -> read(it, number))
        .description(description)
        .tags(tags.and(componentTag()))
        .register(meters);
  }

  private void gauge(
      MeterRegistry meters,
      String name,
      String description,
      Tags tags,
      ToDoubleFunction<LiveDeskComponent> number) {
    Gauge.builder(name, camel, it -> read(it, number))
        .description(description)
        .tags(tags.and(componentTag()))
        .register(meters);
  }

  private Tag componentTag() {
    return Tag.of("component", component);
  }

  /** Asks Camel each time, for a component may come, go and be replaced. */
  private double read(CamelContext context, ToDoubleFunction<LiveDeskComponent> number) {
    return context.hasComponent(component) instanceof LiveDeskComponent livedesk
        ? number.applyAsDouble(livedesk)
        : 0;
  }
}
