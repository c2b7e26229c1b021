// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ErrorTextTest {

  private static String masked(String text, String... hidden) {
    return ErrorText.mask(text, List.of(hidden));
  }

  @Test
  void takesOutWhatIsHidden() {
    assertThat(masked("key abc is wrong", "abc")).isEqualTo("key *** is wrong");
    assertThat(masked("abcabc", "abc")).isEqualTo("***");
  }

  @Test
  void takesOutPartsOfALongText() {
    String text = "My card number is 4000 1234 5678 9010, please charge it";

    assertThat(masked("Invalid: 'number is 4000 1234 56...'", text)).isEqualTo("Invalid: '***...'");
    assertThat(masked("Invalid: 'please charge it'", text)).isEqualTo("Invalid: '***'");
  }

  @Test
  void takesOutWhatIsQuotedAsJson() {
    String text = "Hi Bob,\nPIN: 4711\nBye \"B\" 你好";
    String[] hidden = Json.quotations(text).toArray(String[]::new);

    assertThat(masked("unexpected token at '\"Hi Bob,\\nPIN: 4711\\nBye'", hidden))
        .isEqualTo("unexpected token at '\"***'");
    assertThat(masked("near Bye \\\"B\\\" \\u4f60\\u597d", hidden)).doesNotContain("4f60");
  }

  @Test
  void leavesTextsThatOccurInAnyWord() {
    assertThat(masked("failed", "e")).isEqualTo("failed");
  }

  @Test
  void leavesWordsThatMerelyOccurInTheText() {
    assertThat(masked("the message is too long", "this message may be long"))
        .isEqualTo("the message is too long");
  }

  @Test
  void hidesNothingWhereNothingIsHidden() {
    assertThat(masked("words", "")).isEqualTo("words");
    assertThat(masked("", "secret")).isEmpty();
  }

  /** What it does, said in the simplest way: any run of 12 characters, or a whole shorter text. */
  private static String simplyMasked(String text, List<String> hidden) {
    boolean[] masked = new boolean[text.length()];
    for (String secret : hidden) {
      int window = Math.min(12, secret.length());
      for (int i = 0; window >= 3 && i + window <= text.length(); i++) {
        if (secret.contains(text.substring(i, i + window))) {
          Arrays.fill(masked, i, i + window, true);
        }
      }
    }
    var shown = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      if (!masked[i]) {
        shown.append(text.charAt(i));
      } else if (i == 0 || !masked[i - 1]) {
        shown.append("***");
      }
    }
    return shown.toString();
  }

  private static String letters(Random random, int length, int kinds) {
    return random
        .ints(length, 'a', 'a' + kinds)
        .mapToObj(Character::toString)
        .collect(Collectors.joining());
  }

  /** Few kinds of letters, so that there are many quotations, repeated and overlapping ones too. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void findsTheSameAsTheSimplestWay(int kinds) {
    var random = new Random(kinds);
    for (int i = 0; i < 2000; i++) {
      String text = letters(random, random.nextInt(60), kinds);
      List<String> hidden =
          Stream.generate(() -> letters(random, random.nextInt(40), kinds))
              .limit(random.nextInt(5))
              .toList();

      assertThat(ErrorText.mask(text, hidden)).isEqualTo(simplyMasked(text, hidden));
    }
  }

  /** A text that counts how often it is looked at. */
  private static final class Counted implements CharSequence {

    private final String text;
    private long looks;

    Counted(String text) {
      this.text = text;
    }

    @Override
    public int length() {
      return text.length();
    }

    @Override
    public char charAt(int index) {
      looks++;
      return text.charAt(index);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      throw new UnsupportedOperationException();
    }

    @Override
    public String toString() {
      throw new UnsupportedOperationException();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a", "ab", "Please deliver it to 5 Elm Street. ", "aaaaaaaaaaab", "aaaaaaaaaaaab"})
  void looksAtALongTextOnce(String part) {
    int length = 5_000_000;
    var text = new Counted(part.repeat(length / part.length()));
    String quoting = "is too long: " + part.repeat(1024 / part.length() + 1);
    String nearly = "b" + "a".repeat(1023);

    for (String words : List.of(quoting, nearly, "aaaaaaaaaaa".repeat(50) + "c")) {
      text.looks = 0;
      String shown = ErrorText.mask(words, List.of(text, text));

      assertThat(text.looks).as(words).isBetween(2L * length - 100, 5L * length);
      assertThat(shown).doesNotContain("Elm Street. Please");
    }
  }

  @Test
  void manyShortTextsAreNoProblemEither() {
    List<String> names = IntStream.range(0, 500_000).mapToObj(i -> "n" + i).toList();

    assertThat(ErrorText.mask("no n499999 here", names)).isEqualTo("no *** here");
  }

  @Test
  void staysInOneLineAndShort() {
    assertThat(masked(" a\r\nb\tc\u0000 ")).isEqualTo("a  b c");
    assertThat(masked("x".repeat(100_000))).hasSize(200).endsWith("…");
  }
}
