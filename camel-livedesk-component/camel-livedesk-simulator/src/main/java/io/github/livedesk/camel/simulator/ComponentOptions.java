// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.simulator;

import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.Component;
import org.apache.camel.Endpoint;
import org.apache.camel.spi.PropertyConfigurer;

/** The options of Camel's component that lead it to a simulator, named as in properties files. */
final class ComponentOptions {

  static final String PREFIX = "camel.component.livedesk.";

  private ComponentOptions() {}

  static Map<String, String> of(LiveDeskSimulator simulator) {
    return Map.of(
        "base-url", simulator.url(),
        "api-key", simulator.apiKey(),
        "secret-key", simulator.secretKey());
  }

  private static boolean isLiveDesk(Endpoint endpoint) {
    return ContextWatch.isLiveDesk(endpoint.getClass());
  }

  static void set(CamelContext context, Map<String, String> options) {
    Component component = context.getComponent("livedesk");
    if (component == null) {
      throw new IllegalArgumentException("There is no component livedesk on the class path");
    }
    boolean started = context.isStarted() || context.isSuspended();
    if (started || context.getEndpoints().stream().anyMatch(ComponentOptions::isLiveDesk)) {
      throw new IllegalStateException(
          ("configure(context) comes too late: the Camel context %s has started, or has an endpoint"
                  + " of livedesk already, and goes on sending where it sent before. Call it before"
                  + " the start, as in createCamelContext(); in Spring Boot use @LiveDeskTest")
              .formatted(context.getName()));
    }
    PropertyConfigurer configurer = component.getComponentPropertyConfigurer();
    // The old name of secretKey: an application that still sets it is led here all the same.
    configurer.configure(context, component, "apisecret", null, true);
    options.forEach(
        (name, value) -> {
          configurer.configure(context, component, name.replace("-", ""), value, true);
          // camel-main may set what its properties say after this.
          context.getPropertiesComponent().addOverrideProperty(PREFIX + name, value);
        });
  }
}
