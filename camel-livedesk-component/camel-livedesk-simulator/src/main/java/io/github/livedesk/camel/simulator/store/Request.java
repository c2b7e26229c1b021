// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.simulator.store;

import io.github.livedesk.camel.simulator.content.Content;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A request as it came; equal only to itself. */
public final class Request {

  private final String method;
  private final String path;
  private final Map<String, List<String>> headers;
  private final Content body;
  private final List<String> warnings;

  /**
   * A request.
   *
   * @param path path and query as sent
   * @param headers by lower-case name
   * @param warnings copied
   */
  public Request(
      String method,
      String path,
      Map<String, List<String>> headers,
      Content body,
      List<String> warnings) {
    this.method = method;
    this.path = path;
    this.headers = headers;
    this.body = body;
    this.warnings = List.copyOf(warnings);
  }

  Request withWarnings(List<String> found) {
    return new Request(method, path, headers, body, found);
  }

  public Request withBody(Content complete) {
    return new Request(method, path, headers, complete, warnings);
  }

  public String method() {
    return method;
  }

  public String path() {
    return path;
  }

  public Map<String, List<String>> headers() {
    return headers;
  }

  /** The header's only or first value; null when it was not sent. Names in any case. */
  public String header(String name) {
    List<String> values = headers.get(name.toLowerCase(Locale.ROOT));
    return values == null ? null : values.get(0);
  }

  public Content body() {
    return body;
  }

  public List<String> warnings() {
    return warnings;
  }

  /** What it takes of the room, roughly, in bytes. */
  long size() {
    long texts = path.length() + warnings.stream().mapToLong(String::length).sum();
    for (Map.Entry<String, List<String>> header : headers.entrySet()) {
      texts += header.getKey().length();
      texts += header.getValue().stream().mapToLong(String::length).sum();
    }
    return body.size() + 2 * texts;
  }
}
