// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.client.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.apache.hc.core5.http.message.BasicHttpRequest;
import org.apache.hc.core5.http.message.BasicHttpResponse;
import org.apache.hc.core5.http.message.BufferedHeader;
import org.apache.hc.core5.util.CharArrayBuffer;
import org.junit.jupiter.api.Test;

class HeadSizeTest {

  private static int bytes(String head) {
    return head.getBytes(StandardCharsets.US_ASCII).length;
  }

  private static BufferedHeader asRead(String line) throws Exception {
    var buffer = new CharArrayBuffer(64);
    buffer.append(line);
    return new BufferedHeader(buffer);
  }

  @Test
  void countsEveryByteOfAResponse() throws Exception {
    var response = new BasicHttpResponse(200, "OK");
    assertThat(HeadSize.of(response)).isEqualTo(bytes("HTTP/1.1 200 OK\r\n\r\n"));

    response.addHeader(asRead("X-Request-Id:   a"));
    response.addHeader("Content-Length", "12");
    assertThat(HeadSize.of(response))
        .isEqualTo(bytes("HTTP/1.1 200 OK\r\nX-Request-Id:   a\r\nContent-Length: 12\r\n\r\n"));
  }

  @Test
  void aResponseMayHaveNoReason() {
    var response = new BasicHttpResponse(299);

    assertThat(HeadSize.of(response)).isEqualTo(bytes("HTTP/1.1 299 \r\n\r\n"));
  }

  @Test
  void countsEveryByteOfARequest() {
    var request = new BasicHttpRequest("POST", "/api/messages");
    assertThat(HeadSize.of(request)).isEqualTo(bytes("POST /api/messages HTTP/1.1\r\n\r\n"));

    request.addHeader("Host", "livedesk.example");
    request.addHeader("Accept", "application/json");
    assertThat(HeadSize.of(request))
        .isEqualTo(
            bytes(
                "POST /api/messages HTTP/1.1\r\nHost: livedesk.example\r\n"
                    + "Accept: application/json\r\n\r\n"));
  }
}
