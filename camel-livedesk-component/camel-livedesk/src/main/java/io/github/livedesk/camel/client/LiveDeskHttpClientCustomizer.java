// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.client;

import org.apache.hc.client5.http.impl.async.HttpAsyncClientBuilder;

/**
 * Sets what the component has no option for. Called once for each HTTP client that is made. What
 * the component's guarantees rest on (connections, TLS and host name check, time-outs, no retries,
 * no redirects, no cookies) is set afterwards and can't be changed here. Interceptors run on I/O
 * threads: they must not wait.
 */
@FunctionalInterface
public interface LiveDeskHttpClientCustomizer {

  /**
   * Changes the builder of an HTTP client.
   *
   * @param builder the builder, before the component's own settings
   */
  void customize(HttpAsyncClientBuilder builder);
}
