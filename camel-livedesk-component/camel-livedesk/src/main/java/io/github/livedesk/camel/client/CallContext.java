// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.client;

import java.io.IOException;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.protocol.HttpContext;

/**
 * HttpClient's context of one request, which knows the call that the request is for, and the
 * connection that it is written to.
 */
final class CallContext extends HttpClientContext {

  private final InFlight call;
  private final KeptConnections kept;
  private KeptConnection connection;

  CallContext(InFlight call, KeptConnections kept) {
    this.call = call;
    this.kept = kept;
  }

  /**
   * On the connection's I/O thread, before the first byte is written.
   *
   * @throws UnaskedBytesException where nothing may be written to it
   */
  void begin() throws IOException {
    connection = kept.begin(getEndpointDetails());
  }

  /** The call that a context is for. */
  static InFlight call(HttpContext context) {
    return ((CallContext) context).call;
  }

  /**
   * What is known of the connection that a reply comes on: nothing where it is not that to our
   * request, but a proxy's to its own.
   */
  KeptConnection connection() {
    return connection == null ? new KeptConnection() : connection;
  }
}
