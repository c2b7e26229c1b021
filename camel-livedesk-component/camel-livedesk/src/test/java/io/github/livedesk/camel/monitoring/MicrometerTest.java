// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.livedesk.camel.simulator.LiveDeskSimulator;
import io.github.livedesk.camel.testing.SimulatorTestSupport;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.apache.camel.CamelContext;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.micrometer.eventnotifier.MicrometerExchangeEventNotifier;
import org.apache.camel.component.micrometer.routepolicy.MicrometerRoutePolicyFactory;
import org.junit.jupiter.api.Test;

/** Camel's own Micrometer metrics count sends, as those of any endpoint. */
class MicrometerTest extends SimulatorTestSupport {

  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

  MicrometerTest(LiveDeskSimulator livedesk) {
    super(livedesk);
  }

  @Override
  protected CamelContext createCamelContext() throws Exception {
    CamelContext context = super.createCamelContext();
    var routes = new MicrometerRoutePolicyFactory();
    routes.setMeterRegistry(meters);
    context.addRoutePolicyFactory(routes);
    var sends = new MicrometerExchangeEventNotifier();
    sends.setMeterRegistry(meters);
    context.getManagementStrategy().addEventNotifier(sends);
    return context;
  }

  @Override
  protected RoutesBuilder createRouteBuilder() {
    return new RouteBuilder() {
      @Override
      public void configure() {
        from("direct:start").routeId("orders").to(TO_141 + "&content=canary");
      }
    };
  }

  private long sends(boolean failed) {
    return meters
        .get("camel.exchange.event.notifier")
        .tag("endpointName", "livedesk://messages")
        .tag("eventType", "ExchangeSentEvent")
        .tag("failed", String.valueOf(failed))
        .timer()
        .count();
  }

  @Test
  void sendsAreTimedAndRoutesCounted() {
    livedesk.conversation("141").answer(400);
    for (int i = 0; i < 4; i++) {
      template().send("direct:start", exchange -> exchange.getMessage().setBody("hello"));
    }

    assertThat(sends(true)).isEqualTo(1);
    assertThat(sends(false)).isEqualTo(3);
    assertThat(routeCount("camel.exchanges.total")).isEqualTo(4);
    assertThat(routeCount("camel.exchanges.failed")).isEqualTo(1);
  }

  private double routeCount(String name) {
    return meters.get(name).tag("routeId", "orders").counter().count();
  }

  @Test
  void noMeterHasAnOptionInItsTags() {
    template().send("direct:start", exchange -> exchange.getMessage().setBody("hello"));

    assertThat(meters.getMeters())
        .isNotEmpty()
        .extracting(Meter::getId)
        .allSatisfy(id -> assertThat(id.toString()).doesNotContain("canary", "conversationId"));
  }
}
