// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.simulator.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.livedesk.camel.simulator.store.ApiError;
import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The parameters of a request's address, as a Rails server reads them: a {@code +} is a blank. */
public final class QueryString {

  private QueryString() {}

  /**
   * Their values by name, in the order they came.
   *
   * @param target path and query as sent
   */
  public static Map<String, List<String>> parse(String target) throws ApiError {
    Map<String, List<String>> parameters = new LinkedHashMap<>();
    int query = target.indexOf('?');
    if (query < 0) {
      return parameters;
    }
    for (String parameter : target.substring(query + 1).split("&", -1)) {
      int equals = parameter.indexOf('=');
      String name = equals < 0 ? parameter : parameter.substring(0, equals);
      String value = equals < 0 ? "" : parameter.substring(equals + 1);
      if (!name.isEmpty()) {
        parameters.computeIfAbsent(decoded(name), missing -> new ArrayList<>()).add(decoded(value));
      }
    }
    return parameters;
  }

  private static String decoded(String text) throws ApiError {
    try {
      return URLDecoder.decode(text, UTF_8);
    } catch (IllegalArgumentException e) {
      throw ApiError.badRequest("A % in the query has no two hexadecimal digits after it");
    }
  }
}
