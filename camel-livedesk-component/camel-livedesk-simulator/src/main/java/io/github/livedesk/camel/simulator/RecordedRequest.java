// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A request as it came.
 *
 * @param method such as {@code POST}
 * @param path path and query as sent
 * @param headers by lower-case name; the values of a name in the order they came
 * @param body its bytes; empty when there were none, or when more were announced than the simulator
 *     takes
 * @param warnings what is surely a mistake in it although LiveDesk lets it pass: one sentence each,
 *     without texts of the message; never null, immutable, empty when there is nothing to say
 */
@SuppressWarnings("ArrayRecordComponent") // a recording, not a value to compare
public record RecordedRequest(
    String method,
    String path,
    Map<String, List<String>> headers,
    byte[] body,
    List<String> warnings) {

  /** Copies the warnings. */
  public RecordedRequest {
    warnings = List.copyOf(warnings);
  }

  /** A request that there is no warning for. */
  public RecordedRequest(
      String method, String path, Map<String, List<String>> headers, byte[] body) {
    this(method, path, headers, body, List.of());
  }

  RecordedRequest withWarnings(List<String> found) {
    return new RecordedRequest(method, path, headers, body, found);
  }

  /** The header's only or first value; null when it was not sent. Names in any case. */
  public String header(String name) {
    List<String> values = headers.get(name.toLowerCase(Locale.ROOT));
    return values == null ? null : values.get(0);
  }

  /** The body as UTF-8 text. */
  public String text() {
    return new String(body, UTF_8);
  }

  /** What it takes of the memory, roughly, in bytes. */
  long size() {
    long texts = path.length() + warnings.stream().mapToLong(String::length).sum();
    for (Map.Entry<String, List<String>> header : headers.entrySet()) {
      texts += header.getKey().length();
      texts += header.getValue().stream().mapToLong(String::length).sum();
    }
    return body.length + 2 * texts;
  }

  /** Method and path; never headers or body. */
  @Override
  public String toString() {
    return method + " " + path;
  }
}
