// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.simulator.inbox;

import io.github.livedesk.camel.simulator.store.Attachment;
import io.github.livedesk.camel.simulator.store.MessageStore;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import java.util.Optional;

/**
 * The files of messages. They are there for everyone who has the link, as LiveDesk's are; but none
 * of them can act as a page of this server.
 */
public final class FileHandler implements HttpHandler {

  private final MessageStore store;
  private final HttpHandler otherwise;

  /**
   * The files of a store.
   *
   * @param otherwise answers where there is no such file
   */
  public FileHandler(MessageStore store, HttpHandler otherwise) {
    this.store = store;
    this.otherwise = otherwise;
  }

  @Override
  public void handleRequest(HttpServerExchange exchange) throws Exception {
    Optional<Attachment> found = store.file(exchange.getRequestPath());
    if (found.isEmpty()) {
      otherwise.handleRequest(exchange);
      return;
    }
    Attachment file = found.get();
    var headers = exchange.getResponseHeaders();
    headers.put(Headers.CONTENT_TYPE, type(file));
    headers.put(new HttpString("X-Content-Type-Options"), "nosniff");
    headers.put(new HttpString("Content-Security-Policy"), "sandbox");
    if (file.fileType().equals("file")) {
      headers.put(Headers.CONTENT_DISPOSITION, "attachment");
    }
    FileSender.send(exchange, file.content());
  }

  /** Whatever a part said of itself, it ends no line of the reply. */
  private static String type(Attachment file) {
    String type = file.contentType();
    return type != null && type.chars().allMatch(c -> c >= ' ' && c <= '~')
        ? type
        : "application/octet-stream";
  }
}
