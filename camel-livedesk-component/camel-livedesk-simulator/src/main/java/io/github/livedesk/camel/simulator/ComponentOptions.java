package io.github.livedesk.camel.simulator;

import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.Component;
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

  static void set(CamelContext context, Map<String, String> options) {
    Component component = context.getComponent("livedesk");
    if (component == null) {
      throw new IllegalArgumentException("There is no component livedesk on the class path");
    }
    PropertyConfigurer configurer = component.getComponentPropertyConfigurer();
    // The old name of secretKey: an application that still sets it is led here all the same.
    configurer.configure(context, component, "apisecret", null, true);
    options.forEach(
        (name, value) ->
            configurer.configure(context, component, name.replace("-", ""), value, true));
  }
}
