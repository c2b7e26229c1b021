// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.client.contact;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;

/**
 * What stands in an address after the question mark, percent-encoded. A plus sign would be a blank
 * to the server, and a blank as a plus sign only to some.
 */
public final class Query {

  private final String text;

  private Query(String text) {
    this.text = text;
  }

  /** Nothing yet. */
  public static Query empty() {
    return new Query("");
  }

  /**
   * One parameter.
   *
   * @param value null where it is left out
   */
  static Query of(String name, Object value) {
    return empty().with(name, value);
  }

  /**
   * One more parameter.
   *
   * @param value null where it is left out
   */
  public Query with(String name, Object value) {
    if (value == null) {
      return this;
    }
    String parameter = encode(name) + "=" + encode(value.toString());
    return new Query(text.isEmpty() ? parameter : text + "&" + parameter);
  }

  /** With the number of a page; the first is LiveDesk's own default. */
  String and(String name, int page) {
    return page == 1 ? text : with(name, page).toString();
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, UTF_8).replace("+", "%20").replace("%5B%5D", "[]");
  }

  /** As it stands in the address. */
  @Override
  public String toString() {
    return text;
  }
}
