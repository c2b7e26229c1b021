// SPDX-License-Identifier: Apache-2.0
/**
 * A request of LiveDesk's API to a reply, asynchronously. Knows HTTP and nothing of Camel's
 * exchanges; the rest of the component knows nothing of HTTP.
 *
 * <p>A send goes through {@link io.github.livedesk.camel.client.send.LiveDeskClient} (one for each
 * endpoint: credentials, addresses, time-outs), {@code HttpTransport} (one for each kind of
 * connection: pool, TLS, proxy) and back over {@code ElasticExecutor}, never on an I/O thread.
 */
package io.github.livedesk.camel.client;
