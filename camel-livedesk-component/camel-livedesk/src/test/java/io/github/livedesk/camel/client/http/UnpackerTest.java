// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.client.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnpackerTest {

  private static final byte[] BODY = new byte[1000];

  private static byte[] packed() throws Exception {
    var packed = new ByteArrayOutputStream();
    try (var out = new GZIPOutputStream(packed)) {
      out.write(BODY);
    }
    return packed.toByteArray();
  }

  @ParameterizedTest
  @ValueSource(strings = {"gzip", " GZip ", "x-gzip"})
  void undoesGzip(String encoding) throws Exception {
    assertThat(Unpacker.unpack(packed(), encoding, 1000)).isEqualTo(BODY);
    assertThat(Unpacker.unpack(packed(), encoding, Integer.MAX_VALUE)).isEqualTo(BODY);
  }

  @Test
  void makesOneByteMoreThanTheLimitAndNoMore() throws Exception {
    assertThat(Unpacker.unpack(packed(), "gzip", 999)).hasSize(1000);
    assertThat(Unpacker.unpack(packed(), "gzip", 10)).hasSize(11);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "identity", "br", "gzip, gzip"})
  void leavesTheRestAsItIs(String encoding) throws Exception {
    byte[] packed = packed();

    assertThat(Unpacker.unpack(packed, encoding, 1000)).isSameAs(packed);
  }

  @Test
  void leavesWhatIsDamagedAsItIs() throws Exception {
    byte[] cut = Arrays.copyOf(packed(), 15);

    assertThat(Unpacker.unpack(cut, "gzip", 1000)).isSameAs(cut);
    assertThat(Unpacker.unpack(BODY, "gzip", 1000)).isSameAs(BODY);
  }
}
