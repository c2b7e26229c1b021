// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.livedesk.camel.simulator.content.Content;
import io.github.livedesk.camel.simulator.store.Masks;
import io.github.livedesk.camel.simulator.store.Request;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/** A request as it came. A body of more than 256 KiB is on disk, and read when it is asked for. */
public final class RecordedRequest {

  private final Request request;

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
    this(new Request(method, path, headers, Content.of(body), warnings));
  }

  /** A request that there is no warning for. */
  public RecordedRequest(
      String method, String path, Map<String, List<String>> headers, byte[] body) {
    this(method, path, headers, body, List.of());
  }

  RecordedRequest(Request request) {
    this.request = request;
  }

  /** Such as {@code POST}. */
  public String method() {
    return request.method();
  }

  /** Path and query as sent. */
  public String path() {
    return request.path();
  }

  /** By lower-case name; the values of a name in the order they came. */
  public Map<String, List<String>> headers() {
    return request.headers();
  }

  /** The header's only or first value; null when it was not sent. Names in any case. */
  public String header(String name) {
    return request.header(name);
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
    return request.body().bytes();
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
    return request.warnings();
  }

  /** Whether it is the same request: it may be looked at more than once. */
  @Override
  public boolean equals(Object other) {
    return other instanceof RecordedRequest same && request.equals(same.request);
  }

  @Override
  public int hashCode() {
    return request.hashCode();
  }

  /** Method and path; never headers or body, and of a query the names alone. */
  @Override
  public String toString() {
    return method() + " " + Masks.target(path());
  }
}
