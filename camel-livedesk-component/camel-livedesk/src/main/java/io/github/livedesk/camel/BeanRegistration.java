// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel;

import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.Component;
import org.apache.camel.Route;
import org.apache.camel.support.LifecycleStrategySupport;

/**
 * Makes a component that is a bean known to its context before a route is initialised. Camel would
 * find it only when the route starts; by then {@code toD} has looked for who checks its values, and
 * has found nobody.
 */
final class BeanRegistration extends LifecycleStrategySupport {

  private final Component component;

  BeanRegistration(Component component) {
    this.component = component;
  }

  @Override
  public void onRouteContextCreate(Route route) {
    CamelContext context = route.getCamelContext();
    Map<String, ? extends Component> beans =
        context.getRegistry().findByTypeWithName(component.getClass());
    beans.forEach(
        (name, bean) -> {
          if (bean == component && context.hasComponent(name) == null) {
            context.getComponent(name);
          }
        });
  }
}
