// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.client.response;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LettersTest {

  @ParameterizedTest
  @CsvSource({
    "a,a",
    "z,z",
    "A,a",
    "Z,z",
    "0,0",
    "9,9",
    "\uFF21,a",
    "\uFF5A,z",
    "\uFF10,0",
    "\u00C4,\u00E4"
  })
  void lettersAndDigitsCountWithoutRegardToCase(char letter, char compared) {
    assertThat(Letters.of(letter)).isEqualTo(compared);
  }

  @Test
  void picturesCountToo() {
    assertThat(Letters.of('\uD83D')).isEqualTo('\uD83D');
    assertThat(Letters.of('\u2600')).isEqualTo('\u2600');
  }

  @ParameterizedTest
  @ValueSource(
      chars = {
        '/', ':', '@', '[', '`', '{', ' ', '\u0080', '\u00AB', '\u200B', '\uFF01', '\uFF5E',
        '\uFF00'
      })
  void marksAndBlanksDoNot(char mark) {
    assertThat(Letters.of(mark)).isEqualTo(Letters.NONE);
  }

  @ParameterizedTest
  @ValueSource(chars = {'\u3040', '\u4E00', '\u9FFF', '\uAC00', '\uD7AF'})
  void eastAsianLettersSayAsMuchAsTwo(char letter) {
    assertThat(Letters.isWide(letter)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(chars = {'a', '\u303F', '\uA000', '\uABFF', '\uD7B0', '\uD83D', '\uFF21'})
  void othersDoNot(char letter) {
    assertThat(Letters.isWide(letter)).isFalse();
  }
}
