// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.client.settings;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.List;

/**
 * API key and secret (API document, "Authorization").
 *
 * @param apiKey user name of the Basic scheme; has no colon
 * @param secretKey password of the Basic scheme
 */
public record Credentials(String apiKey, String secretKey) {

  /** The value of the Authorization header. */
  public String basic() {
    return "Basic " + token();
  }

  /** Everything that must never show. */
  List<String> secrets() {
    return List.of(token(), apiKey, secretKey);
  }

  private String token() {
    return Base64.getEncoder().encodeToString((apiKey + ":" + secretKey).getBytes(UTF_8));
  }

  @Override
  public String toString() {
    return "Credentials[masked]";
  }
}
