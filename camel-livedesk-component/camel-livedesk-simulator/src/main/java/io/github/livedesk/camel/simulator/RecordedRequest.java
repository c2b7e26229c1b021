// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A request as it came. A body of more than 256 KiB is on disk, and read when it is asked for. */
public final class RecordedRequest {

  private final String method;
  private final String path;
  private final Map<String, List<String>> headers;
  private final Content body;
  private final List<String> warnings;

  /**
   * A request with a body in memory.
   *
   * @param method such as {@code POST}
   * @param path path and query as sent
   * @param headers by lower-case name; the values of a name in the order they came
   * @param body its bytes
   * @param warnings copied
   */
  public RecordedRequest(
      String method,
      String path,
      Map<String, List<String>> headers,
      byte[] body,
      List<String> warnings) {
    this(method, path, headers, Content.of(body), warnings);
  }

  /** A request that there is no warning for. */
  public RecordedRequest(
      String method, String path, Map<String, List<String>> headers, byte[] body) {
    this(method, path, headers, body, List.of());
  }

  RecordedRequest(
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

  RecordedRequest withWarnings(List<String> found) {
    return new RecordedRequest(method, path, headers, body, found);
  }

  RecordedRequest withBody(Content complete) {
    return new RecordedRequest(method, path, headers, complete, warnings);
  }

  /** Such as {@code POST}. */
  public String method() {
    return method;
  }

  /** Path and query as sent. */
  public String path() {
    return path;
  }

  /** By lower-case name; the values of a name in the order they came. */
  public Map<String, List<String>> headers() {
    return headers;
  }

  /** The header's only or first value; null when it was not sent. Names in any case. */
  public String header(String name) {
    List<String> values = headers.get(name.toLowerCase(Locale.ROOT));
    return values == null ? null : values.get(0);
  }

  /**
   * Its bytes, up to 40 MiB. Empty when there were none; when more were announced than the
   * simulator takes; when not all came; and when a request with wrong credentials or a wrong path
   * has more than 64 KiB of them, or does not say how many.
   *
   * @throws UncheckedIOException when they were on disk and are gone: after {@link
   *     LiveDeskSimulator#reset} and {@link LiveDeskSimulator#close}, or where the simulator has no
   *     room for them any more
   */
  public byte[] body() {
    return body.bytes();
  }

  /**
   * The body as UTF-8 text.
   *
   * @throws UncheckedIOException as {@link #body}
   */
  public String text() {
    return new String(body(), UTF_8);
  }

  /**
   * What is surely a mistake in it although LiveDesk lets it pass: one sentence each, without texts
   * of the message; never null, immutable, empty when there is nothing to say.
   */
  public List<String> warnings() {
    return warnings;
  }

  Content content() {
    return body;
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

  /** Method and path; never headers or body, and of a query the names alone. */
  @Override
  public String toString() {
    return method + " " + Masks.target(path);
  }
}
