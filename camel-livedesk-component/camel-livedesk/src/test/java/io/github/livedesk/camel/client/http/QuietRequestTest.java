// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.client.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.message.BasicHttpRequest;
import org.junit.jupiter.api.Test;

class QuietRequestTest {

  private static final HttpHost HOST = new HttpHost("https", "desk.example", 8443);

  @Test
  void aRequestWithoutAQueryStaysTheSame() {
    HttpRequest request = new BasicHttpRequest("POST", HOST, "/contacts");

    assertThat(QuietRequest.of(request)).isSameAs(request);
  }

  @Test
  void whoWritesTheLineGetsAllOfIt() {
    var request = new BasicHttpRequest("GET", HOST, "/contacts?q=%2B65");
    request.addHeader("Accept", "application/json");

    HttpRequest quiet = QuietRequest.of(request);

    assertThat(quiet.getRequestUri()).isEqualTo("/contacts?q=%2B65");
    assertThat(quiet.getMethod()).isEqualTo("GET");
    assertThat(quiet.getScheme()).isEqualTo("https");
    assertThat(quiet.getAuthority()).isEqualTo(request.getAuthority());
    assertThat(quiet.getFirstHeader("Accept").getValue()).isEqualTo("application/json");
  }

  @Test
  void toAProxyTheWholeAddressIsGiven() {
    var request = new BasicHttpRequest("GET", HOST, "/contacts?q=%2B65");
    request.setAbsoluteRequestUri(true);

    assertThat(QuietRequest.of(request).getRequestUri())
        .isEqualTo("https://desk.example:8443/contacts?q=%2B65");
  }

  @Test
  void itsTextHasNoQuery() {
    assertThat(QuietRequest.of(new BasicHttpRequest("GET", HOST, "/contacts?q=%2B65")))
        .hasToString("GET /contacts");
  }
}
