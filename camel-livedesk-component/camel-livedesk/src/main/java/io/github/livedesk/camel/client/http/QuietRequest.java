// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.client.http;

import java.io.Serial;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.message.BasicHttpRequest;

/**
 * The head of a request whose query does not show: it may have a phone number in it. HttpClient
 * logs the first line of each request at DEBUG. It gets the line without the query; HttpCore, which
 * writes the line, gets all of it.
 */
final class QuietRequest extends BasicHttpRequest {

  @Serial private static final long serialVersionUID = 1L;

  private static final String CLIENT = "org.apache.hc.client5.";

  /** This method, the constructor of the line, and whoever logs that. */
  private static final int FRAMES = 3;

  private static final StackWalker CALLERS = StackWalker.getInstance();

  private QuietRequest(HttpRequest request) {
    super(request.getMethod(), request.getScheme(), request.getAuthority(), request.getPath());
    setVersion(request.getVersion());
    setHeaders(request.getHeaders());
    setAbsoluteRequestUri(!request.getRequestUri().startsWith("/"));
  }

  /** The same request where it has no query, else one that does not show it. */
  static HttpRequest of(HttpRequest request) {
    return request.getPath().indexOf('?') < 0 ? request : new QuietRequest(request);
  }

  @Override
  public String getRequestUri() {
    String uri = super.getRequestUri();
    return uri.indexOf('?') >= 0 && isForLog() ? withoutQuery(uri) : uri;
  }

  private static boolean isForLog() {
    return CALLERS.walk(
        frames ->
            frames.skip(1).limit(FRAMES).anyMatch(it -> it.getClassName().startsWith(CLIENT)));
  }

  private static String withoutQuery(String uri) {
    int query = uri.indexOf('?');
    return query < 0 ? uri : uri.substring(0, query);
  }

  /** Without the query. */
  @Override
  public String toString() {
    return getMethod() + " " + withoutQuery(getPath());
  }
}
