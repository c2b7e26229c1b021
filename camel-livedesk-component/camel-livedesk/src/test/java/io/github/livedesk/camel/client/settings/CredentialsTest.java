// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.client.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.livedesk.camel.client.http.AuthorizationHeader;
import org.junit.jupiter.api.Test;

class CredentialsTest {

  private final Credentials credentials = new Credentials("canary-key", "canary-sécret");

  @Test
  void becomeABasicHeaderInUtf8() {
    assertThat(new AuthorizationHeader("Authorization", credentials).getValue())
        .isEqualTo("Basic Y2FuYXJ5LWtleTpjYW5hcnktc8OpY3JldA==");
  }

  @Test
  void neverShow() {
    assertThat(credentials.toString()).doesNotContain("canary");
    assertThat(new AuthorizationHeader("Authorization", credentials).toString())
        .doesNotContain("canary", "Y2Fu");
    assertThat(new ProxySettings("proxy", 1, "canary", "canary").toString())
        .doesNotContain("canary");
  }
}
