// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel;

import static io.github.livedesk.camel.client.metrics.Loggers.LOG;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.camel.CamelContext;
import org.apache.camel.Route;
import org.apache.camel.model.Model;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.spi.CamelEvent;
import org.apache.camel.spi.CamelEvent.RouteStartedEvent;
import org.apache.camel.support.SimpleEventNotifierSupport;

/**
 * Warns, at the start of a route, where Camel replaces property placeholders in what the route
 * evaluates for an option, before it asks the component: a text from outside may be given a secret.
 */
final class DynamicRouteWarning extends SimpleEventNotifierSupport {

  private final LiveDeskComponent component;

  /** Until there is an endpoint: from then on each route is checked when it starts. */
  private final Set<String> checked = ConcurrentHashMap.newKeySet();

  private final AtomicBoolean hasEndpoint = new AtomicBoolean();
  private volatile Boolean resolvedByToD;

  DynamicRouteWarning(LiveDeskComponent component) {
    this.component = component;
  }

  @Override
  public boolean isEnabled(CamelEvent event) {
    return event instanceof RouteStartedEvent;
  }

  @Override
  public void notify(CamelEvent event) {
    if (event instanceof RouteStartedEvent started) {
      check(started.getRoute());
    }
  }

  /**
   * Before an endpoint is made. The first message to a {@code recipientList} makes the component
   * too, and its route has started by then.
   */
  void beforeEndpoint() {
    if (hasEndpoint.compareAndSet(false, true)) {
      CamelContext context = component.getCamelContext();
      for (Route route : context.getRoutes()) {
        String id = route.getRouteId();
        if (context.getRouteController().getRouteStatus(id).isStarted() && !checked.contains(id)) {
          check(route);
        }
      }
      checked.clear();
    }
  }

  private void check(Route route) {
    if (!hasEndpoint.get()) {
      checked.add(route.getRouteId());
    }
    CamelContext context = component.getCamelContext();
    // The route itself forgets it when the context has started.
    Model model = context.getCamelContextExtension().getContextPlugin(Model.class);
    RouteDefinition definition =
        model == null ? null : model.getRouteDefinition(route.getRouteId());
    if (definition == null) {
      return;
    }
    var steps = new EvaluatingSteps(component, definition);
    if ((steps.hasToD() && isResolvedByToD(context))
        || (steps.hasRecipients()
            && PlaceholderProbe.isResolvedInRecipients(context, component.name()))) {
      LOG.warn(
          "Route {} puts an expression into an option of {}, and Camel replaces property"
              + " placeholders in what that evaluates to: a text from outside may be given a"
              + " secret. Set a header such as CamelLiveDeskContent, or the body, instead of the"
              + " option",
          route.getRouteId(),
          component.name());
    }
  }

  private boolean isResolvedByToD(CamelContext context) {
    if (resolvedByToD == null) {
      resolvedByToD = PlaceholderProbe.isResolvedByToD(context, component.name());
    }
    return resolvedByToD;
  }
}
