// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.dynamic;

import io.github.livedesk.camel.LiveDeskEndpoint;
import io.github.livedesk.camel.simulator.LiveDeskSimulator;
import io.github.livedesk.camel.testing.SimulatorTestSupport;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;

/** Routes that end in {@code toD}. */
public abstract class DynamicTestSupport extends SimulatorTestSupport {

  private final AtomicInteger routes = new AtomicInteger();

  public DynamicTestSupport(LiveDeskSimulator livedesk) {
    super(livedesk);
  }

  /** A route that ends in {@code toD}, and what starts it. */
  protected String route(String uri) throws Exception {
    String start = "direct:dynamic" + routes.incrementAndGet();
    RouteBuilder.addRoutes(context(), builder -> builder.from(start).toD(uri));
    return start;
  }

  /** Sends through {@code toD}, and returns the exchange as it came out, failed or not. */
  protected Exchange sendTo(String uri, Object body, Map<String, Object> headers) throws Exception {
    return send(route(uri), body, headers);
  }

  protected List<Endpoint> livedeskEndpoints() {
    return context().getEndpoints().stream().filter(LiveDeskEndpoint.class::isInstance).toList();
  }
}
