// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.client.http;

import java.io.IOException;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.protocol.HttpContext;

/**
 * HttpClient's context of one request, which knows the call that the request is for, and the
 * connection that it is written to.
 */
final class CallContext extends HttpClientContext {

  private final PendingCall call;
  private final IdleConnectionGuard kept;
  private GuardedConnection connection;

  CallContext(PendingCall call, IdleConnectionGuard kept) {
    this.call = call;
    this.kept = kept;
  }

  /**
   * On the connection's I/O thread, before the first byte is written.
   *
   * @throws UnsolicitedBytesException where nothing may be written to it
   */
  void begin() throws IOException {
    connection = kept.begin(getEndpointDetails());
  }

  /** The call that a context is for. */
  static PendingCall call(HttpContext context) {
    return ((CallContext) context).call;
  }

  /**
   * What is known of the connection that a reply comes on: nothing where it is not that to our
   * request, but a proxy's to its own.
   */
  GuardedConnection connection() {
    return connection == null ? new GuardedConnection() : connection;
  }
}
