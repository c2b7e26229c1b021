// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.client.settings;

/**
 * The proxy that all connections go through.
 *
 * @param host name or address
 * @param port 1 to 65535
 * @param user null for a proxy that asks for no credentials
 * @param password null for a proxy that asks for no credentials
 */
public record ProxySettings(String host, int port, String user, String password) {

  @Override
  public String toString() {
    return "ProxySettings[" + host + ":" + port + "]";
  }
}
