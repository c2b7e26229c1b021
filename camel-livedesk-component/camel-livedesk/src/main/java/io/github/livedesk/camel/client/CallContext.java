// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.client;

import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.protocol.HttpContext;

/** HttpClient's context of one request, which knows the call that the request is for. */
final class CallContext extends HttpClientContext {

  private final InFlight call;

  CallContext(InFlight call) {
    this.call = call;
  }

  /** The call that a context is for. */
  static InFlight call(HttpContext context) {
    return ((CallContext) context).call;
  }
}
