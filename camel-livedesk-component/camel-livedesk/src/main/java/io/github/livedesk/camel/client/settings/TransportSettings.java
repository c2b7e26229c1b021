// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.client.settings;

import io.github.livedesk.camel.client.LiveDeskHttpClientCustomizer;
import java.time.Duration;
import javax.net.ssl.SSLContext;

/**
 * What makes two endpoints share connections: equal settings, one pool.
 *
 * @param maxConnections connections at a time, 1 or more
 * @param connectTimeout for the TCP connection, and again for the TLS handshake
 * @param sslContext null for the JVM's default
 * @param proxy null for none
 * @param customizer null for none
 */
public record TransportSettings(
    int maxConnections,
    Duration connectTimeout,
    SSLContext sslContext,
    ProxySettings proxy,
    LiveDeskHttpClientCustomizer customizer) {}
