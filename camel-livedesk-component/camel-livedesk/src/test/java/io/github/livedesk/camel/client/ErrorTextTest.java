package io.github.livedesk.camel.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

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

  @Test
  void staysInOneLineAndShort() {
    assertThat(masked(" a\r\nb\tc\u0000 ")).isEqualTo("a  b c");
    assertThat(masked("x".repeat(100_000))).hasSize(200).endsWith("…");
  }
}
