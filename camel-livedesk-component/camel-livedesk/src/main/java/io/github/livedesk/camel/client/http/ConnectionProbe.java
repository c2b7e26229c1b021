// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.client.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.github.livedesk.camel.client.settings.Credentials;
import io.github.livedesk.camel.client.settings.ProxySettings;
import io.github.livedesk.camel.client.settings.TransportSettings;
import io.github.livedesk.camel.model.failure.Listing;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serial;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.core5.http.HttpHost;

/**
 * One look whether LiveDesk can be reached: the host's name, a TCP connection, the proxy's tunnel,
 * a TLS handshake with the checks that a send makes. LiveDesk gets no request. The caller's thread
 * waits, connectTimeout for all of it at most.
 */
final class ConnectionProbe {

  private static final Pattern STATUS_LINE = Pattern.compile("HTTP/1\\.\\d (\\d{3})\\b");
  private static final int LONGEST_HEAD = 16 * 1024;
  private static final int HTTPS_PORT = 443;
  private static final int HTTP_PORT = 80;

  private final HttpHost target;
  private final TransportSettings settings;
  private final HostResolver resolver;
  private final DefaultClientTlsStrategy tls;
  private final boolean isSecure;
  private final String host;
  private final int port;
  private final long deadline;

  private String step = "DNS";
  private volatile Socket socket;
  private volatile boolean aborted;

  ConnectionProbe(
      HttpHost target,
      TransportSettings settings,
      HostResolver resolver,
      DefaultClientTlsStrategy tls) {
    this.target = target;
    this.settings = settings;
    this.resolver = resolver;
    this.tls = tls;
    this.isSecure = target.getSchemeName().equalsIgnoreCase("https");
    ProxySettings proxy = settings.proxy();
    this.host = proxy == null ? target.getHostName() : proxy.host();
    this.port = proxy == null ? targetPort() : proxy.port();
    this.deadline = System.nanoTime() + settings.connectTimeout().toNanos();
  }

  private int targetPort() {
    return target.getPort() > 0 ? target.getPort() : isSecure ? HTTPS_PORT : HTTP_PORT;
  }

  /** Looks, once. Empty when LiveDesk can be reached, or as much of the way as can be seen. */
  Optional<ProbeFailure> look() {
    try {
      connect();
      if (isSecure && settings.proxy() != null) {
        step = "proxy";
        tunnel();
      }
      if (isSecure) {
        step = "TLS";
        handshake();
      }
      return Optional.empty();
    } catch (IOException | RuntimeException e) {
      return Optional.of(failed(e));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.of(failed(e));
    } finally {
      close(socket);
    }
  }

  boolean isOverdue(long now) {
    return now - deadline >= 0;
  }

  /** Ends the look from another thread, whatever it waits for. */
  void abort() {
    aborted = true;
    close(socket);
  }

  private void connect() throws IOException, InterruptedException {
    InetAddress[] addresses = lookUp();
    step = "TCP";
    IOException last = new UnknownHostException(host);
    for (InetAddress address : addresses) {
      Socket attempt = new Socket();
      socket = attempt;
      try {
        attempt.connect(new InetSocketAddress(address, port), remaining());
        return;
      } catch (IOException e) {
        close(attempt);
        last = e;
      }
    }
    throw last;
  }

  private InetAddress[] lookUp() throws IOException, InterruptedException {
    var known = new CountDownLatch(1);
    resolver.whenKnown(host, known::countDown);
    if (!known.await(remaining(), TimeUnit.MILLISECONDS)) {
      throw new SocketTimeoutException();
    }
    return resolver.resolve(host);
  }

  /** As HttpClient does it: the proxy connects, and sees nothing of what follows. */
  private void tunnel() throws IOException {
    String authority = new HttpHost(null, target.getHostName(), targetPort()).toHostString();
    String head =
        "CONNECT " + authority + " HTTP/1.1\r\nHost: " + authority + "\r\n" + authorization();
    socket.getOutputStream().write((head + "\r\n").getBytes(ISO_8859_1));
    Matcher statusLine = STATUS_LINE.matcher(readHead());
    if (!statusLine.lookingAt()) {
      throw new ProxyException("the proxy did not answer as an HTTP proxy does");
    }
    if (!statusLine.group(1).startsWith("2")) {
      throw new ProxyException(
          "the proxy answered " + statusLine.group(1) + " instead of connecting");
    }
  }

  private String authorization() {
    ProxySettings proxy = settings.proxy();
    return proxy.user() == null
        ? ""
        : "Proxy-Authorization: "
            + new Credentials(proxy.user(), proxy.password()).basic()
            + "\r\n";
  }

  /** Byte by byte: what follows belongs to the TLS handshake. */
  private String readHead() throws IOException {
    InputStream in = socket.getInputStream();
    var head = new StringBuilder();
    while (head.indexOf("\r\n\r\n", head.length() - 4) < 0 && head.length() < LONGEST_HEAD) {
      socket.setSoTimeout(remaining());
      int next = in.read();
      if (next < 0) {
        throw new ProxyException("the proxy closed the connection");
      }
      head.append((char) next);
    }
    return head.toString();
  }

  private void handshake() throws IOException {
    socket.setSoTimeout(remaining());
    tls.upgrade(socket, target.getHostName(), targetPort(), null, null).close();
  }

  /** Milliseconds, 1 or more. */
  private int remaining() throws SocketTimeoutException {
    long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
    if (left < 1 || aborted) {
      throw new SocketTimeoutException();
    }
    return (int) Math.min(left, Integer.MAX_VALUE);
  }

  private ProbeFailure failed(Exception cause) {
    boolean atProxy = !step.equals("TLS");
    return new ProbeFailure(
        step,
        atProxy ? host : target.getHostName(),
        atProxy ? port : targetPort(),
        reason(cause),
        cause.getClass().getSimpleName());
  }

  private String reason(Exception cause) {
    if (cause instanceof ProxyException) {
      return cause.getMessage();
    }
    if (cause instanceof UnknownHostException) {
      return "no address is known for " + host;
    }
    String missing =
        switch (step) {
          case "DNS" -> "no address of " + host;
          case "TCP" -> "no connection to " + host + " port " + port;
          case "proxy" -> "no tunnel from " + host + " port " + port;
          default -> "no TLS connection to " + target.getHostName();
        };
    if (cause instanceof SocketTimeoutException || isOverdue(System.nanoTime())) {
      return missing + " within connectTimeout=" + settings.connectTimeout().toMillis() + "ms";
    }
    boolean isTold = cause instanceof SSLException;
    return missing
        + ": "
        + (isTold ? Listing.cut(cause.getMessage()) : cause.getClass().getSimpleName());
  }

  private static void close(Closeable resource) {
    if (resource != null) {
      try {
        resource.close();
      } catch (IOException nothingLeftToDo) {
        // what was to be seen has been seen
      }
    }
  }

  /** What the proxy did instead. */
  private static final class ProxyException extends IOException {

    @Serial private static final long serialVersionUID = 1L;

    ProxyException(String message) {
      super(message);
    }
  }
}
