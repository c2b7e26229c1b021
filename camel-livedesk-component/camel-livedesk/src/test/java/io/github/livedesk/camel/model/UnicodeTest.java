// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnicodeTest {

  @ParameterizedTest
  @ValueSource(
      ints = {
        0, 0x9, 0xA, 0xB, 0xC, 0xD, 0x1F, ' ', 0x7F, 0x85, 0xA0, 0xAD, 0x34F, 0x61C, 0x115F, 0x1160,
        0x1680, 0x17B4, 0x180B, 0x180E, 0x2000, 0x2003, 0x200A, 0x200B, 0x200C, 0x200D, 0x200E,
        0x2028, 0x2029, 0x202E, 0x202F, 0x205F, 0x2060, 0x2063, 0x2065, 0x2800, 0x3000, 0x3164,
        0xFE0F, 0xFEFF, 0xFFA0, 0xFFF9, 0x1D173, 0xE0020, 0xE0100
      })
  void aCharacterThatNobodySeesIsBlank(int codePoint) {
    String text = Character.toString(codePoint);

    assertThat(Unicode.isBlank(text)).isTrue();
    assertThat(Unicode.isBlank(" " + text + text)).isTrue();
    assertThat(Unicode.isBlank(text + "x")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      ints = {
        'a', '.', '_', 0x301, 0x600, 0x6DD, 0x110BD, 0x5B57, 0x2801, 0xE000, 0xFFFD, 0x1F600, 0xD800
      })
  void aCharacterWithAFormIsNotBlank(int codePoint) {
    assertThat(Unicode.isBlank(Character.toString(codePoint))).isFalse();
  }

  @Test
  void noTextIsBlank() {
    assertThat(Unicode.isBlank("")).isTrue();
  }

  @Test
  void findsTheFirstNul() {
    assertThat(Unicode.firstNul("ab\0c\0")).isEqualTo(2);
    assertThat(Unicode.firstNul("\0")).isZero();
    assertThat(Unicode.firstNul("ab 0 \\0")).isEqualTo(-1);
  }

  @Test
  void findsTheFirstHalfOfAPair() {
    assertThat(Unicode.firstUnpairedSurrogate("a\uD83D\uDE00")).isEqualTo(-1);
    assertThat(Unicode.firstUnpairedSurrogate("a\uD83D")).isEqualTo(1);
    assertThat(Unicode.firstUnpairedSurrogate("\uD83D\uDE00\uDE00a")).isEqualTo(2);
  }
}
