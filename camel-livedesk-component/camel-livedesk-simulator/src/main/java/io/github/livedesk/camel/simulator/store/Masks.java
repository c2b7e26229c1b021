// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.simulator.store;

import java.util.List;
import java.util.Locale;

/**
 * What recorded calls don't show, for it may be a credential: the values of all query parameters,
 * since the document knows none, and of every header whose name or value speaks of one.
 */
public final class Masks {

  static final String HIDDEN = "(hidden)";

  private static final List<String> NAMES =
      List.of(
          "auth",
          "token",
          "key",
          "secret",
          "cookie",
          "pass",
          "pwd",
          "credential",
          "sess",
          "sign",
          "jwt",
          "csrf",
          "xsrf",
          "cert",
          "saml",
          "assertion",
          "principal",
          "bearer",
          "hmac",
          "nonce");

  /** How values begin that are one, whatever their header: schemes, and a JSON Web Token. */
  private static final List<String> BEGINNINGS =
      List.of("basic ", "bearer ", "digest ", "negotiate ", "ntlm ", "token ", "apikey ", "eyj");

  private Masks() {}

  /** The value of a header as it may be shown. */
  public static String header(String name, String value) {
    String lowerName = name.toLowerCase(Locale.ROOT);
    String lowerValue = value.strip().toLowerCase(Locale.ROOT);
    boolean hidden =
        NAMES.stream().anyMatch(lowerName::contains)
            || BEGINNINGS.stream().anyMatch(lowerValue::startsWith);
    return hidden ? HIDDEN : isAddress(value) ? target(value) : value;
  }

  /** Such as Referer, and what proxies add. */
  private static boolean isAddress(String value) {
    return value.startsWith("/") || value.contains("://") || value.contains("?");
  }

  /** A path or URL without user and password; of its query the names of parameters alone. */
  public static String target(String target) {
    int query = target.indexOf('?');
    String path = withoutUser(query < 0 ? target : target.substring(0, query));
    return query < 0 ? path : path + "?" + names(target.substring(query + 1));
  }

  private static String withoutUser(String path) {
    int host = path.indexOf("://") + "://".length();
    if (host < "://".length()) {
      return path;
    }
    int end = path.indexOf('/', host);
    int at = path.lastIndexOf('@', end < 0 ? path.length() : end);
    return at < host ? path : path.substring(0, host) + HIDDEN + path.substring(at);
  }

  private static String names(String query) {
    var shown = new StringBuilder();
    for (String parameter : query.split("[&;]", -1)) {
      int equals = parameter.indexOf('=');
      shown.append(shown.isEmpty() ? "" : "&");
      shown.append(equals < 0 ? "" : parameter.substring(0, equals + 1));
      shown.append(parameter.isEmpty() ? "" : HIDDEN);
    }
    return shown.toString();
  }
}
