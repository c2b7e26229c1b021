// SPDX-License-Identifier: Apache-2.0
/**
 * The two types of the client that users name: what is tried again, and the hook for HttpClient's
 * builder. The ground of the client's rooms: imports no other.
 *
 * <p>A send goes through {@link io.github.livedesk.camel.client.send.LiveDeskClient} (one for each
 * endpoint: credentials, addresses, time-outs), {@code HttpTransport} (one for each kind of
 * connection: pool, TLS, proxy) and back over {@code ElasticExecutor}, never on an I/O thread. The
 * client knows HTTP and nothing of Camel's exchanges; the rest of the component knows nothing of
 * HTTP.
 */
package io.github.livedesk.camel.client;
