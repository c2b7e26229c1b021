// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.simulator.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.livedesk.camel.simulator.store.Request;
import java.security.MessageDigest;
import java.util.Base64;

/** The API key and the secret that requests must have. */
public final class Credentials {

  private final byte[] authorization;

  public Credentials(String apiKey, String secretKey) {
    byte[] both = (apiKey + ":" + secretKey).getBytes(UTF_8);
    this.authorization = ("Basic " + Base64.getEncoder().encodeToString(both)).getBytes(UTF_8);
  }

  boolean areIn(Request request) {
    String given = request.header("Authorization");
    return given != null && MessageDigest.isEqual(given.getBytes(UTF_8), authorization);
  }
}
