// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.client.http;

/**
 * Connections, as they are at one moment.
 *
 * @param leased on which a request is out, or which are being made
 * @param available open, between two requests
 * @param pending requests that wait for a connection
 */
public record ConnectionCounts(int leased, int available, int pending) {

  /** No connection, and nobody who waits for one. */
  public static final ConnectionCounts NONE = new ConnectionCounts(0, 0, 0);

  public ConnectionCounts plus(ConnectionCounts other) {
    return new ConnectionCounts(
        leased + other.leased, available + other.available, pending + other.pending);
  }
}
