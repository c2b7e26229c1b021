// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.karaf.route;

import io.github.livedesk.camel.LiveDeskComponent;
import io.github.livedesk.camel.LiveDeskConfiguration;
import java.util.Dictionary;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.karaf.core.OsgiDefaultCamelContext;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/** A route without Declarative Services. Runs in Karaf; its settings are headers of its bundle. */
public final class RouteActivator implements BundleActivator {

  private CamelContext context;

  @Override
  public void start(BundleContext bundle) throws Exception {
    Dictionary<String, String> headers = bundle.getBundle().getHeaders();
    context = new OsgiDefaultCamelContext(bundle);
    context.getCamelContextExtension().setName(bundle.getBundle().getSymbolicName());
    try {
      LiveDeskConfiguration options =
          context.getComponent("livedesk", LiveDeskComponent.class).getConfiguration();
      options.setApiKey(headers.get("Api-Key"));
      options.setSecretKey(headers.get("Secret-Key"));
      options.setBaseUrl(headers.get("Base-Url"));
      context.addRoutes(
          new RouteBuilder() {
            @Override
            public void configure() {
              from("direct:in").to(headers.get("Send-To"));
            }
          });
      context.start();
    } catch (Exception e) {
      context.stop();
      throw e;
    }
  }

  @Override
  public void stop(BundleContext bundle) {
    context.stop();
  }
}
