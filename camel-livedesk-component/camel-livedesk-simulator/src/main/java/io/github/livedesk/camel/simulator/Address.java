// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.simulator;

import java.net.URI;
import java.net.URISyntaxException;

/** Where a base URL leads: without user, password and path. */
record Address(String scheme, String host, int port) {

  /** Null where the component will refuse it anyway. */
  static Address of(String baseUrl) {
    try {
      var url = new URI(baseUrl.trim());
      return url.getHost() == null
          ? null
          : new Address(url.getScheme(), url.getHost(), url.getPort());
    } catch (URISyntaxException e) {
      return null;
    }
  }

  /** Whether a message would leave this machine. Nothing is ever at the names made for tests. */
  boolean isElsewhere() {
    return !host.equalsIgnoreCase("localhost")
        && !host.matches(
            "127(\\.\\d{1,3}){3}|\\[(::1|0:0:0:0:0:0:0:1)]|(?i:.*\\.(invalid|example|test))");
  }

  @Override
  public String toString() {
    return scheme + "://" + host + (port < 0 ? "" : ":" + port);
  }
}
