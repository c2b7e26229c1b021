// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.examples.karaf;

import io.github.livedesk.camel.LiveDeskComponent;
import io.github.livedesk.camel.LiveDeskConfiguration;
import java.util.Properties;
import org.apache.camel.CamelContext;
import org.apache.camel.karaf.core.OsgiDefaultCamelContext;
import org.apache.camel.spi.ComponentResolver;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/**
 * The routes, from when their settings and the LiveDesk component are there until one of them goes.
 * Changed settings, and a new version of the component, start them anew.
 */
@Component(
    service = {},
    configurationPid = "io.github.livedesk.examples.karaf",
    configurationPolicy = ConfigurationPolicy.REQUIRE)
public final class FolderToConversation {

  private final CamelContext context;

  /**
   * Starts the routes.
   *
   * @param livedesk ties them to the bundle of the component; Camel finds the component by itself
   */
  @Activate
  public FolderToConversation(
      BundleContext bundle,
      @Reference(target = "(component=livedesk)") ComponentResolver livedesk,
      LiveDeskFolder settings)
      throws Exception {
    context = new OsgiDefaultCamelContext(bundle);
    context.getCamelContextExtension().setName(bundle.getBundle().getSymbolicName());
    try {
      context.getPropertiesComponent().setInitialProperties(properties(settings));
      configure(context.getComponent("livedesk", LiveDeskComponent.class), settings);
      context.addRoutes(new FolderRoutes());
      context.start();
    } catch (Exception e) {
      context.stop();
      throw e;
    }
  }

  @Deactivate
  public void stop() {
    context.stop();
  }

  private static void configure(LiveDeskComponent component, LiveDeskFolder settings) {
    LiveDeskConfiguration options = component.getConfiguration();
    options.setApiKey(settings.apiKey());
    options.setSecretKey(settings.secretKey());
    options.setBaseUrl(settings.baseUrl());
  }

  private static Properties properties(LiveDeskFolder settings) {
    var properties = new Properties();
    put(properties, "conversationId", settings.conversationId());
    put(properties, "folder", settings.folder());
    return properties;
  }

  /** What is missing stays so: the start then fails with an error that names it. */
  private static void put(Properties properties, String name, String value) {
    if (value != null) {
      properties.setProperty(name, value);
    }
  }
}
