// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.fuzz;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

/** An endpoint's URI with options as nobody should write them, beside some that are right. */
final class FuzzedUri {

  private static final List<String> OPTIONS =
      List.of(
          "conversationId",
          "op",
          "private",
          "inReplyTo",
          "content",
          "templateName",
          "templateLanguage",
          "templateCategory",
          "templateNamespace",
          "retryMode",
          "maxAttempts",
          "responseTimeout",
          "totalTimeout",
          "connectTimeout",
          "maxAttachmentSize",
          "maxResponseSize",
          "baseUrl",
          "proxyHost",
          "proxyPort",
          "failOnFailedStatus",
          "sslContextParameters",
          "lazyStartProducer",
          "conversationid",
          "maxRetryAfter",
          "");

  private static final List<String> VALUES =
      List.of(
          "",
          " ",
          "141",
          "-1",
          "0",
          "1e9",
          "10MB",
          "5s",
          "PT5S",
          "true",
          "maybe",
          "all",
          "text",
          "template",
          "http://127.0.0.1:99999",
          "http://a:b@c",
          "ftp://x",
          "https://h/?q=1",
          "#bean",
          "#class:java.lang.String",
          "{{?x}}",
          "{{x:y}}",
          "RAW(",
          "RAW(a)",
          "\0",
          "\ud800",
          "%",
          "%zz",
          "99999999999999999999",
          "\u0661\u0662",
          "a\nb",
          "${header.x}",
          "&",
          "=",
          "?");

  private final Random random;
  private final String secret;

  /**
   * @param secret stands where options are secret
   */
  FuzzedUri(Random random, String secret) {
    this.random = random;
    this.secret = secret;
  }

  String uri() {
    var uri = new StringBuilder("livedesk:");
    uri.append(random.nextInt(10) == 0 ? pick(VALUES) : "messages").append('?');
    uri.append("apiKey=").append(random.nextBoolean() ? "k" : secret);
    uri.append("&secretKey=").append(secret).append(random.nextBoolean() ? "" : pick(VALUES));
    for (int i = random.nextInt(4); i > 0; i--) {
      String value = pick(VALUES);
      boolean raw = random.nextInt(3) == 0;
      uri.append('&').append(pick(OPTIONS)).append('=').append(raw ? value : encoded(value));
    }
    return uri.toString();
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  private String pick(List<String> values) {
    return values.get(random.nextInt(values.size()));
  }
}
