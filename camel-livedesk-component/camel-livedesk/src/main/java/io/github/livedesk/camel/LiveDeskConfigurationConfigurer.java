// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel;

import org.apache.camel.CamelContext;
import org.apache.camel.spi.PropertyConfigurer;
import org.apache.camel.support.PluginHelper;

/**
 * Sets the options of a {@link LiveDeskConfiguration} that is reached by a property such as {@code
 * camel.component.livedesk.configuration.maxAttempts}, or that is a bean. Camel finds this class by
 * name; without it the setters of Java would be all there is, and {@code 30s} no time.
 */
public final class LiveDeskConfigurationConfigurer implements PropertyConfigurer {

  @Override
  public boolean configure(
      CamelContext camelContext, Object target, String name, Object value, boolean ignoreCase) {
    if (!OptionTexts.isOfConfiguration(name)) {
      return false;
    }
    PropertyConfigurer ofComponent =
        StrictOptions.of(
            PluginHelper.getConfigurerResolver(camelContext)
                .resolvePropertyConfigurer("livedesk-component-configurer", camelContext));
    var component = new LiveDeskComponent();
    component.setConfiguration((LiveDeskConfiguration) target);
    return ofComponent.configure(camelContext, component, name, value, ignoreCase);
  }
}
