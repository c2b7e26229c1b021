// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel;

import static io.github.livedesk.camel.client.metrics.Loggers.LOG;

import org.apache.camel.CamelContext;
import org.apache.camel.spi.CamelEvent;
import org.apache.camel.spi.CamelEvent.CamelContextReloadFailureEvent;
import org.apache.camel.spi.CamelEvent.CamelContextReloadedEvent;
import org.apache.camel.spi.CamelEvent.CamelContextReloadingEvent;
import org.apache.camel.support.SimpleEventNotifierSupport;
import org.apache.camel.util.StringHelper;

/**
 * Reads a component's credentials anew from its properties when Camel's context is reloaded, as it
 * is after a secret has changed. Camel itself makes routes and endpoints anew, and leaves the
 * options of components as they are: the new endpoints would have the old credentials.
 */
final class CredentialReload extends SimpleEventNotifierSupport {

  private final LiveDeskComponent component;
  private volatile boolean reloading;

  CredentialReload(LiveDeskComponent component) {
    this.component = component;
  }

  @Override
  public void notify(CamelEvent event) {
    if (event instanceof CamelContextReloadingEvent) {
      reloading = true;
    } else if (event instanceof CamelContextReloadedEvent) {
      // Endpoints that come later, of toD and templates, shall have them too.
      read();
      reloading = false;
    } else if (event instanceof CamelContextReloadFailureEvent) {
      reloading = false;
    }
  }

  /**
   * Camel reloads properties during a context reload without an event, so each endpoint created
   * then re-reads the credentials.
   */
  void beforeEndpoint() {
    if (reloading) {
      read();
    }
  }

  private void read() {
    String prefix = "camel.component." + component.name() + ".";
    LiveDeskConfiguration before = component.getConfiguration();
    LiveDeskConfiguration after = before.copy();
    try {
      after.setApiKey(property(prefix, "apiKey", before.getApiKey()));
      readSecret(prefix, after);
      after.setProxyUser(property(prefix, "proxyUser", before.getProxyUser()));
      after.setProxyPassword(property(prefix, "proxyPassword", before.getProxyPassword()));
      if (after.hasSameCredentials(before)) {
        return;
      }
      OptionValidator.checkCredentials(after);
    } catch (RuntimeException e) {
      // Not its message: it may quote a part of a secret.
      LOG.warn(
          "The new credentials of {}* can't be used, the old ones are kept: {}",
          prefix,
          e instanceof InvalidOptionException wrong ? wrong.getMessage() : e.getClass().getName());
      return;
    }
    component.setConfiguration(after);
    LOG.info("The credentials of {}* have changed, and are used from now on", prefix);
  }

  /** By its two names: what they have now counts, and nothing of before if one of them is there. */
  @SuppressWarnings("deprecation")
  private void readSecret(String prefix, LiveDeskConfiguration after) {
    String secretKey = property(prefix, "secretKey", null);
    String apiSecret = property(prefix, "apiSecret", null);
    if (secretKey != null || apiSecret != null) {
      after.setSecretKey(secretKey);
      after.setApiSecret(apiSecret);
    }
  }

  /** Its value now; the one before where there is no such property. */
  private String property(String prefix, String option, String before) {
    CamelContext context = component.getCamelContext();
    for (String name : new String[] {StringHelper.camelCaseToDash(option), option}) {
      String value = context.resolvePropertyPlaceholders("{{?" + prefix + name + "}}");
      if (value != null) {
        return value;
      }
    }
    return before;
  }
}
