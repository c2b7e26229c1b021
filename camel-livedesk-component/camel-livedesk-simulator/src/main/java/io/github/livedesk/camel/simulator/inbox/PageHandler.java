// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.simulator.inbox;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** The web inbox: its page at {@code /}, and what the page needs under {@code /inbox/}. */
public final class PageHandler implements HttpHandler {

  private static final Pattern NAME = Pattern.compile("/inbox/([a-z][a-z-]*\\.(html|css|js|svg))");
  private static final Map<String, String> TYPES =
      Map.of(
          "html", "text/html; charset=utf-8",
          "css", "text/css; charset=utf-8",
          "js", "text/javascript; charset=utf-8",
          "svg", "image/svg+xml");

  /** Nothing but this server's own: what a message contains can do nothing. */
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; media-src 'self';"
          + " connect-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'";

  private final Map<String, byte[]> files = new ConcurrentHashMap<>();
  private final HttpHandler otherwise;

  /**
   * The inbox before another handler.
   *
   * @param otherwise answers what is no part of the inbox
   */
  public PageHandler(HttpHandler otherwise) {
    this.otherwise = otherwise;
  }

  @Override
  public void handleRequest(HttpServerExchange exchange) throws Exception {
    String path =
        exchange.getRequestPath().equals("/") ? "/inbox/index.html" : exchange.getRequestPath();
    var name = NAME.matcher(path);
    boolean get = exchange.getRequestMethod().toString().equals("GET");
    byte[] file =
        get && name.matches() ? files.computeIfAbsent(name.group(1), PageHandler::read) : null;
    if (file == null) {
      otherwise.handleRequest(exchange);
      return;
    }
    var headers = exchange.getResponseHeaders();
    headers.put(Headers.CONTENT_TYPE, TYPES.get(name.group(2)));
    headers.put(Headers.CACHE_CONTROL, "no-cache");
    headers.put(new HttpString("X-Content-Type-Options"), "nosniff");
    headers.put(new HttpString("Content-Security-Policy"), POLICY);
    exchange.getResponseSender().send(ByteBuffer.wrap(file));
  }

  /** Null where there is no such file: then nothing is kept. */
  private static byte[] read(String name) {
    try (InputStream file = PageHandler.class.getResourceAsStream(name)) {
      return file == null ? null : file.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
