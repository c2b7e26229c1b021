// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.client.response;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadingsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "plain|plain",
        "a\\nb\\tc|a b c",
        "a\\/b\\qc|a/bqc",
        "&lt;b&gt; &amp; &unknown;|<b> & &unknown;",
        "&#87;&#x57;|WW",
        "&#9999999;|' '",
        "\\u0057\\u{57}|WW",
        "%57%C3%A4|W\u00E4",
        "\\x57|W",
      })
  void undoesEscapes(String text, String reading) {
    assertThat(Readings.of(text)).contains(text, reading);
  }

  @Test
  void undoesEscapesInEscapesFourDeepAndNoMore() {
    assertThat(Readings.of("&amp;amp;amp;amp;lt;")).hasSize(5).doesNotContain("<");
    assertThat(Readings.of("&amp;amp;amp;lt;")).hasSize(5).contains("<");
  }
}
