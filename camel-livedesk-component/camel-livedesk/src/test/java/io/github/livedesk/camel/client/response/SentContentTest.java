// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.client.response;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.livedesk.camel.client.body.SentFile;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SentContentTest {

  /** Where accents are brought into their order, each is compared with all before it. */
  @Test
  @Timeout(value = 1, unit = TimeUnit.MINUTES, threadMode = ThreadMode.SEPARATE_THREAD)
  void looksAtManyAccentsOnce() {
    String accents = "\u0315".repeat(500_000) + "\u0300".repeat(500_000);

    assertThat(SentContent.isAnother("e" + accents, "E" + accents)).isFalse();
    assertThat(SentContent.isAnother("abcdef" + accents, "ghijkl" + accents)).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "hello | hello",
        "Hello, Ann! | hello ann",
        "A text that is cut | A text that",
        "the end is left of it | left of it",
        "a1b2c3 | abc",
        "abc | a1b2c3",
        "abcdefgh | abxxxxgh",
        "abcdefgh | abcdxxxx",
        "abcdefgh | xxxxefgh",
        "caf\u00e9 | CAFE",
        "Hi {{name}} | Ann",
        "{% if a %}x{% endif %} | Ann",
        "!?! | hello",
        "hello | !?!",
      })
  void whatMayHaveComeOfATextIsNoOther(String sent, String stored) {
    assertThat(SentContent.isAnother(sent, stored)).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "hello | zebra",
        "abcdefgh | abxxxxxh",
        "abcdefgh | abcxxxxx",
        "abcdefgh | xxxxxfgh",
        "abcd | dcba",
        "{ % name % } | Ann",
      })
  void whatSharesLessThanHalfOfItsEndsIsAnother(String sent, String stored) {
    assertThat(SentContent.isAnother(sent, stored)).isTrue();
  }

  private static boolean areOthers(SentFile sent, Object size, Object url) {
    return SentContent.areOthers(
        List.of(sent), List.of(Map.of("file_size", size, "data_url", url)));
  }

  @Test
  void aFileOfAnotherNameAndSizeIsAnother() {
    var sent = new SentFile("offer 7.pdf", 100);

    assertThat(areOthers(sent, 99, "http://x/photo.png")).isTrue();
    assertThat(areOthers(sent, 100, "http://x/photo.png")).as("its size").isFalse();
    assertThat(areOthers(sent, 99, "http://x/offer%207.pdf")).as("its name").isFalse();
    assertThat(areOthers(sent, 99, "http://x/OFFER-7.pdf%")).as("a bad code").isFalse();
    assertThat(areOthers(sent, 99, "http://x/photo.png%")).as("a bad code").isTrue();
  }

  @Test
  void whatCannotBeComparedIsNoOther() {
    assertThat(areOthers(new SentFile(null, 100), 99, "http://x/photo.png")).isFalse();
    assertThat(areOthers(new SentFile("a.pdf", -1), 99, "http://x/photo.png")).isFalse();
    var sent = new SentFile("a.pdf", 0);
    assertThat(areOthers(sent, 99, "http://x/photo.png")).isTrue();
    assertThat(areOthers(sent, 1, "http://x/photo.png")).isTrue();
    assertThat(areOthers(new SentFile("a.pdf", 100), 0, "http://x/photo.png")).isFalse();
    assertThat(areOthers(sent, "99", "http://x/photo.png")).isFalse();
    assertThat(areOthers(sent, 99, 7)).isFalse();
    assertThat(SentContent.areOthers(List.of(sent), List.of("photo.png"))).isFalse();
    assertThat(SentContent.areOthers(List.of(sent), List.of())).isFalse();
    assertThat(SentContent.areOthers(List.of(sent), null)).isFalse();
  }

  @Test
  void oneFileThatIsKnownAgainIsEnough() {
    var sent = List.of(new SentFile("a.pdf", 100), new SentFile("b.pdf", 200));
    Map<String, Object> other = Map.of("file_size", 1, "data_url", "http://x/photo.png");
    Map<String, Object> second = Map.of("file_size", 200, "data_url", "http://x/y");

    assertThat(SentContent.areOthers(sent, List.of(other, other))).isTrue();
    assertThat(SentContent.areOthers(sent, List.of(other, second))).isFalse();
  }
}
