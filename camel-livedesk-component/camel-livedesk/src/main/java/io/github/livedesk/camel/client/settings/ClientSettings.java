// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.client.settings;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What a client needs to know.
 *
 * @param baseUrl scheme, host, and perhaps port and path prefix
 * @param credentials key and secret
 * @param responseTimeout longest silence of the server while a request is under way
 * @param totalTimeout the whole send: waiting for a connection, every attempt, every byte
 * @param maxResponseSize bytes of a reply, unpacked, 1 or more
 * @param maxAttachmentSize bytes of one file, or 0 for no limit
 * @param failOnFailedStatus whether a message with status {@code failed} is a failure
 * @param retry what is tried again, how often and when
 * @param transport what may be shared with other clients
 */
public record ClientSettings(
    URI baseUrl,
    Credentials credentials,
    Duration responseTimeout,
    Duration totalTimeout,
    int maxResponseSize,
    long maxAttachmentSize,
    boolean failOnFailedStatus,
    RetrySettings retry,
    TransportSettings transport) {

  /** Everything that goes along with each request and must never show. */
  public List<String> secrets() {
    ProxySettings proxy = transport == null ? null : transport.proxy();
    if (proxy == null || proxy.user() == null) {
      return credentials.secrets();
    }
    var secrets = new ArrayList<>(credentials.secrets());
    secrets.addAll(new Credentials(proxy.user(), proxy.password()).secrets());
    return secrets;
  }
}
