// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.simulator;

import org.apache.camel.CamelContext;
import org.apache.camel.CamelContextAware;
import org.apache.camel.Component;
import org.apache.camel.Endpoint;
import org.apache.camel.spi.PropertyConfigurer;
import org.apache.camel.spi.PropertyConfigurerGetter;
import org.apache.camel.spi.TypeConverterLoader;
import org.apache.camel.spi.TypeConverterRegistry;

/**
 * Tells a {@link TestRun} where the endpoints of its Camel contexts lead. Not for users.
 *
 * <p>It converts nothing: a loader of type converters is what each Camel context takes from the
 * class path before it makes its first endpoint, in all versions and on all runtimes.
 */
public final class ContextWatch implements TypeConverterLoader, CamelContextAware {

  private static final String ENDPOINT = "io.github.livedesk.camel.LiveDeskEndpoint";

  private CamelContext context;

  @Override
  public CamelContext getCamelContext() {
    return context;
  }

  @Override
  public void setCamelContext(CamelContext context) {
    this.context = context;
  }

  @Override
  public void load(TypeConverterRegistry registry) {
    if (context != null) {
      context
          .getCamelContextExtension()
          .registerEndpointCallback(
              (uri, endpoint) -> {
                look(endpoint);
                return endpoint;
              });
    }
  }

  private static void look(Endpoint endpoint) {
    if (!isLiveDesk(endpoint.getClass())) {
      return;
    }
    String uri = endpoint.getEndpointUri();
    Component component = endpoint.getCamelContext().hasComponent(uri.split(":", 2)[0]);
    if (component == null) {
      return;
    }
    TestRun.endpointMade(
        uri.split("\\?", 2)[0],
        baseUrl(component.getEndpointPropertyConfigurer(), endpoint),
        baseUrl(component.getComponentPropertyConfigurer(), component));
  }

  private static String baseUrl(PropertyConfigurer configurer, Object target) {
    return configurer instanceof PropertyConfigurerGetter options
            && options.getOptionValue(target, "baseUrl", true) instanceof String value
        ? value
        : "";
  }

  /** By name: the simulator runs without the component. */
  static boolean isLiveDesk(Class<?> endpoint) {
    for (Class<?> type = endpoint; type != null; type = type.getSuperclass()) {
      if (type.getName().equals(ENDPOINT)) {
        return true;
      }
    }
    return false;
  }
}
