// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel;

import io.github.livedesk.camel.model.failure.Listing;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.security.GeneralSecurityException;
import java.util.Map;
import java.util.WeakHashMap;
import javax.net.ssl.SSLContext;
import org.apache.camel.CamelContext;
import org.apache.camel.support.jsse.SSLContextParameters;

/**
 * One TLS context for the same parameters, so that endpoints which share them share connections;
 * for as long as one of them has it. Keys and certificates that were replaced are not kept.
 */
final class TlsContexts {

  /** A context refers to its parameters, so that it must be weak as well. */
  private final Map<SSLContextParameters, WeakReference<SSLContext>> contexts = new WeakHashMap<>();

  /**
   * @throws IllegalArgumentException where the parameters can't be used
   */
  synchronized SSLContext of(SSLContextParameters parameters, CamelContext camelContext) {
    WeakReference<SSLContext> known = contexts.get(parameters);
    SSLContext context = known == null ? null : known.get();
    if (context == null) {
      context = create(parameters, camelContext);
      contexts.put(parameters, new WeakReference<>(context));
    }
    return context;
  }

  synchronized void clear() {
    contexts.clear();
  }

  private static SSLContext create(SSLContextParameters parameters, CamelContext camelContext) {
    try {
      return parameters.createSSLContext(camelContext);
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalArgumentException("sslContextParameters: " + Listing.cut(e.getMessage()), e);
    }
  }
}
