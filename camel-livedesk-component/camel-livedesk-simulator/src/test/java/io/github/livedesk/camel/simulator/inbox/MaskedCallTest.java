// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.simulator.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.livedesk.camel.simulator.ApiClient;
import io.github.livedesk.camel.simulator.LiveDeskSimulator;
import io.github.livedesk.camel.simulator.LiveDeskSimulatorExtension;
import io.github.livedesk.camel.simulator.RawClient;
import io.github.livedesk.camel.simulator.store.Masks;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Recorded calls show no header and no query parameter that may be a credential. */
@ExtendWith(LiveDeskSimulatorExtension.class)
class MaskedCallTest {

  private static final String SECRET = "s3cr3t";

  private final LiveDeskSimulator livedesk;
  private final ApiClient client;

  MaskedCallTest(LiveDeskSimulator livedesk) {
    this.livedesk = livedesk;
    this.client = new ApiClient(livedesk);
  }

  private String call(int number) throws Exception {
    URI address = URI.create(livedesk.url() + "/simulator/calls/" + number);
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString())
        .body();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Proxy-Authorization",
        "X-Api-Key",
        "Cookie",
        "api_access_token",
        "X-Auth-Token",
        "X-Amz-Security-Token",
        "X-Hub-Signature-256",
        "X-CSRF",
        "X-Client-Cert",
        "X-Session-Id",
        "X-Password",
      })
  void noHeaderWhoseNameSpeaksOfACredential(String name) throws Exception {
    // Java's own client leaves out some of them.
    try (var raw = new RawClient(livedesk.url())) {
      raw.write(RawClient.post("/a", "Host: localhost", name + ": " + SECRET)).reply();
    }

    assertThat(call(1))
        .containsIgnoringCase("[\"" + name + "\",\"(hidden)\"]")
        .doesNotContain(SECRET);
    assertThat(livedesk.requests().get(0).header(name)).isEqualTo(SECRET);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Bearer s3cr3t", "basic s3cr3t", "Token s3cr3t", "eyJhbGciOi.s3cr3t"})
  void noHeaderWhoseValueIsACredential(String value) throws Exception {
    client.send(
        client
            .request(ApiClient.messagesOf("141"))
            .header("X-Forwarded-User", value)
            .POST(ApiClient.body("{}")));

    assertThat(call(1)).contains("[\"x-forwarded-user\",\"(hidden)\"]").doesNotContain(SECRET);
  }

  @Test
  void noQuery() throws Exception {
    client.send(client.request("/a?api_key=s3cr3t&s3cr3t&x=s3cr3t;y=s3cr3t?s3cr3t").GET());

    assertThat(call(1)).contains("/a?api_key=(hidden)&(hidden)&x=(hidden)&y=(hidden)\"");
    assertThat(call(1)).doesNotContain(SECRET);
    assertThat(livedesk.requests().get(0).toString()).startsWith("GET /a?").doesNotContain(SECRET);
    assertThat(livedesk.requests().get(0).path()).contains(SECRET);
  }

  @ParameterizedTest
  @CsvSource({
    "Referer, https://u:s3cr3t@a.example/b?c=s3cr3t, https://(hidden)@a.example/b?c=(hidden)",
    "X-Original-Url, /b?c=s3cr3t, /b?c=(hidden)",
    "Referer, https://s3cr3t@a.example, https://(hidden)@a.example",
    "Referer, https://a.example/b@c, https://a.example/b@c",
    "X-Tenant, 7, 7",
    "Content-Type, application/json, application/json",
    "Accept, text/html;q=0.9, text/html;q=0.9",
  })
  void addressesWithoutUserAndQuery(String name, String value, String shown) {
    assertThat(Masks.header(name, value)).isEqualTo(shown);
  }
}
