// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.client.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.message.BasicHttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HttpClientsTest {

  private static long keptSeconds(BasicHttpResponse response) {
    return HttpClients.keepAliveDuration(response, HttpClientContext.create()).toSeconds();
  }

  @ParameterizedTest
  @CsvSource({
    "timeout=1, 0",
    "timeout=0, -1",
    "'timeout=5, max=100', 4",
    "timeout=600, 15",
    "max=3, 15"
  })
  void aConnectionIsKeptALittleLessThanTheServerSaysAndNotForLong(String header, long seconds) {
    var response = new BasicHttpResponse(200);
    response.addHeader("Keep-Alive", header);

    assertThat(keptSeconds(response)).isEqualTo(seconds);
  }

  @Test
  void aConnectionIsNotKeptLongWhereTheServerSaysNothing() {
    assertThat(keptSeconds(new BasicHttpResponse(200))).isEqualTo(15);
  }

  @ParameterizedTest
  @CsvSource({"1, 16", "200, 16", "1024, 16", "2048, 8", "4096, 4", "5000, 4", "2147483647, 4"})
  void manyConnectionsHaveSmallBuffers(int maxConnections, int kibibytes) {
    assertThat(HttpClients.bufferSize(maxConnections)).isEqualTo(kibibytes * 1024);
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "2, 1", "7, 1", "8, 2", "64, 16"})
  void thereIsAnIoThreadForEveryFourProcessors(int processors, int threads) {
    assertThat(HttpClients.ioThreads(processors)).isEqualTo(threads);
  }
}
