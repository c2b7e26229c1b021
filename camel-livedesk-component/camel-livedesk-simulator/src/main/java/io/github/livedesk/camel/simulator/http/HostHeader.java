// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.simulator.http;

import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a client calls this server: links in replies lead there, but to no other server. */
public final class HostHeader {

  private static final Pattern FORM =
      Pattern.compile("([A-Za-z0-9._-]{1,255}|\\[[0-9A-Fa-f:.]{2,45}])(?::(\\d{1,5}))?");
  private static final Pattern ADDRESS = Pattern.compile("[0-9]{1,3}(?:\\.[0-9]{1,3}){3}|\\[.*]");
  private static final int LAST_PORT = 65_535;

  private HostHeader() {}

  /** Whether it has the form of a host with or without a port. */
  static boolean isOne(String host) {
    Matcher form = FORM.matcher(host);
    return form.matches()
        && (form.group(2) == null || Integer.parseInt(form.group(2)) <= LAST_PORT);
  }

  /**
   * What the client called this server where that is surely this one or one in front of it, in the
   * same network; else the address at which the client has reached it.
   *
   * @param name of this server as well
   */
  public static String url(HttpServerExchange exchange, String name) {
    String host = exchange.getRequestHeaders().getFirst(Headers.HOST);
    Matcher form = host == null ? null : FORM.matcher(host);
    boolean ours = form != null && form.matches() && isNear(form.group(1), name);
    return exchange.getRequestScheme() + "://" + (ours ? host : reached(exchange));
  }

  private static boolean isNear(String host, String name) {
    if (host.equalsIgnoreCase("localhost") || host.equalsIgnoreCase(name)) {
      return true;
    }
    if (!ADDRESS.matcher(host).matches()) {
      return false;
    }
    try {
      // Of an address, not of a name: nobody is asked.
      InetAddress address = InetAddress.getByName(host);
      return address.isLoopbackAddress()
          || address.isSiteLocalAddress()
          || address.isLinkLocalAddress()
          || NetworkInterface.getByInetAddress(address) != null;
    } catch (UnknownHostException | SocketException e) {
      return false;
    }
  }

  private static String reached(HttpServerExchange exchange) {
    InetSocketAddress reached = exchange.getDestinationAddress();
    String host = reached.getAddress().getHostAddress();
    return (host.contains(":") ? "[" + host + "]" : host) + ":" + reached.getPort();
  }
}
